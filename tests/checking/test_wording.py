"""Words that are vaguer than the day beside them, and words that only look so."""

import pytest

from timeline.checking.dates import vague_words
from timeline.edtf import day_number

DAY = day_number(2019, 8, 23)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The talks begin late in August 2019.", "late in August 2019"),
        ("Talks in August", "in August"),
        ("In August they met", "In August"),
        ("They met some time in August.", "some time in August"),
        ("They met in late August.", "late August"),
        ("They met at the end of August", "end of August"),
        ("Talks about 23 August", "about 23 August"),
        ("Talks, on or about August 23, 2019", "on or about August 23, 2019"),
        ("circa 2019 it was signed", "circa 2019"),
        ("c. 2019", "c. 2019"),
    ],
)
def test_vague_words_about_the_day(text, words):
    """Part of the month, about the day, about the year: as they are written."""
    assert vague_words(text, DAY) == words


@pytest.mark.parametrize(
    "text",
    [
        "In July 2019 they had met",
        "In August 2018 they had met",
        "In August, 2018, they had met",
        "Early in August they had met",  # the 23rd is late
        "They met late in 2018",
        "On 23 August they met, as in August 2017",
        "On August 23rd they met, again in August",
        "About August 17 they had met",
        "In August 17 they lost",
        "The late president in Augusta",
        "In Augusta",
        "in august company",
        "About 20190 people",
        "2019: a report",
        "",
    ],
)
def test_words_that_say_nothing_against_the_day(text):
    """Another month, another part of it, another year, or the day is there as well."""
    assert vague_words(text, DAY) == ""


def test_may_is_a_month_only_with_a_capital():
    """And march is what soldiers do."""
    assert vague_words("in may be", day_number(2019, 5, 20)) == ""
    assert vague_words("in May", day_number(2019, 5, 20)) == "in May"
    assert vague_words("early march", day_number(2019, 3, 2)) == ""


def test_a_part_of_the_year_must_have_the_month():
    """Late 2019 has August in it, and early 2019 has not."""
    assert vague_words("late 2019", DAY) == "late 2019"
    assert vague_words("early in 2019", DAY) == ""
    assert vague_words("mid-2019", DAY) == "mid-2019"
