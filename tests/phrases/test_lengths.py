"""Lengths of time, and days of the year."""

import pytest

from timeline.edtf import day_number, iso
from timeline.phrases import PhraseError
from timeline.phrases.days_of_year import day_of_year
from timeline.phrases.lengths import length, rounded

TODAY = day_number(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("30d", "2020-03-01", "2020-04-30"),
        ("1 day", "2020-03-30", "2020-04-01"),
        ("6w", "2020-02-18", "2020-05-12"),
        ("1m", "2020-02-29", "2020-04-30"),
        ("3 months", "2019-12-31", "2020-06-30"),
        ("1y", "2019-03-31", "2021-03-31"),
    ],
)
def test_a_length_from_31_march_2020(text, earlier, later):
    """Days and weeks are counted; months and years keep the day, or the last there is."""
    day = day_number(2020, 3, 31)
    said = length(text)
    assert (iso(said.earlier(day)), iso(said.later(day))) == (earlier, later)


def test_a_year_from_a_leap_day_and_before_christ():
    """28 February; years are astronomical."""
    assert iso(length("1y").later(day_number(2020, 2, 29))) == "2021-02-28"
    assert iso(length("2m").earlier(day_number(0, 1, 15))) == "-0001-11-15"


@pytest.mark.parametrize("text", ["3x", "", "d", "-3d", "0d", "3.5m", "1000000000d", "a week"])
def test_what_is_no_length_is_refused(text):
    """With what to write."""
    with pytest.raises(PhraseError, match="is no length of time") as caught:
        length(text)
    assert caught.value.hint == "write 30d, 6w, 3m or 1y"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, ""),
        (13, ""),
        (14, "2 weeks"),
        (50, "7 weeks"),
        (61, "2 months"),
        (214, "7 months"),
        (700, "23 months"),
        (731, "2 years"),
        (1000, "2 years 9 months"),
        (9131, "25 years"),
    ],
)
def test_days_in_larger_units(days, words):
    """About how long, in units that people count in."""
    assert rounded(days) == words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("03-23", "23 Mar"),
        ("3-23", "23 Mar"),
        ("--03-23", "23 Mar"),
        ("23 mar", "23 Mar"),
        ("March 23rd", "23 Mar"),
        ("2019-03-23", "23 Mar"),
        ("23 Mar 2019", "23 Mar"),
        ("today", "23 Nov"),
        ("friday", "20 Nov"),
        ("-0043-03-15", "15 Mar"),
        ("26 oct 2025", "26 Oct"),
        ("S-300", None),
        ("oil 2", None),
        ("yesterday", "22 Nov"),
        ("02-29", "29 Feb"),
        ("feb 29", "29 Feb"),
        ("russia", None),
        ("maypole 3", None),
    ],
)
def test_a_day_of_the_year(text, said):
    """In any of the forms that people type; what looks like none of them is none."""
    day = day_of_year(text, TODAY)
    assert (str(day) if day else None) == said


NO_DAYS = [
    *("02-30", "13-01", "30 feb", "march", "23", "2019", "mar 2019", "2019-03", "2019..2021"),
    *("last week", "early may 2019", "2024-01-05T09:00", "12.08", "2019/03/15", "2019-21"),
]


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_nearly_a_day_is_refused(text):
    """Nothing is guessed."""
    with pytest.raises(PhraseError, match="is not a day of the year") as caught:
        day_of_year(text, TODAY)
    assert caught.value.hint == "write 03-23, '23 mar' or today"
