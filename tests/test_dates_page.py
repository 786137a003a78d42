"""docs/dates.md: its tables are what the program says."""

import re
from pathlib import Path

import pytest

from timeline import phrases
from timeline.edtf import day_number, iso, parse
from timeline.query.dates import lies_in

PAGE = (Path(__file__).parents[1] / "docs" / "dates.md").read_text(encoding="utf-8")
TODAY = day_number(2026, 11, 23)
ANSWERS = ("no", "maybe", "yes")


def section(heading: str) -> str:
    """Return what stands under a *heading* of the page."""
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def table(heading: str) -> list[list[str]]:
    """Return the table under a *heading*, its head first, without the marks of code."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    rows = [[cell.strip(" `") for cell in line[1:-1].split("|")] for line in lines]
    return [rows[0], *rows[2:]]


@pytest.mark.parametrize(("text", *"abcd"), table("Bounds")[1:])
def test_the_bounds_are_those_of_the_page(text, a, b, c, d):
    """Of start and end, each the earliest and the latest; a dash is no bound."""
    when = parse(text)
    days = (when.earliest_start, when.latest_start, when.earliest_end, when.latest_end)
    assert ["–" if day is None else iso(day) for day in days] == [a, b, c, d]


def test_the_order_is_that_of_the_page():
    """The last line of its section."""
    dates = re.findall("`(.*?)`", section("Order").strip().splitlines()[-1])
    assert len(dates) > 15
    assert sorted(dates, key=lambda text: parse(text).sort_key) == dates


@pytest.mark.parametrize("row", table("Yes, maybe, no")[1:], ids=lambda row: row[0])
def test_the_answers_are_those_of_the_page(row):
    """Every cell, as of 23 November 2026."""
    _, *asked = table("Yes, maybe, no")[0]
    text, *answers = row
    when = parse(text).as_of(TODAY)
    assert [ANSWERS[lies_in(when, _window(*each.split()))] for each in asked] == answers


def _window(word, date):
    ask = {"in": phrases.span}.get(word) or getattr(phrases, word)
    return ask(date, TODAY)


@pytest.mark.parametrize(("text", "words", "plain"), table("Words")[1:])
def test_the_words_are_those_of_the_page(text, words, plain):
    """And those in ASCII, where they differ."""
    when = parse(text)
    assert (when.describe(), when.describe(ascii=True)) == (words, plain or words)


@pytest.mark.parametrize(("phrase", "text"), table("Phrases")[1:])
def test_the_phrases_are_those_of_the_page(phrase, text):
    """Each is what it says in a file."""
    assert phrases.to_edtf(phrase) == text


@pytest.mark.parametrize(
    "text", re.findall("`([^`]*)`", section("Phrases").partition("* **")[2])[:2]
)
def test_what_may_be_two_things_is_refused(text):
    """With both."""
    with pytest.raises(phrases.PhraseError):
        phrases.span(text, TODAY)
