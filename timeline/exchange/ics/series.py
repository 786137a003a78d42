"""The entries of one UID: one that repeats, and others that change some of its repetitions."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

import msgspec

from timeline.exchange.ics.entries import Entry, Unclear
from timeline.exchange.ics.zones import NAMES, on_clock

FUTURE: Final = "THISANDFUTURE"


class Series(msgspec.Struct):
    """The entry that repeats, None where the file has none, and those that change it."""

    whole: Entry | None = None
    changes: list[Entry] = []

    def single(self) -> Iterator[date]:
        """Yield the repetitions that stand in the file as entries of their own."""
        return (changed_by(each) for each in self.changes if not is_lasting(each))

    def lasting(self) -> Iterator[date]:
        """Yield the repetitions from which on an entry of its own stands for all."""
        return (changed_by(each) for each in self.changes if is_lasting(each))


def all_series(entries: Iterable[Entry]) -> dict[str, Series]:
    """Return the series of a file by their UIDs; what changes nothing that can be told is none."""
    found: dict[str, Series] = {}
    for each in entries:
        series = found.setdefault(each.text("UID"), Series())
        if is_change(each):
            if _is_clear(each):
                series.changes.append(each)
        elif is_repeating(each):
            series.whole = series.whole or each
    return {uid: series for uid, series in found.items() if uid}


def is_repeating(entry: Entry) -> bool:
    """Return whether an entry says when it takes place again."""
    return bool(entry.each("RRULE") or entry.each("RDATE"))


def is_change(entry: Entry) -> bool:
    """Return whether an entry stands for a repetition of another."""
    return bool(entry.each("RECURRENCE-ID"))


def is_lasting(entry: Entry) -> bool:
    """Return whether an entry stands for a repetition of another, and for all that follow."""
    return reach(entry) == FUTURE


def reach(entry: Entry) -> str:
    """Return which other repetitions an entry changes as well, "" for none."""
    params = (getattr(each, "params", {}) for each in entry.each("RECURRENCE-ID"))
    return next((str(each.get("RANGE", "")).upper() for each in params), "")


def changed_by(entry: Entry) -> date:
    """Return when the repetition that *entry* stands for would have begun. Raises `Unclear`."""
    for moment in entry.moments("RECURRENCE-ID"):
        return moment
    raise Unclear("RECURRENCE-ID cannot be read")


def moved(start: date, entry: Entry, whole: date) -> date:
    """Return the *start* of a repetition as far away as *entry* has put the one it stands for.

    What counts is the clock of the zone that *entry* names, or of the *whole* series: nine
    o'clock stays nine o'clock where summer time begins.
    """
    begin: date = entry.time("DTSTART")
    at = begin if entry.zone() not in NAMES else whole
    zone = at.tzinfo if isinstance(at, datetime) else None
    distance = on_clock(begin, zone) - on_clock(changed_by(entry), zone)
    found = on_clock(start, zone) + distance
    if not isinstance(begin, datetime):
        return found.date()
    timed = found.replace(tzinfo=zone or begin.tzinfo)
    if zone and begin.tzinfo:
        return timed.astimezone(begin.tzinfo)
    return timed


def _is_clear(entry: Entry) -> bool:
    try:
        changed_by(entry)
    except Unclear:
        return False  # it is read as an entry like others
    return True
