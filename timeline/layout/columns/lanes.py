"""Lanes → a layout: every event in its lane, labelled, numbered, or counted with others."""

from collections.abc import Callable, Sequence

import msgspec

from timeline.layout.columns import rows as packing
from timeline.layout.columns.rows import Item, Placed, Row
from timeline.layout.columns.scale import Scale, mark, scale
from timeline.layout.labels import beginning, titled
from timeline.model.answers import Match
from timeline.reports.groups import Lane
from timeline.reports.lanes import Lanes
from timeline.text import cells


class PlacedLane(msgspec.Struct, frozen=True):
    """A lane in rows from top to bottom; `more` events found no room."""

    lane: Lane
    rows: tuple[tuple[Placed, ...], ...]
    more: int = 0


class Layout(msgspec.Struct, frozen=True):
    """Lanes with everything in its place on a scale, and the numbered events in order."""

    scale: Scale
    lanes: tuple[PlacedLane, ...]
    notes: tuple[Match, ...] = ()


_ROWS = 30  # of all lanes together; a lane has at least as many as below
_LEAST_ROWS = 3
_MOST_ROWS = 8  # of a lane in which events are counted: rather a longer page than lost events
_WIDTHS = (36, 18)  # columns of labels that are tried
_JOINING = " \u00ad\u200d"  # what says nothing before the dots, and would join them
MOST_NOTES = 40


class Signs(msgspec.Struct, frozen=True):
    """What labels are written with: *dots* where one is clipped, marks, and numbers of notes."""

    dots: str = "…"
    maybe: str = "≈"
    by_order: str = "⊢"
    number: Callable[[int], str] = str


def layout(lanes: Lanes, width: int, signs: Signs | None = None) -> Layout:
    """Return *lanes* with everything in its place within *width* columns.

    An event has its title beside it where there is room, clipped if need be; otherwise
    the number of a note, or it is counted with those in the same columns. *signs* are
    what the labels are written with.
    """
    on = scale(lanes.first, lanes.last, width - 1, lanes.folds)
    most = max(_LEAST_ROWS, _ROWS // max(1, len(lanes.lanes)))
    notes: list[Match] = []
    placer = Placer(on, width, most, signs or Signs())
    made = tuple(placer.place(lane, notes) for lane in lanes.lanes)
    return Layout(on, made, tuple(notes))


class Placer:
    """Puts lanes on one scale."""

    def __init__(self, on: Scale, columns: int, most: int, signs: Signs) -> None:
        """Use the scale *on*, at most so many rows for each lane, and *signs*."""
        self._on = on
        self._columns = columns
        self._most = most
        self._signs = signs

    def place(self, lane: Lane, notes: list[Match]) -> PlacedLane:
        """Return *lane* in rows; what gets a number is added to *notes*."""
        items = [(match, mark(match.event.date, self._on)) for match in lane.matches]
        rows = self._labelled(items) or self._numbered(items, notes)
        more = 0
        if rows is None:
            most = max(self._most, _MOST_ROWS)
            rows, more = packing.crowded(items, self._write, self._columns, most)
        return PlacedLane(lane, tuple(packing.grown(row, self._write) for row in rows), more)

    def _labelled(self, items: Sequence[Item]) -> list[Row] | None:
        for widest in _WIDTHS:
            rows = packing.labelled(items, self._write, widest, self._columns, self._most)
            if rows:
                return rows
        return None

    def _numbered(self, items: Sequence[Item], notes: list[Match]) -> list[Row] | None:
        if len(notes) + len(items) > MOST_NOTES:
            return None
        first, sign = len(notes) + 1, self._signs.number
        rows = packing.numbered(items, first, sign, self._columns, self._most)
        if rows:
            notes += [match for match, _ in items]
        return rows

    def _write(self, match: Match, width: int) -> str:
        """Return the label of an event in at most *width* columns."""
        signs = self._signs
        return clipped(titled(match, signs.maybe, signs.by_order), width, signs.dots)


def clipped(text: str, width: int, dots: str = "…") -> str:
    """Return *text* in at most *width* cells: whole, or cut where a word or a sign ends."""
    if cells(text) <= width:
        return text
    if width < len(dots):
        return dots[: max(0, width)]
    return beginning(text, width - len(dots), cells).rstrip(_JOINING) + dots
