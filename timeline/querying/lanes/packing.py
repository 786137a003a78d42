"""Marks with labels → rows: as few as they fit in, and nothing over anything else."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

from msgspec.structs import replace

from timeline.model.answers import Match
from timeline.model.lanes import Mark, Placed
from timeline.text import cells

APART = 2  # columns between a mark with its label and the next
LEAST = 10  # columns; a shorter label says too little
WIDEST = 48  # columns of a label
_INLAY = 5  # columns of a mark beside a label that is laid into it

Item: TypeAlias = tuple[Match, Mark]
Write: TypeAlias = Callable[[Match, int], str]
"""From an event and a number of columns to its label, clipped to them."""


class Row:
    """What stands beside each other; a bit for each column that is taken."""

    def __init__(self, columns: int) -> None:
        """Be empty, and so many *columns* wide."""
        self.columns = columns
        self.placed: list[Placed] = []
        self._taken = 0

    def put(self, placed: Placed) -> bool:
        """Add *placed* if its columns, and some on both sides of them, are free."""
        start, end = placed.start, placed.end
        if start < 0 or end >= self.columns:
            return False
        bits = ((1 << (end + APART + 1 - start)) - 1) << start
        if self._taken & bits:
            return False
        self._taken |= bits
        self.placed.append(placed)
        return True

    def in_order(self) -> list[Placed]:
        """Return what stands here from left to right."""
        return sorted(self.placed, key=lambda placed: placed.start)


def labelled(
    items: Sequence[Item], write: Write, widest: int, columns: int, most: int
) -> list[Row] | None:
    """Return *items*, labels at most *widest* columns, in rows; None if *most* are too few."""
    rows: list[Row] = []
    for item in items:
        choices = tuple(with_label(item, write, widest, columns))
        if not choices or not put(rows, choices, columns, most):
            return None
    return rows


def numbered(
    items: Sequence[Item], first: int, sign: Callable[[int], str], columns: int, most: int
) -> list[Row] | None:
    """Return *items* with the signs of numbers from *first* on in rows, None for too few rows."""
    rows: list[Row] = []
    for number, item in enumerate(items, first):
        if not put(rows, _with_number(item, number, sign(number)), columns, most):
            return None
    return rows


def with_label(item: Item, write: Write, widest: int, columns: int) -> Iterator[Placed]:
    """Yield the ways to label a mark: within it, right of it, left of it."""
    match, mark = item
    before, after = mark.left - 1, columns - mark.right - 2
    room = max(before, after)
    label, within = write(match, widest), inlaid(item, write, widest)
    if within and (within.label == label or room < LEAST):
        yield within
    if cells(label) > room >= LEAST:
        label = write(match, room)
    if cells(label) <= after:
        yield Placed(mark, (match,), label, mark.right + 2)
    if cells(label) <= before:
        yield Placed(mark, (match,), label, before - cells(label))


def inlaid(item: Item, write: Write, widest: int) -> Placed | None:
    """Return a mark with its label laid into it; None for one too short for a label."""
    match, mark = item
    room = mark.right - mark.sign - _INLAY
    if room < LEAST:
        return None
    return Placed(mark, (match,), write(match, min(widest, room)), mark.sign + 3)


def _with_number(item: Item, number: int, said: str) -> tuple[Placed, ...]:
    """Return the ways to number a mark: right of it, left of it."""
    match, mark = item
    right = Placed(mark, (match,), said, mark.right + 1, number)
    return right, replace(right, label_at=mark.left - cells(said))


def put(rows: list[Row], choices: Iterable[Placed], columns: int, most: int) -> bool:
    """Put the first of *choices* that fits into the first row with room for one, if any has.

    A row is added as long as there are fewer than *most*.
    """
    choices = tuple(choices)
    if any(row.put(placed) for row in rows for placed in choices):
        return True
    if len(rows) >= most:
        return False
    rows.append(Row(columns))
    return any(rows[-1].put(placed) for placed in choices)


def grown(row: Row, write: Write) -> tuple[Placed, ...]:
    """Return what stands in *row*, with labels on the right as long as there is room for them."""
    placed = row.in_order()
    made = []
    for each, after in zip_longest(placed, placed[1:]):
        end = after.start - APART if after else row.columns
        is_right = each.label and not each.number and each.label_at == each.mark.right + 2
        room = min(WIDEST, end - each.label_at)
        label = write(each.matches[0], room) if is_right else each.label
        made.append(replace(each, label=label))
    return tuple(made)
