"""EDTF text to its parts, refusing loudly whatever is not EDTF.

Every function takes the whole text and the place of the part it reads, so
that a refusal can say where it stands.
"""

from typing import Final

from timeline.edtf import refusals, values
from timeline.edtf.bounds import GROUPINGS, bounds, years
from timeline.edtf.errors import EdtfError
from timeline.edtf.grammar import DATE
from timeline.edtf.precision import Precision
from timeline.edtf.syntax import (
    MARKS,
    NO_MARKS,
    Choice,
    ChoiceKind,
    EndKind,
    Expression,
    Interval,
    Member,
    Point,
)

_LONGEST: Final = 10_000
_MOST_ABBREVIATED: Final = 2
_PLAIN_MONTHS: Final = frozenset(f"{month:02}" for month in range(1, 13))
_CLOCK_PRECISION: Final = {2: Precision.HOUR, 5: Precision.MINUTE, 8: Precision.SECOND}
_LIST_HINT: Final = "write [2019,2020] for one of these, {2019,2020} for all of them"


def scan(text: str) -> Expression:
    """Return the parts of an EDTF text; raise `EdtfError` if it is not EDTF."""
    if len(text) > _LONGEST:
        raise EdtfError(
            f"{len(text)} characters are too many for a date, which has {_LONGEST} at most",
            text,
            _LONGEST,
        )
    try:
        return _scan(text)
    except refusals.Malformed as found:
        raise refusals.malformed(text, found.start, found.stop, _reads) from None


def _reads(text: str) -> bool:
    """Return whether a text is EDTF."""
    try:
        _scan(text)
    except (EdtfError, refusals.Malformed):
        return False
    return True


def _scan(text: str) -> Expression:
    if text.startswith(("[", "{")):
        return _scan_choice(text)
    if "/" in text:
        return _scan_interval(text)
    return _scan_point(text, 0, len(text))


def _scan_point(text: str, start: int, stop: int) -> Point:
    """Read one date from *start* up to *stop*."""
    match = DATE.fullmatch(text, start, stop)
    if match is None:
        raise refusals.Malformed(start, stop)
    m0, year, significant, m1, m2, month, m3, m4, day, m5, clock, offset = match.groups("")
    marks = (m0, m1, m2, m3, m4, m5)
    if significant or year[0] in "Y-":
        year = values.checked_year(match)
    if month and month not in _PLAIN_MONTHS:
        values.check_month(match)
    if clock:
        values.check_clock(match)
    digits = int(significant or 0)
    days = bounds(years(year, digits), month, day)
    if days is None:
        raise values.no_such_day(match)
    folded = _fold(marks, month, day) if any(marks) else NO_MARKS
    precision = _precision(month, day, clock)
    return Point(year, month, day, folded, digits, clock, offset, precision, *days)


def _precision(month: str, day: str, clock: str) -> Precision:
    """Return the smallest unit that is given."""
    if clock:
        return _CLOCK_PRECISION[len(clock)]
    if day:
        return Precision.DAY
    if not month:
        return Precision.YEAR
    if month in GROUPINGS:
        return GROUPINGS[month].precision
    return Precision.MONTH


def _fold(signs: tuple[str, ...], month: str, day: str) -> tuple[int, int, int]:
    """Return the qualifiers that hold for year, month and day.

    A sign before a component holds for it alone, one after it for all the
    components up to there.
    """
    own_year, to_year, own_month, to_month, own_day, to_day = (MARKS[sign] for sign in signs)
    of_day = own_day | to_day if day else 0
    of_month = own_month | to_month | to_day if month else 0
    return own_year | to_year | to_month | to_day, of_month, of_day


def _scan_interval(text: str) -> Interval:
    """Read `START/END`, where either may be `..` (open) or empty (unknown)."""
    slash = text.index("/")
    if "/" in text[slash + 1 :]:
        raise refusals.second_slash(text, text.index("/", slash + 1))
    start, start_kind = _scan_end(text, 0, slash)
    end, end_kind = _scan_end(text, slash + 1, len(text))
    if start is None and end is None:
        raise EdtfError(
            "an interval without any date says nothing",
            text,
            0,
            "give it a start or an end, as in 2019/.. or ../2019",
        )
    if start and end and start.earliest > end.latest:
        hint = f"write {text[slash + 1 :]}/{text[:slash]}"
        raise EdtfError("this interval ends before it starts", text, slash + 1, hint)
    return Interval(start, end, start_kind, end_kind)


def _scan_end(text: str, start: int, stop: int) -> tuple[Point | None, EndKind]:
    """Read one end of an interval."""
    if start == stop:
        return None, "unknown"
    if text[start:stop] == "..":
        return None, "open"
    if start and _is_abbreviated(text, start):
        raise refusals.abbreviated_end(text, start)
    point = _scan_point(text, start, stop)
    _refuse_time(point, text, start, "an interval")
    return point, "closed"


def _is_abbreviated(text: str, start: int) -> bool:
    """Return whether an interval's end from *start* on is only one or two digits."""
    end = text[start:]
    return len(end) <= _MOST_ABBREVIATED and end.isdigit() and end.isascii()


def _refuse_time(point: Point, text: str, start: int, place: str) -> None:
    """Refuse a time of day where only whole days may stand."""
    if point.clock:
        time = text.index("T", start)
        day = text[start:time]
        raise EdtfError(f"{place} takes no time of day", text, time, f"write {day} without it")


def _scan_choice(text: str) -> Choice:
    """Read `[…]` or `{…}`: dates and ranges of dates with commas between them."""
    closing = "]" if text[0] == "[" else "}"
    end = text.find(closing)
    if end < 0:
        raise EdtfError(f"{text[0]!r} is not closed", text, len(text), f"end it with {closing}")
    if end != len(text) - 1:
        raise refusals.after_list(text, end + 1)
    kind: ChoiceKind = "one-of" if closing == "]" else "all-of"
    members = []
    start = 1
    for part in text[1:end].split(","):
        members.append(_scan_member(text, start, start + len(part)))
        start += len(part) + 1
    return Choice(kind, tuple(members))


def _scan_member(text: str, start: int, stop: int) -> Member:
    """Read one member of a list: a date, or a range with `..`."""
    dots = text.find("..", start, stop)
    if start == stop or dots == start == stop - len(".."):
        raise EdtfError("a date is missing in this list", text, start, _LIST_HINT)
    if dots < 0:
        point = _scan_listed(text, start, stop)
        return Member(point, point)
    first = _scan_listed(text, start, dots) if dots > start else None
    last = _scan_listed(text, dots + 2, stop) if dots + 2 < stop else None
    if first and last and first.earliest > last.latest:
        swapped = f"{text[dots + 2 : stop]}..{text[start:dots]}"
        hint = f"write {text[:start]}{swapped}{text[stop:]}"
        raise EdtfError("this range ends before it starts", text, dots + 2, hint)
    return Member(first, last)


def _scan_listed(text: str, start: int, stop: int) -> Point:
    """Read one date of a list."""
    point = _scan_point(text, start, stop)
    _refuse_time(point, text, start, "a list")
    return point
