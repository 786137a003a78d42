"""The door: EDTF text to `When`."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from timeline.edtf.days import earlier, later
from timeline.edtf.errors import EdtfError
from timeline.edtf.parts import (
    NOTHING,
    Span,
    choice_parts,
    greatest,
    interval_parts,
    is_plain,
    least,
    point_parts,
)
from timeline.edtf.precision import Precision
from timeline.edtf.scanner import scan
from timeline.edtf.syntax import (
    APPROXIMATE,
    NO_MARKS,
    UNCERTAIN,
    Choice,
    EndKind,
    Interval,
    Member,
    Point,
)
from timeline.edtf.when import When

_BETWEEN_DATES: Final = r"[][{},/]|\.\."


def parse(text: str) -> When:
    """Return the date that *text* writes in EDTF, levels 0 to 2.

    Raises `EdtfError`, and nothing else, if *text* is not EDTF.
    """
    return _parse(text)


def is_edtf(text: str) -> bool:
    """Return whether *text* is valid EDTF."""
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def dates_in(when: When) -> tuple[When, ...]:
    """Return the single dates that are written in *when*, as they stand: its ends, say."""
    return tuple(parse(text) for text in re.split(_BETWEEN_DATES, str(when)) if text)


@lru_cache(maxsize=4096)
def _parse(text: str) -> When:
    if day := _plain_day(text):
        return When(text, day, day, day, day, "closed", "closed", "date", Precision.DAY)
    expression = scan(text)
    if isinstance(expression, Point):
        return _from_point(text, expression)
    if isinstance(expression, Interval):
        return _from_interval(text, expression)
    return _from_choice(text, expression)


def _plain_day(text: str) -> int | None:
    """Return the number of a day that is written plainly, as most are; None for all else."""
    if len(text) != len("2019-01-23") or not text.isascii() or text[4:8:3] != "--":
        return None
    try:
        return date.fromisoformat(text).toordinal() if text.replace("-", "").isdigit() else None
    except ValueError:
        return None


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
    points = [point for point in (interval.start, interval.end) if point]
    earliest_start, latest_start = _days(interval.start)
    earliest_end, latest_end = _days(interval.end)
    return When(
        text,
        earliest_start,
        earlier(latest_start, latest_end),
        later(earliest_end, earliest_start),
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
    members = tuple(_span(member) for member in choice.members)
    points = [p for member in choice.members for p in (member.first, member.last) if p]
    firsts, lasts = zip(*members, strict=True)
    first, last = least(firsts), greatest(lasts)
    return When(
        text,
        first,
        last,
        first,
        last,
        _kind(first),
        _kind(last),
        choice.kind,
        _coarsest(points),
        *_doubts(points),
        members,
        choice_parts(choice),
    )


def _days(point: Point | None) -> Span:
    """Return the first and last day of an end; None, None for one that has no date."""
    return (point.earliest, point.latest) if point else NOTHING


def _span(member: Member) -> Span:
    """Return the first and last day of a member of a list; None is no limit."""
    return _days(member.first)[0], _days(member.last)[1]


def _kind(day: int | None) -> EndKind:
    return "open" if day is None else "closed"


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
