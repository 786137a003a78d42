"""Mistakes with the parts of a date: years that are too short or too long, the order of the parts.

As in `dates`, a check takes the text of one date and returns its mistake, or None.
"""

import re
from collections.abc import Callable
from typing import Final

from timeline.edtf.days import days_in_month
from timeline.edtf.mistakes.mistake import Mistake, instead
from timeline.edtf.months import MONTHS

_YEAR_DIGITS: Final = 4
_LAST_MONTH: Final = 12
_LONGEST_CENTURY: Final = 20  # the last that people write as two digits of a year
_YEAR_FIRST: Final = "a date begins with the year"


def day_first(date: str) -> Mistake | None:
    """Find `21/10/2025` and its kin, with any of `-`, `.` and `/`."""
    match = re.fullmatch(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./](-?[0-9]{4})", date)
    if match is None:
        return None
    one, two, year = match[1].zfill(2), match[2].zfill(2), match[3]
    found = instead(0, _YEAR_FIRST, f"{year}-{two}-{one}", f"{year}-{one}-{two}")
    months = [part for part in (two, one) if 1 <= int(part) <= _LAST_MONTH]
    if found.dates or not months:
        return found
    return _no_such_day(year, months[0])


def _no_such_day(year: str, month: str) -> Mistake:
    length = days_in_month(int(year), int(month))
    reason = f"{MONTHS[int(month) - 1]} {year} has {length} days"
    dates = f"{year}-{month}-{length}", f"{year}-{month}"
    return instead(0, reason, *dates, notes=(" for its last day", ""))


def _no_year(date: str) -> Mistake | None:
    """Find `12-08`: a day and a month, in whichever order."""
    match = re.fullmatch(r"([0-9]{1,2})[-.]([0-9]{1,2})[.]?", date)
    if match is None:
        return None
    one, two = match[1].zfill(2), match[2].zfill(2)
    found = instead(0, "there is no year", f"2020-{one}-{two}", f"2020-{two}-{one}")
    if not found.dates:
        return None
    return Mistake(0, found.reason, f"put the year first, as in {found.dates[0]}")


def _unspecified_long_year(date: str) -> Mistake | None:
    match = re.fullmatch(r"(Y-?[0-9]+)(X+)", date)
    if match is None:
        return None
    digits = match[1].lstrip("Y-")
    whole = f"{match[1]}{'0' * len(match[2])}S{len(digits)}"
    if len(digits + match[2]) == _YEAR_DIGITS:
        whole = date[1:]
    return instead(match.start(2), "a year with Y has no X", whole)


def _short_year(date: str) -> Mistake | None:
    match = re.match(r"(-?)([0-9X]{1,3})(?=$|[-?~%ST])", date)
    if match is None:
        return None
    sign, digits = match.groups()
    years = _before_christ(digits) if sign else _after_christ(digits)
    dates = [year + date[match.end() :] for year in years]
    reason = f"{digits!r} is too short for a year, which has four digits"
    return instead(0, reason, *dates, notes=tuple(years.values()))


def _before_christ(digits: str) -> dict[str, str]:
    """Return the years that `-43` may mean: the astronomical one, and 43 BCE."""
    if not digits.strip("0"):
        return {"0000": " for 1 BCE"}
    if not digits.isdigit():
        return {f"-{digits:X>4}": ""}
    number = int(digits)
    other = f"-{number - 1:04}" if number > 1 else "0000"
    return {f"-{number:04}": f" for {number + 1} BCE", other: f" for {number} BCE"}


def _after_christ(digits: str) -> dict[str, str]:
    """Return the years that one to three digits may mean, each with what it stands for."""
    if not digits.strip("X"):
        return {"XXXX": " for a year that is not known"}
    open_ = digits.ljust(_YEAR_DIGITS, "X")
    decade = {open_: f" for one of {open_.replace('X', '0')} to {open_.replace('X', '9')}"}
    if not digits.isdigit():
        return decade
    number = int(digits)
    itself = {f"{number:04}": f" for the year {number}" if number else " for 1 BCE"}
    if len(digits) == 1:
        return itself
    if len(digits) > 2:  # noqa: PLR2004  198 of 1980 to 1989
        return decade | itself
    recent = {f"19{digits}": "", f"20{digits}": ""}
    if 10 <= number <= _LONGEST_CENTURY:  # noqa: PLR2004
        recent |= decade
    return recent | itself


def _long_year(date: str) -> Mistake | None:
    match = re.fullmatch(r"(-?)([0-9]{5,})", date)
    if match is None:
        return None
    sign, digits = match.groups()
    reason, year = "a year has four digits, or a Y before more", f"Y{sign}{digits}"
    if sign or len(digits) not in (6, 8):
        return instead(0, reason, year)
    date = "-".join(part for part in (digits[:4], digits[4:6], digits[6:]) if part)
    return instead(0, reason, date, year, notes=("", " for the year"))


def _short_part(date: str) -> Mistake | None:
    match = re.fullmatch(r"(-?[0-9X]{4})-([0-9X]{1,2})(?:-([0-9X]{1,2}))?([?~%]?)", date)
    if match is None:
        return None
    year, month, day, mark = match.groups()
    offset = match.start(2) if len(month) == 1 else match.start(3)
    padded = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
    found = instead(offset, "months and days have two digits", padded + mark)
    if found.dates:
        return found
    return instead(offset, found.reason, f"{year}-{month.zfill(2)}")


def _time(date: str) -> Mistake | None:
    day, letter, clock = date.partition("T")
    if not letter:
        return None
    if not re.fullmatch(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        return instead(len(day), "a time needs a whole day before it", day)
    if clock and clock[-1] in "?~%":
        return instead(len(date) - 1, "a date with a time has no qualifier", date[:-1])
    found = instead(len(day) + 1, "this is not a time", f"{day}T0{clock}")
    if found.dates:
        return found
    return found._replace(hint="write a time as in 1985-04-12T23:20:30Z")


def _zone(date: str) -> Mistake | None:
    match = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})", date)
    return match and instead(match.end(1), "a zone needs a time of day before it", match[1])


PART_CHECKS: Final[tuple[Callable[[str], Mistake | None], ...]] = (
    day_first,
    _no_year,
    _unspecified_long_year,
    _short_year,
    _long_year,
    _short_part,
    _time,
    _zone,
)
