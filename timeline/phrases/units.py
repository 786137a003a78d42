"""The periods of the calendar that a chart counts by and an axis is marked with.

Days are numbers (0001-01-01 = 1). The arithmetic is our own and the same for every
year: python-dateutil knows none before 1 or after 9999. Weeks begin on Monday.
Periods of several years begin where people count from: 1990, 1900, 100 BCE; the
first of the Common Era is therefore one year short (there was no year 0).
"""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Literal

import msgspec

from timeline import edtf
from timeline.edtf import year_name
from timeline.edtf.months import short
from timeline.phrases.vocabulary import year_text
from timeline.phrases.windows import Window

_FAR = 100_000  # from here on years are counted in round numbers, and 1 year is no matter
_WEEK = 7
_MONTHS = 12


class Unit(msgspec.Struct, frozen=True):
    """A length of time: so many days, weeks, months or years; periods have an index."""

    name: Literal["day", "week", "month", "year"]
    length: int = 1

    def index(self, day: int) -> int:
        """Return the index of the period in which *day* lies."""
        if self.name == "day":
            return day // self.length
        if self.name == "week":
            return (day - 1) // _WEEK // self.length
        year, month, _ = edtf.calendar_date(day)
        if self.name == "month":
            return (year * _MONTHS + month - 1) // self.length
        return year if self.length == 1 else _counted(year) // self.length

    def first(self, index: int) -> int:
        """Return the first day of the period with this *index*."""
        start = index * self.length
        if self.name == "day":
            return start
        if self.name == "week":
            return start * _WEEK + 1
        if self.name == "month":
            return edtf.day_number(start // _MONTHS, start % _MONTHS + 1, 1)
        year = start if self.length == 1 else _year(start)
        return edtf.day_number(year, 1, 1)

    def last(self, index: int) -> int:
        """Return the last day of the period with this *index*."""
        return self.first(index + 1) - 1

    def window(self, index: int) -> Window:
        """Return the days of the period with this *index*; its text is their EDTF."""
        first, last = self.first(index), self.last(index)
        one, other = _text(first, self.name), _text(last, self.name)
        text = one if one == other else f"{one}/{other}"
        return Window(first, last, text)

    def mark(self, index: int) -> str:
        """Return the words for where a period begins: `3 Mar`, `Mar`; a year in full.

        In the first month of a year, and on its first days, the year is said instead.
        """
        year, month, day = edtf.calendar_date(self.first(index))
        if self.name == "year" or (month == 1 and day <= self._days):
            return year_name(year)
        name = short(month)
        return name if self.name == "month" else f"{day} {name}"

    @property
    def _days(self) -> int:
        return _WEEK * self.length if self.name == "week" else self.length


UNITS: Mapping[str, Unit] = {
    "day": Unit("day"),
    "week": Unit("week"),
    "month": Unit("month"),
    "quarter": Unit("month", 3),
    "year": Unit("year"),
    "decade": Unit("year", 10),
    "century": Unit("year", 100),
}
"""What a chart can be counted by."""


def units() -> Iterator[Unit]:
    """Yield the units from the finest: days, weeks … years, and 2, 5, 10, 20, 50 … years."""
    yield from (UNITS[name] for name in ("day", "week", "month", "quarter", "year"))
    for power in count():
        for digit in (1, 2, 5):
            if (length := digit * 10**power) > 1:
                yield Unit("year", length)


def fitting(first: int, last: int, most: int) -> Unit:
    """Return the finest unit of which at most *most* cover the days *first* to *last*."""
    return next(each for each in units() if each.index(last) - each.index(first) < most)


def _counted(year: int) -> int:
    """Return an astronomical year as a number of years before (negative) or after Christ."""
    return year - 1 if -_FAR + 1 < year <= 0 else year


def _year(number: int) -> int:
    """Return the astronomical year of such a number; there is no 0, and it is 1."""
    return number + 1 if -_FAR < number <= 0 else number


def _text(day: int, unit: str) -> str:
    year, month, day_of_month = edtf.calendar_date(day)
    if unit == "year":
        return year_text(year)
    text = f"{year_text(year)}-{month:02}"
    return text if unit == "month" else f"{text}-{day_of_month:02}"
