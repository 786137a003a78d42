"""Lengths of time: `30d`, `6w`, `3m`, `1y` → days from a day on; days → words."""

from typing import Final

import msgspec

from timeline.edtf import calendar_date, day_number, days_in_month
from timeline.phrases.refusals import PhraseError, quoted
from timeline.phrases.vocabulary import match, tidy
from timeline.text import counted

_UNITS: Final = {"d": "day", "w": "week", "m": "month", "y": "year"}
_WRITTEN: Final = r"(\d{1,6}) ?(d|days?|w|weeks?|m|months?|y|years?)"
_DAYS_OF: Final = {"d": 1, "w": 7}
_MONTHS_OF: Final = {"m": 1, "y": 12}
_WEEK, _MONTH, _YEAR = 7, 30.4375, 365.25  # days


class Length(msgspec.Struct, frozen=True):
    """So many days, weeks, months or years; `unit` is the initial."""

    count: int
    unit: str

    def describe(self) -> str:
        """Return the length in words: "30 days", "1 year"."""
        return counted(self.count, _UNITS[self.unit])

    def later(self, day: int) -> int:
        """Return the day number this long after *day*."""
        return self._moved(day, self.count)

    def earlier(self, day: int) -> int:
        """Return the day number this long before *day*."""
        return self._moved(day, -self.count)

    def _moved(self, day: int, count: int) -> int:
        """Return *day* moved by *count* units; where a month is shorter, its last day."""
        if self.unit in _DAYS_OF:
            return day + count * _DAYS_OF[self.unit]
        year, month, day_of_month = calendar_date(day)
        months = month - 1 + count * _MONTHS_OF[self.unit]
        year, month = year + months // 12, months % 12 + 1
        return day_number(year, month, min(day_of_month, days_in_month(year, month)))


def length(text: str) -> Length:
    """Return the length that *text* says: `30d`, `6 weeks`, `3m`, `1y`; raises PhraseError."""
    found = match(_WRITTEN, tidy(text))
    if found is None or not int(found[1]):
        raise PhraseError(f"{quoted(text)} is no length of time", "write 30d, 6w, 3m or 1y")
    return Length(int(found[1]), found[2][0].lower())


def rounded(days: int) -> str:
    """Return about how long so many *days* are, in larger units; "" below two weeks.

    >>> rounded(20), rounded(214), rounded(1000)
    ('3 weeks', '7 months', '2 years 9 months')
    """
    if days < 2 * _WEEK:
        return ""
    if days < 2 * _MONTH:  # weeks say more than "1 month"
        return counted(round(days / _WEEK), "week")
    months = round(days / _MONTH)
    if months < 24:  # noqa: PLR2004  two years
        return counted(months, "month")
    years, rest = divmod(months, 12)
    if years >= 20 or not rest:  # noqa: PLR2004  months say nothing beside so many years
        return counted(round(days / _YEAR), "year")
    return f"{counted(years, 'year')} {counted(rest, 'month')}"
