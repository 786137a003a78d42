"""Two questions side by side, in plain forms: the sides, the days and both answers in each."""

import json

import pytest

from timeline.query.fields import Context
from timeline.reports.compare import aligned, compared, side
from timeline.reports.offsets import Offset
from timeline.views.compare import (
    ComparisonView,
    comparison_csv,
    comparison_lines,
    comparison_rows,
    offset_text,
    offset_words,
)
from timeline.views.parts.look import Look


@pytest.fixture(name="ask", scope="module")
def _ask(small):
    return lambda text: small.select(side(text, Context(small, 1)))


@pytest.fixture(name="view", scope="module")
def _view(small):
    """Return the view of what two texts ask, and what both do, by days if there are days 0."""

    def view(texts, shared="", *days_0, within=None):
        asked = [side(text, Context(small, 1)) for text in (*texts, shared)]
        days = tuple(map(small.get, days_0)) or None
        return ComparisonView(compared(small, (asked[0], asked[1]), asked[2], days, within))

    return view


@pytest.mark.parametrize(
    ("offset", "words", "plain", "text"),
    [
        (Offset(0, 0), "T", "T", "0"),
        (Offset(-12, -12), "T−12", "T-12", "-12"),
        (Offset(1234, 1234), "T+1,234", "T+1,234", "1234"),
        (Offset(3, 33), "≈T+3…+33", "~T+3..+33", "3..33"),
        (Offset(-10, 0), "≈T−10…+0", "~T-10..+0", "-10..0"),
        (Offset(46, 46, approximate=True), "≈T+46", "~T+46", "~46"),
        (Offset(None, -5), "≈T…−5", "~T..-5", "..-5"),
        (Offset(None, None), "≈T?", "~T?", ".."),
    ],
)
def test_days_in_words(offset, words, plain, text):
    """A range wherever a bound is vague, and a mark with it."""
    assert offset_words(offset, Look()) == words
    assert offset_words(offset, Look(ascii=True)) == plain
    assert offset_text(offset) == text


def test_lines_data_and_csv_say_the_same(small, ask):
    """The sides, the days and both answers, whichever the form."""
    day_0 = small.get("rebels-deny")
    rows = aligned(ask("south"), ask("general"), (day_0, day_0))
    lines = [line.split("\t") for line in comparison_lines(rows, small, aligned=True)]
    assert [(line[0], line[1], line[7]) for line in lines] == [
        ("-61..-53", "A", "landing"),
        ("-11..-1", "AB", "general-speaks"),
        ("0", "A", "rebels-deny"),
        ("245..272", "A", "occupation"),
    ]
    data = list(comparison_rows(rows, small, aligned=True))
    assert [(row["sides"], row["a"], row["b"]) for row in data][1:3] == [
        ("AB", "certain", "certain"),
        ("A", "certain", None),
    ]
    assert data[3]["offset"] == {"earliest": 245, "latest": 272, "approximate": False}
    table = list(comparison_csv(rows, small, aligned=True))
    assert table[2].startswith("AB,certain,certain,-11,-1,general-speaks,")
    assert next(comparison_csv(rows, small, aligned=False)).startswith("sides,a,b,id,date,")
    assert json.dumps(data[0]["offset"])


def test_the_whole_answer_says_what_was_asked_of_both_and_of_each(view):
    """Beside lines it is said how many there are on each side, and on both."""
    made = view(("union", "rebels"), "year:2018")
    data = made.json()
    assert (data["query"], data["in_both"]) == ("2018", 1)
    assert data["a"] == {
        "query": "actor The Union and its members",
        "certain": 3,
        "possible": 0,
        "day_0": None,
    }
    assert [row["id"] for row in data["events"]] == [row["id"] for row in made.jsonl()]
    assert made.remark() == "A: 3 events; B: 2 events; 1 event in both"
    assert view(("south", "north")).in_both() == "no event in both"
    assert made.form("md") is None


def test_days_are_counted_from_an_event_for_each_side(view):
    """The days 0 are named, and how far off the events may lie is said in words."""
    made = view(("south", "north"), "", "rebels-deny", "some-year", within="30d")
    assert [made.json()[letter]["day_0"] for letter in "ab"] == ["rebels-deny", "some-year"]
    assert made.within() == "within 30 days of day 0"
    assert next(made.csv()).startswith("sides,a,b,earliest_days,latest_days,id,")
    assert view(("south", "north")).within() == ""
