"""The date of a slide ⇄ EDTF.

A slide has a start and perhaps an end, each of year, month, day and time in parts of their
own. A negative year is shown as so many BCE (`-44` as "44 BCE"), so that is what it is
taken for, though the library places it a year later on its axis; years of more than
four digits are rounded when shown, and taken as they are.
"""

import re
from collections.abc import Mapping
from itertools import takewhile
from typing import Final, TypeAlias

from timeline.edtf import FAR, When, calendar_date, days_in_month
from timeline.exchange import dates
from timeline.exchange.dates import NotADate, Reading
from timeline.exchange.nearest import days

Parts: TypeAlias = dict[str, int]

PARTS: Final = ("year", "month", "day", "hour", "minute", "second", "millisecond")
_CLOCK: Final = ("hour", "minute", "second")
NO_END: Final = "an end without a year is none"
NO_MONTH: Final = "a day without a month, or a time without a day, is none"
NO_MONTHS: Final = "a year of more than four digits has no months"
BCE: Final = "a year below 1 is the BCE year that TimelineJS shows"
_SHIFTED: Final = -9999  # the first year that is counted as people do
_LONGEST: Final = 9999  # the last year with months
_MOST: Final = 2**53  # what a number of JavaScript can tell from the next
_DECEMBER: Final = 12
_NUMBER: Final = re.compile(r"([-−]?\d{1,18})(?:\.0*)?", re.ASCII)
_POINT: Final = re.compile(
    r"(-?\d{4}|Y-?\d{5,15})(?:-(0\d|1[0-2])(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?",
    re.ASCII,
)


def edtf_of(start: Mapping[str, str], end: Mapping[str, str]) -> Reading:
    """Return the EDTF of a start and an end, whose parts are text, and "" where missing.

    Without a year an end is none. Raises `NotADate`.
    """
    begin = _end(start)
    if not begin.text:
        raise NotADate("no year")
    stop = _end(end)
    if not stop.text and any(each.strip() for each in end.values()):
        stop = Reading("", NO_END)
    return spanned(begin, stop)


def spanned(start: Reading, end: Reading) -> Reading:
    """Return the span of two dates; the start where there is no end, with what that has cost."""
    if not end.text:
        return Reading(start.text, start.widened or end.widened, start.guessed, start.fraction)
    found = dates.span(start.text, end.text)
    widened = found.widened or start.widened or end.widened
    return Reading(found.text, widened, start.guessed or end.guessed, start.fraction)


def parts_of(date: When, as_of: int | None) -> tuple[Parts, Parts] | None:
    """Return the start and the end nearest to *date*; the end is empty for a single date.

    Years are counted as TimelineJS shows them. Returns None for what is too far away.
    """
    found = _written(date) or _nearest(date, as_of)
    if not found or any(abs(part["year"]) > _MOST for part in found if part):
        return None
    return found


def _written(date: When) -> tuple[Parts, Parts] | None:
    """Return the parts of a date that slides can hold as it is written, None for others."""
    ends = [_POINT.fullmatch(text) for text in str(date).split("/")]
    start, *more = [_parts(found) if found else {} for found in ends]
    if not all(ends):
        return None
    return start, more[0] if more else {}


def _nearest(date: When, as_of: int | None) -> tuple[Parts, Parts] | None:
    """Return the parts of the days nearest to a date, None where they are beyond counting."""
    first, last = days(date, as_of)
    if abs(first) >= FAR or abs(last) >= FAR:
        return None
    return _around(first, last)


def text_of(parts: Parts) -> dict[str, str]:
    """Return parts as text, as `edtf_of` takes them."""
    return {name: str(value) for name, value in parts.items()}


def _end(parts: Mapping[str, str]) -> Reading:
    """Return one end of a date; "" where it has no year."""
    said = {name: _unspaced(parts.get(name, "")) for name in PARTS}
    numbers = {name: _number(name, text) for name, text in said.items() if text}
    if "year" not in numbers:
        return Reading("")
    told = PARTS if abs(numbers["year"]) <= _LONGEST else PARTS[:1]
    kept = {name: numbers[name] for name in takewhile(numbers.__contains__, told)}
    year = kept["year"]
    text = dates.of_parts(_astronomical(year), kept.get("month"), kept.get("day"), _clock(kept))
    guessed = BCE if year <= 0 else ""
    return Reading(text, _lost(numbers, kept), guessed, kept.get("millisecond", 0) / 1000)


def _lost(numbers: Parts, kept: Parts) -> str:
    """Return what of the *numbers* that were written a date cannot say, "" for nothing."""
    if kept.get("millisecond"):
        return dates.FRACTIONS
    if not any(number for name, number in numbers.items() if name not in kept):
        return ""
    return NO_MONTH if abs(numbers["year"]) <= _LONGEST else NO_MONTHS


def _unspaced(text: str) -> str:
    """Return a number without what parts its thousands."""
    return "".join(text.split()).replace(",", "")


def _number(name: str, text: str) -> int:
    found = _NUMBER.fullmatch(text)
    if not found:
        raise NotADate(f"the {name} is no whole number")
    return int(found[1].replace("−", "-"))


def _clock(parts: Parts) -> str:
    numbers = (parts[name] for name in _CLOCK if name in parts)
    return ":".join(f"{number:02}" for number in numbers)


def _astronomical(year: int) -> int:
    return year + 1 if _SHIFTED <= year < 0 else year


def _shown(year: int) -> int:
    return year - 1 if _SHIFTED <= year <= 0 else year


def _parts(found: re.Match[str]) -> Parts:
    year, *rest = (int(text.removeprefix("Y")) for text in found.groups() if text)
    return dict(zip(PARTS, [_shown(year), *rest], strict=False))


def _around(first: int, last: int) -> tuple[Parts, Parts]:
    """Return the start and the end of some days, as whole years or months where they are."""
    begin, stop = calendar_date(first), calendar_date(last)
    year, month, day = begin
    to_year, to_month, to_day = stop
    whole_months = day == 1 and to_day == days_in_month(to_year, to_month)
    whole_years = whole_months and month == 1 and to_month == _DECEMBER
    far = abs(year) >= _LONGEST or abs(to_year) >= _LONGEST
    size = 2 if whole_months else 3
    if whole_years or far:
        size = 1
    start, end = _first_parts(begin, size), _first_parts(stop, size)
    return start, {} if end == start else end


def _first_parts(day: tuple[int, int, int], size: int) -> Parts:
    """Return the year, with a *size* of 2 and 3 the month and the day too."""
    year, *rest = day
    return dict(zip(PARTS, [_shown(year), *rest][:size], strict=False))
