"""The values of a date that has the right shape: whether there is such a month, day or time.

Every function takes the match of `grammar.DATE`, whose groups are named here.
"""

import re
from typing import Final

from timeline.edtf.bounds import GROUPINGS, bounds, digit_count, fitting, years
from timeline.edtf.days import days_in_month
from timeline.edtf.errors import EdtfError
from timeline.edtf.months import MONTHS

_YEAR: Final = 2
_SIGNIFICANT: Final = 3
_MONTH: Final = 6
_DAY: Final = 9
_CLOCK: Final = 11
_OFFSET: Final = 12
_MARKS: Final = (1, 4, 5, 7, 8, 10)

_YEAR_DIGITS: Final = 4
_LAST_MONTH: Final = 12
_LAST_DAY: Final = 31
_LAST_HOUR: Final = 23
_NONE: Final = "00"  # what databases write for a month or day that is not known
_LAST_MINUTE: Final = 59
_FARTHEST_OFFSET: Final = 14 * 60


def checked_year(match: re.Match[str]) -> str:
    """Return a year with `-`, `Y` or `S`, without needless zeros; raise `EdtfError`."""
    year = match[_YEAR]
    if year.strip("-0") == "" and year.startswith("-"):
        raise _error(match, _YEAR, "there is no year minus zero", "write 0000 for 1 BCE")
    if (year[0] == "Y" or match[_SIGNIFICANT]) and match[_MONTH]:
        raise _error(
            match,
            _MONTH,
            "a year with Y or S takes no month",
            f"write {match.string[match.start() : match.start(_MONTH) - 1]}",
        )
    if match[_SIGNIFICANT]:
        _check_significant(match)
    return _long_year(match) if year[0] == "Y" else year


def check_month(match: re.Match[str]) -> None:
    """Raise `EdtfError` unless there is such a month, season or part of a year; or no month."""
    month = match[_MONTH]
    if month is None:
        return
    if month not in GROUPINGS and not fitting(month, _LAST_MONTH):
        raise _error(
            match, _MONTH, f"this reads as month {month}, and there is none", _month_hint(match)
        )
    if month in GROUPINGS and match[_DAY]:
        hint = f"write {match[_YEAR]}-{month}"
        if fitting(match[_DAY], _LAST_MONTH) and int(month) <= _LAST_DAY:
            hint += f", or {match[_YEAR]}-{match[_DAY]}-{month} for a day"
        raise _error(match, _DAY, f"{month} is a season or part of a year, without days", hint)


def check_clock(match: re.Match[str]) -> None:
    """Raise `EdtfError` unless the time is one, and follows one certain day."""
    if any(match.group(*_MARKS)) or "X" in match[0]:
        day = match.string[match.start() : match.start(_CLOCK) - 1]
        reason = "a time needs a day without X, ?, ~ or %"
        raise _error(match, _CLOCK, reason, f"write {day} without the time")
    hour, minute, second = (int(part) for part in f"{match[_CLOCK]}:00:00"[:8].split(":"))
    leap_second = minute == _LAST_MINUTE and second == _LAST_MINUTE + 1
    if hour > _LAST_HOUR or minute > _LAST_MINUTE or (second > _LAST_MINUTE and not leap_second):
        hint = "times go from 00:00:00 to 23:59:59"
        raise _error(match, _CLOCK, f"there is no time {match[_CLOCK]}", hint)
    if len(match[_OFFSET] or "Z") > 1:
        _check_offset(match)


def exists(match: re.Match[str]) -> bool:
    """Return whether all that the *match* of a date holds is a date."""
    try:
        year = checked_year(match)
        check_month(match)
        if match[_CLOCK]:
            check_clock(match)
    except EdtfError:
        return False
    significant = int(match[_SIGNIFICANT] or 0)
    return bounds(years(year, significant), match[_MONTH] or "", match[_DAY] or "") is not None


def no_such_day(match: re.Match[str]) -> EdtfError:
    """Return the refusal of a day that its month does not have."""
    year, month, day = match[_YEAR], match[_MONTH], match[_DAY]
    if not fitting(day, _LAST_DAY):
        hint = "days are 01 to 31"
        if day == _NONE:
            hint = f"write {year}-{month} for the month"
        return _error(match, _DAY, f"there is no day {day}", hint)
    if "X" in year + month:
        hint = f"write {year}-{month}-XX for a day that is not known"
        return _error(match, _DAY, f"no month that fits has a day {day}", hint)
    length = days_in_month(int(year), int(month))
    reason = f"{MONTHS[int(month) - 1]} {year} has {length} days"
    hint = f"write {year}-{month}-{length} for its last day, or {year}-{month}"
    return _error(match, _DAY, reason, hint)


def _check_significant(match: re.Match[str]) -> None:
    """Refuse digits after `S` that are none, or more than the year has."""
    year, digits = match[_YEAR], match[_SIGNIFICANT].lstrip("0")
    if "X" in year:
        hint = f"write {year}, or 1950S2 for a number"
        raise _error(match, _SIGNIFICANT, "a year has X or S, not both", hint)
    if not digits:
        hint = f"write {year}S1 or more"
        raise _error(match, _SIGNIFICANT, "no significant digits leave no year", hint)
    available = digit_count(year)
    if len(digits) > len(str(available)) or int(digits) > available:
        hint = f"write {year}" if year[0] != "Y" or available > _YEAR_DIGITS else ""
        reason = f"S{digits[:9]} asks for more digits than the year has"
        raise _error(match, _SIGNIFICANT, reason, hint)


def _long_year(match: re.Match[str]) -> str:
    """Return a year written with `Y`, without needless zeros."""
    year = match[_YEAR]
    sign = "-" if "-" in year else ""
    digits, _, exponent = year.lstrip("Y-").partition("E")
    digits = digits.lstrip("0")
    if not digits:
        raise _error(match, _YEAR, "the year 0 takes no Y", "write 0000")
    if "E" in year:
        return f"Y{sign}{digits}E{exponent.lstrip('0') or '0'}"
    if len(digits) <= _YEAR_DIGITS:
        hint = f"write {sign}{digits.zfill(_YEAR_DIGITS)}"
        raise _error(match, _YEAR, "Y is for years of more than four digits", hint)
    return f"Y{sign}{digits}"


def _month_hint(match: re.Match[str]) -> str:
    """Guess what a month that is none was meant to be."""
    year, month, day = match[_YEAR], match[_MONTH], match[_DAY]
    if month == _NONE:
        return _unknown_month(year, day)
    if (year + month).isdigit():
        if day is None and int(month) > int(year) % 100:
            return f"write {year}/{year[:2]}{month} for the years"
        if day and day.isdigit() and fitting(day, _LAST_MONTH) and int(month) <= _LAST_DAY:
            return f"the month comes before the day: write {year}-{day}-{month}"
    return "months are 01 to 12; 21 to 41 are seasons, quarters and halves"


def _unknown_month(year: str, day: str | None) -> str:
    """Return the hint for a month 00: it is not known, or `1999-00` are two years."""
    alone = f"write {year} for the year alone"
    if day and day != _NONE:
        return f"{alone} or {year}-XX-{day} for a day of an unknown month"
    if year.isdigit() and year.endswith("99"):
        return f"{alone} or {year}/{int(year) + 1} for the years"
    return alone


def _check_offset(match: re.Match[str]) -> None:
    """Refuse offsets that no clock has."""
    offset = match[_OFFSET]
    hours, minutes = int(offset[1:3]), int(offset[4:] or 0)
    if minutes > _LAST_MINUTE or 60 * hours + minutes > _FARTHEST_OFFSET:
        reason = f"no clock is {offset} from UTC"
        raise _error(match, _OFFSET, reason, "offsets go from -14:00 to +14:00")


def _error(match: re.Match[str], group: int, reason: str, hint: str) -> EdtfError:
    """Return a refusal of what a group of the match holds."""
    return EdtfError(reason, match.string, match.start(group), hint)
