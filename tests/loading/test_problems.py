"""Everything that can be wrong with the content of a file: the whole report, letter by letter."""

import json

import pytest

from timeline.loading import references
from timeline.loading.load import examine
from timeline.loading.problems import InvalidFile

HEAD = "- date: 2019\n  title: a\n"
REGISTRIES = """\
actors:
  vladimir-putin: {name: Vladimir Putin, aliases: [Putin], of: [russia]}
  russia: {name: Russia}
arcs: {crisis-2019: {title: The 2019 crisis}}
sources: {tass-2019-01-24: {publisher: TASS, title: Moscow speaks}}
events:
"""

CASES = {
    "unknown key": (
        f"{HEAD}  sumary: b\n",
        """\
f.yaml:3:3: unknown key 'sumary' in an event
    3 |   sumary: b
      |   ^^^^^^
      | did you mean 'summary'?""",
    ),
    "unknown key like no other": (
        "timeline: {colour: red}\n",
        """\
f.yaml:1:12: unknown key 'colour' in 'timeline'
    1 | timeline: {colour: red}
      |            ^^^^^^
      | it may have 'title', 'summary' and 'as_of'""",
    ),
    "unknown section": (
        "event: []\n",
        """\
f.yaml:1:1: unknown key 'event' in the file
    1 | event: []
      | ^^^^^
      | did you mean 'events'?""",
    ),
    "merge key": (
        "- &a {date: 2019, title: a}\n- date: 2020\n  title: b\n  <<: *a\n",
        """\
f.yaml:4:3: unknown key '<<' in an event
    4 |   <<: *a
      |   ^^
      | merge keys are not read: write the keys out""",
    ),
    "repeated key": (
        f"{HEAD}  date: 2020\n",
        """\
f.yaml:3:3: the key 'date' stands twice in an event
    3 |   date: 2020
      |   ^^^^
      | the first is in line 1""",
    ),
    "repeated registry id": (
        "arcs:\n  a: {}\n  a: {}\n",
        """\
f.yaml:3:3: the key 'a' stands twice in 'arcs'
    3 |   a: {}
      |   ^
      | the first is in line 2""",
    ),
    "key that is no text": (
        f"{HEAD}  [b]: c\n",
        """\
f.yaml:3:3: a key in an event must be text
    3 |   [b]: c
      |   ^
      | write 'key: value' lines""",
    ),
    "neither date nor title": (
        "- summary: a\n",
        """\
f.yaml:1:3: this event has no date
    1 | - summary: a
      |   ^
      | add 'date: 2019-01-23', or as vague as it is: 2019-01, 2019, 2019~; or links: [{after: ID}]
f.yaml:1:3: this event has no title
    1 | - summary: a
      |   ^
      | add 'title: What happened'""",
    ),
    "blank title": (
        "- {date: 2019, title: ' '}\n",
        """\
f.yaml:1:16: this event's title is empty
    1 | - {date: 2019, title: ' '}
      |                ^^^^^
      | write 'title: What happened'""",
    ),
    "date with a fault inside": (
        "- date: 2019-13-01\n  title: a\n",
        """\
f.yaml:1:14: not a date: this reads as month 13, and there is none
    1 | - date: 2019-13-01
      |              ^
      | the month comes before the day: write 2019-01-13""",
    ),
    "date in words": (
        "- date: late October 2025\n  title: a\n",
        """\
f.yaml:1:9: not a date: 'late' is a word; EDTF writes dates in numbers
    1 | - date: late October 2025
      |         ^^^^^^^^^^^^^^^^^
      | write '[2025-10-21..2025-10-31]'""",
    ),
    "date that depends on today": (
        "- date: last month\n  title: a\n",
        """\
f.yaml:1:9: not a date: 'last' is a word; EDTF writes dates in numbers
    1 | - date: last month
      |         ^^^^^^^^^^
      | write 2019, 2019-03, 2019-03-15, 2019/2020, 2019~ or 201X""",
    ),
    "no date at all": (
        "- date: x\n  title: a\n",
        """\
f.yaml:1:9: this is not a date
    1 | - date: x
      |         ^
      | write 2019, 2019-03, 2019-03-15, 2019/2020, 2019~ or 201X""",
    ),
    "set of dates without quotes": (
        "- date: [2018, 2019]\n  title: a\n",
        """\
f.yaml:1:9: 'date' must be text
    1 | - date: [2018, 2019]
      |         ^
      | put a set of dates in quotes: '[2018,2019]'""",
    ),
    "date of a source": (
        "sources:\n  a: {date: 2019-02-30}\n",
        """\
f.yaml:2:21: not a date: February 2019 has 28 days
    2 |   a: {date: 2019-02-30}
      |                     ^
      | write 2019-02-28 for its last day, or 2019-02""",
    ),
    "as_of that is no day": (
        "timeline: {as_of: 2025}\n",
        """\
f.yaml:1:19: 'as_of' must be one day
    1 | timeline: {as_of: 2025}
      |                   ^^^^
      | write 2025-11-30""",
    ),
    "wrong status": (
        f"{HEAD}  status: confrmed\n",
        """\
f.yaml:3:11: 'confrmed' is not a status
    3 |   status: confrmed
      |           ^^^^^^^^
      | did you mean 'confirmed'?""",
    ),
    "status with a capital": (
        f"{HEAD}  status: Claimed\n",
        """\
f.yaml:3:11: 'Claimed' is not a status
    3 |   status: Claimed
      |           ^^^^^^^
      | did you mean 'claimed'?""",
    ),
    "wrong kind of event": (
        f"{HEAD}  kind: battle\n",
        """\
f.yaml:3:9: 'battle' is not a kind
    3 |   kind: battle
      |         ^^^^^^
      | write 'statement'""",
    ),
    "wrong reliability": (
        "sources:\n  a: {reliability: G}\n",
        """\
f.yaml:2:20: 'G' is not a reliability
    2 |   a: {reliability: G}
      |                    ^
      | write 'A', 'B', 'C', 'D', 'E' or 'F'""",
    ),
    "wrong credibility": (
        f"{HEAD}  sources: [{{source: b, credibility: 7}}]\n",
        """\
f.yaml:3:38: '7' is not a credibility
    3 |   sources: [{source: b, credibility: 7}]
      |                                      ^
      | write '1', '2', '3', '4', '5' or '6'""",
    ),
    "citation without a source": (
        f"{HEAD}  sources: [{{credibility: 2}}]\n",
        """\
f.yaml:3:13: this citation names no source
    3 |   sources: [{credibility: 2}]
      |             ^
      | write {source: ID, credibility: 2}""",
    ),
    "citation that is a list": (
        f"{HEAD}  sources: [[b]]\n",
        """\
f.yaml:3:13: a citation must have keys and values
    3 |   sources: [[b]]
      |             ^
      | write 'key: value' lines""",
    ),
    "unknown link type": (
        f"{HEAD}  id: a\n- {{date: 2020, title: b, links: [{{deny: a}}]}}\n",
        """\
f.yaml:4:35: 'deny' is not a link type
    4 | - {date: 2020, title: b, links: [{deny: a}]}
      |                                   ^^^^
      | did you mean 'denies'?""",
    ),
    "link without a type": (
        f"{HEAD}  links: [b]\n",
        """\
f.yaml:3:11: a link must name its type and an event
    3 |   links: [b]
      |           ^
      | write {denies: ID}""",
    ),
    "link without an event": (
        f"{HEAD}  links: [{{confirms: }}]\n",
        """\
f.yaml:3:12: this link names no event
    3 |   links: [{confirms: }]
      |            ^^^^^^^^
      | write {confirms: ID}""",
    ),
    "link to itself": (
        f"{HEAD}  id: a\n  links: [{{denies: a}}]\n",
        """\
f.yaml:4:20: this event links to itself
    4 |   links: [{denies: a}]
      |                    ^
      | name the other event""",
    ),
    "text where a list belongs": (
        f"{HEAD}  actors: putin\n",
        """\
f.yaml:3:11: 'actors' must be a list
    3 |   actors: putin
      |           ^^^^^
      | write actors: [putin]""",
    ),
    "text with a bracket where a list belongs": (
        f"{HEAD}  tags: war]\n",
        """\
f.yaml:3:9: 'tags' must be a list
    3 |   tags: war]
      |         ^^^^
      | write tags: ["war]"]""",
    ),
    "mapping where a list belongs": (
        f"{HEAD}  links: {{denies: b}}\n",
        """\
f.yaml:3:10: 'links' must be a list
    3 |   links: {denies: b}
      |          ^
      | write links: [{denies: ID}]""",
    ),
    "mapping where names belong": (
        f"{HEAD}  places: {{b: c}}\n",
        """\
f.yaml:3:11: 'places' must be a list
    3 |   places: {b: c}
      |           ^
      | begin each item with '- '""",
    ),
    "list where text belongs": (
        "- {date: 2019, title: [a]}\n",
        """\
f.yaml:1:23: 'title' must be text
    1 | - {date: 2019, title: [a]}
      |                       ^
      | put text that begins with [ or { in quotes""",
    ),
    "mapping in a list of names": (
        f"{HEAD}  tags: [b, {{c: d}}]\n",
        """\
f.yaml:3:13: 'tags' must be text
    3 |   tags: [b, {c: d}]
      |             ^
      | put text that begins with [ or { in quotes""",
    ),
    "text where a mapping belongs": (
        "timeline: hello\n",
        """\
f.yaml:1:11: 'timeline' must have keys and values
    1 | timeline: hello
      |           ^^^^^
      | write 'key: value' lines""",
    ),
    "list where a registry belongs": (
        "actors: [a]\n",
        """\
f.yaml:1:9: 'actors' must have an id for each actor
    1 | actors: [a]
      |         ^
      | write 'id: {…}' lines, each id once""",
    ),
    "event that is text": (
        "- hello\n",
        """\
f.yaml:1:3: an event must have keys and values
    1 | - hello
      |   ^^^^^
      | write 'key: value' lines""",
    ),
    "events that are a mapping": (
        "events:\n  date: 2019\n  title: a\n",
        """\
f.yaml:2:3: 'events' must be a list
    2 |   date: 2019
      |   ^
      | write events: [{date: 2019-01-23, title: What happened}]""",
    ),
    "an event alone": (
        "date: 2019\ntitle: a\n",
        """\
f.yaml:1:1: this is an event, not a timeline
    1 | date: 2019
      | ^
      | make a list: begin it with '- ', or put it in [ ]""",
    ),
    "text alone": (
        "hello\n",
        """\
f.yaml:1:1: this is text, not a timeline
    1 | hello
      | ^^^^^
      | begin with 'events:' and a list of events, or with the list alone""",
    ),
    "value too long": (
        f"{HEAD}  note: {'b' * 100_001}\n",
        f"""\
f.yaml:3:9: 'note' is 100,001 characters long
    3 |   note: {"b" * 62}…
      |         {"^" * 62}
      | a value may have 100,000""",
    ),
    "repeated id": (
        "- {date: 2019, title: a, id: x}\n- {date: 2020, title: b, id: x}\n",
        """\
f.yaml:2:30: the id 'x' stands twice
    2 | - {date: 2020, title: b, id: x}
      |                              ^
      | the first is at f.yaml:1; every event needs its own""",
    ),
    "near-miss of an actor": (
        f"{REGISTRIES}- {{date: 2019, title: a, actors: [vladmir-putin]}}\n",
        """\
f.yaml:7:35: no actor is called 'vladmir-putin'
    7 | - {date: 2019, title: a, actors: [vladmir-putin]}
      |                                   ^^^^^^^^^^^^^
      | did you mean 'vladimir-putin'?""",
    ),
    "actor by alias": (
        f"{REGISTRIES}- {{date: 2019, title: a, actors: [Putin]}}\n",
        """\
f.yaml:7:35: no actor is called 'Putin'
    7 | - {date: 2019, title: a, actors: [Putin]}
      |                                   ^^^^^
      | write 'vladimir-putin'""",
    ),
    "actor like no other": (
        f"{REGISTRIES}- {{date: 2019, title: a, actors: [xyz]}}\n",
        """\
f.yaml:7:35: no actor is called 'xyz'
    7 | - {date: 2019, title: a, actors: [xyz]}
      |                                   ^^^
      | add it to 'actors'""",
    ),
    "unknown group": (
        "actors:\n  a: {of: [bb]}\n  b: {name: bbc}\n",
        """\
f.yaml:2:12: no actor is called 'bb'
    2 |   a: {of: [bb]}
      |            ^^
      | did you mean 'b'?""",
    ),
    "arc by title": (
        f"{REGISTRIES}- {{date: 2019, title: a, arc: the 2019 Crisis}}\n",
        """\
f.yaml:7:31: no arc is called 'the 2019 Crisis'
    7 | - {date: 2019, title: a, arc: the 2019 Crisis}
      |                               ^^^^^^^^^^^^^^^
      | write 'crisis-2019'""",
    ),
    "source by publisher": (
        f"{REGISTRIES}- {{date: 2019, title: a, sources: [{{source: TASS}}]}}\n",
        """\
f.yaml:7:45: no source is called 'TASS'
    7 | - {date: 2019, title: a, sources: [{source: TASS}]}
      |                                             ^^^^
      | write 'tass-2019-01-24'""",
    ),
    "near-miss of a source": (
        f"{REGISTRIES}- {{date: 2019, title: a, sources: [tas-2019-01-24]}}\n",
        """\
f.yaml:7:36: no source is called 'tas-2019-01-24'
    7 | - {date: 2019, title: a, sources: [tas-2019-01-24]}
      |                                    ^^^^^^^^^^^^^^
      | did you mean 'tass-2019-01-24'?""",
    ),
    "unknown event": (
        f"{HEAD}  id: letter\n- {{date: 2020, title: b, links: [{{denies: leter}}]}}\n",
        """\
f.yaml:4:43: no event is called 'leter'
    4 | - {date: 2020, title: b, links: [{denies: leter}]}
      |                                           ^^^^^
      | did you mean 'letter'?""",
    ),
    "circle of members": (
        "actors:\n  a: {of: [b]}\n  b: {of: [c]}\n  c: {of: [a]}\n  d: {of: [a]}\n",
        """\
f.yaml:2:3: 'a' is a member of itself
    2 |   a: {of: [b]}
      |   ^
      | by way of 'b' and 'c': take one 'of' out""",
    ),
    "member of itself": (
        "actors:\n  a: {of: [a]}\n",
        """\
f.yaml:2:3: 'a' is a member of itself
    2 |   a: {of: [a]}
      |   ^
      | take it out of its 'of'""",
    ),
    "circle of parts": (
        """\
- {id: a, date: 2019, title: a, links: [{part-of: b}]}
- {id: b, date: 2019, title: b, links: [{part-of: a}]}
""",
        """\
f.yaml:1:8: the event 'a' is a part of itself
    1 | - {id: a, date: 2019, title: a, links: [{part-of: b}]}
      |        ^
      | by way of 'b': take one 'part-of' out""",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_says_what_is_wrong_where_and_what_to_write(report, text, expected):
    """Place, message, the line, a caret under the fault, and a hint that helps."""
    assert report(text) == expected


def test_all_problems_are_reported_at_once_in_the_order_of_the_file(report):
    """Those of the values and those between the parts, sorted by line and column."""
    text = (
        "actors: {russia: {name: Russia}}\nevents:\n"
        "- {id: x, date: 20x9, titel: a, actors: [rusia]}\n- {id: x, date: 2019, title: b}\n"
    )
    places = [line.split(": ", 1)[0] for line in report(text).split("\n") if "f.yaml:" in line[:7]]
    assert places == ["f.yaml:3:3", "f.yaml:3:19", "f.yaml:3:23", "f.yaml:3:42", "f.yaml:4:8"]


def test_problems_are_values_too(loaded):
    """Whoever catches the error has place, message, hint and width."""
    with pytest.raises(InvalidFile) as caught:
        loaded(f"{HEAD}  sumary: b\n")
    (problem,) = caught.value.problems
    assert (str(problem.place), problem.width) == ("f.yaml:3:3", 6)
    assert problem.message == "unknown key 'sumary' in an event"
    assert problem.hint == "did you mean 'summary'?"
    assert caught.value.exit_code == 1


def test_fifty_problems_are_shown_and_the_others_counted(report):
    """Thousands of faults are one fault, thousands of times."""
    said = report("- {date: 2019}\n" * 1_234).split("\n")
    assert said[-1] == "and 1,184 more problems"
    assert sum(line.endswith("this event has no title") for line in said) == 50


def test_what_an_alias_repeats_is_one_problem(report):
    """The fault stands in the file once."""
    said = report("- {date: &d 20x9, title: a}\n- {date: *d, title: b}\n")
    assert said.count("f.yaml:") == 1


def test_an_ambiguous_name_has_all_its_ids_in_the_hint(report):
    """Two sources of one publisher: either may be meant."""
    text = (
        "sources: {a-1: {publisher: TASS}, b-2: {publisher: Tass}}\n"
        "events: [{date: 2019, title: a, sources: [TASS]}]\n"
    )
    assert report(text).endswith("write 'a-1' or 'b-2'")


def test_two_circles_are_two_problems(report):
    """Each circle once, be it ever so long."""
    said = report("actors: {a: {of: [b]}, b: {of: [a]}, c: {of: [d]}, d: {of: [c]}}\n")
    assert [line for line in said.split("\n") if "f.yaml" in line] == [
        "f.yaml:1:10: 'a' is a member of itself",
        "f.yaml:1:38: 'c' is a member of itself",
    ]


def test_a_long_circle_is_told_in_short(report):
    """Five names and a count: 3,000 names help nobody. Nor does it take long."""
    rows = [f"  a{number}: {{of: [a{(number + 1) % 3_000}]}}\n" for number in range(3_000)]
    hint = report("actors:\n" + "".join(rows)).split("\n")[-1]
    ways = "by way of 'a1', 'a2', 'a3', 'a4', 'a5', and 2,994 others: take one 'of' out"
    assert hint == f"      | {ways}"


@pytest.mark.parametrize(
    "text",
    [
        "- {date: 2019, title: a, actors: [x, y], arc: z, sources: [w]}\n",
        "actors: {}\nevents: [{date: 2019, title: a, actors: [x], arc: y, sources: [z]}]\n",
        "actors: {x: }\nevents: [{date: 2019, title: a, actors: [x, '', ~], arc: y}]\n",
        "- {date: 2019, title: a}\n- {date: 2020, title: b, links: [{denies: a-2019}]}\n",
        "actors: {a: {of: [b]}, b: {of: [c]}, c: , d: {of: [a, b, c]}}\n",
    ],
)
def test_nothing_is_wrong(report, text):
    """Names without a registry, empty values, links to ids that were made, shared groups."""
    assert report(text) == ""


@pytest.mark.parametrize("name", ["f.yaml", "f.json"])
def test_nobody_belongs_to_too_many(report, name):
    """Every event of a member is one of all its groups: a chain of thousands has no end."""

    def chain(number):
        actors = {f"a{at}": {"of": [f"a{at - 1}"] if at else []} for at in range(number)}
        return json.dumps({"actors": actors, "events": [{"date": "2019", "title": "t"}]}, indent=1)

    assert report(chain(101), name) == ""
    said = report(chain(3000), name)
    assert "'a101' belongs to more than 100 others, through others" in said
    assert said.count("belongs to more than") == 1
    wide = {f"a{at}": {} for at in range(101)} | {"b": {"of": [f"a{at}" for at in range(101)]}}
    text = json.dumps({"actors": wide, "events": [{"date": "2019", "title": "t"}]})
    assert "'b' belongs to more than 100 others" in report(text, name)


def test_names_that_are_like_no_other_are_looked_for_so_many_times(monkeypatch):
    """A file with hundreds of unknown names has another fault than slips."""
    looked = []
    monkeypatch.setattr(references, "nearest", lambda *args: looked.append(args) or [])
    events = "".join(f"- {{date: 2019, title: t{at}, actors: [u{at}]}}\n" for at in range(300))
    examination = examine("f.yaml", instead={"f.yaml": f"actors: {{a: {{}}}}\nevents:\n{events}"})
    assert {problem.hint for problem in examination.problems} == {"add it to 'actors'"}
    assert len(examination.problems) == 300
    assert len({args[0] for args in looked}) == 50
