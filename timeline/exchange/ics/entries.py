"""The lines of an entry → its values, as the package `icalendar` understands them."""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import msgspec
from icalendar import Event as Component

from timeline.exchange.ics.blocks import Block, Line
from timeline.exchange.ics.zones import NAMES, is_utc, wrapped
from timeline.exchange.losses import Losses
from timeline.exchange.values import MOST_LONG
from timeline.model.records import Place

TIMES: Final = ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
TEXTS: Final = ("SUMMARY", "DESCRIPTION", "LOCATION", "URL", "UID", "STATUS")
LISTS: Final = ("CATEGORIES", "ORGANIZER", "ATTENDEE")
_TAKEN: Final = frozenset((*TIMES, *TEXTS, *LISTS))
_MANY: Final = frozenset((*LISTS, "RDATE", "EXDATE"))  # that may stand more than once
_SILENT: Final = frozenset(("DTSTAMP",))  # every entry must have one; it tells nothing
_MOST: Final = 2 * MOST_LONG  # characters of a line, in which many may be escaped


class Unclear(Exception):
    """An entry that cannot be understood; says why, in words for the loss report."""

    def __init__(self, why: str, hint: str = "") -> None:
        """Say *why*, and what may be done about it."""
        super().__init__(why)
        self.hint = hint


class Entry(msgspec.Struct):
    """An entry that may become an event: its values by name."""

    place: Place
    calendar: Block | None
    values: Component

    def text(self, name: str) -> str:
        """Return the text of a property, the first where it stands twice; "" for none."""
        found = self.each(name)
        return str(found[0]) if found else ""

    def each(self, name: str) -> list[Any]:
        """Return all values of a property as `icalendar` has them."""
        found = self.values.get(name, [])
        return list(found) if isinstance(found, list) else [found]

    def time(self, name: str) -> Any:  # noqa: ANN401  a date, a moment or a length of time
        """Return the date, moment or length of a property, None where it has none.

        Raises `Unclear` for one that is there and cannot be read.
        """
        if name not in self.values:
            return None
        value = getattr(self.each(name)[0], "dt", None)
        if not isinstance(value, date | timedelta):
            raise Unclear(f"{name} cannot be read")
        return value

    def zone(self) -> str:
        """Return the name of the time zone of its start, "" for none."""
        for start in self.each("DTSTART"):
            return str(start.params.get("TZID", ""))
        return ""

    @property
    def has_zone(self) -> bool:
        """Whether its start names a time zone, be it by no name at all."""
        return any("TZID" in start.params for start in self.each("DTSTART"))

    @property
    def is_in_utc(self) -> bool:
        """Whether its start is a moment in UTC, which may be a day further than where it is."""
        return self.zone() in NAMES and is_utc(self.time("DTSTART"))

    def moments(self, name: str) -> Iterator[date]:
        """Yield the days and moments that RDATE, EXDATE or RECURRENCE-ID list."""
        for one in self._listed(name):
            moment = one[0] if isinstance(one, tuple) else one
            if not isinstance(moment, date):
                raise Unclear(f"{name} cannot be read")
            yield moment

    def ends(self, name: str) -> Iterator[date | timedelta | None]:
        """Yield, for each of `moments`, where its period ends or how long it is, or None."""
        return (one[1] if isinstance(one, tuple) else None for one in self._listed(name))

    def _listed(self, name: str) -> Iterator[Any]:
        values = (one for value in self.each(name) for one in getattr(value, "dts", [value]))
        return (getattr(one, "dt", None) for one in values)


def entry(block: Block, losses: Losses) -> Entry:
    """Return what *block* says; note what it says in vain. Raises `Unclear`."""
    if block.fault:
        raise Unclear(block.fault)
    for inner in block.inner:
        name = inner.text.upper().partition("BEGIN:")[2].strip()
        if name:
            losses.drop(f"a {name} inside an entry", _at(block, inner.number))
    kept = list(_kept(block, losses))
    values = _component(line.text for line in kept)
    lines = {line.name: line.number for line in kept}
    for name in [str(name) for name, _ in values.errors]:
        if name in TIMES:
            raise Unclear(f"{name} cannot be read")
        losses.drop(f"{name} cannot be read", _at(block, lines.get(name, 0)))
        values.pop(name, None)
    return Entry(block.place, block.calendar, values)


def _kept(block: Block, losses: Losses) -> Iterator[Line]:
    """Yield the lines that matter to an event; note the others."""
    seen = set[str]()
    for line in block.lines:
        if line.name not in _TAKEN:
            if line.name not in _SILENT:
                losses.drop(line.name or "a line that is no property", _at(block, line.number))
        elif line.name in seen and line.name not in _MANY:
            losses.drop(f"{line.name} a second time", _at(block, line.number))
        elif len(line.text) > _MOST:
            raise Unclear(f"a value has more than {MOST_LONG:,} characters")
        else:
            seen.add(line.name)
            yield line


def _component(lines: Iterable[str]) -> Component:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # guesses at zones: their offset is what counts
            found = Component.from_ical(wrapped("VEVENT", lines))
    except Exception as error:
        raise Unclear("it cannot be read") from error
    if not isinstance(found, Component):
        raise Unclear("it cannot be read")
    return found


def _at(block: Block, line: int) -> Place:
    return Place(block.place.file, line or block.place.line)


def moment(value: date) -> datetime:
    """Return a moment as it is, a day as its midnight."""
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time())
