"""Which events stand in which lane, on which stretch of time, and which silences are folded."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

import msgspec

from timeline.edtf import When
from timeline.model.answers import Selection
from timeline.model.timeline import Timeline
from timeline.phrases import Window
from timeline.reports.extent import extent
from timeline.reports.groups import Lane, by_value, fullest

Fold: TypeAlias = tuple[int, int]
"""First and last day of a silence that is left out of an axis."""


class Lanes(msgspec.Struct, frozen=True):
    """What lanes show: the days from *first* to *last*, and the events in them, by value.

    `others` is the values that have no lane of their own because only the
    fullest have, `unseen` the events that are therefore in no lane, and
    `outside` the number of events without a day between *first* and *last*.
    """

    first: int
    last: int
    lanes: tuple[Lane, ...]
    folds: tuple[Fold, ...] = ()
    others: int = 0
    unseen: int = 0
    outside: int = 0


_LONG = 12  # a silence may be folded that is longer than this part of the whole
_UNUSUAL = 3  # and so many times as long as the usual one
_MOST_FOLDS = 8


def lanes(
    selection: Selection,
    timeline: Timeline,
    *,
    by: str = "arc",
    window: Window | None = None,
    most: int | None = None,
    fold: bool = False,
) -> Lanes:
    """Return the events of *selection* by the values of *by*, between the days of *window*.

    An event without a possible day in the window is counted as outside. Of more
    than *most* lanes the fullest are kept, in their order. With *fold*, silences
    are left out of the axis that are far longer than the others.
    """
    first, last = extent((_drawn(match.event.date) for match in selection), _given(window))
    inside = [match for match in selection if _touches(match.event.date, first, last)]
    found = by_value(Selection(inside), timeline, by)
    kept = fullest(found, most)
    drawn = {id(match) for lane in kept for match in lane.matches}
    dates = [match.event.date for match in inside]
    return Lanes(
        first,
        last,
        tuple(kept),
        silences(dates, first, last) if fold else (),
        others=len(found) - len(kept),
        unseen=sum(id(match) not in drawn for match in inside),
        outside=len(selection) - len(inside),
    )


def silences(dates: Sequence[When], first: int, last: int) -> tuple[Fold, ...]:
    """Return the long stretches from *first* to *last* in which nothing begins or ends.

    Long is three times the median silence or more, and more than a twelfth of what
    would be drawn without the longer ones.
    """
    gaps = sorted(_gaps(dates, first, last), key=_length)
    if not gaps:
        return ()
    usual = _length(gaps[len(gaps) // 2])
    found: list[Fold] = []
    drawn = last - first + 1
    while gaps and len(found) < _MOST_FOLDS:
        gap = gaps.pop()
        if _length(gap) < max(_UNUSUAL * usual, drawn // _LONG):
            break
        found.append(gap)
        drawn -= _length(gap)
    return tuple(sorted(found))


def _gaps(dates: Sequence[When], first: int, last: int) -> list[Fold]:
    """Return the stretches between days on which something may begin or end."""
    ends = [span for date in dates for span in _events_of(date)]
    seen = [span for span in ends if span[0] <= last and span[1] >= first]
    busy = sorted((max(begun, first), min(until, last)) for begun, until in seen)
    covered: list[Fold] = []
    for start, end in busy:
        if covered and start <= covered[-1][1] + 1:
            covered[-1] = covered[-1][0], max(end, covered[-1][1])
        else:
            covered.append((start, end))
    return [(one[1] + 1, other[0] - 1) for one, other in pairwise(covered)]


def _events_of(date: When) -> list[tuple[int, int]]:
    """Return the days on which *date* may begin, and those on which it may end."""
    ends = date.start, date.end
    return [(start, end) for start, end in ends if start is not None and end is not None]


def _drawn(date: When) -> tuple[int | None, int | None]:
    """Return the first and last day that *date* needs on an axis.

    What has no limit on one side is drawn as far as something is known of it.
    """
    first, last = date.known
    if first is None:
        return last, last
    if last is None:
        return first, first
    return first, last


def _touches(date: When, first: int, last: int) -> bool:
    return date.overlaps(first, last)


def _length(gap: Fold) -> int:
    return gap[1] - gap[0] + 1


def _given(window: Window | None) -> Window:
    return window or Window(None, None, "")
