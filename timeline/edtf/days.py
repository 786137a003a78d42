"""Day numbers: any day of any year as one integer.

Day 1 is 0001-01-01, as in `datetime.date.toordinal`, and the count goes on in
both directions. The calendar is proleptic Gregorian and years are
astronomical: year 0 is 1 BCE, year -43 is 44 BCE. Numbers stop at `FAR`
(2**62), which leaves room for some 12 600 billion years on either side.
"""

from typing import Final

FAR: Final = 2**62
"""The day number where counting stops; stands for "unbounded" in sort keys."""

_MONTH_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE: Final = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_FEBRUARY: Final = 2
_DECEMBER: Final = 12
_LAST_FOUR_DIGIT_YEAR: Final = 9999

# Days in 400, 100 and 4 years, and in one common year.
_CYCLE: Final = 146_097
_CENTURY: Final = 36_524
_OLYMPIAD: Final = 1_461
_YEAR: Final = 365


def is_leap(year: int) -> bool:
    """Return whether *year* (astronomical) has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return how many days *month* (1 to 12) of *year* has."""
    if month == _FEBRUARY and is_leap(year):
        return 29
    return _MONTH_LENGTHS[month]


def day_number(year: int, month: int, day: int) -> int:
    """Return the number of a day that exists, within -FAR to FAR.

    *year* is astronomical, *month* 1 to 12, *day* 1 to the month's length;
    nothing is checked. Days beyond the limits become the limit itself.
    """
    before = year - 1
    number = 365 * before + before // 4 - before // 100 + before // 400
    number += _DAYS_BEFORE[month] + day
    if month > _FEBRUARY and is_leap(year):
        number += 1
    return number if -FAR <= number <= FAR else clamp(number)


def month_end(year: int, month: int) -> int:
    """Return the number of the last day of *month* (1 to 12) of *year*."""
    return day_number(year, month, days_in_month(year, month))


def calendar_date(day: int) -> tuple[int, int, int]:
    """Return the (year, month, day) of a day number; the year is astronomical."""
    cycles, rest = divmod(day - 1, _CYCLE)
    # The last day of a cycle, and of four years, belongs to their last year.
    centuries = min(rest // _CENTURY, 3)
    rest -= centuries * _CENTURY
    olympiads, rest = divmod(rest, _OLYMPIAD)
    years = min(rest // _YEAR, 3)
    year = 400 * cycles + 100 * centuries + 4 * olympiads + years + 1
    return (year, *_month_and_day(year, rest - years * _YEAR))


def iso(day: int) -> str:
    """Return a day number as ISO 8601, such as `2019-01-23`.

    Years 0 to 9999 have four digits; others have a sign and at least four:
    `-0043-03-15`, `+12345-01-01`.
    """
    year, month, day_of_month = calendar_date(day)
    return f"{_sign(year)}{abs(year):04}-{month:02}-{day_of_month:02}"


def _sign(year: int) -> str:
    """Return the sign of a year, which those of four digits do without."""
    if year < 0:
        return "-"
    return "+" if year > _LAST_FOUR_DIGIT_YEAR else ""


def or_far(day: int | None, far: int) -> int:
    """Return *day*; or *far*, -FAR or FAR, where it is None: that is no bound."""
    return far if day is None else day


def earlier(one: int | None, other: int | None) -> int | None:
    """Return the earlier of two days; one that is not known does not count."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def later(one: int | None, other: int | None) -> int | None:
    """Return the later of two days; one that is not known does not count."""
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)


def clamp(number: int) -> int:
    """Return *number*, or the nearer of -FAR and FAR if it lies beyond them."""
    return max(-FAR, min(FAR, number))


def _month_and_day(year: int, day_of_year: int) -> tuple[int, int]:
    """Split a day of *year*, counted from 0, into month and day."""
    rest = day_of_year
    for month in range(1, _DECEMBER):
        length = days_in_month(year, month)
        if rest < length:
            return month, rest + 1
        rest -= length
    return _DECEMBER, rest + 1
