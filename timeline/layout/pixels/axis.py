"""Days → pixels from left to right, with the marks of an axis."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from timeline.edtf import calendar_date, year_name
from timeline.layout.pixels.widths import measured
from timeline.layout.reach import lengths, stretches
from timeline.phrases.units import Unit, units
from timeline.reports.lanes import Fold

FOLD: Final = 18.0  # pixels that a silence takes that is left out
_LEAST: Final = 20.0  # pixels of a stretch between two of them
_APART: Final = 64.0  # pixels from a mark to the next, on average at least
_GAP: Final = 10.0  # pixels between two labels
_TIGHT: Final = 11.0  # pixels of letters on the axis


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """Days that are drawn to scale, both inclusive, and the pixels they take."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: int) -> float:
        """Return where *day* begins; the day after the last is where the stretch ends."""
        inside = min(max(day, self.first), self.last + 1) - self.first
        return self.left + (self.right - self.left) * inside / (self.last + 1 - self.first)


class Axis(msgspec.Struct, frozen=True):
    """Stretches of time in order; what lies between two of them is folded away."""

    stretches: tuple[Stretch, ...]

    @property
    def first(self) -> int:
        """The first day."""
        return self.stretches[0].first

    @property
    def last(self) -> int:
        """The last day."""
        return self.stretches[-1].last

    @property
    def left(self) -> float:
        """Where the first day begins."""
        return self.stretches[0].left

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.stretches[-1].right

    @property
    def folds(self) -> list[float]:
        """The middle of each fold."""
        return [(one.right + other.left) / 2 for one, other in pairwise(self.stretches)]

    def x(self, day: int) -> float:
        """Return where *day* begins; a folded day is in the middle of its fold."""
        begun = [n for n, each in enumerate(self.stretches) if each.first <= day]
        at = begun[-1] if begun else 0
        stretch = self.stretches[at]
        if day > stretch.last + 1 and at + 1 < len(self.stretches):
            return self.folds[at]
        return stretch.x(day)


class Tick(msgspec.Struct, frozen=True, gc=False):
    """A mark, and what stands right of it; "" where there is no room for that."""

    x: float
    label: str


def axis(first: int, last: int, left: float, right: float, folds: Sequence[Fold] = ()) -> Axis:
    """Return the axis on which the days *first* to *last*, but for *folds*, fill the pixels."""
    parts = stretches(first, last, folds)
    days = lengths(parts)
    spare = right - left - FOLD * len(folds) - _LEAST * len(days)
    made, at = [], left
    for (start, end), length in zip(parts, days, strict=True):
        width = _LEAST + spare * length / sum(days)
        made.append(Stretch(start, end, at, at + width))
        at += width + FOLD
    return Axis(tuple(made))


def ticks(on: Axis) -> tuple[Tick, ...]:
    """Return the marks of an axis: the finest that have room, with labels that do not touch."""
    unit = _unit(on)
    made: list[Tick] = []
    free = on.left
    for stretch in on.stretches:
        for x, label in _ticks(unit, stretch):
            end = x + measured(label, _TIGHT)
            if x >= free and end <= on.right + _GAP:
                made.append(Tick(x, label))
                free = end + _GAP
            else:
                made.append(Tick(x, ""))
    return tuple(made)


def _unit(on: Axis) -> Unit:
    room = sum(stretch.right - stretch.left for stretch in on.stretches)
    return next(unit for unit in units() if _number(unit, on) * _APART <= room)


def _number(unit: Unit, on: Axis) -> int:
    return sum(unit.index(each.last) - unit.index(each.first - 1) for each in on.stretches)


def _ticks(unit: Unit, stretch: Stretch) -> Iterator[tuple[float, str]]:
    """Yield where each period of a stretch begins; the first says its year too."""
    begun = range(unit.index(stretch.first - 1) + 1, unit.index(stretch.last) + 1)
    if not begun:
        yield stretch.left, _year(stretch.first)
        return
    first = unit.first(begun[0])
    yield stretch.x(first), _with_year(unit.mark(begun[0]), _year(first))
    for index in begun[1:]:
        yield stretch.x(unit.first(index)), unit.mark(index)


def _with_year(label: str, year: str) -> str:
    return label if year in label else f"{label} {year}"


def _year(day: int) -> str:
    return year_name(calendar_date(day)[0])
