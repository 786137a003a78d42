"""How far an event is from a centre, and where it lies.

A distance is counted in every reading of both dates: from the last day of what is
over to the first day of what follows, and 0 where both share a day. The least and
the most of them follow from the four bounds, as the distance only grows with each
bound of the one date and shrinks with each of the other.
"""

from itertools import product
from typing import Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from timeline.edtf import FAR, Part, Span, When
from timeline.edtf.days import or_far
from timeline.model.answers import Match
from timeline.reports.centre import Centre, parts_of

Where: TypeAlias = Literal[
    "before", "after", "before or after", "same day", "during", "going on", "overlapping"
]
"""How an event lies to a centre: inside it is "during", all around it "going on"."""


class Distance(msgspec.Struct, frozen=True):
    """How far a date is from a centre, from `least` to `most` days; before is below 0.

    Without `sure` the place in time holds in some readings only: `least` and `most` lie on
    both sides of 0, or one of the dates is `doubted` (`?`), and the days from it too.
    """

    least: int | None
    most: int | None
    where: Where
    sure: bool = True
    doubted: bool = False

    @property
    def is_apart(self) -> bool:
        """Whether it lies before or after the centre, in every reading."""
        return self.where in ("before", "after")

    @property
    def farthest(self) -> tuple[int, int]:
        """How many days away it is in its farthest reading, and in its nearest."""
        nearest, farthest = sorted(abs(or_far(days, FAR)) for days in (self.least, self.most))
        return farthest, nearest


class Near(Distance, frozen=True, kw_only=True):
    """An event and its distance from a centre."""

    match: Match


def away(date: When, middle: Centre, *, starts: bool = False) -> Distance:
    """Return how far *date* is from *middle*: of several dates, the nearest ones.

    With *starts* it is only where it begins.
    """
    parts, meant = parts_of(date), date.meant
    if starts:
        parts, meant = _beginnings(parts), _beginnings(meant)
    others = middle.parts
    found = min((_part_away(*pair) for pair in product(parts, others)), key=_farthest)
    if date.uncertain and not found.doubted:
        found = replace(found, doubted=True)
    if found.is_apart or found.sure or _may_share_a_day(meant, others):
        return found
    return replace(found, where="before or after")


def distance(one: When | Part, middle: Centre | Part) -> tuple[int | None, int | None]:
    """Return the least and the most days from *middle* to *one*; before is below 0."""
    start, end = one.start, one.end
    least = _days((start[0], end[0]), (middle.start[1], middle.end[1]), -FAR)
    most = _days((start[1], end[1]), (middle.start[0], middle.end[0]), FAR)
    return least, most


def _days(one: Span, other: Span, far: int) -> int | None:
    """Return the days from a reading of the *other* to *one*; None where a bound decides it.

    The bounds of *one* that there are not lie *far* out; the other's on the other side.
    """
    start, end = (or_far(day, far) for day in one)
    other_start, other_end = (or_far(day, -far) for day in other)
    days = max(0, start - other_end) + min(0, end - other_start)
    return days if abs(days) < FAR // 2 else None


def _farthest(each: Distance) -> tuple[int, int]:
    return each.farthest


def _may_share_a_day(meant: tuple[Part, ...], others: tuple[Part, ...]) -> bool:
    days = [(or_far(other.start[0], -FAR), or_far(other.end[1], FAR)) for other in others]
    return any(part.reaches(*span) for part in meant for span in days)


def _beginnings(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part.beginning for part in parts)


def _part_away(part: Part, middle: Part) -> Distance:
    """Return how far a date is from another, and where it lies."""
    least, most = distance(part, middle)
    doubted = middle.doubted
    if most is not None and most < 0:
        return Distance(least, most, "before", doubted=doubted)
    if least is not None and least > 0:
        return Distance(least, most, "after", doubted=doubted)
    sure = _share_a_day(part.certain, middle.certain)
    return Distance(least, most, _shared(part, middle), sure, doubted)


def _share_a_day(one: Span, other: Span) -> bool:
    """Return whether each has begun before the other is over, in every reading."""
    pairs = ((one[0], other[1]), (other[0], one[1]))
    return all(or_far(begun, FAR) <= or_far(lasted, -FAR) for begun, lasted in pairs)


def _shared(part: Part, middle: Part) -> Where:
    """Return what an event that shares, or may share, a day with the middle is to it."""
    one_day = _is_one_day(part)
    middle_is_a_day = middle.end == middle.start
    if one_day and middle_is_a_day:
        return "same day"
    if middle_is_a_day or (not one_day and _surrounds(part, middle)):
        return "going on"
    return "during" if one_day or _inside(part, middle) else "overlapping"


def _is_one_day(part: Part) -> bool:
    first, last = part.possible
    return not part.is_span or (first is not None and first == last)


def _surrounds(part: Part, middle: Part) -> bool:
    """Return whether *part* has begun before the middle does, and lasts longer, in all readings."""
    begins = or_far(part.start[1], FAR) <= or_far(middle.start[0], -FAR)
    return begins and or_far(part.end[0], -FAR) >= or_far(middle.end[1], FAR)


def _inside(part: Part, middle: Part) -> bool:
    """Return whether *part* lies within the middle, in every reading."""
    begins = or_far(part.start[0], -FAR) >= or_far(middle.start[1], FAR)
    return begins and or_far(part.end[1], FAR) <= or_far(middle.end[0], -FAR)
