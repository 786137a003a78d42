"""One date in a few words."""

from timeline.edtf.bounds import GROUPINGS, years
from timeline.edtf.days import calendar_date
from timeline.edtf.syntax import APPROXIMATE, UNCERTAIN, Point
from timeline.edtf.words.parts import (
    ANY_MONTH,
    are_many,
    clock_words,
    hemisphere,
    possible_days,
    possible_months,
    stem_words,
)
from timeline.edtf.words.style import Style
from timeline.edtf.words.years import is_vague, point_year, significant_range, year_span


def short_words(point: Point, style: Style) -> str:
    """Return the words for one date; its year is left out if the style says it."""
    stem = stem_words(point, style)
    has_heading = bool(stem) and style.year is not None and exact_year(point) == style.year
    year = "" if has_heading else _year_words(point, style)
    words = stem or year
    if stem and year:
        words = f"{stem}{_separator(point, stem)}{year}"
    if not words:
        return qualified(f"some {point.precision.value}", _marks(point))
    notes = "".join(f", {note}" for note in _notes(point))
    return f"{qualified(words, _marks(point))}{aside(point, style)}{notes}"


def _separator(point: Point, stem: str) -> str:
    """Return what stands before the year: a comma where that is not one year."""
    if "X" in point.year:
        return ", "
    return " of " if stem.endswith(ANY_MONTH) else " "


def qualified(words: str, marks: int) -> str:
    """Return *words* with `c.` before or `?` behind, as the qualifier bits say."""
    if marks & APPROXIMATE:
        words = f"c. {words}"
    return f"{words}?" if marks & UNCERTAIN else words


def exact_year(point: Point) -> int | None:
    """Return the one calendar year of a date; None if there may be several."""
    if "X" in point.year or point.significant:
        return None
    first, last = calendar_date(point.earliest)[0], calendar_date(point.latest)[0]
    return first if first == last else None


def is_plain(point: Point) -> bool:
    """Return whether a date has no qualifier, no `X` or `S`, and no time."""
    unspecified = "X" in point.year + point.month + point.day
    return not (any(point.marks) or unspecified or point.significant or point.clock)


def _year_words(point: Point, style: Style) -> str:
    """Return the year; a winter has two."""
    if point.month in GROUPINGS and "X" not in point.year and exact_year(point) is None:
        first = years(point.year)[0]
        return year_span(first, first + 1, style)
    return point_year(point, style)


def _notes(point: Point) -> list[str]:
    """Return what is left open though the words might not show it."""
    notes = []
    if point.day.endswith("X") and are_many(possible_days(point)):
        notes.append("day?")
    # Of "a month" nobody thinks that it is known; of any day of a year, no month is left open.
    is_shown = bool(point.day) and "XX" in (point.month, point.day)
    if not is_shown and are_many(possible_months(point)):
        notes.append("month?")
    if is_vague(point):
        notes.append("year?")
    return notes


def _marks(point: Point) -> int:
    """Return all qualifiers of a date; `S` makes an estimate of it."""
    marks = point.marks[0] | point.marks[1] | point.marks[2]
    if point.significant:
        marks |= APPROXIMATE
    return marks


def aside(point: Point, style: Style) -> str:
    """Return what stands behind the date: its time, hemisphere or years possible."""
    if point.clock:
        return f" {clock_words(point, style)}"
    if point.significant:
        return significant_range(point, style)
    side = hemisphere(point)
    if not side:
        return ""
    if style.long:
        return f" ({side} hemisphere)"
    return f" ({side[0].upper()})"
