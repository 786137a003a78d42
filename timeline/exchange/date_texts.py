"""The text of a date, as other programs write it → the EDTF that says just as much.

Nothing is guessed: a year of two digits and `03/04/2020` without a stated order are refused.
"""

import re
from functools import lru_cache
from typing import Final

from timeline import edtf, phrases
from timeline.edtf import EdtfError
from timeline.edtf.months import month_named
from timeline.exchange.dates import (
    FRACTIONS,
    TWO_YEARS,
    NotADate,
    Reading,
    between,
    checked,
    no_such,
)
from timeline.phrases import abroad, weeks
from timeline.phrases.double_years import DoubleYearError, is_double
from timeline.phrases.vocabulary import MONTH, tidy

NO_ORDER: Final = "the date does not say whether the day or the month comes first"
ORDERS: Final = ("dmy", "mdy")

# What a table says where it has no date.
_NOTHING: Final = frozenset(
    (
        *("", "-", "–", "—", "?", "unknown", "unk", "na", "n/a", "nan", "nat", "null", "none"),
        *("nil", "undated", "n.d.", "nd", "tbd", "not known", "not available", "#n/a"),
    )
)
_TIME: Final = (
    r"(?:(?:T|t|,? +)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?P<fraction>[.,]\d+)?)?"
    r" ?(?P<half>[AaPp]\.?[Mm]\.?)? ?(?P<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
)
_BY_YEAR: Final = re.compile(
    rf"(?P<y>\d{{4}})([-/.])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}}){_TIME}", re.ASCII
)
_BASIC: Final = re.compile(
    r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"
    r"(?:T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)(?P<fraction>[.,]\d+)?"
    r"(?P<half>)(?P<zone>[Zz]|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)
_BY_ORDER: Final = re.compile(
    rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(?P<y>\d{{4}}|\d\d){_TIME}", re.ASCII
)
_DAY_NAMED: Final = re.compile(
    rf"(?P<d>\d{{1,2}})[ -](?P<n>{MONTH})(?:-|,? )(?P<y>\d{{4}}){_TIME}", re.ASCII | re.IGNORECASE
)
_MONTH_NAMED: Final = re.compile(
    rf"(?P<n>{MONTH}) (?P<d>\d{{1,2}}),? (?P<y>\d{{4}}){_TIME}", re.ASCII | re.IGNORECASE
)
_WEEK: Final = re.compile(r"(\d{4})-?W(\d\d)(?:-?([1-7]))?", re.ASCII)
_PART_OF_YEAR: Final = re.compile(r"\d{4}-(?:2[1-9]|3\d|4[01])", re.ASCII)
_NO_TWO_YEARS: Final = "a date such as 2020-21 is read as EDTF: part of a year, no two years"
_WORDS: Final = "a date in words is read as EDTF"
_NOON: Final = 12
_MONTH_AND_YEAR: Final = re.compile(rf"{MONTH}/\d{{4}}|\d{{4}}/{MONTH}", re.IGNORECASE | re.ASCII)
_SIGNS: Final = re.compile(r"[-+\dTXYESZ:/.,?~%\[\]{}]+", re.ASCII)
_SHORT: Final = 40
_MOST_DAYS: Final = 16_384  # that are remembered: a table of some decades has more than 4,096
_LONGEST: Final = 10_000  # of a date that EDTF would read


def read(text: str, order: str = "") -> Reading:
    """Return the date that *text* writes: ISO 8601, EDTF, a named month, or words.

    *order* is how `03/04/2020` is to be read: "dmy" or "mdy". Raises `NotADate`.
    """
    if len(text) <= _LONGEST:
        text = " ".join(text.split())
    return _read(text, order)


def is_nothing(text: str) -> bool:
    """Return whether *text* says that there is no date, or nothing at all."""
    return text.strip().lower() in _NOTHING


@lru_cache(_MOST_DAYS)
def _read(text: str, order: str) -> Reading:
    if is_nothing(text):
        return Reading("")
    for pattern in (_BY_YEAR, _BASIC, _DAY_NAMED, _MONTH_NAMED):
        if found := pattern.fullmatch(text):
            return _calendar(found, _month(found), int(found["d"]))
    if found := _BY_ORDER.fullmatch(text):
        return _ordered(found, order)
    if found := _WEEK.fullmatch(text):
        return Reading(_week(int(found[1]), int(found[2]), found[3]))
    return _edtf_or_span(text, order)


def _edtf_or_span(text: str, order: str) -> Reading:
    try:
        edtf.parse(text)
    except EdtfError as error:
        start, slash, end = text.partition("/")
        is_span = slash and "/" not in end and len(text) > len("2019/20")
        if is_span and not _is_one_date(text):
            return between(_end(start.strip(), order), _end(end.strip(), order))
        return _in_words(text, error)
    if _PART_OF_YEAR.fullmatch(text):
        return Reading(text, guessed=_NO_TWO_YEARS)
    return Reading(text)


def _is_one_date(text: str) -> bool:
    """Return whether a text with a slash is one date all the same: `Sept/1988`, a double year."""
    return is_double(text) or _MONTH_AND_YEAR.fullmatch(text) is not None


def _end(text: str, order: str) -> Reading:
    """Return an end of a span; "" and `..` are what they are in EDTF."""
    return Reading(text) if text in {"", ".."} else _read(text, order)


def _in_words(text: str, error: EdtfError) -> Reading:
    try:
        found = phrases.to_edtf(text)
    except DoubleYearError as unread:
        raise NotADate(unread.reason, unread.hint) from None
    except phrases.PhraseError as unread:
        if unread.message == abroad.in_english(tidy(text)).doubt:
            raise NotADate(unread.message, unread.hint) from None
        raise _unread(text, error, unread.hint) from None
    return Reading(found, guessed=TWO_YEARS if is_double(text) else _WORDS)


def _unread(text: str, error: EdtfError, hint: str) -> NotADate:
    """Return the refusal of a text that is neither EDTF nor words for a date."""
    if _SIGNS.fullmatch(text) and re.search(r"\d", text):
        return no_such(error)
    names_month = re.search(rf"\b{MONTH}\b", text, re.IGNORECASE)
    if names_month and not re.search(r"\d{4}", text):
        return NotADate("the date has no year of four digits")
    return NotADate("the date cannot be read", hint if len(text) < _SHORT else "")


def _month(found: re.Match[str]) -> int:
    named = found.groupdict().get("n") or ""
    return month_named(named) or int(found["m"])


def _ordered(found: re.Match[str], order: str) -> Reading:
    """Return the day in `3/4/2020`, whose parts stand in *order*."""
    if len(found["y"]) < len("2020"):
        raise NotADate("the year has two digits", "write all four in the file")
    if not order and found[1] != found[3]:
        raise NotADate(NO_ORDER, "import it with --order dmy or --order mdy")
    day, month = int(found[1]), int(found[3])
    if order != "dmy":
        day, month = month, day
    if month > _NOON:
        raise NotADate(f"the date is not in the order {order}: it has no such month")
    return _calendar(found, month, day)


def _calendar(found: re.Match[str], month: int, day: int) -> Reading:
    text = f"{found['y']}-{month:02}-{day:02}"
    if found["hour"] is None:
        return Reading(checked(text))
    text = checked(f"{text}T{_clock(found)}")
    if not found["fraction"]:
        return Reading(text)
    fraction = float(f"0.{found['fraction'][1:]}")
    widened = FRACTIONS if fraction else ""
    return Reading(text, widened, fraction=fraction)


def _clock(found: re.Match[str]) -> str:
    """Return the time of day, with its zone, as EDTF writes it."""
    hour = _hour(int(found["hour"]), found["half"] or "")
    parts = [f"{hour:02}", found["minute"]]
    if found["second"]:
        parts.append(found["second"])
    return ":".join(parts) + _zone(found["zone"] or "")


def _hour(hour: int, half: str) -> int:
    """Return the hour of the day, of one that may be counted from noon or midnight (`a.m.`)."""
    if not half:
        return hour
    if not 1 <= hour <= _NOON:
        raise NotADate("there is no such date", "hours before and after noon go from 1 to 12")
    hour %= _NOON
    return hour + _NOON if half[0] in "pP" else hour


def _zone(zone: str) -> str:
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return "Z"
    if len(zone) == len("+0000"):
        return f"{zone[:3]}:{zone[3:]}"
    return zone


def _week(year: int, week: int, weekday: str | None) -> str:
    try:
        return weeks.days(year, week, int(weekday or 0))
    except ValueError:
        raise NotADate("there is no such date", "the year has no such week") from None
