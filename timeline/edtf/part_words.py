"""The parts of a date in words: month, day, season, time of day."""

from collections.abc import Sequence
from typing import Final

from timeline.edtf.bounds import GROUPINGS, fitting
from timeline.edtf.days import calendar_date
from timeline.edtf.names import MONTHS, short
from timeline.edtf.precision import Precision
from timeline.edtf.style import Style
from timeline.edtf.syntax import Point

_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_HEMISPHERES: Final = ("", "northern", "southern")
_FIRST_SEASON: Final = 21
_FEW: Final = 2


def stem_words(point: Point, style: Style) -> str:
    """Return the words for month and day or season, without the year; may be empty."""
    if point.month in GROUPINGS:
        return _grouping_words(point.month, style)
    months = month_words(point, style)
    if not point.day or point.day == "XX":
        return months
    days = day_words(point, style)
    if months and len(possible_months(point)) == 1:
        return f"{days} {months}"
    label = "day" if len(possible_days(point)) == 1 else "days"
    return f"{label} {days}, {months}" if months else f"{label} {days}"


def month_words(point: Point, style: Style) -> str:
    """Return the month or months a date may mean; empty for all or none given."""
    months = possible_months(point)
    if len(months) == len(MONTHS):
        return ""
    return _few([short(month) for month in months], style)


def day_words(point: Point, style: Style) -> str:
    """Return the days of the month a date may mean: 5, 20–29, 30 or 31."""
    return _few([str(day) for day in possible_days(point)], style, scattered=point.day[0] == "X")


def clock_words(point: Point, style: Style) -> str:
    """Return the time of day with its offset: 23:20 (−04:00); seconds at length."""
    shown = len("23:20") if not style.long else None
    clock = point.clock[:shown] if ":" in point.clock else f"{point.clock}h"
    if not point.offset:
        return clock
    if point.offset == "Z":
        return f"{clock} (UTC)"
    sign = style.minus if point.offset[0] == "-" else "+"
    return f"{clock} ({sign}{point.offset[1:3]}:{point.offset[4:] or '00'})"


def hemisphere(point: Point) -> str:
    """Return "northern" or "southern" for a season that says which; else nothing."""
    if point.month not in GROUPINGS or point.precision is not Precision.SEASON:
        return ""
    return _HEMISPHERES[(int(point.month) - _FIRST_SEASON) // len(_SEASONS)]


def possible_months(point: Point) -> tuple[int, ...]:
    """Return the months a date may mean, none if it has no month."""
    return fitting(point.month, len(MONTHS)) if point.month else ()


def possible_days(point: Point) -> tuple[int, ...]:
    """Return the days that fit and that a single, known month really has."""
    days = fitting(point.day, 31)
    if "X" in point.month + point.year:
        return days
    last = calendar_date(point.latest)[2]
    return tuple(day for day in days if day <= last)


def are_many(possible: Sequence[object]) -> bool:
    """Return whether there are too many possibilities to name each."""
    return len(possible) > _FEW


def _few(words: list[str], style: Style, *, scattered: bool = False) -> str:
    """Return up to two words as alternatives, more as a range unless *scattered*."""
    if scattered or not are_many(words):
        return " or ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
    return f"{words[0]}{style.tight}{words[-1]}"


def _grouping_words(code: str, style: Style) -> str:
    """Return a season, quarter, four months or half of a year."""
    grouping = GROUPINGS[code]
    if grouping.precision is Precision.SEASON:
        return _SEASONS[(int(code) - _FIRST_SEASON) % len(_SEASONS)]
    part = (grouping.first_month - 1) // grouping.months + 1
    if grouping.precision is Precision.QUARTER:
        return f"Q{part}"
    if grouping.precision is Precision.SEMESTER:
        return f"H{part}"
    last = grouping.first_month + grouping.months - 1
    return f"{short(grouping.first_month)}{style.tight}{short(last)}"
