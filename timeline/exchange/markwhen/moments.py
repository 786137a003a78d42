"""Markwhen's arithmetic with time: moments are milliseconds since the beginning of day 0.

There are no time zones in it: a moment is what a clock on the spot shows.
"""

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

import msgspec

from timeline.edtf import calendar_date, day_number, days_in_month

DAY: Final = 86_400_000
"""The length of a day."""

Amount: TypeAlias = tuple[int, str]
"""A number of units: milliseconds … years, or weekdays."""

_FIXED: Final = {
    "milliseconds": 1,
    "seconds": 1_000,
    "minutes": 60_000,
    "hours": 3_600_000,
    "days": DAY,
    "weeks": 7 * DAY,
}
_MONTHS: Final = {"months": 1, "years": 12}
_WORKDAYS: Final = 5
_SATURDAY: Final = 5  # counted from Monday, 0

_UNITS: Final = {"day": "days", "week": "weeks", "month": "months", "year": "years"}
_EVERY: Final = re.compile(
    r"every\s+(?:(?P<step>\d{1,4}|other)\s+)?(?P<unit>day|week|month|year)s?"
    r"(?:\s+for\s+(?P<number>\d{1,6})\s*(?P<of>times|time|days?|weeks?|months?|years?)"
    r"|\s+x\s*(?P<times>\d{1,6}))?",
    re.IGNORECASE,
)


def day_of(moment: int) -> int:
    """Return the number of the day in which *moment* lies."""
    return moment // DAY


def moved(moment: int, amounts: Sequence[Amount], sign: int) -> int:
    """Return the moment so much later, with a *sign* of -1 earlier."""
    for number, unit in amounts:
        moment = _moved(moment, sign * number, unit)
    return moment


def _moved(moment: int, number: int, unit: str) -> int:
    if unit in _FIXED:
        return moment + number * _FIXED[unit]
    day, time = divmod(moment, DAY)
    if unit == "weekdays":
        return moment + _days_with_weekdays(day, number) * DAY
    return _month_later(day, number * _MONTHS[unit]) * DAY + time


def _month_later(day: int, months: int) -> int:
    """Return the same day so many months later, or the last of a shorter month."""
    year, month, day_of_month = calendar_date(day)
    years, month = divmod(year * 12 + month - 1 + months, 12)
    return day_number(years, month + 1, min(day_of_month, days_in_month(years, month + 1)))


def _days_with_weekdays(day: int, number: int) -> int:
    """Return how many days from *day* on, or with a negative *number* before it, hold so many.

    Markwhen itself loses five days for each week beyond the first.
    """
    step = 1 if number > 0 else -1
    weeks, rest = divmod(max(abs(number) - 1, 0), _WORKDAYS)
    days, left = 7 * weeks, rest + bool(number)
    while left:
        passed = day + days if step > 0 else day - days - 1
        left -= (passed - 1) % 7 < _SATURDAY
        days += 1
    return step * days


class Recurrence(msgspec.Struct, frozen=True):
    """How often something comes again; *times* in all, or until *within* is over, if given."""

    step: int
    unit: str
    times: int | None = None
    within: tuple[int, str] | None = None

    def starts(self, start: int, most: int) -> tuple[list[int], bool]:
        """Return the moments at which it begins, *most* at most, and whether these are all."""
        found: list[int] = []
        over = moved(start, [self.within], 1) if self.within else None
        for at in range(20 * (most + 1)):  # a 30th is missing in one month of twelve, no more
            moment = moved(start, [(at * self.step, self.unit)], 1)
            if len(found) == self.times or (over is not None and moment >= over):
                return found, True
            if self.unit in {"days", "weeks"} or _is_same_day(start, moment):
                if len(found) == most:
                    return found, False
                found.append(moment)
        return found, False


def recurrence(text: str) -> Recurrence | None:
    """Return what *text* says, None where that is more than we read."""
    match = _EVERY.fullmatch(text)
    if not match:
        return None
    step, unit = _step(match["step"] or ""), _UNITS[match["unit"].lower()]
    if match["times"]:
        return Recurrence(step, unit, int(match["times"]))
    if not match["of"]:
        return Recurrence(step, unit)
    number, of = int(match["number"]), match["of"].lower().removesuffix("s")
    if of == "time":
        return Recurrence(step, unit, number)
    return Recurrence(step, unit, within=(number, _UNITS[of]))


def _step(text: str) -> int:
    if text.lower() == "other":
        return 2
    return int(text or 1) or 1


def _is_same_day(start: int, moment: int) -> bool:
    """Return whether a month is long enough for the day of the first event."""
    return calendar_date(day_of(start))[2] == calendar_date(day_of(moment))[2]
