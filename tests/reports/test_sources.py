"""The sources under a selection."""

from timeline.edtf import day_number
from timeline.loading import load
from timeline.query.fields import Context
from timeline.query.grammar import ask
from timeline.reports.sources import ranked_references, references, unused

TODAY = day_number(2026, 11, 23)


def _select(timeline, text):
    return timeline.select(ask({}, text, Context(timeline, TODAY)))


def test_how_many_events_rest_on_each_and_on_it_alone(small):
    """The gazette has five events, the rumour three; the war rests on both."""
    found = references(small.select(), small)
    assert [(e.source.id, e.certain, e.possible, e.alone) for e in found] == [
        ("gazette", 5, 0, 4),
        ("rumour", 3, 0, 2),
    ]
    assert [(e.first.text, e.last.text) for e in found] == [
        ("2018-03/2019-01-05", "2019-02/.."),
        ("1998~", "[2018-05-21..2018-05-31]"),
    ]


def test_maybes_are_counted_apart(small):
    """About 1998 is only possibly 1998."""
    [rumour] = references(_select(small, "year:1998"), small)
    assert (rumour.certain, rumour.possible, rumour.total) == (0, 1, 1)


def test_what_nothing_cites(small):
    """Of all events nothing is unused; the treaty does not cite the rumour."""
    assert unused(small.select(), small) == []
    assert [each.source.id for each in unused(_select(small, "treaty"), small)] == ["rumour"]


ORDER = """\
sources:
  z: {publisher: Éclair, date: 2019-01}
  late: {publisher: A paper, date: 2020}
  a: {publisher: early bird, date: 2019-01}
  undated: {publisher: An undated one}
events:
  - {date: 2020, title: One, sources: [undated, late, z, a, z]}
  - {date: 2021, title: Two, sources: [late]}
"""


def test_by_date_then_publisher_the_undated_last(tmp_path):
    """Case and accents make no difference; a source cited twice by one event counts once."""
    path = tmp_path / "order.yaml"
    path.write_text(ORDER, encoding="utf-8")
    timeline = load.load(str(path))
    found = references(timeline.select(), timeline)
    assert [each.source.id for each in found] == ["a", "z", "late", "undated"]
    assert [each.total for each in found] == [1, 1, 2, 1]
    by_count = ranked_references(found, "count")
    assert [each.source.id for each in by_count] == ["late", "a", "z", "undated"]
    by_name = ranked_references(found, "name")
    assert [each.source.id for each in by_name] == ["late", "undated", "a", "z"]
