"""The columns of a row that say its date → the date: one, its parts, or a span with its end."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from timeline.edtf.months import MONTHS
from timeline.exchange import date_texts, dates
from timeline.exchange.dates import NotADate, Reading
from timeline.text import together

_DOUBLE: Final = re.compile(r"(\d{4}) ?/ ?(\d{1,4})", re.ASCII)
_DAY: Final = re.compile(r"-?\d{4}-\d\d-\d\d", re.ASCII)
_MIDNIGHT: Final = re.compile(r"00(?::00){0,2}(?:Z|[+-]\d\d(?::\d\d)?)?", re.ASCII)
_GOING_ON: Final = frozenset(("present", "ongoing", "now", "today", "current", ".."))
_NOT_KNOWN: Final = frozenset(("unknown", "?", "not known"))


class Dates:
    """Reads the date of one row after the other, and remembers which times of day they had."""

    def __init__(self, layout: Mapping[str, Sequence[str]], order: Callable[[str], str]) -> None:
        """Read the columns of *layout*; *order* says how a text such as 3/4/2020 is meant."""
        self._columns = {key: layout.get(key, ()) for key in ("date", "end", "time")}
        self._order = order
        self._midnights = self._times = 0

    @property
    def only_midnights(self) -> bool:
        """Whether some dates had a time of day, and all of these were midnight."""
        return self._midnights > 0 and not self._times

    def read(self, values: Mapping[str, str]) -> Reading:
        """Return the date of the row with these *values*; raises `NotADate`."""
        start = self._timed(self._start(values), self._text(values, "time"))
        end = self._text(values, "end")
        if not end:
            return start
        if end.lower() in _GOING_ON and start.text:
            return dates.between(start, Reading(".."))
        if end.lower() in _NOT_KNOWN and start.text:
            return dates.between(start, Reading(""))
        ending = self._one(end)
        return dates.between(start, ending) if ending.text else start

    def _start(self, values: Mapping[str, str]) -> Reading:
        columns = self._columns["date"]
        if len(columns) == 1:
            return self._one(values.get(columns[0], ""))
        return _of_parts([values.get(column, "") for column in columns])

    def written(self, values: Mapping[str, str]) -> str:
        """Return the date of a row as it is written there."""
        return together(" – ", self._text(values, "date"), self._text(values, "end"))

    def _text(self, values: Mapping[str, str], key: str) -> str:
        columns = self._columns[key]
        if not columns:
            return ""
        return together(" – ", *(values.get(column, "") for column in columns))

    def _one(self, text: str) -> Reading:
        return self._noted(date_texts.read(text, self._order(text)))

    def _timed(self, date: Reading, time: str) -> Reading:
        """Return a day with the *time* that another column says, where it is one."""
        if not time or date_texts.is_nothing(time) or not _DAY.fullmatch(date.text):
            return date
        found = self._noted(date_texts.read(f"{date.text} {time}"))
        return Reading(found.text, found.widened or date.widened, date.guessed, found.fraction)

    def _noted(self, date: Reading) -> Reading:
        """Return *date*, after a look at its time of day."""
        clock = date.text.partition("T")[2]
        if clock and _MIDNIGHT.fullmatch(clock) and not date.fraction:
            self._midnights += 1
        elif clock:
            self._times += 1
        return date


def _of_parts(parts: list[str]) -> Reading:
    """Return the date whose year, month and day stand in columns of their own."""
    year, month, day = (*(part.removesuffix(".0") for part in parts), "", "")[:3]
    if date_texts.is_nothing(year):
        return Reading("")
    if not month.isdecimal() or not 1 <= int(month) <= len(MONTHS):
        return date_texts.read(together(" ", day, month, year))
    double = _DOUBLE.fullmatch(year)
    is_year = double or year.lstrip("-").isdecimal()
    is_day = not day or day.isdecimal()
    if not is_year or not is_day:
        raise NotADate("the year and the day are not whole numbers")
    number = int(day) if day else None
    if double:
        return dates.of_two_years(double[1], double[2], int(month), number)
    return Reading(dates.of_parts(int(year), int(month), number))
