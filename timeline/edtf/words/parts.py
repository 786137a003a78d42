"""The parts of a date in words: month, day, season, time of day."""

from collections.abc import Callable, Sequence
from typing import Final

from timeline.edtf.bounds import GROUPINGS, fitting, years
from timeline.edtf.days import days_in_month, is_leap
from timeline.edtf.months import MONTHS, short
from timeline.edtf.precision import Precision
from timeline.edtf.syntax import Point
from timeline.edtf.words.style import Style

_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_HEMISPHERES: Final = ("", "northern", "southern")
_FIRST_SEASON: Final = 21
_FEW: Final = 2
_FEBRUARY: Final = 2
_SHORT_FEBRUARY: Final = 28
_A_LEAP_YEAR: Final = 2000
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
ANY_MONTH: Final = "a month"


def stem_words(point: Point, style: Style) -> str:
    """Return the words for month and day or season, without the year; may be empty."""
    if point.month in GROUPINGS:
        return _grouping_words(point.month, style)
    months = month_words(point, style)
    if not point.day or point.day == "XX":
        return months
    if len(possible_months(point)) == 1:
        return f"{day_words(point, style)} {months}"
    return f"{_day_words(point, style, ordinal)} of {months or ANY_MONTH}"


def month_words(point: Point, style: Style) -> str:
    """Return the month or months a date may mean; empty for all or none given."""
    if point.month == "XX":
        return ""
    return _few([short(month) for month in possible_months(point)], style)


def day_words(point: Point, style: Style) -> str:
    """Return the days of the month a date may mean: 5, 20–29, 30 or 31."""
    return _day_words(point, style, str)


def _day_words(point: Point, style: Style, said: Callable[[int], str]) -> str:
    """Return the days, each as it is *said*."""
    days = [said(day) for day in possible_days(point)]
    return _few(days, style, scattered=point.day[0] == "X")


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th … of a day of the month."""
    return f"{number}{ordinal_ending(number)}"


def ordinal_ending(number: int) -> str:
    """Return the ending that a number up to 99 has as an ordinal."""
    if number // 10 == 1:
        return "th"
    return _ENDINGS.get(number % 10, "th")


def clock_words(point: Point, style: Style) -> str:
    """Return the time of day with its offset: 23:20 (−04:00); seconds at length."""
    clock = point.clock if style.long else point.clock[: len("23:20")]
    if ":" not in clock:
        clock = f"{clock}h"
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
    """Return the months a date may mean, none if it has no month: those that have such a day."""
    months = fitting(point.month, len(MONTHS)) if point.month else ()
    if not point.day or len(months) == 1:
        return months
    first = fitting(point.day, 31)[0]
    return tuple(month for month in months if first <= _longest(point, month))


def possible_days(point: Point) -> tuple[int, ...]:
    """Return the days that fit, and that some month has that it may be."""
    last = max(_longest(point, month) for month in fitting(point.month, len(MONTHS)))
    return tuple(day for day in fitting(point.day, 31) if day <= last)


def possible_years(point: Point) -> Sequence[int]:
    """Return the astronomical years a date may mean: of 29 February, the leap years."""
    found = years(point.year, point.significant)
    if possible_months(point) != (_FEBRUARY,) or not point.day:
        return found
    first = possible_days(point)[0]
    return [year for year in found if first <= days_in_month(year, _FEBRUARY)]


def _longest(point: Point, month: int) -> int:
    """Return how many days *month* has in the years of a date, at most."""
    found = years(point.year, point.significant)
    if month == _FEBRUARY and not any(is_leap(year) for year in found):
        return _SHORT_FEBRUARY
    return days_in_month(_A_LEAP_YEAR, month)


def are_many(possible: Sequence[object]) -> bool:
    """Return whether there are too many possibilities to name each."""
    return len(possible) > _FEW


def _few(words: list[str], style: Style, *, scattered: bool = False) -> str:
    """Return up to two words as alternatives, more as a range unless *scattered*."""
    if scattered or not are_many(words):
        *some, last = words or [""]
        return f"{', '.join(some)} or {last}" if some else last
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
