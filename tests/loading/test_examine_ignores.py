"""Comments that leave an entry alone: whose they are, what they name, what is none."""

import pytest

from timeline.loading.load import checked, examine
from timeline.model.findings import Finding, Level, Spot

MARK = "# timeline: ignore a-rule"
ONE, TWO = Spot("events", "one"), Spot("events", "two")
KNOWN = ("a-rule", "b-rule")


def _left(text, *findings, name="f.yaml"):
    """Return the ids of the spots of which `a-rule` is still told."""
    findings = findings or tuple(Finding("a-rule", Level.note, each, "m") for each in (ONE, TWO))
    ways = (way(name, instead={name: text}) for way in (examine, checked))
    left, again = ([each.spot.id for each in way.locate(findings)] for way in ways)
    heard = checked(name, instead={name: text}).heard(findings)
    assert sorted(each.spot.id for each in heard) == sorted(left)
    assert again == left
    return left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        # In the block, by indentation, wherever; also below its last key.
        ("- id: one\n  MARK\n  date: 2019\n  title: a\n- TWO\n", "two"),
        ("- id: one\n  date: 2019\n  title: a\n  MARK\n- TWO\n", "two"),
        ("- id: one\n  date: 2019\n  title: a\n\n  MARK\n- TWO\n",
         "two"),
        ("- id: one\n  date: 2019\nMARK\n  title: a\n- TWO\n", "two"),
        ("- id: one\n  date: 2019\n  title: a\n- TWO\n  MARK\n", "one"),
        # Behind a value, or the dash.
        ("- id: one  MARK\n  date: 2019\n  title: a\n- TWO\n", "two"),
        ("- {id: one, date: 2019, title: a}  MARK\n- TWO\n", "two"),
        ("- {id: one, date: 2019, title: a}\n- MARK\n  id: two\n  date: 2019\n  title: a\n", "one"),
        ("- id: one\n  date: 2019\n  title: >-  MARK\n    a\n- TWO\n",
         "two"),
        # Directly above, with other comments between.
        ("MARK\n- {id: one, date: 2019, title: a}\n- TWO\n", "two"),
        ("- {id: one, date: 2019, title: a}\nMARK\n- TWO\n", "one"),
        ("- {id: one, date: 2019, title: a}\nMARK\n# why\n-\n  id: two\n  date: 2019\n  title: a\n",
         "one"),
        (("events:\n  MARK\n  - id: one\n    date: 2019\n    title: a\n  - {id: two,"
         " title: a, date: 19XX}"), "two"),
        # Not directly above, or beside a section: of nobody.
        ("MARK\n\n- {id: one, date: 2019, title: a}\n- TWO\n",
         "one two"),
        ("- {id: one, date: 2019, title: a}\n- TWO\n\nMARK\n", "one two"),
        ("sources: {x: {}}\nevents:  MARK\n- {id: one, date: 2019, title: a}\n- TWO\n",
         "one two"),
    ],
)  # fmt: skip
def test_whose_comment_it_is(text, left):
    """That of the block in which it stands, or of the entry below it."""
    text = text.replace("MARK", MARK).replace("TWO", "id: two\n  date: 2019\n  title: a")
    assert _left(text) == left.split()


@pytest.mark.parametrize(
    "text",
    [
        "- id: one\n  date: 2019\n  title: 'a MARK'\n",
        "- id: one\n  date: 2019\n  title: |\n    a\n    MARK\n",
        "- id: one\n  date: 2019\n  title: >-  # a comment\n    a\n    MARK\n  # another\n",
        '- id: one\n  date: 2019\n  title: "a\n    MARK"\n',
        "- id: one\n  date: 2019\n  title: a#timeline:ignore a-rule\n",
        "- {id: one, date: 2019, title: 'a MARK'}\n",
        "- id: one\n  date: 2019\n  title: a\n  # timeline: ignored a-rule\n",
        "- id: one\n  date: 2019\n  title: a\n  # ignore a-rule\n",
    ],
)
def test_text_that_looks_like_one_is_no_comment(text):
    """Quoted, folded or plain: it is a value."""
    finding = Finding("a-rule", Level.note, ONE, "m")
    assert _left(text.replace("MARK", MARK), finding) == ["one"]


def test_a_comment_beside_such_a_text_counts():
    """Both in one block, even in one line."""
    text = f"- id: one\n  date: 2019\n  title: 'a {MARK}'  # timeline: ignore b-rule\n"
    findings = [Finding(rule, Level.note, ONE, "m") for rule in KNOWN]
    examination = examine("f.yaml", instead={"f.yaml": text})
    assert [each.rule for each in examination.locate(findings)] == ["a-rule"]


def test_json_has_no_comments():
    """A text is a text there."""
    text = f'[{{"id": "one", "date": "2019", "title": "{MARK}"}}]'
    assert _left(text, Finding("a-rule", Level.note, ONE, "m"), name="f.json") == ["one"]


@pytest.mark.parametrize(
    "comment",
    [
        "# timeline: ignore a-rule",
        "#timeline:ignore a-rule",
        "# timeline: ignore b-rule, a-rule",
        "# timeline: ignore b-rule a-rule",
        "# timeline: ignore a-rule: it's so",
        "# timeline: ignore a-rule (why, and how)",
        "# timeline: ignore a-rule – why",
        "# timeline: ignore a-rule - why",
        "# timeline: ignore a-rule -- why",
        "# see below; # timeline: ignore a-rule",
    ],
)
def test_names_and_a_reason(comment):
    """Several names, and whatever a person writes behind them."""
    text = f"- id: one\n  {comment}\n  date: 2019\n  title: a\n"
    assert _left(text, Finding("a-rule", Level.note, ONE, "m")) == []


def test_other_rules_are_not_left_out():
    """Only those that are named."""
    text = f"- id: one\n  {MARK}\n  date: 2019\n  title: a\n"
    assert _left(text, Finding("b-rule", Level.note, ONE, "m")) == ["one"]


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        (f"actors:\n  {MARK}\n  x: {{name: X}}\n  y:\nevents: []\n", Spot("actors", "x")),
        (f"actors:\n  x: {{name: X}}  {MARK}\n  y:\nevents: []\n", Spot("actors", "x", "name")),
        (f"sources:\n  x:\n    url: a\n    {MARK}\n  y:\nevents: []\n", Spot("sources", "x")),
        (f"arcs:\n  x:\n    title: a\n  {MARK}\n  y:\nevents: []\n", Spot("arcs", "y")),
        (f"timeline:\n  title: a\n  {MARK}\nevents: []\n", Spot("timeline", "", "title")),
        (f"{MARK}\ntimeline:\n  title: a\nevents: []\n", Spot("timeline", "")),
    ],
)
def test_entries_of_registries_have_comments_too(text, spot):
    """Actors, sources, arcs and the header."""
    assert _left(text, Finding("a-rule", Level.note, spot, "m")) == []
    other = Spot(spot.registry, "y" if spot.id == "x" else "x")
    if spot.registry != "timeline":
        assert _left(text, Finding("a-rule", Level.note, other, "m")) == [other.id]


def _unused(text, *found, rules=KNOWN):
    examination = checked("f.yaml", instead={"f.yaml": text})
    examination.locate(Finding(rule, Level.note, ONE, "m") for rule in found)
    problems = examination.unused_ignores(rules, KNOWN)
    return [
        f"{each.place.line}:{each.place.column}+{each.width} {each.message}" for each in problems
    ]


EVENT = "- id: one\n  date: 2019\n  title: a\n"
IDLE = "there is nothing here that '{}' would find"


@pytest.mark.parametrize(
    ("comment", "found", "said"),
    [
        ("a-rule", ["a-rule"], []),
        ("a-rule", [], [f"4:22+6 {IDLE.format('a-rule')}"]),
        ("a-rule, b-rule", ["a-rule"], [f"4:30+6 {IDLE.format('b-rule')}"]),
        ("a-rul", ["a-rule"], ["4:22+5 no rule is called 'a-rul'"]),
        ("", [], ["4:3+18 this comment names no rule"]),
    ],
)
def test_a_comment_that_ignores_nothing_is_told(comment, found, said):
    """At the name that is idle."""
    assert _unused(f"{EVENT}  # timeline: ignore {comment}".rstrip() + "\n", *found) == said


def test_a_comment_of_nobody_says_so():
    """It may stand where its author did not mean it to."""
    said = _unused(f"# timeline: ignore a-rule\n\n{EVENT}")
    assert said == [f"1:20+6 {IDLE.format('a-rule')}: it belongs to no entry"]


def test_a_rule_that_was_not_asked_is_not_idle():
    """Nobody knows what it would have found."""
    assert _unused(f"{EVENT}  {MARK}\n", rules=["b-rule"]) == []
