"""Several files load as one timeline."""

import pytest

from timeline.edtf import parse
from timeline.loading.load import load
from timeline.loading.shipped import default_path
from timeline.model.records import Actor, Arc, Source

A = "timeline: {title: A, as_of: 2020-01-31}\nactors: {x: {name: X}}\nevents:\n"
B = """\
timeline: {title: B, summary: of B, as_of: 2024-01-01}
actors: {x: {name: X}, y: {}}
events:
"""


@pytest.mark.parametrize("files", [{"a_yaml": A, "b_yaml": B}, {"b_yaml": B, "a_yaml": A}])
def test_the_first_title_and_the_earliest_day_stand(loaded, files):
    """All of it is told up to the day on which the first of the files closes."""
    timeline = loaded(**files)
    assert timeline.as_of == parse("2020-01-31").earliest_start
    assert (timeline.title, timeline.summary) == (next(iter(files))[0].upper(), "of B")
    assert set(timeline.actors) == {"x", "y"}


MINE = """actors:
  x: {name: X, aliases: [Ex, Xx], of: [y], note: mine}
  y: {name: Y, of: [z]}
  "z ":
arcs: {n: {summary: S}}
sources: {s: {date: '2019-05', url: 'https://s.example'}}
events:
- {id: b, date: 2020, title: b, actors: [x, z], arc: n, sources: [s]}
"""
THEIRS = """actors:
  x: {kind: person, aliases: [Xx, Xxx], of: [z]}
  y:
  z: {name: Z}
arcs: {n: {title: North, summary: S}}
sources: {s: {publisher: P, date: 2019-05}}
"""


@pytest.mark.parametrize("swapped", [False, True])
def test_registries_unite(loaded, swapped):
    """Lists are joined in the order of the files; what one file leaves out the other says."""
    texts = [THEIRS, MINE] if swapped else [MINE, THEIRS]
    timeline = loaded(a_yaml=texts[0], b_yaml=texts[1])
    aliases, of = (
        (("Xx", "Xxx", "Ex"), ("z", "y")) if swapped else (("Ex", "Xx", "Xxx"), ("y", "z"))
    )
    assert timeline.actors["x"] == Actor("x", "X", "person", aliases, of, "mine")
    assert timeline.actors["y"] == Actor("y", "Y", of=("z",))
    assert timeline.actors["z"] == Actor("z", "Z")
    assert timeline.arcs == {"n": Arc("n", "North", "S")}
    assert timeline.sources == {"s": Source("s", "P", "", parse("2019-05"), "https://s.example")}
    assert timeline.members("z") == {"x", "y", "z"}


def test_a_file_of_ones_own_stands_beside_the_curated_one(loaded, curated):
    """It may name what that has, with one alias more."""
    loaded(
        "actors: {russia: {name: Russia, aliases: [Third Rome]}}\n"
        "events: [{date: 2019, title: Mine, actors: [russia]}]\n"
    )
    for paths in ([str(default_path()), "f.yaml"], ["f.yaml", str(default_path())]):
        found = load(*paths)
        assert len(found) == len(curated) + 1
        names = set(found.actors["russia"].aliases)
        assert names == {*curated.actors["russia"].aliases, "Third Rome"}
        assert found.actors["russia"].kind == "state"


def test_events_of_all_files_are_in_one_order_ties_in_the_order_of_the_files(loaded):
    """Earliest start; then the wider; then the place in the files."""
    first = (
        "- {date: 2019-03, title: a}\n- {date: 2018, title: b}\n- {date: 2019-03-01, title: c}\n"
    )
    second = "- {date: 2019-03, title: d}\n- {date: 2019, title: e}\n- {date: 2018, title: b}\n"
    timeline = loaded(a_yaml=first, b_yaml=second)
    assert [match.event.id for match in timeline.select()] == [
        "b-2018",
        "b-2018-2",
        "e-2019",
        "a-2019",
        "d-2019",
        "c-2019",
    ]


def test_a_reference_may_lead_into_another_file(report):
    """Registries and events count for all files together."""
    event = "- {id: b, date: 2019, title: b, actors: [y], links: [{denies: a}]}\n"
    assert (
        report(a_yaml=f"{A}- {{id: a, date: 2019, title: a, actors: [y]}}\n", b_yaml=B + event)
        == ""
    )


def test_an_id_is_given_once_in_all_files(report):
    """The problem stands in the later file, and names the earlier."""
    text = "- {id: a, date: 2019, title: a}\n"
    assert (
        report(a_yaml=text, b_yaml=f"\n{text}")
        == """\
b.yaml:2:8: the id 'a' stands twice
    2 | - {id: a, date: 2019, title: a}
      |        ^
      | the first is at a.yaml:1; every event needs its own"""
    )


def test_an_entry_that_contradicts_another_is_a_problem(report):
    """Silence would hide one of the two; both places are told."""
    assert (
        report(a_yaml=A, b_yaml=B.replace("name: X", "name: Z"))
        == """\
b.yaml:2:20: the name of the actor 'x' is 'X' in a.yaml:2:20
    2 | actors: {x: {name: Z}, y: {}}
      |                    ^
      | make both the same, or take one out"""
    )


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("actors: {x: {kind: state}}", "actors: {x: {kind: person}}", "kind of the actor"),
        ("actors: {x: {note: a}}", "actors: {x: {note: b}}", "note of the actor"),
        ("arcs: {x: {title: A}}", "arcs: {x: {title: B}}", "title of the arc"),
        ("sources: {x: {date: 2019}}", "sources: {x: {date: 2019-01}}", "date of the source"),
        ("sources: {x: {url: a}}", "sources: {x: {url: b}}", "url of the source"),
        ("sources: {x: {reliability: A}}", "sources: {x: {reliability: B}}", "reliability of the"),
    ],
)
def test_every_single_value_can_contradict(report, one, other, said):
    """And a third file that says nothing of it does not come between."""
    event = "\nevents: [{date: 2019, title: t}]"
    middle = one.partition(":")[0] + ": {x: }"
    texts = {"a_yaml": one, "b_yaml": middle, "c_yaml": other + event}
    found = report(**texts)
    assert found.startswith("c.yaml:1:")
    assert f"the {said}" in found
    assert "in a.yaml:1:" in found
    assert report(a_yaml=one, b_yaml=middle, c_yaml=one + event) == ""


def test_the_same_date_may_be_written_in_two_ways(loaded):
    """What it says counts."""
    text = "sources: {{s: {{date: '{}'}}}}\nevents: [{{date: 2019, title: t, sources: [s]}}]"
    found = loaded(a_yaml=text.format("2018?-06?"), b_yaml=text.format("2018-06?"))
    assert str(found.sources["s"].date) == "2018-06?"


def test_a_circle_may_go_through_several_files(report):
    """It is told once, in the first of them."""
    said = report(a_yaml="actors: {a: {of: [b]}}\n", b_yaml="actors: {b: {of: [a]}}\n")
    assert said.startswith("a.yaml:1:10: 'a' is a member of itself\n")
    assert said.count("member of itself") == 1
    said = report(
        a_yaml="actors: {a: {of: [b]}, b: {}}\n", b_yaml="actors: {b: {of: [a]}, a: {}}\n"
    )
    assert said.startswith("a.yaml:1:10: 'a' is a member of itself\n")


def test_problems_of_all_files_are_reported_file_by_file(report):
    """In the order in which the files were named."""
    said = report(b_yaml="- {date: 2019}\n", a_yaml="- {date: x, title: a}\n", c_json="[1,]")
    heads = [line for line in said.split("\n") if line[1:2] == "."]
    assert heads == [
        "b.yaml:1:3: this event has no title",
        "a.yaml:1:10: this is not a date",
        "c.json:1:3: not JSON: a comma after the last value",
    ]


def test_a_file_that_is_named_twice_is_read_once(loaded):
    """Its events are not repeated."""
    loaded("- {id: a, date: 2019, title: a}\n")
    assert len(load("f.yaml", "f.yaml")) == 1


def test_open_ends_stop_at_as_of_or_else_today(loaded):
    """The day of its own file comes first; without either they stay as they are."""
    event = "- {date: 2019/.., title: a}\n"
    today = parse("2021-01-01").earliest_start
    begin = parse("2019").earliest_start

    def still_going_on(timeline):
        return timeline.select().matches[0].event.date.earliest_end

    assert still_going_on(loaded(event)) == begin
    assert still_going_on(loaded(event, today=today)) == today
    assert still_going_on(loaded(f"{A}{event}", today=today)) == parse("2020-01-31").earliest_start
    assert still_going_on(loaded(a_yaml=event, b_yaml=B)) == begin
    assert still_going_on(loaded(a_yaml=event, b_yaml=B, today=today)) == today


@pytest.mark.parametrize("swapped", [False, True])
def test_each_event_keeps_the_day_of_its_file(loaded, swapped):
    """One closes in 2020, two in 2022, three never: whatever the order of the files."""
    text = "timeline: {{as_of: {}}}\nevents: [{{id: {}, date: 2019/.., title: t}}]"
    files = {
        "a_yaml": text.format("2020-12-31", "a"),
        "b_yaml": text.format("2022-12-31", "b"),
        "c_yaml": "- {id: c, date: 2019/.., title: t}",
    }
    days = {"a": "2020-12-31", "b": "2022-12-31", "c": "2025-01-01"}
    closed = {id_: parse(day).earliest_start for id_, day in days.items()}
    names = sorted(files, reverse=swapped)
    found = loaded(**{name: files[name] for name in names}, today=closed["c"])
    ends = {match.event.id: match.event.date.earliest_end for match in found.select()}
    assert ends == closed
    assert {id_: found.get(id_).as_of for id_ in days} == {**closed, "c": None}
    assert found.as_of == closed["a"]


def test_a_key_is_read_as_a_value_is(loaded, report):
    """Without blanks around it, its lines joined: what a value can name, a key can be."""
    found = loaded(
        'actors: {" a ": {name: A}, "b\\n c": {}, "d\\u2028": {}}\n'
        '" events ": [{" date": 2019, "title ": t, actors: [a, b c, d]}]\n'
    )
    assert list(found.actors) == ["a", "b c", "d"]
    assert found.get("t-2019").actors == ("a", "b c", "d")
    said = report('actors: {"a": {}, "a ": {}}\nevents: [{date: 2019, title: t}]')
    assert said.startswith("f.yaml:1:19: the key 'a' stands twice in 'actors'\n")
    assert "'key' is 100,001 characters long" in report(f'{{"{"x" * 100_001}": 1}}', "f.json")
