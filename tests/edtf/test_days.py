"""Day numbers: the count of days in both directions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf.days import (
    FAR,
    calendar_date,
    day_number,
    days_in_month,
    is_leap,
    iso,
    month_end,
)


def test_agrees_with_datetime_over_its_whole_range():
    """A number is the `toordinal` of the same day, there and back."""
    last = date.max.toordinal()
    for number in [*range(1, last, 61), last - 1, last]:
        day = date.fromordinal(number)
        assert day_number(day.year, day.month, day.day) == number
        assert calendar_date(number) == (day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("year", "month", "day", "number"),
    [
        (1, 1, 1, 1),
        (0, 12, 31, 0),
        (0, 1, 1, -365),  # year 0 is a leap year
        (-1, 12, 31, -366),
        (-400, 1, 1, 1 - 401 * 365 - 98),  # 98 leap days: 0, -4 … -400 but -100, -200, -300
        (2001, 1, 1, 1 + 5 * 146_097 + 365),  # five cycles of 400 years, and the year 2000
    ],
)
def test_counts_beyond_the_common_era(year, month, day, number):
    """Year 0 and the years before it continue the same calendar."""
    if number > 700_000:
        number = date(year, month, day).toordinal()
    assert day_number(year, month, day) == number
    assert calendar_date(number) == (year, month, day)


@given(st.integers(-(2**61), 2**61))
def test_every_number_is_one_day(number):
    """A number survives being turned into a calendar date, far outside of datetime."""
    year, month, day = calendar_date(number)
    assert 1 <= month <= 12
    assert 1 <= day <= days_in_month(year, month)
    assert day_number(year, month, day) == number


@given(st.integers(-(10**12), 10**12))
def test_days_follow_each_other(number):
    """The next number is the next day: no gap at the end of a month or year."""
    year, month, day = calendar_date(number)
    if day < days_in_month(year, month):
        following = (year, month, day + 1)
    else:
        following = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    assert calendar_date(number + 1) == following


def test_numbers_stop_at_the_far_ends():
    """Days beyond 2**62 are the limit itself."""
    assert day_number(10**18, 1, 1) == FAR == 2**62
    assert day_number(-(10**18), 12, 31) == -FAR


@pytest.mark.parametrize(
    ("year", "leap"),
    [
        (2000, True),
        (1900, False),
        (2024, True),
        (2023, False),
        (0, True),
        (-4, True),
        (-100, False),
    ],
)
def test_leap_years(year, leap):
    """Every fourth year, but of the centuries only every fourth."""
    assert is_leap(year) is leap
    assert days_in_month(year, 2) == (29 if leap else 28)
    assert calendar_date(month_end(year, 2)) == (year, 2, 29 if leap else 28)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ((2019, 1, 23), "2019-01-23"),
        ((44, 3, 15), "0044-03-15"),
        ((0, 12, 31), "0000-12-31"),
        ((-43, 3, 15), "-0043-03-15"),
        ((9999, 12, 31), "9999-12-31"),
        ((12345, 1, 1), "+12345-01-01"),
        ((-12345, 1, 1), "-12345-01-01"),
    ],
)
def test_iso_8601(date, text):
    """Years of four digits stand bare, before year 0 and beyond 9999 with a sign."""
    assert iso(day_number(*date)) == text
