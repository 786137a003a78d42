"""The lines of an entry → its values, as the package `icalendar` understands them."""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final

import msgspec
from icalendar import Calendar
from icalendar import Event as Component
from icalendar.timezone import tzp

from timeline.exchange.building import MOST_LONG
from timeline.exchange.ics.blocks import Block, Line
from timeline.exchange.losses import Losses
from timeline.model import Place

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
        start = self.each("DTSTART")
        return str(start[0].params.get("TZID", "")) if start else ""

    def moments(self, name: str) -> Iterator[date]:
        """Yield the days and moments that RDATE, EXDATE or RECURRENCE-ID list."""
        for value in self.each(name):
            for one in getattr(value, "dts", [value]):
                moment = getattr(one, "dt", None)
                moment = moment[0] if isinstance(moment, tuple) else moment
                if not isinstance(moment, date):
                    raise Unclear(f"{name} cannot be read")
                yield moment


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
    for name in (str(name) for name, _ in values.errors):
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


def learn_zones(blocks: Iterable[Block], losses: Losses) -> None:
    """Let `icalendar` know the time zones that the file describes, and forget others'.

    A zone whose hours change in another rhythm than once a year is left out: its rule
    could have no end.
    """
    tzp.use_default()
    for block in blocks:
        text = "\r\n".join(line.text for line in (*block.lines, *block.inner)).upper()
        odd = text.count("FREQ=") != text.count("FREQ=YEARLY") or "INTERVAL=" in text
        try:
            if block.fault or odd or len(text) > MOST_LONG:
                raise ValueError(block.fault)  # noqa: TRY301  all that is odd ends below
            lines = (line.text for line in (*block.lines, *block.inner))
            zone = Calendar.from_ical(_wrapped("VTIMEZONE", lines))
            tzp.cache_timezone_component(zone)
        except Exception:  # noqa: BLE001  whatever a zone of somebody's making can raise
            losses.drop("a time zone that cannot be understood", block.place)


def _component(lines: Iterable[str]) -> Component:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # guesses at zones: their offset is what counts
            found = Component.from_ical(_wrapped("VEVENT", lines))
    except (ValueError, KeyError, IndexError, OverflowError) as error:
        raise Unclear("it cannot be read") from error
    if not isinstance(found, Component):
        raise Unclear("it cannot be read")
    return found


def _wrapped(kind: str, lines: Iterable[str]) -> str:
    return "\r\n".join([f"BEGIN:{kind}", *lines, f"END:{kind}", ""])


def _at(block: Block, line: int) -> Place:
    return Place(block.place.file, line or block.place.line)


def moment(value: date) -> datetime:
    """Return a moment as it is, a day as its midnight."""
    return value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001  a day has no zone
