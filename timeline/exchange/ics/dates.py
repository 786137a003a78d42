"""When ⇄ DTSTART and DTEND: a whole day, whole days, or a moment.

DTEND is the first day, or the first moment, that no longer belongs to an entry.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final

import msgspec

from timeline.edtf import When
from timeline.exchange import dates
from timeline.exchange.ics.zones import by_clock
from timeline.exchange.nearest import days

_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)T([^Z+-]+)(.*)", re.ASCII)
_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)


class Period(msgspec.Struct, frozen=True):
    """What an entry says of its time, and the EDTF that says the same.

    `start` and `stop` are the values of DTSTART and DTEND, the latter None for a single
    day or moment; `widened` is what the text could not hold, in words.
    """

    start: date
    stop: date | None
    text: str
    widened: str = ""

    @property
    def is_timed(self) -> bool:
        """Whether it has a time of day."""
        return isinstance(self.start, datetime)

    @property
    def days(self) -> tuple[int, int]:
        """Its first and last day, as day numbers."""
        return self.start.toordinal(), _last(self.start, self.stop).toordinal()


def period_of(when: When, as_of: int | None) -> Period | None:
    """Return the period nearest to *when*, None outside the years 1 to 9999."""
    try:
        if moment := _MOMENT.fullmatch(str(when)):
            return period(_moment(*moment.groups()), None)
        first, last = map(date.fromordinal, days(when, as_of))
        stop = last + _DAY if last > first else None
        return period(first, stop)
    except (ValueError, OverflowError):
        return None


def period(start: date, stop: date | None) -> Period:
    """Return the period from *start* until just before *stop*.

    EDTF has no span with times of day: within a day its start is kept, across days the
    days are. Raises `NotADate` where it ends before it begins.
    """
    last = _last(start, stop)
    if not isinstance(start, datetime):
        return Period(start, stop, dates.span(start.isoformat(), last.isoformat()).text)
    if _day(start) != last:
        text = dates.span(_day(start).isoformat(), last.isoformat()).text
        return Period(start, stop, text, dates.NO_TIMES)
    found = of_datetime(start)
    widened = found.widened
    if stop not in (None, start):
        widened = widened or dates.NO_END
    return Period(start, stop, found.text, widened)


def of_datetime(value: date | datetime) -> dates.Reading:
    """Return a day, or an instant with the zone it has, to the second."""
    if not isinstance(value, datetime):
        return dates.Reading(value.isoformat())
    fraction = value.microsecond / 1_000_000
    widened = dates.FRACTIONS if fraction else ""
    return dates.Reading(_instant(value), widened, fraction=fraction)


def _instant(value: datetime) -> str:
    offset = value.utcoffset()
    if offset == timedelta(0):
        return f"{value.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    if offset is not None and offset % _MINUTE:
        value = value.astimezone(timezone(offset // _MINUTE * _MINUTE))
    return dates.checked(value.isoformat(timespec="seconds"))


def at_home(found: Period, zone: tzinfo) -> Period:
    """Return a period, which is in UTC, by the clock in *zone*; a day stays one."""
    stop = by_clock(found.stop, zone) if found.stop else None
    return period(by_clock(found.start, zone), stop)


def _last(start: date, stop: date | None) -> date:
    """Return the last day; an end at midnight, or at the start itself, opens no new day."""
    if stop is None:
        return _day(start)
    if not isinstance(stop, datetime):
        return start if stop == start else stop - _DAY
    if isinstance(start, datetime) and stop.tzinfo:
        stop = stop.astimezone(start.tzinfo)
    if stop != start:
        stop -= timedelta(microseconds=1)
    return _day(stop)


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _moment(day: str, clock: str, zone: str) -> datetime:
    """Return a moment as a calendar can hold it: in UTC where it has an offset."""
    full = f"{clock}:00:00"[: len("23:20:30")]
    moment = datetime.fromisoformat(f"{day}T{full}{_offset(zone)}")
    return moment.astimezone(UTC) if zone else moment


def _offset(zone: str) -> str:
    """Return the distance from UTC with its minutes, "" for none."""
    if zone == "Z":
        return "+00:00"
    if len(zone) == len("-04"):
        return f"{zone}:00"
    return zone
