"""Lists of dates in words: one of several, or several together."""

from typing import Final

from timeline.edtf.bounds import GROUPINGS
from timeline.edtf.days import FAR, calendar_date, days_in_month
from timeline.edtf.months import short
from timeline.edtf.precision import Precision
from timeline.edtf.syntax import Choice, ChoiceKind, Member, Point, write_point
from timeline.edtf.words.points import is_plain, short_words
from timeline.edtf.words.spans import (
    bare_day,
    common_year,
    is_in_one_month,
    nested,
    part_words,
    span_words,
)
from timeline.edtf.words.style import Style
from timeline.edtf.words.years import year_name

_PARTS: Final = ("early", "mid", "late")
_MONTH_PARTS: Final = ((1, 4), (5, 8), (9, 12))


def choice_words(choice: Choice, style: Style) -> str:
    """Return the words for a list of dates, the earliest first."""
    choice = Choice(choice.kind, tuple(sorted(choice.members, key=_place)))
    if choice.kind == "one-of":
        part = _part_words(_merged(choice.members), style)
        if part:
            return part
    if len(choice.members) > 1:
        return _list_words(choice, style.short)
    first, last = choice.members[0].first, choice.members[0].last
    if choice.kind == "one-of" and first and last and write_point(first) != write_point(last):
        return _one_of_range(first, last, style)
    return _member_words(choice.members[0], choice.kind, style.short)


def _place(member: Member) -> tuple[int, int]:
    """Return the place of a member in time; what has no first day comes first."""
    first = -FAR if member.first is None else member.first.earliest
    last = FAR if member.last is None else member.last.latest
    return first, last


def _merged(members: tuple[Member, ...]) -> tuple[Point, Point] | None:
    """Return the first and last of plain dates that follow each other without a gap."""
    first, last = members[0].first, members[0].last
    for member in members:
        if not member.first or not member.last or not first or not last:
            return None
        if not is_plain(member.first) or not is_plain(member.last):
            return None
        if member is not members[0] and member.first.earliest != last.latest + 1:
            return None
        last = member.last
    if not first or not last:
        return None
    return first, last


def _part_words(span: tuple[Point, Point] | None, style: Style) -> str:
    """Return "late Oct 2025" or "early 2019" if the dates are just that, else nothing."""
    if span is None or common_year(list(span)) is None:
        return ""
    first, last = span
    if is_in_one_month([first, last]):
        year, month, _ = calendar_date(first.earliest)
        parts: tuple[tuple[int, int], ...] = ((1, 10), (11, 20), (21, days_in_month(year, month)))
        limits = int(first.day), int(last.day)
        return _named_part(parts, limits, _month_of(first, style))
    if first.precision is last.precision is Precision.MONTH:
        limits = int(first.month), int(last.month)
        return _named_part(_MONTH_PARTS, limits, year_name(calendar_date(first.earliest)[0]))
    return ""


def _named_part(parts: tuple[tuple[int, int], ...], limits: tuple[int, int], whole: str) -> str:
    """Return which third of a month or year the limits make, else nothing."""
    for name, part in zip(_PARTS, parts, strict=True):
        if limits == part:
            return f"{name} {whole}"
    return ""


def _month_of(point: Point, style: Style) -> str:
    """Return the month of a day, with its year unless the style says it."""
    year, month, _ = calendar_date(point.earliest)
    if style.year == year:
        return short(month)
    return f"{short(month)} {year_name(year)}"


def _member_words(member: Member, kind: ChoiceKind, style: Style) -> str:
    """Return the words for one member: a date, or a range of dates."""
    first, last = member.first, member.last
    if first and last:
        return span_words(first, last, style)
    if first:
        words = short_words(first, style)
        return f"from {words} on" if kind == "all-of" else f"{words} or later"
    if last is None:
        return ""
    if kind == "one-of":
        return _before(last, style)
    return f"up to {short_words(last, style)}"


def _one_of_range(first: Point, last: Point, style: Style) -> str:
    """Return the words for one date, not known which, of a range."""
    unit = max(first.precision, last.precision).value
    if whole := nested(first, last):
        limit, inner = ("from", first) if whole is last else ("by", last)
        period = short_words(whole, style.short)
        return f"{period}, {limit} {part_words(inner, whole, style.short)}, {unit}?"
    if style.long:
        return f"some {unit} between {_and_words(first, last, style.short)}"
    return f"{span_words(first, last, style)}, {unit}?"


def _and_words(first: Point, last: Point, style: Style) -> str:
    """Return both ends of a range, joined by "and", without saying a month twice."""
    year = common_year([first, last])
    start = short_words(first, style.under(year))
    if is_in_one_month([first, last]):
        start = bare_day(first)
    end = short_words(last, _of_last(style, year))
    return f"{start} and {end}"


def _of_last(style: Style, year: int | None) -> Style:
    """Return the style of the last of several dates, which has the *year* if they share one."""
    return style.under(None) if year is None else style


def _before(last: Point, style: Style) -> str:
    """Return "before 1990" for what lies in 1989 or earlier."""
    if not is_plain(last) or last.month in GROUPINGS or last.year.startswith("Y"):
        return f"{short_words(last, style)} or earlier"
    year, month, day = calendar_date(last.latest + 1)
    if not last.month:
        return f"before {year_name(year)}"
    words = short(month)
    if last.day:
        words = f"{day} {words}"
    if style.year != year:
        words = f"{words} {year_name(year)}"
    return f"before {words}"


def _list_words(choice: Choice, style: Style) -> str:
    """Return all members, the year and month said once if they share them."""
    *some, last = choice.members
    points = [point for member in choice.members for point in (member.first, member.last) if point]
    is_closed = len(points) == 2 * len(choice.members)
    year = common_year(points) if is_closed else None
    if is_closed and is_in_one_month(points) and points[::2] == points[1::2]:
        heads = [bare_day(point) for point in points[:-2:2]]
    else:
        heads = [_member_words(member, choice.kind, style.under(year)) for member in some]
    tail = _member_words(last, choice.kind, _of_last(style, year))
    if last.last is None and choice.kind == "one-of":
        return ", ".join([*heads, tail])
    joint = " or " if choice.kind == "one-of" else " and "
    return f"{', '.join(heads)}{joint}{tail}"
