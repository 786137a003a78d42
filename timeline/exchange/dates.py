"""Dates that a format has told apart → the EDTF that says just as much, and what that cost.

What cannot be read is refused with `NotADate`, whose message names no value, so that a
thousand alike take one line of the report.
"""

from functools import lru_cache
from typing import Final

import msgspec

from timeline import edtf
from timeline.edtf import EdtfError, When
from timeline.errors import TimelineError
from timeline.phrases.double_years import fault
from timeline.phrases.vocabulary import year_text

NO_END: Final = "a date has no time at which it ends: the time of its start is kept"
NO_TIMES: Final = "a span of days has no times of day: they are dropped"
TWO_YEARS: Final = "a double year, such as 11 Feb 1699/00, becomes the one year that it means"
FRACTIONS: Final = "fractions of a second are dropped"
_MOST_DAYS: Final = 16_384  # that are remembered: a table of some decades has more than 4,096


class NotADate(TimelineError):
    """A text that cannot be read as a date: why, in words that name no value."""


class Reading(msgspec.Struct, frozen=True):
    """A date as EDTF ("" where the source says that it has none), and what that cost.

    `widened` and `guessed` are words for the loss report, "" where they do not apply.
    `fraction` is the part of a second that EDTF has no place for: it still tells the order.
    """

    text: str
    widened: str = ""
    guessed: str = ""
    fraction: float = 0.0

    @property
    def when(self) -> When | None:
        """The date, None where there is none."""
        return _parsed(self.text) if self.text else None


def of_parts(year: int, month: int | None = None, day: int | None = None, clock: str = "") -> str:
    """Return the EDTF of a year (astronomical), a month or a day; *clock* is `23:20` and a zone.

    Raises `NotADate` for a month, day or time that does not exist.
    """
    parts = [f"{number:02}" for number in (month, day) if number is not None]
    text = "-".join([year_text(year), *parts])
    return checked(f"{text}T{clock}" if clock else text)


def of_two_years(first: str, second: str, month: int, day: int | None = None) -> Reading:
    """Return the month or day in a double year, 1699/00, as its parts say; raises `NotADate`."""
    if reason := fault(first, second, month, day or 0):
        raise NotADate(reason, "write one year")
    return Reading(of_parts(int(first) + 1, month, day), guessed=TWO_YEARS)


def span(start: str, end: str) -> Reading:
    """Return the span between two dates in EDTF; the one date, where both are the same.

    An end may be `..` (still going on) or "" (not known). An EDTF span has no times of
    day: within a day the start is kept, else the days. Raises `NotADate` where it ends
    before it begins, or an end is a list.
    """
    first, last = start.partition("T")[0], end.partition("T")[0]
    if start == end:
        return Reading(start)
    if first == last:
        return Reading(start if first != start else end, NO_END)
    whole = first == start and last == end
    return Reading(checked(f"{first}/{last}"), "" if whole else NO_TIMES)


def between(start: Reading, end: Reading) -> Reading:
    """Return the span between two dates, with what reading them has cost; as `span`."""
    found = span(start.text, end.text)
    widened = start.widened or end.widened or found.widened
    return Reading(found.text, widened, start.guessed or end.guessed, start.fraction)


def one_of(first: str, last: str) -> str:
    """Return the EDTF of some day from *first* to *last*, of the one day where both are it."""
    return first if first == last else checked(f"[{first}..{last}]")


def checked(text: str) -> str:
    """Return *text*, which must be EDTF."""
    try:
        edtf.parse(text)
    except EdtfError as error:
        raise no_such(error) from None
    return text


def no_such(error: EdtfError) -> NotADate:
    """Return the refusal of what has the signs of a date; why is for its example alone."""
    return NotADate("there is no such date", error.reason.removeprefix("this is not a date: "))


@lru_cache(_MOST_DAYS)
def _parsed(text: str) -> When:
    return edtf.parse(text)
