"""One date in GEDCOM → its EDTF, or the days that it covers in the Gregorian calendar."""

import re
from typing import Final

import msgspec

from timeline.edtf import day_number, days_in_month, iso
from timeline.edtf.months import month_named, short
from timeline.exchange.dates import TWO_YEARS, NotADate
from timeline.phrases.double_years import fault
from timeline.phrases.vocabulary import year_text
from timeline.text import together

JULIAN: Final = "a date of the Julian calendar: the same days in the Gregorian one"
NO_SUCH: Final = "there is no such date"

_CALENDAR: Final = re.compile(
    r"@#D(?P<escape>[A-Z ]+)@\s*|(?P<word>GREGORIAN|JULIAN|FRENCH_R|HEBREW|ROMAN)\s+", re.IGNORECASE
)
_MONTH: Final = "|".join(map(short, range(1, 13)))
_DATE: Final = re.compile(
    rf"(?:(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_MONTH})\s+)?"
    r"(?P<year>\d{1,4})(?:\s?/\s?(?P<other>\d{1,4}))?(?P<era>\s*(?:BCE|B\.?\s?C\.?))?",
    re.IGNORECASE,
)
_DAY_ALONE: Final = re.compile(r"\d{1,2}")
_DAY_OF_MONTH: Final = re.compile(rf"(?:\d{{1,2}}\s+)?(?:{_MONTH})", re.IGNORECASE)
_MOST_DAYS: Final = 31
_HUNDRED: Final = 100

_FEBRUARY = 2


class Date(msgspec.Struct, frozen=True):
    """A day, month or year: the EDTF with which a span begins there, and with which one ends.

    They are the same, but for two years, or days that are those of no month or year in the
    Gregorian calendar. *first* and *last* are day numbers.
    """

    start: str
    end: str
    first: int
    last: int
    guessed: str = ""

    @property
    def one(self) -> str:
        """The EDTF of one day within it."""
        if self.start == self.end:
            return self.start
        if self.start.isdecimal():  # two years are no more than two
            return f"[{self.start},{self.end}]"
        return f"[{self.start}..{self.end}]"

    @property
    def about(self) -> str:
        """The EDTF of one day within it or near it."""
        if self.start == self.end:
            return f"{self.start}~"
        return f"[{self.start}~..{self.end}~]"


def date(text: str) -> Date | None:
    """Return the date that *text* is, None where it is none of GEDCOM's.

    Raises `NotADate` for a day that does not exist, and for calendars we cannot convert.
    """
    escape, text = _parted(text)
    calendar = _calendar(escape)
    if calendar not in {"", "GREGORIAN", "JULIAN"}:
        name = calendar.split("_")[0].split(" ")[0].capitalize()
        raise NotADate("a date of a calendar that is not converted", f"{name}: write it yourself")
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    return _read(found, julian=calendar == "JULIAN")


def lent(text: str, by: str) -> str:
    """Return the first of two dates with the month, year and calendar that only *by* says.

    Raises `NotADate` for a number beside a month, which is a day of no month or a year.
    """
    escape, rest = _parted(text)
    calendar, other = _parted(by)
    found = _DATE.fullmatch(other)
    if not found or not found["month"]:
        return text
    month = other[found.start("month") :]
    year = other[found.start("year") :]
    if _DAY_OF_MONTH.fullmatch(rest):
        return f"{escape or calendar}{rest} {year}"
    if not _DAY_ALONE.fullmatch(rest):
        return text
    if int(rest) > _MOST_DAYS and int(found["year"]) < _HUNDRED:
        return text
    if not found["day"]:
        raise NotADate("a day without its month", "write both dates in full")
    return f"{escape or calendar}{rest} {month}"


def joined(*guesses: str) -> str:
    """Return all that was guessed, each thing once."""
    return together("; ", *dict.fromkeys(guesses))


def _parted(text: str) -> tuple[str, str]:
    """Return the name of the calendar before a date, "" for none, and the date."""
    match = _CALENDAR.match(text)
    if match is None:
        return "", text.strip()
    return match[0], text[match.end() :].strip()


def _calendar(escape: str) -> str:
    """Return the name of a calendar in capitals, "" for none."""
    match = _CALENDAR.match(escape)
    if match is None:
        return ""
    name: str = match["escape"] or match["word"]
    return name.strip().upper()


def _read(found: re.Match[str], *, julian: bool) -> Date:
    year = int(found["year"])
    month = month_named(found["month"] or "") or 0
    day = int(found["day"] or 0)
    if not year or (found["day"] and not day):
        raise NotADate(NO_SUCH, "years and days are counted from 1")
    if found["other"]:
        return _of_two_years(found, (year, month, day), julian=julian)
    if found["era"]:
        year = 1 - year
    make = _julian if julian else _gregorian
    return make(year, month, day)


def _of_two_years(found: re.Match[str], parts: tuple[int, int, int], *, julian: bool) -> Date:
    """Return the date in `11 FEB 1699/00`: of 1700, if the year began in January."""
    year, month, day = parts
    reason = fault(found["year"], found["other"], month, day)
    if found["era"]:
        reason = "a double year before Christ"
    if reason:
        raise NotADate(reason, "write one year")
    make = _julian if julian else _gregorian
    if not month:
        one, other = make(year, 0, 0), make(year + 1, 0, 0)
        return Date(one.start, other.end, one.first, other.last, one.guessed)
    made = make(year + 1, month, day)
    return msgspec.structs.replace(made, guessed=joined(TWO_YEARS, made.guessed))


def _gregorian(year: int, month: int, day: int) -> Date:
    text = year_text(year)
    if not month:
        return Date(text, text, day_number(year, 1, 1), day_number(year, 12, 31))
    length = days_in_month(year, month)
    if not day:
        first, text = day_number(year, month, 1), f"{text}-{month:02}"
        return Date(text, text, first, first + length - 1)
    if day > length:
        raise NotADate(NO_SUCH, f"{short(month)} of that year has {length} days")
    number = day_number(year, month, day)
    return Date(iso(number), iso(number), number, number)


def _julian(year: int, month: int, day: int) -> Date:
    to_month = month or 12
    to_day = day or julian_length(year, to_month)
    try:
        first = julian_day(year, month or 1, day or 1)
        last = julian_day(year, to_month, to_day)
    except ValueError:
        raise NotADate(NO_SUCH, "the month has fewer days") from None
    return Date(iso(first), iso(last), first, last, JULIAN)


def julian_day(year: int, month: int, day: int) -> int:
    """Return the day number of a day in the Julian calendar; *year* is astronomical.

    Raises ValueError for a day that the calendar lacks.
    """
    if not 1 <= day <= julian_length(year, month):
        raise ValueError(day)
    # Counted in years from March, so that a leap day ends a year: 0 is 1 March of year 0.
    years, months = divmod(12 * year + month - 3, 12)
    return 365 * years + years // 4 + (153 * months + 2) // 5 + day - 308


def julian_length(year: int, month: int) -> int:
    """Return how many days a *month* of the Julian calendar has."""
    if month == _FEBRUARY:
        return 28 + (year % 4 == 0)
    return days_in_month(1, month)
