"""Lanes → panels: all of the time, and closer looks at stretches that are crowded in it."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from timeline.layout.pixels.axis import Axis, Tick, axis, ticks
from timeline.layout.pixels.rows import Bounds, Placed, packed
from timeline.layout.pixels.spots import BEYOND, spot
from timeline.layout.reach import Days
from timeline.model.answers import Match
from timeline.phrases import Window
from timeline.phrases.units import UNITS
from timeline.reports.groups import Lane
from timeline.reports.lanes import Lanes

WIDTH: Final = 1040.0
MARGIN: Final = 20.0
_ROWS: Final = 24  # labelled, of all lanes together; a lane has at least as many as below
_LEAST_ROWS: Final = 6
_CLOSE_ROWS: Final = 20
_MOST: Final = 3  # closer looks
_NEAR: Final = 90  # part of the whole within which two crowded stretches are one
_FEWEST: Final = 5  # events that are worth a closer look
_LEAST_DAYS: Final = 14
_MONTHS: Final = 60  # days from which on a closer look shows whole months


class Group(NamedTuple):
    """The first and last day of events that are counted only, and how many there are."""

    first: int
    last: int
    number: int


class PanelLane(msgspec.Struct, frozen=True):
    """A lane in rows from top to bottom; `more` events found no room."""

    lane: Lane
    rows: tuple[tuple[Placed, ...], ...]
    more: int = 0


class Panel(msgspec.Struct, frozen=True):
    """A stretch of time, drawn to one scale; `title` is its days, "" for all of them."""

    title: str
    axis: Axis
    ticks: tuple[Tick, ...]
    lanes: tuple[PanelLane, ...]

    @property
    def placed(self) -> Iterator[Placed]:
        """Everything that is drawn."""
        for lane in self.lanes:
            for row in lane.rows:
                yield from row

    @property
    def single(self) -> Iterator[Placed]:
        """The events that are drawn one by one."""
        return (each for each in self.placed if not each.is_count)

    @property
    def counted(self) -> Iterator[Placed]:
        """The events that are too close together for that."""
        return (each for each in self.placed if each.is_count)


def panels(lanes: Lanes) -> tuple[Panel, ...]:
    """Return *lanes* as a whole, and up to three closer looks at what is crowded there."""
    rows = max(_LEAST_ROWS, _ROWS // max(1, len(lanes.lanes)))
    whole = _panel(lanes, "", rows)
    return (whole, *(_closer(lanes, days) for days in _crowded(whole)))


def stretch_words(first: int, last: int) -> str:
    """Return the days from *first* to *last* in words: "Aug–Nov 2025"."""
    return Window(first, last, "").describe()


def _panel(lanes: Lanes, title: str, rows: int) -> Panel:
    left, right = MARGIN + BEYOND, WIDTH - MARGIN - BEYOND
    on = axis(lanes.first, lanes.last, left, right, lanes.folds)
    room = Bounds(MARGIN, WIDTH - MARGIN, rows)
    placed = tuple(_lane(lane, on, room) for lane in lanes.lanes)
    return Panel(title, on, ticks(on), placed)


def _lane(lane: Lane, on: Axis, room: Bounds) -> PanelLane:
    rows, more = packed([spot(match, on) for match in lane.matches], room)
    return PanelLane(lane, tuple(map(tuple, rows)), more)


def _closer(lanes: Lanes, days: Days) -> Panel:
    first, last = days
    inside = [_part(lane, first, last) for lane in lanes.lanes]
    part = Lanes(first, last, tuple(lane for lane in inside if lane.matches))
    return _panel(part, stretch_words(first, last), _CLOSE_ROWS)


def _part(lane: Lane, first: int, last: int) -> Lane:
    """Return *lane* with its events that may lie between two days."""
    matches = (match for match in lane.matches if match.event.date.overlaps(first, last))
    return Lane(lane.key, lane.name, tuple(matches))


def _crowded(whole: Panel) -> list[Days]:
    """Return the stretches in which most events are counted only, in order of time."""
    length = whole.axis.last - whole.axis.first + 1
    groups = sorted(_group(each) for each in whole.counted)
    joined = _joined(groups, length // _NEAR)
    worth = [each for each in joined if each.number >= _FEWEST]
    fullest = sorted(worth, key=lambda each: -each.number)[:_MOST]
    rounded = [_rounded(each.first, each.last) for each in sorted(fullest)]
    return [(first, last) for first, last in rounded if 2 * (last - first) < length]


def _joined(groups: Sequence[Group], apart: int) -> list[Group]:
    """Return *groups* in order, as one those that are not more than so many days *apart*."""
    joined: list[Group] = []
    for each in groups:
        if joined and each.first - joined[-1].last <= apart:
            before = joined.pop()
            last = max(each.last, before.last)
            joined.append(Group(before.first, last, before.number + each.number))
        else:
            joined.append(each)
    return joined


def _group(placed: Placed) -> Group:
    days = [_begins(each.match) for each in placed.spots]
    return Group(min(days), max(days), len(days))


def _begins(match: Match) -> int:
    date = match.event.date
    known = (*date.start, *date.end)
    return next(day for day in known if day is not None)


def _rounded(first: int, last: int) -> Days:
    """Return the whole months around days, or for a short stretch some days more."""
    days = last - first + 1
    if days > _MONTHS:
        month = UNITS["month"]
        return month.first(month.index(first)), month.last(month.index(last))
    more = max(2, (_LEAST_DAYS - days) // 2)
    return first - more, last + more
