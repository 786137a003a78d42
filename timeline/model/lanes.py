"""The records of lanes: a scale from days to columns, and events placed along it."""

from typing import Literal, TypeAlias

import msgspec

from timeline.model.answers import Match
from timeline.text import cells

End: TypeAlias = Literal["", "on", "unknown"]
"""What a mark has beyond its end: nothing, more that is not drawn, or nobody knows."""

Fold: TypeAlias = tuple[int, int]
"""First and last day of a silence that is left out of an axis."""

FOLD = 2  # columns that a fold takes


class Lane(msgspec.Struct, frozen=True):
    """The events that have a value, in order."""

    key: str
    name: str
    matches: tuple[Match, ...]


class Lanes(msgspec.Struct, frozen=True):
    """What lanes show: the days from *first* to *last*, and the events in them, by value.

    `others` is the values that have no lane of their own because only the
    fullest have, `unseen` the events that are therefore in no lane, and
    `outside` the number of events without a day between *first* and *last*.
    """

    first: int
    last: int
    lanes: tuple[Lane, ...]
    folds: tuple[Fold, ...] = ()
    others: int = 0
    unseen: int = 0
    outside: int = 0


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Days that are drawn to scale, and the columns they take; both inclusive."""

    first: int
    last: int
    start: int
    end: int

    def column(self, day: int) -> int:
        """Return the column in which *day* begins; the nearest for one outside."""
        inside = min(max(day, self.first), self.last) - self.first
        return self.start + inside * self._columns // self._days

    def right(self, day: int) -> int:
        """Return the column in which *day* ends: a day may be wider than a column."""
        if self._columns <= self._days:
            return self.column(day)
        inside = min(max(day, self.first), self.last) - self.first + 1
        return self.start + (inside * self._columns - 1) // self._days

    @property
    def _days(self) -> int:
        return self.last - self.first + 1

    @property
    def _columns(self) -> int:
        return self.end - self.start + 1


class Scale(msgspec.Struct, frozen=True):
    """Pieces of time, in order; what lies between two of them is folded away."""

    pieces: tuple[Piece, ...]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return self.pieces[-1].end + 1

    @property
    def folds(self) -> tuple[int, ...]:
        """The first column of each fold."""
        return tuple(piece.end + 1 for piece in self.pieces[:-1])

    def column(self, day: int) -> int:
        """Return the column in which *day* begins; a folded day has that of its fold."""
        piece = self._piece(day)
        return piece.end + 1 if self._is_folded(day, piece) else piece.column(day)

    def right(self, day: int) -> int:
        """Return the column in which *day* ends."""
        piece = self._piece(day)
        return piece.end + 1 if self._is_folded(day, piece) else piece.right(day)

    def _is_folded(self, day: int, piece: Piece) -> bool:
        return day > piece.last and piece is not self.pieces[-1]

    def _piece(self, day: int) -> Piece:
        """Return the last piece that begins by *day*, or the first of all."""
        begun = [piece for piece in self.pieces if piece.first <= day]
        return begun[-1] if begun else self.pieces[0]


class Mark(msgspec.Struct, frozen=True):
    """Where an event is drawn: columns, inclusive, all within *left* to *right*.

    From `left` to `right` it may lie, from `solid[0]` to `solid[1]` it lies in
    every reading; the `sign` of its status is in one column. An arrow or a
    question mark takes the outermost column of a side that is not an end.
    """

    left: int
    right: int
    sign: int
    solid: tuple[int, int] | None = None
    before: End = ""
    after: End = ""


class Placed(msgspec.Struct, frozen=True):
    """A mark in a row, with its label at a column, or a number that a note explains.

    With more than one match it stands for all of them, and is drawn as their count.
    """

    mark: Mark
    matches: tuple[Match, ...]
    label: str = ""
    label_at: int = 0
    number: int = 0

    @property
    def start(self) -> int:
        """The first column of the mark with its label."""
        return min(self.mark.left, self.label_at) if self.label else self.mark.left

    @property
    def end(self) -> int:
        """The last column of the mark with its label."""
        return max(self.mark.right, self.label_at + cells(self.label) - 1)


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
