"""Two dates as one span of time, without saying anything twice."""

from timeline.edtf.days import calendar_date
from timeline.edtf.syntax import Point, write_point
from timeline.edtf.words.parts import hemisphere, stem_words
from timeline.edtf.words.points import exact_year, is_plain, qualified, short_words
from timeline.edtf.words.style import Style
from timeline.edtf.words.years import year_span

_THIRDS = {"37": "early", "38": "mid", "39": "late"}  # of a year, by the numbers of EDTF


def span_words(start: Point, end: Point, style: Style) -> str:
    """Return the words for the time from *start* to *end*: 24–26 Oct 2025."""
    if write_point(start) == write_point(end):
        return short_words(start, style)
    if whole := nested(start, end):
        return _within(start, end, whole, style)
    year = common_year([start, end])
    if year is None:
        return _across_years(start, end, style)
    if is_in_one_month([start, end]):
        first = bare_day(start)
    else:
        first = _end_words(start, style.under(year))
    are_short = _is_short(start, style) and _is_short(end, style)
    dash = style.tight if are_short else style.wide
    if is_in_one_month([start, end]) and is_plain(start) and is_plain(end):
        dash = style.tight
    return f"{first}{dash}{_end_words(end, style)}"


def _within(start: Point, end: Point, whole: Point, style: Style) -> str:
    """Return the words for a span in a period that is one of its ends: 2019, from 3 May."""
    words = short_words(whole, style)
    if whole is end:
        return f"{words}, from {part_words(start, whole, style)}"
    return f"{words}, until {part_words(end, whole, style)}"


def _end_words(point: Point, style: Style) -> str:
    """Return the words for an end of a span: a third of a year has no dash of its own there."""
    words = short_words(point, style)
    third = _THIRDS.get(point.month)
    return words.replace(stem_words(point, style), third) if third else words


def nested(start: Point, end: Point) -> Point | None:
    """Return which of two dates is the period in which the other one lies, if one is."""
    if not is_plain(start) or not is_plain(end) or start.precision is end.precision:
        return None
    whole, inner = sorted((start, end), key=_length, reverse=True)
    if inner.earliest < whole.earliest or inner.latest > whole.latest:
        return None
    return whole


def part_words(inner: Point, whole: Point, style: Style) -> str:
    """Return a date without its year if the period around it says that."""
    return short_words(inner, style.under(exact_year(whole)))


def _length(point: Point) -> int:
    return point.latest - point.earliest


def common_year(points: list[Point]) -> int | None:
    """Return the year that all dates lie in and need not repeat; None if there is none."""
    found = {exact_year(point) for point in points}
    if len(found) != 1 or not all(point.month for point in points):
        return None
    return found.pop()


def is_in_one_month(points: list[Point]) -> bool:
    """Return whether all are days, without `X`, of one and the same month."""
    days = all(point.day and "X" not in point.year + point.month + point.day for point in points)
    return days and len({(point.year, point.month) for point in points}) == 1


def bare_day(point: Point) -> str:
    """Return the day of the month alone, with its qualifiers."""
    marks = point.marks[0] | point.marks[1] | point.marks[2]
    return qualified(str(int(point.day)), marks)


def _is_short(point: Point, style: Style) -> bool:
    """Return whether a date is one word beside its year, such as `Mar` or `Q2`."""
    words = stem_words(point, style)
    return is_plain(point) and not point.day and words.isalnum() and not hemisphere(point)


def _across_years(start: Point, end: Point, style: Style) -> str:
    """Return a span that needs both years."""
    whole = style.under(None)
    if not start.month and not end.month and is_plain(start) and is_plain(end):
        first, last = calendar_date(start.earliest)[0], calendar_date(end.earliest)[0]
        return year_span(first, last, whole)
    return f"{_end_words(start, whole)}{style.wide}{_end_words(end, whole)}"
