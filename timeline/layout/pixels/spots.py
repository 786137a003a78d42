"""An event → where it lies on an axis: surely, perhaps, and beyond its ends."""

from typing import TypeAlias

import msgspec

from timeline.layout.pixels.axis import Axis
from timeline.layout.reach import Days, End, Reach, reach
from timeline.model.answers import Match

RADIUS = 4.5  # pixels of a sign
BEYOND = 16.0  # pixels for an arrow or a question mark at an end

Pixels: TypeAlias = tuple[float, float]


class Spot(msgspec.Struct, frozen=True):
    """Where an event is drawn, in pixels.

    From `left` to `right` it may lie, in `solid` it lies in every reading; the sign of
    its status is around `sign`. Beyond an end there may be more (`on`), or nobody knows.
    """

    match: Match
    left: float
    right: float
    sign: float
    solid: Pixels | None = None
    before: End = ""
    after: End = ""

    @property
    def start(self) -> float:
        """Where anything of it begins."""
        left = self.left - BEYOND if self.before else self.left
        return min(left, self.sign - RADIUS)

    @property
    def end(self) -> float:
        """Where all of it ends."""
        right = self.right + BEYOND if self.after else self.right
        return max(right, self.sign + RADIUS)

    @property
    def is_point(self) -> bool:
        """Whether there is nothing but a sign."""
        return not (self.before or self.after) and self.right - self.left <= 2 * RADIUS


def spot(match: Match, on: Axis) -> Spot:
    """Return where the event of *match* is drawn on the axis *on*."""
    date = match.event.date
    days = reach(date, (on.first, on.last))
    left = on.left if days.first is None else on.x(days.first)
    right = on.right if days.last is None else on.x(days.last + 1)
    right = max(left, right)
    solid = _solid(days.sure, on, left, right)
    if solid and date.start_kind == "closed" and right - left > 2 * RADIUS:
        sign = min(_middle(date.start[1], on, solid[0]), solid[1])
    else:
        sign = _amid(days, left, right)
    return Spot(match, left, right, sign, solid, days.before, days.after)


def _solid(sure: Days | None, on: Axis, left: float, right: float) -> Pixels | None:
    """Return the pixels of the days that are *sure*; None if there are none."""
    if sure is None:
        return None
    start, end = max(left, on.x(sure[0])), min(right, on.x(sure[1] + 1))
    return (start, end) if start < end else None


def _middle(day: int | None, on: Axis, otherwise: float) -> float:
    """Return the middle of a *day* that is on the axis."""
    if day is None or not on.first <= day <= on.last:
        return otherwise
    return (on.x(day) + on.x(day + 1)) / 2


def _amid(days: Reach, left: float, right: float) -> float:
    """Return where a sign stands amid its pixels; where one side has no limit, at the other."""
    if days.before and not days.after:
        return right
    if days.after and not days.before:
        return left
    return (left + right) / 2
