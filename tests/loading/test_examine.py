"""The second door: the same problems, the same timeline, and the places of findings."""

import pytest

from timeline.files.content import Unreadable
from timeline.loading.load import examine, load
from timeline.loading.problems import InvalidFile
from timeline.model.findings import Finding, Level, Spot

TEXT = """\
timeline:
  title: A
  as_of: 2019-12-31
arcs: {north: {title: The north}}
actors:
  union: {name: The Union, aliases: [Capital, "U\\x4e"]}
sources:
  gazette:
    publisher: The Gazette
    url: 'https://a.example/b'
events:
  - date: 2019-01-23
    id: war
    title: >-
      War
      begins
    actors: [union]
    arc: north
    sources: [{note: gazette, source: gazette}]
  - {id: peace, date: '2019-03', title: Peace, tags: [a, b], links: [part-of: war, denies: war]}
"""


def _located(*spot, text=TEXT, name="f.yaml"):
    finding = Finding("rule", Level.note, Spot(*spot), "message", "hint")
    (problem,) = examine(name, instead={name: text}).locate([finding])
    return problem.place.line, problem.place.column, problem.width


@pytest.mark.parametrize(
    ("spot", "place"),
    [
        # An item of a list, what a citation or a link names, the text of a key.
        (("events", "war", "actors", "union"), (17, 14, 5)),
        (("events", "war", "sources", "gazette"), (19, 39, 7)),
        (("events", "peace", "tags", "b"), (20, 58, 1)),
        (("events", "peace", "links", "war"), (20, 79, 3)),
        (("events", "war", "date", "2019-01-23"), (12, 11, 10)),
        (("events", "peace", "date", "2019-03"), (20, 23, 9)),
        (("events", "war", "title", "War begins"), (14, 12, 1)),
        (("actors", "union", "aliases", "UN"), (6, 47, 7)),
        (("sources", "gazette", "url", "https://a.example/b"), (10, 10, 21)),
        (("timeline", "f.yaml", "as_of", "2019-12-31"), (3, 10, 10)),
        # The key, where no value is named or it is not there.
        (("events", "war", "actors"), (17, 5, 6)),
        (("events", "war", "actors", "nobody"), (17, 5, 6)),
        (("events", "peace", "links"), (20, 62, 5)),
        (("timeline", "f.yaml", "title"), (2, 3, 5)),
        (("arcs", "north", "title"), (4, 16, 5)),
        # The entry, where the key is not there, or none is named.
        (("events", "war"), (12, 5, 1)),
        (("events", "war", "places", "Caracas"), (12, 5, 1)),
        (("events", "peace", "status"), (20, 5, 1)),
        (("sources", "gazette"), (8, 3, 7)),
        (("sources", "gazette", "note"), (8, 3, 7)),
        (("timeline", "f.yaml", "summary"), (1, 1, 8)),
    ],
)
def test_a_spot_has_its_place(spot, place):
    """From value to key to entry: line, column and width, counted in the text above."""
    assert _located(*spot) == place


def test_a_name_without_an_entry_is_where_it_is_named_first():
    """A file without registries has no other place for an actor."""
    text = "- {date: 2019, title: a, arc: n}\n- {date: 2020, title: b, actors: [x, y], arc: n}\n"
    assert _located("actors", "y", "name", "y", text=text) == (2, 38, 1)
    assert _located("arcs", "n", text=text) == (1, 31, 1)
    assert _located("sources", "nowhere", text=text) == (1, 1, 1)


def test_a_spot_in_json_has_its_place():
    """In quotes, as they are written."""
    text = '[{"date": "2019",\n  "title": "a", "tags": ["b"]}]'
    assert _located("events", "a-2019", "tags", "b", text=text, name="f.json") == (2, 26, 3)
    assert _located("events", "a-2019", "tags", text=text, name="f.json") == (2, 17, 6)


def test_problems_are_those_that_load_raises():
    """With the level and the rule of all that keeps a file from loading."""
    files = {"a.yaml": "- {date: 20x9, title: a}\n- title: b\n", "b.yaml": "- {date: 2019}\n"}
    examination = examine(*files, instead=files)
    with pytest.raises(InvalidFile) as raised:
        load(*files, instead=files)
    assert examination.timeline is None
    said = [(each.place, each.message, each.hint) for each in raised.value.problems]
    assert [(each.place, each.message, each.hint) for each in examination.problems] == said
    assert {(each.rule, each.level) for each in examination.problems} == {("invalid", Level.error)}
    reports = "\n".join(examination.report(each) for each in examination.problems)
    assert reports.replace(": error: ", ": ").replace(" [invalid]\n", "\n") == str(raised.value)


def test_a_sound_file_has_a_timeline_and_no_problems():
    """The same that `load` returns."""
    files = {"f.yaml": TEXT}
    examination = examine("f.yaml", instead=files)
    assert examination.problems == []
    assert examination.sound() is examination.timeline
    events = [match.event for match in load("f.yaml", instead=files).select()]
    assert [match.event for match in examination.timeline.select()] == events


def test_what_is_no_text_is_still_raised():
    """There is nothing to examine."""
    with pytest.raises(Unreadable):
        examine("nowhere.yaml")


def test_findings_come_in_the_order_of_the_files():
    """File by file as they were named, then line by line; whatever rule found them."""
    files = {"b.yaml": "- {date: 2019, title: b}\n- {date: 2018, title: c}\n",
             "a.yaml": "- {date: 2017, title: a}\n"}  # fmt: skip
    spots = [Spot("events", id_) for id_ in ("a-2017", "c-2018", "b-2019")]
    findings = [Finding(f"rule-{at}", Level.note, spot, "m") for at, spot in enumerate(spots)]
    problems = examine(*files, instead=files).locate(findings)
    assert [str(each.place) for each in problems] == ["b.yaml:1:3", "b.yaml:2:3", "a.yaml:1:3"]
    assert [each.spot.id for each in problems] == ["b-2019", "c-2018", "a-2017"]


def test_an_entry_of_two_files_is_in_the_first():
    """Both have the same; the first has the place."""
    text = "actors: {a: {name: A}}\nevents: []\n"
    files = {"a.yaml": text, "b.yaml": f"\n{text}"}
    finding = Finding("rule", Level.note, Spot("actors", "a"), "m")
    (problem,) = examine(*files, instead=files).locate([finding])
    assert str(problem.place) == "a.yaml:1:10"


def test_a_report_names_level_and_rule():
    """The place first, so that editors can jump to it."""
    finding = Finding(
        "a-rule", Level.warning, Spot("events", "war", "date"), "too\x1bexact", "2019"
    )
    examination = examine("f.yaml", instead={"f.yaml": TEXT})
    (problem,) = examination.locate([finding])
    assert examination.report(problem) == (
        "f.yaml:12:5: warning: too␛exact [a-rule]\n"
        "   12 |   - date: 2019-01-23\n"
        "      |     ^^^^\n"
        "      | 2019"
    )
