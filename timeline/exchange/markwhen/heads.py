"""The head of an event's line → its date: as markwhen reads it, or in ways that are ours."""

from typing import Final

from msgspec.structs import replace

from timeline import edtf
from timeline.edtf import EdtfError, When
from timeline.exchange.dates import TWO_YEARS, NotADate
from timeline.exchange.markwhen.dates import Dated, Dates
from timeline.exchange.markwhen.moments import DAY
from timeline.exchange.markwhen.outline import Entry
from timeline.exchange.markwhen.spans import nearest
from timeline.exchange.nearest import days
from timeline.phrases.double_years import DOUBLE_YEAR, DoubleYearError, single
from timeline.phrases.vocabulary import match, tidy

FOREIGN: Final = "EDTF that markwhen itself would not read"


def read(entry: Entry, dates: Dates) -> Dated:
    """Return the date of an entry, which may count from those that *dates* remembers.

    Raises `NotADate`.
    """
    if not entry.start:
        return _foreign(entry.head)
    return _double(entry.head, dates) or dates.read(entry.start, entry.end)


def exactly(text: str, entry: Entry, dates: Dates) -> Dated | None:
    """Return the date in EDTF that stands beside an entry, None if it is not the same any more.

    What counts from it does so as markwhen counts, or from its days where that reads none.
    """
    try:
        when = edtf.parse(text)
    except EdtfError:
        return None
    if nearest(when) != entry.head:
        return None
    return _beside(entry, when, dates)


def _beside(entry: Entry, when: When, dates: Dates) -> Dated:
    try:
        found = dates.read(entry.start, entry.end)
    except NotADate:
        first, last = days(when)
        return Dated(when.text, first * DAY, (last + 1) * DAY, firm=False)
    return Dated(when.text, found.start, found.end, found.firm)


def _double(head: str, dates: Dates) -> Dated | None:
    """Return the date of a head such as `11 Feb 1699/00`, None for others."""
    found = match(DOUBLE_YEAR, tidy(head))
    if not found:
        return None
    try:
        dated = dates.read(single(found))
    except DoubleYearError as error:
        raise NotADate(error.reason, error.hint) from None
    return replace(dated, guesses=(*dated.guesses, TWO_YEARS))


def _foreign(head: str) -> Dated:
    """Return a date in EDTF that markwhen itself does not read."""
    try:
        when = edtf.parse(head.strip())
    except EdtfError as error:
        hint = error.hint or "write 2019-05-01, 5/1/2019 or 1 May 2019"
        raise NotADate("markwhen cannot read the date", hint) from None
    known = (day for day in when.written if day is not None)
    start = next(known, 0) * DAY
    return Dated(when.text, start, start, firm=False, guesses=(FOREIGN,))
