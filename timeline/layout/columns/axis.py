"""Where an axis is marked, and what stands there."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import msgspec

from timeline.edtf import calendar_date
from timeline.layout.columns.scale import FOLD, Scale
from timeline.layout.reach import Days
from timeline.phrases.units import UNITS, Unit, units
from timeline.phrases.windows import Window
from timeline.text import cells

_APART = 2  # cells between two labels, at least
_SPARSE = 10  # cells from a mark to the next where there are lines under them
_ENOUGH = 2  # marks by which one can tell how long a column is
# Of the line: a stroke, a mark over its label, a mark under it, and what a fold is made of.
_SIGNS, _ASCII = ("─", "┬", "┴", "╱"), ("-", "+", "+", "/")


class Tick(msgspec.Struct, frozen=True, gc=False):
    """A mark in a column, with what it is called; "" where there is no room for that.

    The label begins in the column, or to the left of it by *moved*.
    """

    column: int
    label: str
    moved: int = 0

    @property
    def start(self) -> int:
        """The first column of the label."""
        return self.column - self.moved

    @property
    def end(self) -> int:
        """The column after the label."""
        return self.start + cells(self.label)


def ticks(
    stretches: Sequence[Days], column: Callable[[int], int], width: int, least: int = 4
) -> tuple[Tick, ...]:
    """Return the marks for *stretches* of days, as many as have room in *width* columns.

    They stand at the beginnings of days, weeks, months … or of years, decades,
    millennia, on average *least* columns apart or more. *column* tells where a day
    is. A stretch in which nothing begins has the year of its first day.
    """
    unit = _unit(stretches, column, width, least)
    made = list(_ticks(unit, stretches[0], column))
    for days in stretches[1:]:
        own = list(_ticks(unit, days, column))
        made += [*_start(days[0], own[0].column, column), *own]
    return tuple(_with_room(made, width))


def scale_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Return the marks of a *scale*, none of them in a fold."""
    stretches = [(piece.first, piece.last) for piece in scale.pieces]
    return ticks(stretches, scale.column, scale.columns, _SPARSE)


def _unit(stretches: Sequence[Days], column: Callable[[int], int], width: int, least: int) -> Unit:
    """Return the finest unit of which all marks have room."""
    longest = max(stretches, key=lambda days: days[1] - days[0])
    for unit in units():
        number = sum(unit.index(last) - unit.index(first) for first, last in stretches)
        if number * least <= width and _fit(unit, longest, column, width):
            return unit
        if unit.index(longest[1]) == unit.index(longest[0]):
            break  # nothing longer begins here either
    return UNITS["year"]


def _fit(unit: Unit, days: Days, column: Callable[[int], int], width: int) -> bool:
    """Return whether the labels of all marks of a stretch have room beside each other."""
    made = list(_ticks(unit, days, column))
    if any(other.column < one.end + _APART for one, other in pairwise(made)):
        return False
    return len(made) < _ENOUGH or made[0].end <= width


def _ticks(unit: Unit, days: Days, column: Callable[[int], int]) -> Iterator[Tick]:
    """Yield a mark for each period that begins in a stretch; the first says its year too."""
    first, last = days
    begun = range(unit.index(first - 1) + 1, unit.index(last) + 1)
    if not begun:
        yield Tick(column(first), _year(first))
        return
    yield Tick(column(unit.first(begun[0])), _with_year(unit, begun[0]))
    for index in begun[1:]:
        yield Tick(column(unit.first(index)), unit.mark(index))


def _start(first: int, until: int, column: Callable[[int], int]) -> Iterator[Tick]:
    """Yield a mark for where a stretch goes on after a break, if there is room before *until*."""
    month = UNITS["month"]
    tick = Tick(column(first), _with_year(month, month.index(first)))
    if tick.end + _APART <= until:
        yield tick


def _with_year(unit: Unit, index: int) -> str:
    mark, first = unit.mark(index), unit.first(index)
    if unit.name == "year" or mark == _year(first):
        return mark
    words = Window(first, first, "").describe()
    if unit.name == "month":
        return words.split(" ", 1)[1]
    return words


def _year(day: int) -> str:
    """Return the mark of the year of a *day*."""
    return UNITS["year"].mark(calendar_date(day)[0])


def _with_room(made: Sequence[Tick], width: int) -> Iterator[Tick]:
    """Yield the marks, without the labels that would run into each other or off the page."""
    end = -_APART
    for tick in made:
        moved = Tick(tick.column, tick.label, max(0, tick.end - width))
        if moved.start >= end + _APART:
            end = moved.end
            yield moved
        else:
            yield Tick(tick.column, "")


def line(
    made: Sequence[Tick],
    width: int,
    folds: Sequence[int],
    *,
    below: bool = False,
    ascii: bool,  # noqa: A002  as `When` has it
) -> str:
    """Return the line of an axis, which may be *below*, with its marks and breaks at its folds."""
    stroke, mark_above, mark_below, fold_sign = _ASCII if ascii else _SIGNS
    mark = mark_below if below else mark_above
    row = [stroke] * width
    for tick in made:
        row[tick.column] = mark
    for fold in folds:
        row[fold : fold + FOLD] = fold_sign * FOLD
    return "".join(row)


def labels(made: Sequence[Tick]) -> str:
    """Return the line of labels that stands under the line of an axis."""
    text = ""
    for tick in made:
        if tick.label:
            text += " " * (tick.start - cells(text)) + tick.label
    return text
