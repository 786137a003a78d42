"""What an EDTF text says, part by part, and how it is written canonically.

A `Point` is one date; an `Interval` has two ends; a `Choice` is a list in
brackets or braces. Each can be written back: `write(scan(text))` is the
canonical form of *text*.
"""

from typing import Final, Literal, TypeAlias

from msgspec import Struct

from timeline.edtf.precision import Precision

EndKind: TypeAlias = Literal["closed", "open", "unknown"]
"""An end of a date: given, still running (`..`), or not known (empty)."""

ChoiceKind: TypeAlias = Literal["one-of", "all-of"]
"""What a list means: `[…]` one of its members, `{…}` all of them."""

UNCERTAIN: Final = 1
APPROXIMATE: Final = 2
MARKS: Final = {"": 0, "?": UNCERTAIN, "~": APPROXIMATE, "%": UNCERTAIN | APPROXIMATE}
"""Each qualifier as a set of bits, so that two of them add up with `|`."""

NO_MARKS: Final = (0, 0, 0)
_SIGNS: Final = ("", "?", "~", "%")


class Point(Struct, frozen=True, array_like=True, gc=False):
    """One date: its components as written, and its bounds.

    `year` is `2019`, `201X`, `-0043` or `Y-17E7`; `month` is two characters,
    a season or other grouping (21 to 41) among them; `day` is two. What is not
    given is empty. `marks` are the qualifiers of year, month and day, as bits.
    `significant` counts the digits after `S`, 0 for none. `clock` and `offset`
    are kept for display. `earliest` and `latest` are day numbers, inclusive.
    """

    year: str
    month: str
    day: str
    marks: tuple[int, int, int]
    significant: int
    clock: str
    offset: str
    precision: Precision
    earliest: int
    latest: int


class Interval(Struct, frozen=True, gc=False):
    """A span of time; an end that is open or unknown has no point."""

    start: Point | None
    end: Point | None
    start_kind: EndKind
    end_kind: EndKind


class Member(Struct, frozen=True, gc=False):
    """A date in a list, or all dates from `first` to `last`; None is no limit."""

    first: Point | None
    last: Point | None


class Choice(Struct, frozen=True, gc=False):
    """A list of dates, of which one or all are meant."""

    kind: ChoiceKind
    members: tuple[Member, ...]


Expression: TypeAlias = Point | Interval | Choice


def write(expression: Expression) -> str:
    """Return the canonical EDTF of *expression*."""
    if isinstance(expression, Point):
        return write_point(expression)
    if isinstance(expression, Interval):
        start = _write_end(expression.start, expression.start_kind)
        return f"{start}/{_write_end(expression.end, expression.end_kind)}"
    opening, closing = "[]" if expression.kind == "one-of" else "{}"
    members = ",".join(_write_member(member) for member in expression.members)
    return f"{opening}{members}{closing}"


def write_point(point: Point) -> str:
    """Return the canonical EDTF of one date.

    A single qualifier that reaches from the year to some component follows
    that component; any other mixture precedes each component it qualifies.
    """
    significant = f"S{point.significant}" if point.significant else ""
    parts = [f"{point.year}{significant}"]
    parts += [part for part in (point.month, point.day) if part]
    text = "-".join(_qualified(parts, point.marks))
    if not point.clock:
        return text
    return f"{text}T{point.clock}{point.offset}"


def seconds(point: Point) -> int:
    """Return the seconds from midnight, UTC where there is an offset, to the time of *point*."""
    offset = point.offset if len(point.offset) > 1 else "+00:00"
    east = -1 if offset[0] == "-" else 1
    return _clock_seconds(point.clock) - east * _clock_seconds(offset[1:])


def _clock_seconds(clock: str) -> int:
    """Return what `09`, `09:30` or `09:30:15` is in seconds."""
    hour, minute, second = (int(part) for part in f"{clock}:00:00"[:8].split(":"))
    return 3600 * hour + 60 * minute + second


def _qualified(parts: list[str], marks: tuple[int, int, int]) -> list[str]:
    """Return the components with their qualifiers in the canonical places."""
    if marks == NO_MARKS:
        return parts
    reach = _reach(marks)
    if reach:
        sign = _SIGNS[marks[0]]
        return [*parts[: reach - 1], parts[reach - 1] + sign, *parts[reach:]]
    return [_SIGNS[mark] + part for mark, part in zip(marks, parts, strict=False)]


def _reach(marks: tuple[int, int, int]) -> int:
    """Count the components under one common qualifier, 0 if it is not so simple."""
    reach = 1
    while reach < len(marks) and marks[reach] == marks[0]:
        reach += 1
    if any(marks[reach:]) or not marks[0]:
        return 0
    return reach


def _write_end(point: Point | None, kind: EndKind) -> str:
    """Return the text of an end of an interval."""
    if point:
        return write_point(point)
    return ".." if kind == "open" else ""


def _write_member(member: Member) -> str:
    """Return the text of a member of a list; equal limits are one date."""
    first = write_point(member.first) if member.first else ""
    last = write_point(member.last) if member.last else ""
    return first if first == last else f"{first}..{last}"
