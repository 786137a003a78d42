"""The door: EDTF text to `When`."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from timeline.edtf.parts import Span, choice_parts, interval_parts, is_plain, point_parts
from timeline.edtf.precision import Precision
from timeline.edtf.scanner import scan
from timeline.edtf.syntax import (
    APPROXIMATE,
    NO_MARKS,
    UNCERTAIN,
    Choice,
    Interval,
    Point,
)
from timeline.edtf.when import When

_BETWEEN_DATES: Final = re.compile(r"[][{},/]|\.\.")


def parse(text: str) -> When:
    """Return the date that *text* writes in EDTF, levels 0 to 2.

    Raises `EdtfError`, and nothing else, if *text* is not EDTF.
    """
    return _parse(text)


def dates_in(when: When) -> tuple[When, ...]:
    """Return the single dates that are written in *when*, as they stand: its ends, say."""
    return tuple(parse(text) for text in _BETWEEN_DATES.split(str(when)) if text)


@lru_cache(maxsize=4096)
def _parse(text: str) -> When:
    expression = scan(text)
    if isinstance(expression, Point):
        return _from_point(text, expression)
    if isinstance(expression, Interval):
        return _from_interval(text, expression)
    return _from_choice(text, expression)


def _from_point(text: str, point: Point) -> When:
    """Return one date: both its ends lie within the same bounds."""
    first, last, precision = point.earliest, point.latest, point.precision
    if is_plain(point):
        return When(text, first, last, first, last, "closed", "closed", "date", precision)
    return When(
        text,
        first,
        last,
        first,
        last,
        "closed",
        "closed",
        "date",
        precision,
        *_doubts([point]),
        parts=point_parts(point),
    )


def _from_interval(text: str, interval: Interval) -> When:
    """Return a span; its start is never after its end in any reading."""
    start, end = interval.start, interval.end
    earliest_start = start.earliest if start else None
    latest_end = end.latest if end else None
    points = [point for point in (start, end) if point]
    return When(
        text,
        earliest_start,
        _least(start.latest if start else None, latest_end),
        _greatest(end.earliest if end else None, earliest_start),
        latest_end,
        interval.start_kind,
        interval.end_kind,
        "interval",
        _coarsest(points),
        *_doubts(points),
        parts=interval_parts(interval),
    )


def _from_choice(text: str, choice: Choice) -> When:
    """Return a list: the bounds hold all its members."""
    members = tuple(
        (
            member.first.earliest if member.first else None,
            member.last.latest if member.last else None,
        )
        for member in choice.members
    )
    points = [p for member in choice.members for p in (member.first, member.last) if p]
    first, last = _envelope(members)
    return When(
        text,
        first,
        last,
        first,
        last,
        "closed" if first is not None else "open",
        "closed" if last is not None else "open",
        choice.kind,
        _coarsest(points),
        *_doubts(points),
        members,
        choice_parts(choice),
    )


def _envelope(spans: Sequence[Span]) -> Span:
    """Return the first and last day of all *spans*, None without limit."""
    first, last = spans[0]
    for start, end in spans:
        first = None if first is None or start is None else min(first, start)
        last = None if last is None or end is None else max(last, end)
    return first, last


def _least(one: int | None, other: int | None) -> int | None:
    """Return the lesser day; one that is not given does not count."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def _greatest(one: int | None, other: int | None) -> int | None:
    """Return the greater day; one that is not given does not count."""
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)


def _coarsest(points: Sequence[Point]) -> Precision:
    """Return the coarsest precision of some dates."""
    return min(point.precision for point in points)


def _doubts(points: Sequence[Point]) -> tuple[bool, bool]:
    """Return whether any component is uncertain, and whether any is approximate."""
    marks = 0
    for point in points:
        if point.marks is not NO_MARKS:
            marks |= point.marks[0] | point.marks[1] | point.marks[2]
    return bool(marks & UNCERTAIN), bool(marks & APPROXIMATE)
