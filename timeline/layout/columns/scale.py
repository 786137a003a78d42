"""Days → columns: the scale of an axis, and where an event is drawn on it."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from timeline.edtf import When
from timeline.layout.reach import End
from timeline.reports.lanes import Fold

FOLD = 2  # columns that a fold takes


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


_NARROW = 3  # halves of a column; what takes no more days than this has no length
_HINT = 3  # columns that stand for "nobody knows how long"


def scale(first: int, last: int, columns: int, folds: Sequence[Fold] = ()) -> Scale:
    """Return the scale on which the days *first* to *last* take so many *columns*.

    Every piece between *folds* has the columns of its days, and at least one; folds
    for which there is no room are not made.
    """
    folds = folds if len(folds) * (FOLD + 1) < columns else ()
    starts = [first, *(end + 1 for _, end in folds)]
    ends = [*(start - 1 for start, _ in folds), last]
    days = [end - start + 1 for start, end in zip(starts, ends, strict=True)]
    room = columns - FOLD * len(folds)
    pieces, at = [], 0
    for start, end, width in zip(starts, ends, _shared(days, room), strict=True):
        pieces.append(Piece(start, end, at, at + width - 1))
        at += width + FOLD
    return Scale(tuple(pieces))


def _shared(days: Sequence[int], room: int) -> list[int]:
    """Return how many columns each piece has: in proportion, at least one, together *room*."""
    spare = room - len(days)
    total, sums, at = sum(days), [0], 0
    for each in days:
        at += each
        sums.append(at * spare // total)
    return [1 + after - before for before, after in pairwise(sums)]


def mark(date: When, on: Scale) -> Mark:
    """Return where *date*, of which some day is on the scale, is drawn."""
    left, before = _left(date, on)
    right, after = _right(date, on, left)
    left = min(left, right)
    solid = _solid(date, on, left, right)
    if before and left == right and right + 1 < on.columns:
        right += 1
    return Mark(
        left, right, _sign(date, (left, right), solid, (before, after)), solid, before, after
    )


def _left(date: When, on: Scale) -> tuple[int, End]:
    """Return the first column of *date*, and what lies before it."""
    day, first = date.start[0], on.pieces[0].first
    if day is not None:
        return (on.column(day), "") if day >= first else (0, "on")
    if date.start_kind != "unknown":
        return 0, "on"
    known = date.start[1] if date.end[0] is None else date.end[0]
    at = on.column(first if known is None else known)
    return max(0, at - _HINT), "unknown"


def _right(date: When, on: Scale, left: int) -> tuple[int, End]:
    """Return the last column of *date*, and what lies after it; an arrow may stand just outside."""
    day, last = date.end[1], on.pieces[-1].last
    if day is not None:
        return (_end(date, day, on, left), "") if day <= last else (on.columns, "on")
    known = date.start[1] if date.end[0] is None else date.end[0]
    if known is None or known > last:
        return on.columns, "on"
    if date.end_kind == "unknown":
        return min(on.columns, on.column(known) + _HINT), "unknown"
    is_span = date.kind == "interval"
    return (max(left, on.right(known)) + 1 if is_span else on.columns), "on"


def _end(date: When, day: int, on: Scale, left: int) -> int:
    """Return the last column of what ends on *day*; about a column of days is one column."""
    first = on.pieces[0].first if date.start[0] is None else date.start[0]
    days = sum(piece.last - piece.first + 1 for piece in on.pieces)
    narrow = day == first or 2 * (day - first + 1) * on.columns <= _NARROW * days
    return left if narrow else on.right(day)


def _solid(date: When, on: Scale, left: int, right: int) -> tuple[int, int] | None:
    """Return the columns in which *date* lies in every reading; None if there are none."""
    days = date.sure_days
    if days is None or days[1] is None:
        return None
    begun, lasted = on.pieces[0].first if days[0] is None else days[0], days[1]
    if begun > lasted:
        return None
    start = max(left, on.column(begun))
    end = start if begun == lasted else min(right, on.right(lasted))
    return (start, end) if start <= end else None


def _sign(
    date: When, reach: tuple[int, int], solid: tuple[int, int] | None, ends: tuple[End, End]
) -> int:
    """Return the column of the sign: where it surely begins, or amid where it may lie.

    Where one side has no limit it stands at the other; it never hides an arrow
    that has room beside it.
    """
    left, right = reach[0] + bool(ends[0]), reach[1] - bool(ends[1])
    if left > right:
        return reach[0] if ends[1] else reach[1]
    if solid and date.start_kind == "closed":
        return min(max(solid[0], left), right)
    if ends[0] and not ends[1]:
        return right
    return left if ends[1] and not ends[0] else (left + right) // 2
