"""More events than a lane has room for: those of a column are counted, none is overwritten."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from timeline.model.answers import Match
from timeline.model.lanes import Mark, Placed
from timeline.querying.lanes.packing import APART, LEAST, WIDEST, Item, Row, Write, inlaid, put

_SHORT = 3  # columns; what takes no more is counted with others


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
    groups: list[tuple[int, list[Match]]] = []
    for match, mark in sorted(items, key=lambda item: item[1].left):
        if groups and mark.left <= _end(groups[-1]):
            groups[-1][1].append(match)
            groups = _apart(groups)
        else:
            groups.append((mark.left, [match]))
    while groups and _end(groups[-1]) >= columns:
        at, matches = groups.pop()
        groups = _apart([*groups, (min(at, columns - len(str(len(matches)))), matches)])
    return (_placed(group) for group in groups)


def _apart(groups: list[tuple[int, list[Match]]]) -> list[tuple[int, list[Match]]]:
    """Return *groups*, the last joined to the one before it if the two would touch."""
    if len(groups) > 1 and min(len(groups[-1][1]), len(groups[-2][1])) > 1:
        limit = groups[-1][0] - 1
    else:
        limit = groups[-1][0]
    if len(groups) > 1 and _end(groups[-2]) >= limit:
        (at, before), (_, last) = groups[-2:]
        return _apart([*groups[:-2], (at, [*before, *last])])
    return groups


def _end(group: tuple[int, list[Match]]) -> int:
    """Return the last column of a sign or a count."""
    at, matches = group
    return at + (len(str(len(matches))) if len(matches) > 1 else 1) - 1


def _placed(group: tuple[int, list[Match]]) -> Placed:
    return Placed(Mark(group[0], _end(group), group[0]), tuple(group[1]))


def _labelled(row: Row, write: Write) -> Iterator[Placed]:
    """Yield what stands in *row*, with labels where they fit before the next."""
    placed = row.in_order()
    for each, after in zip_longest(placed, placed[1:]):
        end = after.mark.left - APART if after else row.columns
        room = end - each.mark.right - 2
        if len(each.matches) > 1:
            yield each
        elif room >= LEAST:
            label = write(each.matches[0], min(room, WIDEST))
            yield replace(each, label=label, label_at=each.mark.right + 2)
        else:
            yield inlaid((each.matches[0], each.mark), write, WIDEST) or each
