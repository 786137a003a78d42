"""Days → columns: the scale of an axis, and where an event is drawn on it."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from timeline.edtf import When
from timeline.layout.reach import Days, End, Reach, lengths, reach, stretches
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
        return self.start + self._before(day) * self._columns // self._days

    def right(self, day: int) -> int:
        """Return the column in which *day* ends: a day may be wider than a column."""
        if self._columns <= self._days:
            return self.column(day)
        until = self._before(day) + 1
        return self.start + (until * self._columns - 1) // self._days

    def _before(self, day: int) -> int:
        """Return how many of its days are before *day*, or the nearest of them."""
        return min(max(day, self.first), self.last) - self.first

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
    def days(self) -> Days:
        """The first and the last day."""
        return self.pieces[0].first, self.pieces[-1].last

    @property
    def folds(self) -> tuple[int, ...]:
        """The first column of each fold."""
        return tuple(piece.end + 1 for piece in self.pieces[:-1])

    def column(self, day: int) -> int:
        """Return the column in which *day* begins; a folded day has that of its fold."""
        piece = self._piece(day)
        if self._is_folded(day, piece):
            return piece.end + 1
        return piece.column(day)

    def right(self, day: int) -> int:
        """Return the column in which *day* ends."""
        piece = self._piece(day)
        if self._is_folded(day, piece):
            return piece.end + 1
        return piece.right(day)

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
    if len(folds) * (FOLD + 1) >= columns:
        folds = ()
    parts = stretches(first, last, folds)
    widths = _shared(lengths(parts), columns - FOLD * len(folds))
    pieces, at = [], 0
    for (start, end), width in zip(parts, widths, strict=True):
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
    days = reach(date, on.days)
    left = _left(days, on)
    right = _right(date, days, on, left)
    left = min(left, right)
    solid = _solid(days.sure, on, left, right)
    if days.before and left == right and right + 1 < on.columns:
        right += 1
    sign = _sign(date, days, (left, right), solid)
    return Mark(left, right, sign, solid, days.before, days.after)


def _left(days: Reach, on: Scale) -> int:
    """Return the first column in which an event may lie, with that of a question mark."""
    if days.first is None:
        return 0
    at = on.column(days.first)
    if days.before == "unknown":
        return max(0, at - _HINT)
    return at


def _right(date: When, days: Reach, on: Scale, left: int) -> int:
    """Return the last column in which an event may lie; an arrow may stand just outside."""
    if days.last is None:
        return on.columns
    if days.after == "unknown":
        return min(on.columns, on.column(days.last) + _HINT)
    if days.after == "on":
        return max(left, on.right(days.last)) + 1
    if _is_narrow(date, days.last, on):
        return left
    return on.right(days.last)


def _is_narrow(date: When, last: int, on: Scale) -> bool:
    """Return whether what ends on the day *last* takes no more than about a column of days."""
    first = on.days[0] if date.start[0] is None else date.start[0]
    if first == last:
        return True
    days = last - first + 1
    drawn = sum(lengths((piece.first, piece.last) for piece in on.pieces))
    return 2 * days * on.columns <= _NARROW * drawn


def _solid(sure: Days | None, on: Scale, left: int, right: int) -> tuple[int, int] | None:
    """Return the columns of the days that are *sure*; None if there are none."""
    if sure is None:
        return None
    begun, lasted = sure
    start = max(left, on.column(begun))
    if begun == lasted:
        return start, start
    end = min(right, on.right(lasted))
    return (start, end) if start <= end else None


def _sign(date: When, days: Reach, columns: tuple[int, int], solid: tuple[int, int] | None) -> int:
    """Return the column of the sign: where it surely begins, or amid where it may lie.

    Where one side has no limit it stands at the other; it never hides an arrow
    that has room beside it.
    """
    left, right = columns[0] + bool(days.before), columns[1] - bool(days.after)
    if left > right:
        return columns[0] if days.after else columns[1]
    if solid and date.start_kind == "closed":
        return min(max(solid[0], left), right)
    if days.before and not days.after:
        return right
    if days.after and not days.before:
        return left
    return (left + right) // 2
