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
NO_MONTH: Final = "a day without a month, or a time without a day, is none"
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
    if not stop.text:
        lost = any(each.strip() for each in end.values())
        widened = "an end without a year is none" if lost else ""
        return Reading(begin.text, begin.widened or widened, begin.guessed, begin.fraction)
    found = dates.span(begin.text, stop.text)
    widened = found.widened or begin.widened or stop.widened
    return Reading(found.text, widened, begin.guessed or stop.guessed, begin.fraction)


def parts_of(date: When, as_of: int | None) -> tuple[Parts, Parts] | None:
    """Return the start and the end nearest to *date*; the end is empty for a single date.

    Years are counted as TimelineJS shows them. Returns None for what is too far away.
    """
    ends = [_POINT.fullmatch(text) for text in str(date).split("/")]
    if all(ends):
        start, *more = [_parts(found) for found in ends if found]
        end = more[0] if more else {}
    else:
        first, last = days(date, as_of)
        if abs(first) >= FAR or abs(last) >= FAR:
            return None
        start, end = _around(first, last)
    return None if any(abs(part["year"]) > _MOST for part in (start, end) if part) else (start, end)


def text_of(parts: Parts) -> dict[str, str]:
    """Return parts as text, as `edtf_of` takes them."""
    return {name: str(value) for name, value in parts.items()}


def _end(parts: Mapping[str, str]) -> Reading:
    """Return one end of a date; "" where it has no year."""
    said = {name: "".join(parts.get(name, "").split()).replace(",", "") for name in PARTS}
    numbers = {name: _number(name, text) for name, text in said.items() if text}
    if "year" not in numbers:
        return Reading("")
    told = PARTS if abs(numbers["year"]) <= _LONGEST else PARTS[:1]
    kept = {name: numbers[name] for name in takewhile(numbers.__contains__, told)}
    lost = ""
    if any(number for name, number in numbers.items() if name not in kept):
        lost = NO_MONTH if len(told) > 1 else "a year of more than four digits has no months"
    if kept.get("millisecond"):
        lost = "fractions of a second are dropped"
    year = kept["year"]
    text = dates.of_parts(_astronomical(year), kept.get("month"), kept.get("day"), _clock(kept))
    fraction = kept.get("millisecond", 0) / 1000
    return Reading(text, lost, BCE if year <= 0 else "", fraction)


def _number(name: str, text: str) -> int:
    found = _NUMBER.fullmatch(text)
    if not found:
        raise NotADate(f"the {name} is no whole number")
    return int(found[1].replace("−", "-"))


def _clock(parts: Parts) -> str:
    return ":".join(f"{parts[name]:02}" for name in PARTS[3:6] if name in parts)


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
    whole_months = begin[2] == 1 and stop[2] == days_in_month(*stop[:2])
    whole_years = whole_months and begin[1] == 1 and stop[1] == _DECEMBER
    far = abs(begin[0]) >= _LONGEST or abs(stop[0]) >= _LONGEST
    size = 1 if whole_years or far else 2 if whole_months else 3
    start, end = (
        dict(zip(PARTS, [_shown(day[0]), *day[1:size]], strict=False)) for day in (begin, stop)
    )
    return start, end if end != start else {}
