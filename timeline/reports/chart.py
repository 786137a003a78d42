"""How many events began in each period; a vague beginning is spread, never put on 1 January.

Each event weighs 1. One that began in a single period in every reading is certain
there. Of any other, each period has the share of the days on which it may have
begun, and is only possible. So the bars of a chart, what lies outside it and what
cannot be placed add up to the number of events.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

import msgspec

from timeline.errors import UsageError
from timeline.model.answers import Begun, Selection, Verdict
from timeline.model.beginnings import Beginning
from timeline.model.timeline import Timeline
from timeline.phrases import Window
from timeline.phrases.units import UNITS, Unit, fitting
from timeline.reports.extent import VAGUEST, extent
from timeline.reports.groups import Row, beginnings_by, fullest
from timeline.text import counted


class Bar(msgspec.Struct, frozen=True, gc=False):
    """The events that began in a period: so many certainly, and the share of the others.

    An event that may have begun in several periods gives each its share of 1,
    by days; `possible` is the sum of such shares.
    """

    certain: int = 0
    possible: float = 0.0

    @property
    def total(self) -> float:
        """Certain events and shares of possible ones together."""
        return self.certain + self.possible


class Series(msgspec.Struct, frozen=True):
    """A bar for each period of a chart, for the events that have a value, or for all.

    `events` is what the bars and the three numbers beside them add up to:
    `earlier` and `later` than the periods, and `undated`, of which nothing is
    known that would place them.
    """

    key: str
    name: str
    events: int
    bars: tuple[Bar, ...]
    earlier: float = 0.0
    later: float = 0.0
    undated: int = 0


class Chart(msgspec.Struct, frozen=True):
    """Periods of one *unit*, in order and without a gap, and the rows of their bars.

    `all` has every event; `rows` has one row for each value it was split by, but for
    `others` that have fewer events. An event with several values stands in the row
    of each.
    """

    unit: Unit
    periods: tuple[Window, ...]
    all: Series
    rows: tuple[Series, ...] = ()
    others: int = 0


MOST_BARS = 40  # that `auto` makes
_MOST_PERIODS = 20_000
_PLURALS = {"century": "centuries"}

_Spans: TypeAlias = tuple[tuple[int, int], ...]
_Place: TypeAlias = int | _Spans


class Axis(msgspec.Struct, frozen=True, dict=True):
    """The periods of a chart: so many of a unit, from an index on."""

    unit: Unit
    start: int
    number: int

    @property
    def first(self) -> int:
        """The first day."""
        return self.firsts[0]

    @cached_property
    def last(self) -> int:
        """The last day."""
        return self.unit.last(self.start + self.number - 1)

    @cached_property
    def firsts(self) -> list[int]:
        """The first day of each period; of a chart without periods, of the one before them."""
        return [self.unit.first(self.start + at) for at in range(max(self.number, 1))]

    def place(self, day: int) -> int:
        """Return the position of the period of *day*, one of the axis's days."""
        return bisect_right(self.firsts, day) - 1


def chart(
    selection: Selection,
    timeline: Timeline,
    *,
    by: str = "auto",
    split: str | None = None,
    window: Window | None = None,
    most: int | None = None,
) -> Chart:
    """Return how many events of *selection* began in each period, and of each value of *split*.

    *by* is one of `UNITS`, or `auto`: the finest unit that makes at most forty
    periods. *window* confines the days. Of more than *most* values the fullest have
    rows. Raises `UsageError` for too many periods.
    """
    axis = _axis(selection, by, window or Window(None, None, ""))
    periods = tuple(axis.unit.window(axis.start + at) for at in range(axis.number))
    found = beginnings_by(selection, timeline, split) if split else []
    kept = fullest(found, most)
    rows = _rows(kept, axis, periods) if kept else ()
    whole = _row("", "", _placed(selection.beginnings(), axis), axis, periods)
    return Chart(axis.unit, periods, whole, rows, len(found) - len(kept))


def _rows(found: Sequence[Row], axis: Axis, periods: tuple[Window, ...]) -> tuple[Series, ...]:
    """Return a row of bars for each of those that were *found*."""
    return tuple(
        _row(each.key, each.name, _placed(each.begun, axis), axis, periods) for each in found
    )


def _placed(found: Iterable[Begun], axis: Axis) -> "Counter[_Place]":
    """Return the places of the events that have begun so: how many there are at each."""
    places: Counter[_Place] = Counter()
    for begun, verdict, number in found:
        places[_place(begun, axis, is_certain=verdict is Verdict.YES)] += number
    return places


def _axis(selection: Selection, by: str, window: Window) -> Axis:
    if not selection and None in (window.first, window.last):
        return Axis(UNITS["year"], 0, 0)
    first, last = extent((begun.beginning.start for begun in selection.beginnings()), window)
    auto = fitting(first, last, MOST_BARS)
    unit = UNITS.get(by, auto)
    start = unit.index(first)
    number = unit.index(last) - start + 1
    if number > _MOST_PERIODS:
        raise _too_long(counted(number, by, _PLURALS.get(by, "")), auto)
    return Axis(unit, start, number)


def _too_long(number: str, auto: Unit) -> UsageError:
    taken = counted(auto.length, auto.name)
    hint = f"take longer periods, or a part of the time; --by auto takes {taken}"
    return UsageError(f"a chart of {number} is too long to read", hint)


def _place(begun: Beginning, axis: Axis, *, is_certain: bool) -> _Place:
    """Return the place of the one period of an event, or the days on which it may have begun."""
    place = _certain_place(begun, axis) if is_certain else None
    return _placeable(begun, axis) if place is None else place


def _row(
    key: str,
    name: str,
    places: "Counter[_Place]",
    axis: Axis,
    periods: tuple[Window, ...],
) -> Series:
    """Return the bars of events at *places*; equally vague ones are spread together."""
    found = ((place, number) for place, number in places.items() if isinstance(place, tuple))
    vague = dict(sorted(found))  # in whatever order they were found, their sum is the same
    undated = vague.pop((), 0)
    shares = _shares(vague, axis, periods)
    bars = tuple(Bar(places[at], shares.get(at, 0.0)) for at in range(axis.number))
    earlier, later = shares.get(-1, 0.0), shares.get(axis.number, 0.0)
    return Series(key, name, places.total(), bars, earlier, later, undated)


def _certain_place(begun: Beginning, axis: Axis) -> int | None:
    """Return the place of the one period in which an event began in every reading."""
    first, last = begun.start
    if begun.is_doubted or first is None or last is None:
        return None
    if not axis.number or not axis.first <= first <= axis.last:
        return None
    place = axis.place(first)
    if first != last and axis.place(last) != place:
        return None
    return place


def _placeable(begun: Beginning, axis: Axis) -> _Spans:
    """Return the days on which it may have *begun*; none for what says nothing here.

    That is one without a first day, or so vague that the axis was made without it.
    """
    found = begun.days
    spans = tuple((first, last) for first, last in found if first is not None and last is not None)
    if len(spans) < len(found) or not axis.number:
        return ()
    first, last = spans[0][0], spans[-1][1]
    is_inside = axis.first <= first and last <= axis.last
    is_too_vague = last - first > max(VAGUEST, axis.last - axis.first)
    return () if is_too_vague and not is_inside else spans


def _shares(
    vague: Mapping[_Spans, int], axis: Axis, periods: tuple[Window, ...]
) -> dict[int, float]:
    """Return place → the sum of shares there; -1 is earlier than all, `number` is later."""
    shares: dict[int, float] = {}
    for spans, events in vague.items():
        days = sum(last - first + 1 for first, last in spans)
        for first, last in spans:
            for place, part in _parts(first, last, axis, periods):
                shares[place] = shares.get(place, 0.0) + events * (part / days)
    return shares


def _parts(
    first: int, last: int, axis: Axis, periods: tuple[Window, ...]
) -> Iterator[tuple[int, int]]:
    """Yield place and number of days for each period that has some of *first* to *last*."""
    if first < axis.first:
        yield -1, min(last, axis.first - 1) - first + 1
    if last > axis.last:
        yield axis.number, last - max(first, axis.last + 1) + 1
    first, last = max(first, axis.first), min(last, axis.last)
    if first > last:
        return
    for at in range(axis.place(first), axis.place(last) + 1):
        start, end = periods[at].first or 0, periods[at].last or 0
        yield at, min(last, end) - max(first, start) + 1
