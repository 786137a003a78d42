"""The value of DATE → EDTF that says just as much.

5.5.1 has BEF and AFT without the date they name ("happened before"), 7.0 with it ("no
later than"): the version of a file decides.
"""

import re
from typing import Final

import msgspec

from timeline.edtf import calendar_date, iso
from timeline.exchange import date_texts
from timeline.exchange.dates import NotADate, Reading
from timeline.exchange.gedcom.calendars import Date, date, joined, lent
from timeline.phrases.vocabulary import year_text

CALCULATED: Final = "a calculated date (CAL): approximate"
ESTIMATED: Final = "an estimated date (EST): approximate"
INTERPRETED: Final = "a date interpreted from a phrase (INT): the phrase becomes a note"
FOREIGN: Final = "a date that is not as GEDCOM writes it: read as it stands"
PHRASE: Final = "the date is a phrase, and no date"
LENT: Final = "the day or month of a first date: its month or year is that of the second"
REVERSED: Final = "the date ends before it begins"

_PHRASE: Final = re.compile(r"\((?P<phrase>.*)\)", re.DOTALL)
_INTERPRETED: Final = re.compile(r"INT\s+(?P<date>[^(]*)\((?P<phrase>.*)\)", re.IGNORECASE)
_ONE: Final = re.compile(r"(?P<word>ABT|CAL|EST|BEF|AFT|FROM|TO)\.?\s+(?P<date>.+)", re.IGNORECASE)
_TWO: Final = re.compile(
    r"(?:(?P<bet>BET)\.?\s+(?P<a>.+?)\s+AND\s+(?P<b>.+)|FROM\s+(?P<c>.+?)\s+TO\s+(?P<d>.+))",
    re.IGNORECASE,
)
_APPROXIMATE: Final = {"ABT": "", "CAL": CALCULATED, "EST": ESTIMATED}
_LONGEST: Final = 400


class Dated(msgspec.Struct, frozen=True):
    """What a DATE says: the date, and the phrase it was read from, if there is one."""

    reading: Reading
    phrase: str = ""


def read(text: str, *, inclusive: bool, order: str = "") -> Dated:
    """Return what the value of a DATE says; BEF and AFT hold their date if *inclusive* (7.0).

    *order* is how `3/4/1850`, which is no GEDCOM, is to be read ("dmy", "mdy").

    Raises `NotADate` for phrases, other calendars, and days that do not exist.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        raise NotADate("the date is far too long")
    if match := _PHRASE.fullmatch(text):
        raise NotADate(PHRASE, "write a date beside it: INT 1850 (the phrase)")
    if match := _INTERPRETED.fullmatch(text):
        found = _known(match["date"].strip())
        guessed = found.guessed or INTERPRETED
        return Dated(Reading(found.one, "", guessed), match["phrase"].strip())
    if match := _TWO.fullmatch(text):
        return Dated(_between(match))
    if match := _ONE.fullmatch(text):
        return Dated(_with_word(match["word"].upper(), _known(match["date"]), inclusive=inclusive))
    return Dated(_plain(text, order))


def _known(text: str) -> Date:
    found = date(text)
    if found is None:
        raise NotADate("the date cannot be read", "write it as 12 MAY 1830")
    return found


def _plain(text: str, order: str) -> Reading:
    found = date(text)
    if found:
        return Reading(found.one, "", found.guessed)
    read = date_texts.read(text, order)
    guessed = read.guessed or FOREIGN
    return msgspec.structs.replace(read, guessed=guessed if read.text else "")


def _between(match: re.Match[str]) -> Reading:
    first, second = filter(None, match.group("a", "b", "c", "d"))
    whole = lent(first, second)
    is_lent = whole != first
    one, other = _known(whole), _known(second)
    if one.first > other.last:
        raise NotADate(REVERSED, "write both dates in full" if is_lent else "")
    guessed = joined(LENT if is_lent else "", one.guessed, other.guessed)
    start, end = one.start, other.end
    if start == end:
        return Reading(start, "", guessed)
    if match["bet"]:
        return Reading(f"[{start}..{end}]", "", guessed)
    return Reading(f"{start}/{end}", "", guessed)


def _with_word(word: str, found: Date, *, inclusive: bool) -> Reading:
    if word in _APPROXIMATE:
        return Reading(found.about, _APPROXIMATE[word], found.guessed)
    text = {
        "BEF": f"[..{_upto(found, inclusive=inclusive)}]",
        "AFT": f"[{_since(found, inclusive=inclusive)}..]",
        "FROM": f"{found.start}/",
        "TO": f"/{found.end}",
    }[word]
    return Reading(text, "", found.guessed)


def _upto(found: Date, *, inclusive: bool) -> str:
    return found.end if inclusive else _beside(found, found.first - 1)


def _since(found: Date, *, inclusive: bool) -> str:
    return found.start if inclusive else _beside(found, found.last + 1)


def _beside(found: Date, day: int) -> str:
    """Return *day* as exactly as the date beside it is written: a year, a month or a day."""
    year, month, _ = calendar_date(day)
    months_and_days = found.start.lstrip("-").count("-")
    if months_and_days == 0:
        return year_text(year)
    if months_and_days == 1:
        return f"{year_text(year)}-{month:02}"
    return iso(day)
