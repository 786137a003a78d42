"""One date spelled out, where the few words only hint at what is meant."""

from typing import Final

from msgspec.structs import replace

from timeline.edtf.bounds import GROUPINGS
from timeline.edtf.months import MONTHS, short
from timeline.edtf.syntax import APPROXIMATE, NO_MARKS, UNCERTAIN, Point
from timeline.edtf.words.parts import (
    are_many,
    day_words,
    possible_days,
    possible_months,
    possible_years,
    stem_words,
)
from timeline.edtf.words.points import aside, short_words
from timeline.edtf.words.style import Style
from timeline.edtf.words.years import is_decade, point_year, year_name

_COMPONENTS: Final = ("year", "month", "day")
_DOUBTS: Final = {
    UNCERTAIN: "uncertain",
    APPROXIMATE: "approximate",
    UNCERTAIN | APPROXIMATE: "uncertain and approximate",
}


def point_words(point: Point, style: Style) -> str:
    """Return the words for one date, as long as the style wants them."""
    if not style.long:
        return short_words(point, style)
    if "X" in point.year + point.month + point.day:
        return f"{_some_day(point, style)}{aside(point, style)}{_doubts(point)}"
    if len(set(_given_marks(point))) > 1:
        return f"{short_words(replace(point, marks=NO_MARKS), style)}{_doubts(point)}"
    return short_words(point, style)


def _some_day(point: Point, style: Style) -> str:
    """Return the date with its day, if it has one: "some day of Oct 2025"."""
    month = _some_month(point, style)
    if not point.day:
        return month
    months = possible_months(point)
    if point.day == "XX":
        if len(months) == len(MONTHS):
            return f"some day of {_some_year(point, style)}"
        return f"some day of {month}"
    has_one_month = len(months) == 1
    joined = month if has_one_month else f"of {month}"
    days = possible_days(point)
    if point.day.endswith("X") and are_many(days):
        return f"some day between {days[0]} and {days[-1]} {joined}"
    if has_one_month:
        return f"{day_words(point, style)} {joined}"
    return f"day {day_words(point, style)} {joined}"


def _some_month(point: Point, style: Style) -> str:
    """Return the date without its day: "some month of 2025", "Dec of some year"."""
    year = _some_year(point, style)
    if not point.month:
        return year
    of_year = f" of {year}" if "X" in point.year else f" {year}"
    if point.month in GROUPINGS:
        return stem_words(replace(point, day=""), style) + of_year
    months = possible_months(point)
    if point.month == "XX":
        return f"some month of {year}"
    if are_many(months):
        return f"some month between {short(months[0])} and {short(months[-1])}{of_year}"
    return " or ".join(short(month) for month in months) + of_year


def _some_year(point: Point, style: Style) -> str:
    """Return the year of a date: "2025", "some year in the 2010s"."""
    if "X" not in point.year:
        return point_year(point, style)
    if point.year == "XXXX":
        return "some year"
    possible = possible_years(point)
    if not are_many(possible):
        return point_year(point, style)
    if is_decade(point.year):
        return f"some year in the {point_year(point, style)}"
    if "X" in point.year.rstrip("X"):
        return f"one of the years {point_year(point, style)}"
    return f"some year between {year_name(possible[0])} and {year_name(possible[-1])}"


def _given_marks(point: Point) -> list[int]:
    """Return the qualifiers of the components that the date has."""
    parts = (point.year, point.month, point.day)
    return [mark for mark, part in zip(point.marks, parts, strict=True) if part]


def _doubts(point: Point) -> str:
    """Return the qualifiers in words: for the whole date, or by component."""
    marks = _given_marks(point)
    if not any(marks):
        return ""
    if len(set(marks)) == 1:
        return f", {_DOUBTS[marks[0]]}"
    doubts = [f"{name} {_DOUBTS[m]}" for name, m in zip(_COMPONENTS, marks, strict=False) if m]
    return f" ({', '.join(doubts)})"
