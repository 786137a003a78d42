"""An event → the days on which it may and surely does lie, and what is beyond its ends.

Both layouts draw the same days: each turns them into its own columns or pixels.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

import msgspec

from timeline.edtf import When
from timeline.reports.lanes import Fold

End: TypeAlias = Literal["", "on", "unknown"]
"""What a mark has beyond its end: nothing, more that is not drawn, or nobody knows."""

Days: TypeAlias = tuple[int, int]
"""A stretch of time without a break: its first and last day."""


class Reach(msgspec.Struct, frozen=True):
    """The days from `first` to `last` on which an event may lie; None is the end of the axis.

    `sure` is the days on which it lies in every reading, as far as they are on the axis at
    their beginning; `before` and `after` are what is beyond its ends.
    """

    first: int | None
    last: int | None
    before: End
    after: End
    sure: Days | None


def reach(date: When, axis: Days) -> Reach:
    """Return which days of an *axis* are drawn for *date*, of which some day is on it."""
    first, before = _first(date, axis)
    last, after = _last(date, axis)
    return Reach(first, last, before, after, _sure(date, axis))


def _first(date: When, axis: Days) -> tuple[int | None, End]:
    day = date.start[0]
    if day is not None and day >= axis[0]:
        return day, ""
    if day is not None or date.start_kind != "unknown":
        return None, "on"
    known = _known(date)
    if known is None:
        known = axis[0]
    return known, "unknown"


def _last(date: When, axis: Days) -> tuple[int | None, End]:
    day = date.end[1]
    if day is not None and day <= axis[1]:
        return day, ""
    known = _known(date)
    if day is not None or known is None or known > axis[1]:
        return None, "on"
    if date.end_kind == "unknown":
        return known, "unknown"
    is_span = date.kind == "interval"
    return known if is_span else None, "on"


def _known(date: When) -> int | None:
    """Return a day on which something is known of *date*: that it had ended, else begun."""
    return date.start[1] if date.end[0] is None else date.end[0]


def _sure(date: When, axis: Days) -> Days | None:
    if date.sure_days is None:
        return None
    begun, lasted = date.sure_days
    if begun is None:
        begun = axis[0]
    if lasted is None or begun > lasted:
        return None
    return begun, lasted


def stretches(first: int, last: int, folds: Sequence[Fold]) -> list[Days]:
    """Return the days from *first* to *last* in stretches, between which are the *folds*."""
    starts = [first, *(end + 1 for _, end in folds)]
    ends = [*(start - 1 for start, _ in folds), last]
    return list(zip(starts, ends, strict=True))


def lengths(days: Iterable[Days]) -> list[int]:
    """Return how many days each stretch has."""
    return [last - first + 1 for first, last in days]
