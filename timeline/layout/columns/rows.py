"""Marks with labels → rows: as few as they fit in, and nothing over anything else."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

import msgspec
from msgspec.structs import replace

from timeline.layout.columns.scale import Mark
from timeline.model.answers import Match
from timeline.text import cells

_SHORT = 3  # columns; what takes no more is counted with others


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
        if not self.label:
            return self.mark.left
        return min(self.mark.left, self.label_at)

    @property
    def end(self) -> int:
        """The last column of the mark with its label."""
        return max(self.mark.right, self.label_at + cells(self.label) - 1)

    @property
    def is_titled_right(self) -> bool:
        """Whether its title stands right of it."""
        return bool(self.label) and not self.number and self.label_at == self.mark.right + 2


APART = 2  # columns between a mark with its label and the next
LEAST = 10  # columns; a shorter label says too little
WIDEST = 48  # columns of a label
_INLAY = 5  # columns of a mark beside a label that is laid into it
_TWO = 2  # neighbours

Item: TypeAlias = tuple[Match, Mark]
Write: TypeAlias = Callable[[Match, int], str]
"""From an event and a number of columns to its label, clipped to them."""

Group: TypeAlias = tuple[int, list[Match]]
"""The first column of a sign or a count, and the events that it stands for."""


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
        if each.is_titled_right:
            label = write(each.matches[0], min(WIDEST, end - each.label_at))
            made.append(replace(each, label=label))
        else:
            made.append(each)
    return tuple(made)


def crowded(items: Sequence[Item], write: Write, columns: int, most: int) -> tuple[list[Row], int]:
    """Return *items* in at most *most* rows, and how many found no room.

    In the first row the events of a column are counted; longer ones stand below, and
    are counted where they are equally long. What stands alone has its label if there
    is room for one.
    """
    counts = Row(columns)
    counts.placed = list(_counts([item for item in items if _is_short(item[1])], columns))
    rows: list[Row] = []
    left_out = 0
    for mark, matches in _alike(items):
        if not put(rows, [Placed(mark, matches)], columns, most - 1):
            left_out += len(matches)
    for row in (counts, *rows):
        row.placed = list(_labelled(row, write))
    return [row for row in (counts, *rows) if row.placed], left_out


def _is_short(mark: Mark) -> bool:
    return mark.right - mark.left < _SHORT and not (mark.before or mark.after)


def _alike(items: Sequence[Item]) -> Iterator[tuple[Mark, tuple[Match, ...]]]:
    """Yield the longer marks, each with all events that are drawn like it."""
    found: dict[Mark, list[Match]] = {}
    for match, mark in items:
        if not _is_short(mark):
            found.setdefault(mark, []).append(match)
    return ((mark, tuple(matches)) for mark, matches in found.items())


def _counts(items: Sequence[Item], columns: int) -> Iterator[Placed]:
    """Yield a sign for each event that is alone in its column, and a count for others.

    A count takes the columns of its digits; what is there is counted in it, and so
    is a count that would touch it: 7 and 5 must not be read as 75.
    """
    groups: list[Group] = []
    for match, mark in sorted(items, key=lambda item: item[1].left):
        if groups and mark.left <= _end(groups[-1]):
            groups[-1][1].append(match)
            groups = _apart(groups)
        else:
            groups.append((mark.left, [match]))
    while groups and _end(groups[-1]) >= columns:
        at, matches = groups.pop()
        at = min(at, columns - len(str(len(matches))))
        groups = _apart([*groups, (at, matches)])
    return (_placed(group) for group in groups)


def _apart(groups: list[Group]) -> list[Group]:
    """Return *groups*, the last joined to the one before it if the two would touch."""
    if len(groups) < _TWO:
        return groups
    (at, before), (start, last) = groups[-2:]
    are_counts = len(before) > 1 and len(last) > 1
    limit = start - 1 if are_counts else start
    if _end(groups[-2]) < limit:
        return groups
    return _apart([*groups[:-2], (at, [*before, *last])])


def _end(group: Group) -> int:
    """Return the last column of a sign, which has one, or of a count."""
    at, matches = group
    return at + len(str(len(matches))) - 1


def _placed(group: Group) -> Placed:
    return Placed(Mark(group[0], _end(group), group[0]), tuple(group[1]))


def _labelled(row: Row, write: Write) -> Iterator[Placed]:
    """Yield what stands in *row*, with labels where they fit before the next."""
    placed = row.in_order()
    for each, after in zip_longest(placed, placed[1:]):
        end = after.mark.left - APART if after else row.columns
        yield _with_room(each, end - each.mark.right - 2, write)


def _with_room(each: Placed, room: int, write: Write) -> Placed:
    """Return what has so much *room* to its right with a label there, or laid into it."""
    if len(each.matches) > 1:
        return each
    match = each.matches[0]
    if room >= LEAST:
        label = write(match, min(room, WIDEST))
        return replace(each, label=label, label_at=each.mark.right + 2)
    return inlaid((match, each.mark), write, WIDEST) or each
