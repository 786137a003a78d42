"""One side of a date in markwhen → a point: what it covers, and how EDTF writes it."""

import re
from typing import Final

import msgspec

from timeline.edtf import calendar_date, day_number, days_in_month, iso
from timeline.edtf.months import month_named, short
from timeline.exchange.dates import NotADate
from timeline.exchange.markwhen import grammar
from timeline.exchange.markwhen.moments import DAY, day_of
from timeline.phrases.vocabulary import year_text

_HALF = 12  # hours, and months
_HOURS = 24
_MINUTES = 60
_SHORT_YEAR = 2  # digits
_WEEK = 7


class Point(msgspec.Struct, frozen=True):
    """What a side of a date covers: moments from *start* up to, but without, *end*.

    *first* and *last* are the EDTF to begin or end a span with: they differ for a week.
    *clock* is the time of day, as EDTF writes it. A point is *firm* if it is exact to the
    day; *guesses* says what was understood in a way that markwhen, not the file, states.
    """

    start: int
    end: int
    first: str
    last: str
    clock: str = ""
    firm: bool = True
    guesses: tuple[str, ...] = ()


NO_SUCH: Final = "there is no such date"
MONTH_FIRST: Final = "a date like 3/4/2020: read with the month first, as markwhen does"
THIS_YEAR: Final = "a date without a year: taken as of this year, as markwhen does"
NOW: Final = "`now`: taken as today"
FEW_DIGITS: Final = "a year of one or two digits: taken as it stands"
SMALL_ERA: Final = "an era in small letters: taken as if in capitals"


class Calendar(msgspec.Struct, frozen=True):
    """What dates that do not say everything are read by."""

    today: int
    day_first: bool | None = None  # None: nobody has said

    def point(self, text: str) -> Point | None:
        """Return the point that *text* names; None for one that counts from another.

        Raises `NotADate` for a day, week or hour that does not exist.
        """
        for pattern, read in _READERS:
            if match := pattern.fullmatch(text):
                return read(self, match)
        return None

    @property
    def this_year(self) -> int:
        """The year of today."""
        return calendar_date(self.today)[0]


def instant(moment: int, *, firm: bool = True) -> Point:
    """Return a point at a moment, with its time of day unless that is midnight."""
    day, rest = divmod(moment, DAY)
    text, clock = _day_text(day), ""
    if rest:
        hours, minutes = divmod(rest // 60_000, _MINUTES)
        clock = f"T{hours:02}:{minutes:02}"
    return Point(moment, moment, text, text, clock, firm)


def clock_of(text: str) -> int:
    """Return the milliseconds after midnight of `9:30am` or `14:30`."""
    hours, _, minutes = text.lower().rstrip("apm").partition(":")
    hour, minute = int(hours), int(minutes or 0)
    if text.lower().endswith("m"):
        hour %= _HALF
    if text.lower().endswith("pm"):
        hour += _HALF
    if hour >= _HOURS or minute >= _MINUTES:
        raise NotADate(NO_SUCH, f"there is no time of day {text}")
    return (hour * _MINUTES + minute) * 60_000


def _edtf(_: Calendar, match: re.Match[str]) -> Point:
    year, month, day = (int(part or 0) for part in match.group("year", "month", "day"))
    return _dated(year, month, day, match["time"])


def _week(_: Calendar, match: re.Match[str]) -> Point:
    year, week = int(match["year"]), int(match["week"])
    fourth = day_number(year, 1, 4)
    first = fourth - (fourth - 1) % _WEEK + _WEEK * (week - 1)
    if not week or calendar_date(first + 3)[0] != year:  # a week belongs to its Thursday's year
        raise NotADate(NO_SUCH, f"{year} has no week {week}")
    if match["day"]:
        first += int(match["day"]) - 1
        return _whole(first, first, _day_text(first), _day_text(first))
    return _whole(first, first + 6, _day_text(first), _day_text(first + 6), firm=False)


def _instant(_: Calendar, match: re.Match[str]) -> Point:
    year, month, day = map(int, match["date"].split("-"))
    point = _dated(year, month, day, match["clock"][:5])
    clock = f"T{match['clock']}{(match['zone'] or '').upper()}"
    return msgspec.structs.replace(point, clock=clock)


def _era(_: Calendar, match: re.Match[str]) -> Point:
    number, era = int(match["year"]), match["era"]
    if not number:
        raise NotADate(NO_SUCH, "there is no year 0 before or after Christ")
    year = 1 - number if era.upper().startswith("B") else number
    point = _dated(year, 0, 0, None)
    if era.isupper():
        return point
    return _guessing(point, SMALL_ERA)


def _slashed(calendar: Calendar, match: re.Match[str]) -> Point:
    a, b, c = match.group("a", "b", "c")
    year = _year(c or b or a, alone=not b)
    if not b:
        point = _dated(year, 0, 0, None)
        if len(a) > _SHORT_YEAR:
            return point
        return _guessing(point, FEW_DIGITS)
    if not c:
        return _dated(year, int(a), 0, None)
    month, day = int(a), int(b)
    if calendar.day_first:
        month, day = day, month
    point = _dated(year, month, day, match["time"])
    unsaid = calendar.day_first is None and month != day and day <= _HALF
    if unsaid:
        return _guessing(point, MONTH_FIRST)
    return point


def _casual(calendar: Calendar, match: re.Match[str]) -> Point:
    month = month_named(match["month"] or match["month_"]) or 0
    day = int(match["day"] or match["day_"])
    if not day:
        raise NotADate(NO_SUCH, "there is no day 0")
    if match["year"]:
        return _dated(int(match["year"]), month, day, match["time"])
    return _guessing(_dated(calendar.this_year, month, day, match["time"]), THIS_YEAR)


def _month(calendar: Calendar, match: re.Match[str]) -> Point:
    month = month_named(match["month"]) or 0
    if match["year"]:
        return _dated(_year(match["year"], alone=False), month, 0, None)
    return _guessing(_dated(calendar.this_year, month, 0, None), THIS_YEAR)


def _now(calendar: Calendar, _: re.Match[str]) -> Point:
    point = instant(calendar.today * DAY, firm=False)
    return _guessing(point, NOW)


_READERS: Final = (
    (grammar.INSTANT, _instant),
    (grammar.WEEK, _week),
    (grammar.DATE, _edtf),
    (grammar.ERA, _era),
    (grammar.NOW, _now),
    (grammar.SLASHED, _slashed),
    (grammar.CASUAL, _casual),
    (grammar.MONTH, _month),
)


def _year(text: str, *, alone: bool) -> int:
    """Return a year; one of two digits behind a month may be of any century."""
    if len(text) <= _SHORT_YEAR and not alone:
        raise NotADate("the year has two digits", "write all four in the file")
    return int(text)


def _dated(year: int, month: int, day: int, time: str | None) -> Point:
    """Return the point for a year, its month and day where they are not 0, and its time."""
    if month > _HALF or (day and not month):
        raise NotADate(NO_SUCH, f"there is no month {month}")
    if not month:
        first, last = day_number(year, 1, 1), day_number(year, 12, 31)
        return _whole(first, last, year_text(year), year_text(year), firm=False)
    length = days_in_month(year, month)
    text = f"{year_text(year)}-{month:02}"
    if not day:
        first = day_number(year, month, 1)
        return _whole(first, first + length - 1, text, text, firm=False)
    if not 1 <= day <= length:
        raise NotADate(NO_SUCH, f"{short(month)} {year} has {length} days")
    number = day_number(year, month, day)
    if time is None:
        text = f"{text}-{day:02}"
        return _whole(number, number, text, text)
    return instant(number * DAY + clock_of(time))


def _whole(first: int, last: int, start: str, end: str, *, firm: bool = True) -> Point:
    return Point(first * DAY, (last + 1) * DAY, start, end, "", firm)


def _day_text(day: int) -> str:
    return iso(day).replace("+", "Y", 1)


def _guessing(point: Point, guess: str) -> Point:
    return msgspec.structs.replace(point, guesses=(*point.guesses, guess))


def last_day(start: int, end: int) -> str:
    """Return the EDTF of the last day before *end*, which is no earlier than *start*."""
    return _day_text(max(day_of(start), day_of(end - 1)))
