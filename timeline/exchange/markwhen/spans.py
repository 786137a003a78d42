"""When → what markwhen can read: level 0 of EDTF, years with an era, `now` as an end.

What has no such form becomes the nearest span; markwhen has no doubt and no choice.
"""

import re
from typing import Final

from timeline.edtf import When, calendar_date, days_in_month
from timeline.exchange import nearest as nearest_days
from timeline.exchange.dates import NotADate
from timeline.exchange.markwhen import grammar
from timeline.exchange.markwhen.dates import Dates
from timeline.exchange.markwhen.points import Calendar
from timeline.phrases.vocabulary import year_text

_PLAIN: Final = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
_TIMED: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(:\d\d)?")
_SPAN: Final = re.compile(rf"({_PLAIN.pattern})/({_PLAIN.pattern})")
_LAST: Final = 9999  # the last year of four digits
_FURTHEST: Final = 99_999  # markwhen's years have five digits at most
_DECEMBER: Final = (12, 31)


def nearest(when: When) -> str | None:
    """Return the head of an event's line for *when*; None for years of more than five digits."""
    text = str(when)
    if timed := _TIMED.match(text):
        return f"{timed[1]} {timed[2]}{timed[3] or ':00'}"
    if (_PLAIN.fullmatch(text) or _SPAN.fullmatch(text)) and "0000" not in text[:4]:
        return text
    first, last = nearest_days.days(when)
    years = calendar_date(first)[0], calendar_date(last)[0]
    if min(years) <= -_FURTHEST or max(years) > _FURTHEST:
        return None
    if min(years) < 1 or max(years) > _LAST:
        return _with_eras(*years)
    start, end = _parts(first, last)
    if when.end_kind == "open" and when.kind == "interval" and when.latest_start is not None:
        return f"{start}/now"
    return start if start == end else f"{start}/{end}"


def read_back(head: str) -> str:
    """Return the EDTF that a reader makes of what `nearest` gave."""
    match = grammar.HEAD.fullmatch(f"{head}:", 0, len(head)) or grammar.HEAD.match(f"{head}:")
    if not match:
        return ""
    try:
        return Dates(Calendar(today=10_000_000)).read(match["start"], match["end"] or "").edtf
    except NotADate:
        return ""


def _parts(first: int, last: int) -> tuple[str, str]:
    """Return the days, or whole months, or whole years, from one day to another."""
    year, month, day = calendar_date(first)
    to_year, to_month, to_day = calendar_date(last)
    if (month, day) == (1, 1) and (to_month, to_day) == _DECEMBER:
        return year_text(year), year_text(to_year)
    start = f"{year_text(year)}-{month:02}"
    end = f"{year_text(to_year)}-{to_month:02}"
    if day == 1 and to_day == days_in_month(to_year, to_month):
        return start, end
    return f"{start}-{day:02}", f"{end}-{to_day:02}"


def _with_eras(first: int, last: int) -> str:
    """Return a year, or years, as markwhen writes those before 1 and after 9999."""
    if first == last:
        return _era(first)
    if first < 1 <= last:
        return f"{_era(first)} - {last} CE"
    return f"{_era(first)} - {_era(last)}"


def _era(year: int) -> str:
    return f"{1 - year} BCE" if year < 1 else str(year)
