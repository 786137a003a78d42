"""Time zones: those that everybody knows by name, and those that a file describes itself.

A name in a file is looked up among the names that there are, and never as a path.
"""

import re
import warnings
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from icalendar import Calendar
from icalendar.timezone import tzp
from icalendar.timezone.zoneinfo import ZONEINFO

from timeline.exchange.ics.blocks import Block
from timeline.exchange.losses import Losses
from timeline.exchange.values import MOST_LONG

NAMES: Final = ("", "UTC")
"""What TZID says of a time in UTC: nothing, its value ending in Z, or that."""

_OTHER_RHYTHM: Final = re.compile(r"FREQ=(?!YEARLY)|INTERVAL=(?!0*1(?!\d))")
_OF_THIS_MACHINE: Final = "localtime"  # some systems list it: whoever reads the file is anywhere


class _Known(ZONEINFO):
    """The time zones of the system, by the names that it has for them."""

    def timezone(self, name: str) -> tzinfo | None:
        if name == _OF_THIS_MACHINE or not self.knows_timezone_id(name):
            return None
        return super().timezone(name)


def learn(blocks: Iterable[Block], losses: Losses) -> None:
    """Let `icalendar` know the time zones that the file describes, and forget others'.

    A zone whose hours change in another rhythm than once a year is left out: its rule
    could have no end.
    """
    tzp.use(_Known())
    for block in blocks:
        lines = [line.text for line in (*block.lines, *block.inner)]
        text = "\r\n".join(lines)
        try:
            if block.fault or _OTHER_RHYTHM.search(text.upper()) or len(text) > MOST_LONG:
                raise ValueError(block.fault)  # noqa: TRY301  all that is odd ends below
            tzp.cache_timezone_component(Calendar.from_ical(wrapped("VTIMEZONE", lines)))
        except Exception:  # noqa: BLE001  whatever a zone of somebody's making can raise
            losses.drop("a time zone that cannot be understood", block.place)


def named(name: str) -> tzinfo | None:
    """Return the time zone of this name, of the file or of the system; None for another."""
    if not name:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # guesses at zones: their offset is what counts
        return tzp.timezone(name)


def wrapped(kind: str, lines: Iterable[str]) -> str:
    """Return the *lines* of a component as a text of their own."""
    return "\r\n".join([f"BEGIN:{kind}", *lines, f"END:{kind}", ""])


def is_utc(value: date) -> bool:
    """Return whether *value* is a moment without any distance from UTC."""
    return isinstance(value, datetime) and value.utcoffset() == timedelta(0)


def by_clock(value: date, zone: tzinfo) -> date:
    """Return a moment in UTC as the same moment in *zone*; what is none stays as it is."""
    if isinstance(value, datetime) and is_utc(value):
        return value.astimezone(zone)
    return value


def on_clock(value: date, zone: tzinfo | None) -> datetime:
    """Return what a clock in *zone* shows at a moment; at a day, its midnight."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time())
    if value.tzinfo and zone:
        value = value.astimezone(zone)
    return value.replace(tzinfo=None)
