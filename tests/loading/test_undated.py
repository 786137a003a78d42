"""Events whose dates are left out: read in every form, written as they are, told if wrong."""

import json

import jsonschema
import pytest

from timeline.editing import canonical, events, json_lines
from timeline.errors import TimelineError
from timeline.exchange import event_file
from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.indexing import snapshot
from timeline.loading import load
from timeline.loading.quick import files as quick
from timeline.model.answers import Selection
from timeline.model.file_fields import file_fields
from timeline.reports.diff.timelines import differences
from timeline.views import schema

EVENTS = [
    {"id": "opens", "date": "1999-05-02", "title": "It opens"},
    {"id": "seen", "title": "It is seen", "links": [{"after": "opens"}, {"before": "closed"}]},
    {"id": "closed", "date": "1999-06-01", "title": "It is closed"},
    {"title": "It is sold", "links": [{"after": "closed"}]},
]
DATES = {
    "opens": "1999-05-02",
    "seen": "[1999-05-02..1999-06-01]",
    "closed": "1999-06-01",
    "it-is-sold": "[1999-06-01..]",
}


@pytest.fixture(name="file", params=["f.json", "f.jsonl"])
def _file(request, tmp_path):
    path = tmp_path / request.param
    text = "".join(f"{json.dumps(each)}\n" for each in EVENTS)
    path.write_text(json.dumps({"events": EVENTS}) if request.param == "f.json" else text)
    return path


def dates(timeline):
    """Return id → the text of the date."""
    return {event.id: event.date.text for event in timeline}


def test_order_gives_a_date_in_every_form(file):
    """The quick way says the same; and so does what is kept."""
    found = load.load(str(file))
    assert dates(found) == DATES
    assert list(found) == list(load.examine(str(file)).sound())
    header = snapshot.Header(0, (), (), (), 0, 0)
    kept = snapshot.timeline(snapshot.Snapshot(header, snapshot.content(found)), (), None)
    assert list(kept) == list(found)


def test_the_quick_way_reads_them(tmp_path):
    """Nothing takes a second look."""
    path = tmp_path / "f.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in EVENTS))
    assert quick.documents([str(path)])


def test_a_date_that_is_left_out_is_not_written(file):
    """As long as all from which it follows is there."""
    found = load.load(str(file))
    written = {event["id"]: event.get("date") for event in file_fields(found, found)["events"]}
    assert written == {**DATES, "seen": None, "it-is-sold": None}
    sold = found.select()
    part = Selection(match for match in sold if match.event.id in ("opens", "seen"))
    fields = event_file.fields(Export(found, part), Losses())
    assert fields["events"][1] == {
        "id": "seen",
        "date": "[1999-05-02..1999-06-01]",
        "title": "It is seen",
        "links": [{"after": "opens"}],
    }


def test_the_schema_accepts_what_loads():
    """A date, or a link that says order; not another one."""
    check = jsonschema.Draft202012Validator(schema.schema())
    assert check.is_valid(EVENTS)
    assert not check.is_valid([{"title": "It is", "links": [{"denies": "opens"}]}])
    assert not check.is_valid([{"title": "It is"}])


YAML = """\
- id: b
  date: 2020
  title: b

- id: u
  title: u
  links: [{after: b}]

- id: a
  date: 2019
  title: a
"""


def test_one_without_a_date_stays_behind_the_one_above_it():
    """When a file is put in order, and when an event is added."""
    b, u, a = YAML.split("\n\n")
    assert canonical.formatting(YAML).text.split("\n\n") == [a.strip(), b, f"{u}\n"]
    added = events.with_event(YAML, {"id": "c", "date": "2021", "title": "c"})
    assert added.index("id: a") < added.index("id: c")
    added = events.with_event(f"{b}\n\n{u}\n", {"id": "c", "date": "2021", "title": "c"})
    assert added.index("id: u") < added.index("id: c")
    lines = ['{"date": "2020", "title": "b"}', '{"title": "u", "links": [{"after": "b-2020"}]}']
    text = "\n".join([*lines, '{"date": "2019", "title": "a"}', ""])
    assert json_lines.formatted(text).splitlines() == [text.splitlines()[2], *lines]


def test_what_follows_is_no_change(tmp_path):
    """A date that another one moves is not told; one that is written now is."""
    for name, year, date in (("old", 2020, ""), ("new", 2021, ""), ("now", 2021, "2021")):
        said = f"  date: {date}\n" if date else ""
        text = YAML.replace("date: 2020", f"date: {year}").replace(
            "  title: u", f"{said}  title: u"
        )
        (tmp_path / f"{name}.yaml").write_text(text)
    old, new, now = (load.load(str(tmp_path / f"{name}.yaml")) for name in ("old", "new", "now"))
    assert [each.new.id for each in differences(old, new).events.revised] == ["b"]
    (revised,) = differences(new, now).events.revised
    assert [(each.key, each.old, each.new) for each in revised.changes] == [("date", "", "2021")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- {id: u, title: u, links: [{after: v}]}\n- {id: v, title: v, links: [{after: u}]}\n",
            "f.yaml:1:37: 'u' and 'v' have no date but by each other",
        ),
        (
            "- {date: 2019?, title: a}\n- title: u\n  links: [{during: a-2019}]\n",
            "f.yaml:3:20: order gives this event no day: nothing it is linked to has a sure date",
        ),
        (
            (
                "arcs: {x: {title: X}}\nsources: {s: {publisher: P}}\nevents:\n"
                "- {id: u, title: u, arc: x, links: [{after: v}]}\n"
                "- {id: v, title: v, sources: [s], links: [{after: u}]}\n"
            ),
            "f.yaml:4:45: 'u' and 'v' have no date but by each other",
        ),
        (
            "- {date: 2019, title: a}\n- title: u\n  links: [{responds-to: a-2019}]\n",
            "f.yaml:2:3: this event has no date",
        ),
    ],
)
def test_what_has_no_day_is_told_with_its_place(text, expected, tmp_path, monkeypatch):
    """At its links, or where it begins; also in a file with registries."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "f.yaml").write_text(text)
    with pytest.raises(TimelineError) as raised:
        load.load("f.yaml")
    assert str(raised.value).startswith(f"{expected}\n")
