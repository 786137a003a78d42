"""From the components of a date to its first and last day.

The choices the specification leaves open are made here
(docs/dates.md#where-the-specification-is-silent): seasons are
meteorological, 21 to 24 are those of the northern hemisphere, a winter (a
southern summer) runs into the next year; quarters and the like divide the
calendar year; `S` counts the digits of the magnitude, the sign comes after.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from timeline.edtf.days import day_number, days_in_month, month_end
from timeline.edtf.precision import Precision

_FAR_DIGITS: Final = 18
_FAR_YEAR: Final = 10**_FAR_DIGITS
_DECEMBER: Final = 12


class Grouping(NamedTuple):
    """A part of a year with a code of its own: where it begins, how long it is."""

    precision: Precision
    first_month: int
    months: int


def _groupings() -> dict[str, Grouping]:
    """Build the table of the codes 21 to 41."""
    north, south = (3, 6, 9, 12), (9, 12, 3, 6)
    table = [Grouping(Precision.SEASON, month, 3) for month in north + north + south]
    table += [Grouping(Precision.QUARTER, month, 3) for month in (1, 4, 7, 10)]
    table += [Grouping(Precision.QUADRIMESTER, month, 4) for month in (1, 5, 9)]
    table += [Grouping(Precision.SEMESTER, month, 6) for month in (1, 7)]
    return {str(code): grouping for code, grouping in enumerate(table, start=21)}


GROUPINGS: Final = _groupings()


@lru_cache(maxsize=256)
def fitting(pattern: str, last: int) -> tuple[int, ...]:
    """Return the numbers 1 to *last* (below 100) that two characters may mean.

    A character is a digit or `X`; `fitting("1X", 12)` is `(10, 11, 12)`.
    """
    numbers = range(1, last + 1)
    return tuple(number for number in numbers if _fits(pattern, f"{number:02}"))


def _fits(pattern: str, digits: str) -> bool:
    """Return whether every character of *pattern* is X or that of *digits*."""
    pairs = zip(pattern, digits, strict=True)
    return all(wanted in ("X", digit) for wanted, digit in pairs)


def years(year: str, significant: int = 0) -> Sequence[int]:
    """Return the astronomical years a year component may mean, ascending.

    Without `X` or `S` this is one year. Years beyond 10**18 become 10**18.
    """
    if year.isdigit() and not significant:
        return (int(year),)
    if significant:
        return _significant_years(magnitude(year), significant, negative="-" in year)
    if "X" in year:
        return _unspecified_years(year)
    return (signed(year),)


def signed(year: str) -> int:
    """Return a year component without `X` as a number, at most 10**18 away from 0."""
    number = magnitude(year)
    return -number if "-" in year else number


def magnitude(year: str) -> int:
    """Return a year component without `X` as a number without sign, at most 10**18."""
    digits, _, exponent = year.lstrip("Y-").partition("E")
    if digit_count(year) > _FAR_DIGITS:
        return _FAR_YEAR
    zeros: int = 10 ** int(exponent or 0)
    return int(digits) * zeros


def digit_count(year: str) -> int:
    """Return how many digits the year has when written out, without leading zeros.

    Anything beyond 18 counts as *some* number above 18.
    """
    digits, _, exponent = year.lstrip("Y-").partition("E")
    exponent = exponent.lstrip("0")
    if len(exponent) > len(str(_FAR_DIGITS)):
        return _FAR_DIGITS + 1
    return len(digits.lstrip("0") or "0") + int(exponent or 0)


def bounds(possible_years: Sequence[int], month: str, day: str) -> tuple[int, int] | None:
    """Return the first and last day that fit, as day numbers; None if none does.

    *month* and *day* are two characters or empty. Of the days that exist in
    some year and month that fit, these are the outermost ones.
    """
    if month in GROUPINGS:
        return _grouping_bounds(possible_years, GROUPINGS[month])
    months = fitting(month or "XX", _DECEMBER)
    if day:
        return _day_bounds(possible_years, months, day)
    if not months:
        return None
    first = day_number(possible_years[0], months[0], 1)
    return first, month_end(possible_years[-1], months[-1])


def unspecified_digits(year: str, significant: int) -> int:
    """Return how many digits at the end of a year component are not given, or not to be trusted."""
    if significant:
        return max(0, digit_count(year) - significant)
    return len(year) - len(year.rstrip("X"))


def _grouping_bounds(possible_years: Sequence[int], grouping: Grouping) -> tuple[int, int]:
    """Return the bounds of a season or other part of a year."""
    over, last = divmod(grouping.first_month + grouping.months - 2, 12)
    first_day = day_number(possible_years[0], grouping.first_month, 1)
    return first_day, month_end(possible_years[-1] + over, last + 1)


def _day_bounds(
    possible_years: Sequence[int], months: Sequence[int], day: str
) -> tuple[int, int] | None:
    """Return the first and last day that exist with this day of the month."""
    days = fitting(day, 31)
    first = _first_existing(possible_years, months, days)
    if first is None:
        return None
    if len(days) == len(months) == len(possible_years) == 1:
        return first, first
    last = _first_existing(possible_years[::-1], months[::-1], days[::-1])
    return first, first if last is None else last


def _first_existing(
    possible_years: Sequence[int], months: Sequence[int], days: Sequence[int]
) -> int | None:
    """Return the first combination that is a day of the calendar."""
    for year in possible_years:
        for month in months:
            length = days_in_month(year, month)
            for day in days:
                if day <= length:
                    return day_number(year, month, day)
    return None


def _significant_years(number: int, significant: int, *, negative: bool) -> range:
    """Return all years that share the significant digits of a magnitude."""
    width = 10 ** max(0, len(str(number)) - significant)
    first = number - number % width
    if negative:
        return range(1 - first - width, 1 - first)
    return range(first, first + width)


@lru_cache(maxsize=256)
def _unspecified_years(year: str) -> Sequence[int]:
    """Return all years that a component with `X` may mean, ascending."""
    ends = int(year.replace("X", "0")), int(year.replace("X", "9"))
    found: Sequence[int] = range(min(ends), max(ends) + 1)
    if "X" in year.rstrip("X"):
        found = _filled_in(year)
    # There is no year -0: the last one with a minus is -1, which is 2 BCE.
    if year.startswith("-") and found[-1] == 0:
        return found[:-1]
    return found


def _filled_in(year: str) -> Sequence[int]:
    """Return the years with every digit for every `X`, ascending."""
    options = ["0123456789" if digit == "X" else digit for digit in year.lstrip("-")]
    numbers = [int("".join(digits)) for digits in product(*options)]
    if year[0] == "-":
        return tuple(-number for number in reversed(numbers))
    return tuple(numbers)
