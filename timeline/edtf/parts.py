"""What a date says once its qualifiers are reckoned with: the bounds that questions ask.

`~` widens every bound by a calendar unit. `?` doubts the value itself: it moves no
bound, but nothing is certain that rests on it. Of a span each end has its own
qualifiers, and rests on the other where it is open or unknown, or limited by it.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate, islice
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from timeline.edtf.days import FAR, earlier, later, or_far
from timeline.edtf.leeway import is_doubted, widened
from timeline.edtf.readings import all_readings, has_gaps, readings
from timeline.edtf.syntax import Choice, Interval, Member, Point

Span = tuple[int | None, int | None]
"""First and last day, inclusive; None is no limit."""

NOTHING: Span = (None, None)


class Part(Struct, frozen=True, array_like=True, gc=False):
    """One thing that a date means: the date, a span, or a member of a list.

    It began on a day within `start` and ended on one within `end`; None is no bound.
    `certain` is the day by which it has begun in every reading, and the one before
    which it is over in none; None where nothing is certain. A `doubted` start lies in
    its bounds only if what is written is true. `point` is a start that leaves out days
    within its bounds; where it is no span, so does all of it.
    """

    start: Span
    end: Span
    certain: Span
    doubted: bool = False
    point: Point | None = None
    is_span: bool = False

    @property
    def possible(self) -> Span:
        """The first and last day of all readings."""
        return self.start[0], self.end[1]

    @property
    def days(self) -> tuple[Span, ...]:
        """The stretches of days of all readings, in order."""
        if self.point and not self.is_span:
            return all_readings(self.point)
        return (self.possible,)

    @property
    def first_days(self) -> tuple[Span, ...]:
        """The stretches of days on one of which it began, in order."""
        if self.point:
            return all_readings(self.point)
        return (self.start,)

    @property
    def beginning(self) -> "Part":
        """The part as no more than the day on which it began."""
        if not self.is_span:
            return self
        first, last = self.start
        certain = NOTHING if self.doubted else (last, first)
        return Part(self.start, self.start, certain, self.doubted, self.point)

    def is_surely_on(self, day: int) -> bool:
        """Return whether it has begun by *day* and is not over before, in every reading."""
        begun, lasted = self.certain
        return begun is not None and lasted is not None and begun <= day <= lasted

    def reaches(self, first: int, last: int) -> bool:
        """Return whether some reading has a day from *first* to *last*."""
        if or_far(self.start[0], -FAR) > last or or_far(self.end[1], FAR) < first:
            return False
        nearest = self.nearest(first)
        return nearest is not None and or_far(nearest[0], -FAR) <= last

    def nearest(self, day: int) -> Span | None:
        """Return the first stretch of its days that ends on *day* or later; None if none does."""
        if self.point and not self.is_span:
            return next(readings(self.point, day), None)
        if or_far(self.end[1], FAR) < day:
            return None
        return self.possible

    def as_of(self, day: int) -> "Part":
        """Return a part without a last day as known on *day*, when it was still going on."""
        earliest, latest = self.end
        if latest is not None:
            return self
        begun, lasted = self.certain
        end = later(day, earliest), None
        return replace(self, end=end, certain=(begun, later(day, lasted)))


def point_parts(point: Point) -> tuple[Part, ...]:
    """Return the one part of a date; none if its bounds say all."""
    if is_plain(point):
        return ()
    return (_of_point(point),)


def interval_parts(interval: Interval) -> tuple[Part, ...]:
    """Return the one part of a span; none if its bounds say all."""
    given = [point for point in (interval.start, interval.end) if point]
    if all(map(is_plain, given)):
        return ()
    return (_of_span(interval.start, interval.end),)


def choice_parts(choice: Choice) -> tuple[Part, ...]:
    """Return a part for each member of a list."""
    if choice.kind == "one-of":
        return tuple(map(_of_one, choice.members))
    return tuple(map(_of_all, choice.members))


def is_plain(point: Point) -> bool:
    """Return whether nothing but the bounds of a date says what it means."""
    return not any(point.marks) and not has_gaps(point)


def starts(parts: Sequence[Part], *, every: bool) -> Span:
    """Return the bounds of the beginning of all *parts*: of *every* one, or else of one of them."""
    if len(parts) == 1:  # as most dates have
        return parts[0].start
    firsts, lasts = zip(*(part.start for part in parts), strict=True)
    last = _least_known(lasts) if every else greatest(lasts)
    return least(firsts), last


def ends(parts: Sequence[Part], *, every: bool) -> Span:
    """Return the bounds of the end of all *parts*: of *every* one, or else of one of them."""
    if len(parts) == 1:  # as most dates have
        return parts[0].end
    firsts, lasts = zip(*(part.end for part in parts), strict=True)
    first = _greatest_known(firsts) if every else least(firsts)
    return first, greatest(lasts)


def first_days(parts: Sequence[Part], *, every: bool) -> tuple[Span, ...]:
    """Return the stretches of days on one of which *parts* began, in order, none next to another.

    Of *every* one, that which began first did so by the day on which one surely had begun.
    """
    limit = starts(parts, every=every)[1]
    found: list[tuple[int, int]] = []
    spans = [_closed(span, limit) for part in parts for span in part.first_days]
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(last, found[-1][1])
        elif first <= last:
            found.append((first, last))
    return tuple(_opened(first, last) for first, last in found)


def has_gaps_between(parts: Sequence[Part], members: Sequence[Span]) -> bool:
    """Return whether a date or list, as it is written, leaves out days between its bounds."""
    points = [part.point for part in parts if part.point and not part.is_span]
    if any(len(list(islice(readings(point), 2))) > 1 for point in points):
        return True
    spans = sorted(_closed(span, None) for span in members)
    reached = accumulate((last for _, last in spans), max)
    return any(last + 1 < nxt[0] for last, nxt in zip(reached, spans[1:], strict=False))


def certainty(parts: Sequence[Part], *, every: bool = False) -> Span:
    """Return by when something of it has begun in every reading, and what it outlasts."""
    begun, lasted = zip(*(part.certain for part in parts), strict=True)
    if every:
        return _least_known(begun), _greatest_known(lasted)
    return greatest(begun), least(lasted)


def _of_point(point: Point) -> Part:
    """Return what a single date means."""
    days = widened(point, point.earliest, point.latest)
    gapped = point if has_gaps(point) else None
    return _of_days(days, doubted=is_doubted(point), point=gapped)


def _of_one(member: Member) -> Part:
    """Return what a member of `[…]` means: one day, which is all that a range says too."""
    if member.first is member.last and member.first:
        return _of_point(member.first)
    first, last = _bounds(member.first)[0], _bounds(member.last)[1]
    limits = [point for point in (member.first, member.last) if point]
    return _of_days((first, last), doubted=any(map(is_doubted, limits)))


def _of_days(days: Span, *, doubted: bool, point: Point | None = None) -> Part:
    """Return what is one of some days."""
    first, last = days
    certain = NOTHING if doubted else (last, first)
    return Part(days, days, certain, doubted, point)


def _of_all(member: Member) -> Part:
    """Return what a member of `{…}` means: a date, or all of a range, which has no gap."""
    if member.first is member.last and member.first:
        return _of_point(member.first)
    found = _of_span(member.first, member.last)
    if member.first:
        return found
    return replace(found, certain=(-FAR, found.certain[1]))  # `{..1984}` is all years before


def _of_span(start: Point | None, end: Point | None) -> Part:
    """Return what lies between two dates; nothing rests on one that is doubted."""
    first, last = _bounds(start), _bounds(end)
    doubted = start is not None and is_doubted(start)
    sure_first = NOTHING if doubted else first
    sure_last = NOTHING if end and is_doubted(end) else last
    gapped = start if start and has_gaps(start) else None
    return Part(
        start=(first[0], earlier(first[1], last[1])),
        end=(later(last[0], first[0]), last[1]),
        certain=(earlier(sure_first[1], sure_last[1]), later(sure_last[0], sure_first[0])),
        doubted=doubted,
        point=gapped,
        is_span=True,
    )


def _closed(span: Span, limit: int | None) -> tuple[int, int]:
    """Return a stretch with numbers for no bounds, that ends by the day *limit*."""
    first, last = span
    return or_far(first, -FAR), min(or_far(last, FAR), or_far(limit, FAR))


def _opened(first: int, last: int) -> Span:
    """Return a stretch with None for no bounds."""
    begins = None if first == -FAR else first
    ends = None if last == FAR else last
    return begins, ends


def _bounds(point: Point | None) -> Span:
    """Return the bounds of an end, `~` reckoned in."""
    if point is None:
        return NOTHING
    return widened(point, point.earliest, point.latest)


def least(days: Iterable[int | None]) -> int | None:
    """Return the least day; None, no bound, is less than any."""
    found = list(days)
    if None in found:
        return None
    return min(cast("list[int]", found))


def greatest(days: Iterable[int | None]) -> int | None:
    """Return the greatest day; None, no bound, is greater than any."""
    found = list(days)
    if None in found:
        return None
    return max(cast("list[int]", found))


def _least_known(days: Iterable[int | None]) -> int | None:
    """Return the least day of those that are known."""
    return min((day for day in days if day is not None), default=None)


def _greatest_known(days: Iterable[int | None]) -> int | None:
    """Return the greatest day of those that are known."""
    return max((day for day in days if day is not None), default=None)
