"""One date in GEDCOM → its EDTF, or the days that it covers in the Gregorian calendar."""

import re
from typing import Final

import msgspec

from timeline.edtf import day_number, days_in_month, iso
from timeline.exchange.dates import NotADate
from timeline.exchange.gedcom.julian import julian_day, julian_length
from timeline.phrases.vocabulary import MONTH_NAMES, year_text

JULIAN: Final = "a date of the Julian calendar: the same days in the Gregorian one"
TWO_YEARS: Final = "a double year such as 1699/00: the later one, which begins in January"
NO_SUCH: Final = "there is no such date"

_CALENDAR: Final = re.compile(
    r"@#D(?P<escape>[A-Z ]+)@\s*|(?P<word>GREGORIAN|JULIAN|FRENCH_R|HEBREW|ROMAN)\s+", re.IGNORECASE
)
_MONTHS: Final = tuple(name.upper() for name in MONTH_NAMES)
_DATE: Final = re.compile(
    rf"(?:(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(_MONTHS)})\s+)?"
    r"(?P<year>\d{1,4})(?:/(?P<other>\d{2}))?(?P<era>\s*(?:BCE|B\.?\s?C\.?))?",
    re.IGNORECASE,
)
_OLD_YEAR_ENDS: Final = (3, 24)  # a double year is named for months before 25 March
_SHORT: Final = 100


class Date(msgspec.Struct, frozen=True):
    """A day, month or year: as EDTF, unless its days are those of no month or year there.

    *first* and *last* are day numbers.
    """

    text: str
    first: int
    last: int
    guessed: str = ""

    @property
    def start(self) -> str:
        """The EDTF with which a span from here begins."""
        return self.text or iso(self.first)

    @property
    def end(self) -> str:
        """The EDTF with which a span until here ends."""
        return self.text or iso(self.last)

    @property
    def one(self) -> str:
        """The EDTF of one day within it."""
        return self.text or f"[{iso(self.first)}..{iso(self.last)}]"


def date(text: str) -> Date | None:
    """Return the date that *text* is, None where it is none of GEDCOM's.

    Raises `NotADate` for a day that does not exist, and for calendars we cannot convert.
    """
    calendar = ""
    if match := _CALENDAR.match(text):
        calendar = (match["escape"] or match["word"]).strip().upper()
        text = text[match.end() :]
    if calendar not in {"", "GREGORIAN", "JULIAN"}:
        name = calendar.split("_")[0].split(" ")[0].capitalize()
        raise NotADate("a date of a calendar that is not converted", f"{name}: write it yourself")
    found = _DATE.fullmatch(text.strip())
    return _read(found, julian=calendar == "JULIAN") if found else None


def _read(found: re.Match[str], *, julian: bool) -> Date:
    year = int(found["year"])
    month = _MONTHS.index(found["month"].upper()) + 1 if found["month"] else 0
    day = int(found["day"]) if found["day"] else 0
    if not year or (found["day"] and not day):
        raise NotADate(NO_SUCH, "years and days are counted from 1")
    if found["other"]:
        return _of_two_years(found, (year, month, day), julian=julian)
    year = 1 - year if found["era"] else year
    return _julian(year, month, day) if julian else _gregorian(year, month, day)


def _of_two_years(found: re.Match[str], parts: tuple[int, int, int], *, julian: bool) -> Date:
    """Return the date in `11 FEB 1699/00`: of 1700, if the year began in January."""
    year, month, day = parts
    if (year + 1) % _SHORT != int(found["other"]):
        raise NotADate("a double year whose second is not the next", "write one year")
    if month and (month, day or 1) > _OLD_YEAR_ENDS:
        raise NotADate("a double year after 24 March, when both began", "write one year")
    make = _julian if julian else _gregorian
    if not month:
        one, other = make(year, 0, 0), make(year + 1, 0, 0)
        text = f"[{one.text},{other.text}]" if one.text else ""
        return Date(text, one.first, other.last, one.guessed)
    return msgspec.structs.replace(make(year + 1, month, day), guessed=TWO_YEARS)


def _gregorian(year: int, month: int, day: int) -> Date:
    text = year_text(year)
    if not month:
        return Date(text, day_number(year, 1, 1), day_number(year, 12, 31))
    length = days_in_month(year, month)
    if not day:
        first = day_number(year, month, 1)
        return Date(f"{text}-{month:02}", first, first + length - 1)
    if day > length:
        raise NotADate(NO_SUCH, f"{MONTH_NAMES[month - 1]} of that year has {length} days")
    number = day_number(year, month, day)
    return Date(f"{text}-{month:02}-{day:02}", number, number)


def _julian(year: int, month: int, day: int) -> Date:
    try:
        first = julian_day(year, month or 1, day or 1)
        last = first if day else julian_day(year, month or 12, julian_length(year, month or 12))
    except ValueError:
        raise NotADate(NO_SUCH, "the month has fewer days") from None
    return Date(iso(first) if day else "", first, last, JULIAN)
