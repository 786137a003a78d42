"""An event → where it lies on an axis: surely, perhaps, and beyond its ends."""

import msgspec

from timeline.edtf import When
from timeline.layout.pixels.axis import Axis
from timeline.layout.reach import End
from timeline.model.answers import Match

RADIUS = 4.5  # pixels of a sign
BEYOND = 16.0  # pixels for an arrow or a question mark at an end


class Spot(msgspec.Struct, frozen=True):
    """Where an event is drawn, in pixels.

    From `left` to `right` it may lie, in `solid` it lies in every reading; the sign of
    its status is around `sign`. Beyond an end there may be more (`on`), or nobody knows.
    """

    match: Match
    left: float
    right: float
    sign: float
    solid: tuple[float, float] | None = None
    before: End = ""
    after: End = ""

    @property
    def start(self) -> float:
        """Where anything of it begins."""
        return min(self.left - BEYOND * bool(self.before), self.sign - RADIUS)

    @property
    def end(self) -> float:
        """Where all of it ends."""
        return max(self.right + BEYOND * bool(self.after), self.sign + RADIUS)

    @property
    def is_point(self) -> bool:
        """Whether there is nothing but a sign."""
        return not (self.before or self.after) and self.right - self.left <= 2 * RADIUS


def spot(match: Match, on: Axis) -> Spot:
    """Return where the event of *match* is drawn on the axis *on*."""
    date = match.event.date
    left, before = _left(date, on)
    right, after = _right(date, on)
    right = max(left, right)
    solid = _solid(date, on, left, right)
    middle = (left + right) / 2
    if solid and date.start_kind == "closed" and right - left > 2 * RADIUS:
        middle = min(_day(date.start[1], on, solid[0]), solid[1])
    elif bool(before) != bool(after):
        middle = right if before else left
    return Spot(match, left, right, middle, solid, before, after)


def _left(date: When, on: Axis) -> tuple[float, End]:
    day = date.start[0]
    if day is not None:
        return (on.x(day), "") if day >= on.first else (on.left, "on")
    if date.start_kind != "unknown":
        return on.left, "on"
    known = _known(date)
    return on.x(on.first if known is None else known), "unknown"


def _right(date: When, on: Axis) -> tuple[float, End]:
    day = date.end[1]
    if day is not None:
        return (on.x(day + 1), "") if day <= on.last else (on.right, "on")
    known = _known(date)
    if known is None or known > on.last:
        return on.right, "on"
    if date.kind != "interval":
        return on.right, "on"
    return on.x(known + 1), "unknown" if date.end_kind == "unknown" else "on"


def _known(date: When) -> int | None:
    return date.start[1] if date.end[0] is None else date.end[0]


def _solid(date: When, on: Axis, left: float, right: float) -> tuple[float, float] | None:
    """Return the pixels in which *date* lies in every reading; None if there are none."""
    days = date.sure_days
    if days is None or days[1] is None:
        return None
    begun = on.first if days[0] is None else days[0]
    start, end = max(left, on.x(begun)), min(right, on.x(days[1] + 1))
    return (start, end) if start < end else None


def _day(day: int | None, on: Axis, otherwise: float) -> float:
    """Return the middle of a day that is on the axis."""
    inside = day is not None and on.first <= day <= on.last
    return (on.x(day) + on.x(day + 1)) / 2 if day is not None and inside else otherwise
