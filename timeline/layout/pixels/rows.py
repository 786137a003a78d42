"""Events of a lane → rows: nothing over anything else, each with its label where it fits."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

import msgspec
from msgspec.structs import replace

from timeline.layout.labels import titled
from timeline.layout.pixels.spots import RADIUS, Spot
from timeline.layout.pixels.widths import clipped, measured

_APART: Final = 10.0  # pixels between what stands in a row
BESIDE: Final = 5.0  # pixels from a sign to its label
_LEAST: Final = 64.0  # pixels; a shorter label says too little
_WIDEST: Final = 340.0
_WIDTHS: Final = (340.0, 220.0, 140.0)  # of labels, that are tried
_MOST: Final = 40  # rows of long events, where there are more than can be read
_DIGIT: Final = 7.5


class Placed(msgspec.Struct, frozen=True):
    """An event with its label, or several that are too close together and are counted."""

    spots: tuple[Spot, ...]
    label: str = ""
    label_x: float = 0.0

    @property
    def is_count(self) -> bool:
        """Whether it stands for several."""
        return len(self.spots) > 1

    @property
    def is_inlaid(self) -> bool:
        """Whether the label interrupts what is drawn."""
        return bool(self.label) and self.start < self.label_x < self.end

    @property
    def spot(self) -> Spot:
        """The first event."""
        return self.spots[0]

    @property
    def middle(self) -> float:
        """Where the number of several is written."""
        return (self.spots[0].sign + self.spots[-1].sign) / 2

    @property
    def half(self) -> float:
        """Half of what that number takes."""
        return (6 + _DIGIT * len(str(len(self.spots)))) / 2

    @property
    def start(self) -> float:
        """Where it begins, without its label."""
        if self.is_count:
            return self.middle - self.half
        return self.spot.start

    @property
    def end(self) -> float:
        """Where it ends, without its label."""
        if self.is_count:
            return self.middle + self.half
        return self.spot.end

    @property
    def reach(self) -> tuple[float, float]:
        """Where it begins and ends, with its label."""
        if not self.label:
            return self.start, self.end
        after = self.label_x + measured(self.label)
        return min(self.start, self.label_x), max(self.end, after)


class Bounds(msgspec.Struct, frozen=True):
    """The room of a lane: pixels from `left` to `right`, and how many labelled rows."""

    left: float
    right: float
    rows: int


def packed(spots: Sequence[Spot], room: Bounds) -> tuple[list[list[Placed]], int]:
    """Return *spots*, in order, in rows from top to bottom, and how many found no room.

    All have labels, if need be short ones; where there is no room for that, those close
    together are counted in the first row, and the longer ones stand below.
    """
    rows, more = _all_labelled(spots, room), 0
    if rows is None:
        rows, more = _crowded(spots)
    return [list(_grown(row, room)) for row in rows], more


def _all_labelled(spots: Sequence[Spot], room: Bounds) -> list[list[Placed]] | None:
    """Return *spots* in rows with the longest labels that fit; None if not even short ones do."""
    for widest in _WIDTHS:
        if rows := _labelled(spots, widest, room):
            return rows
    return None


def _labelled(spots: Sequence[Spot], widest: float, room: Bounds) -> list[list[Placed]] | None:
    rows: list[list[Placed]] = []
    for spot in spots:
        if not _put(rows, list(_choices(spot, widest, room)), room.rows):
            return None
    return rows


def _choices(spot: Spot, widest: float, room: Bounds) -> Iterator[Placed]:
    """Yield the ways to label an event: right of it, left of it, laid into it."""
    whole = titled(spot.match)
    spaces = (
        (_right, room.right - spot.end - BESIDE),
        (_left, spot.start - BESIDE - room.left),
        (_inlaid, _inside(spot)),
    )
    # Where most of the title can be said; of equals, on the right.
    for place, space in sorted(spaces, key=lambda each: -min(each[1], widest, measured(whole))):
        said = clipped(whole, min(widest, space))
        if space >= _LEAST or said == whole:
            yield place(Placed((spot,)), said)


def _right(each: Placed, said: str) -> Placed:
    return replace(each, label=said, label_x=each.end + BESIDE)


def _left(each: Placed, said: str) -> Placed:
    return replace(each, label=said, label_x=each.start - BESIDE - measured(said))


def _inlaid(each: Placed, said: str) -> Placed:
    return replace(each, label=said, label_x=each.spot.sign + RADIUS + BESIDE)


def _inside(spot: Spot) -> float:
    """Return the room for a label that interrupts what is drawn right of a sign."""
    return spot.right - spot.sign - RADIUS - 3 * BESIDE


def _crowded(spots: Sequence[Spot]) -> tuple[list[list[Placed]], int]:
    rows: list[list[Placed]] = []
    more = 0
    for spot in spots:
        if not spot.is_point and not _put(rows, [Placed((spot,))], _MOST):
            more += 1
    if counts := _counts([spot for spot in spots if spot.is_point]):
        rows.insert(0, counts)
    return rows, more


def _counts(spots: Sequence[Spot]) -> list[Placed]:
    """Return *spots*, those that would touch each other as one that is counted."""
    groups: list[Placed] = []
    for spot in sorted(spots, key=lambda spot: spot.sign):
        groups.append(Placed((spot,)))
        while len(groups) > 1 and groups[-2].end + 2 > groups[-1].start:
            last = groups.pop()
            groups[-1] = Placed((*groups[-1].spots, *last.spots))
    return groups


def _grown(row: Iterable[Placed], room: Bounds) -> Iterator[Placed]:
    """Yield what stands in *row* from left to right, with labels as long as there is room."""
    placed = sorted(row, key=lambda each: each.reach)
    free = room.left
    for each, after in zip_longest(placed, placed[1:]):
        end = after.reach[0] - _APART if after else room.right
        made = _roomy(each, free, end)
        free = made.reach[1] + _APART
        yield made


def _roomy(each: Placed, start: float, end: float) -> Placed:
    """Return *each* with as much of its label as fits between *start* and *end*."""
    if each.is_count or (each.label and each.label_x < each.end):
        return each
    whole = titled(each.spot.match)
    right = min(_WIDEST, end - each.end - BESIDE)
    if each.label:
        return _right(each, clipped(whole, right))
    left = min(_WIDEST, each.start - start - BESIDE)
    if right >= max(_LEAST, min(left, measured(whole))):
        return _right(each, clipped(whole, right))
    if left >= _LEAST:
        return _left(each, clipped(whole, left))
    inside = _inside(each.spot)
    if inside >= _LEAST:
        return _inlaid(each, clipped(whole, inside))
    return each


def _put(rows: list[list[Placed]], choices: Sequence[Placed], most: int) -> bool:
    """Put the first of *choices* that fits into the first row with room; add one if need be."""
    for row in rows:
        for placed in choices:
            if _fits(row, placed):
                row.append(placed)
                return True
    if not choices or len(rows) >= most:
        return False
    rows.append([choices[0]])
    return True


def _fits(row: Sequence[Placed], placed: Placed) -> bool:
    return not any(_is_near(placed.reach, other) for other in _reaches(row))


def _is_near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two stretches overlap, or are less than `_APART` from each other."""
    return one[0] < other[1] + _APART and other[0] < one[1] + _APART


def _reaches(row: Sequence[Placed]) -> Iterator[tuple[float, float]]:
    return (each.reach for each in reversed(row))
