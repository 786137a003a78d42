"""Phrases that mean another day each day they are read: yesterday, last month, 3 weeks ago.

Weeks run from Monday to Sunday. Everything is counted from *today*, a day
number; without it such a phrase is refused, for a file needs a fixed date.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from timeline.phrases.lengths import Length
from timeline.phrases.refusals import FILE_EXAMPLES, PhraseError, quoted
from timeline.phrases.vocabulary import (
    NUMBERS,
    QUARTER_CODES,
    WEEKDAY,
    match,
    weekday_number,
)

UNIT = "(d|days?|w|weeks?|m|months?|y|years?)"
NUMBER = rf"(\d{{1,9}}|{'|'.join(NUMBERS)}|an?)"
_WEEK, _QUARTER = 7, 3
DIRECTIONS = {"last": -1, "this": 0, "next": 1}


def read(phrase: str, today: int | None) -> str | None:
    """Return the EDTF of a relative *phrase*, None if it is something else.

    Raises PhraseError where there is no *today*, and for days outside the years
    1 to 9999.
    """
    for pattern, rule in RULES:
        if found := match(pattern, phrase):
            return _counted(found, rule, today)
    return None


def _counted(found: re.Match[str], rule: "Rule", today: int | None) -> str:
    """Apply *rule* to the day it is counted from."""
    if today is None:
        message = f"{quoted(found[0])} depends on the day it is read, and a file needs a fixed date"
        raise PhraseError(message, FILE_EXAMPLES)
    try:
        return rule(found, date.fromordinal(today))
    except (ValueError, OverflowError):
        message = f"{quoted(found[0])} is outside the years 1 to 9999"
        raise PhraseError(message, "dates beyond them are written as EDTF") from None


def _day(found: re.Match[str], now: date) -> str:
    """Return yesterday, today or tomorrow."""
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}[found[1].lower()]
    return (now + timedelta(days=days)).isoformat()


def _period(found: re.Match[str], now: date) -> str:
    """Return the whole week, month, quarter or year before, around or after today."""
    direction, unit = found[1].lower(), found[2].lower()
    if unit == "quarter":
        moved = _shift(now, DIRECTIONS[direction] * _QUARTER, "months")
        return f"{moved.year:04}-{QUARTER_CODES + (moved.month + 2) // _QUARTER}"
    moved = _shift(now, DIRECTIONS[direction], unit)
    if unit == "week":
        monday = moved - timedelta(days=moved.weekday())
        return _days(monday, monday + timedelta(days=6))
    return f"{moved.year:04}" if unit == "year" else f"{moved.year:04}-{moved.month:02}"


def _lately(found: re.Match[str], now: date) -> str:
    """Return so many days, weeks, months or years, of which today is the last day."""
    first = _shift(now, -_number(found[1]), found[2]) + timedelta(days=1)
    return _days(first, now)


def _ago(found: re.Match[str], now: date) -> str:
    """Return the day that lies so many days, weeks, months or years back."""
    return _shift(now, -_number(found[1]), found[2]).isoformat()


def _number(word: str) -> int:
    """Return the number that *word* is, in digits or not; `a` is 1."""
    if word.isdigit():
        return int(word)
    return NUMBERS.index(word.lower()) + 1 if word.lower() in NUMBERS else 1


def _weekday(found: re.Match[str], now: date) -> str:
    """Return the last such day up to today; with last or next, not today itself."""
    direction = DIRECTIONS.get((found[1] or "").lower(), 0)
    number = weekday_number(found[2])
    first = now + timedelta(days=direction)
    if direction > 0:
        return (first + timedelta(days=(number - first.weekday()) % _WEEK)).isoformat()
    return (first - timedelta(days=(first.weekday() - number) % _WEEK)).isoformat()


def _shift(day: date, count: int, unit: str) -> date:
    """Return *day* moved by *count* units; where a month is shorter, its last day."""
    return date.fromordinal(Length(count, unit[0].lower()).later(day.toordinal()))


def _days(first: date, last: date) -> str:
    """Return the EDTF of all days from *first* to *last*."""
    return f"{first.isoformat()}/{last.isoformat()}"


Rule = Callable[[re.Match[str], date], str]
RULES: tuple[tuple[str, Rule], ...] = (
    ("(today|yesterday|tomorrow)", _day),
    ("(?:the )?(last|this|next) (week|month|quarter|year)", _period),
    (rf"(?:the )?(?:last|past) (?!0|an? ){NUMBER} ?{UNIT}", _lately),
    (rf"{NUMBER} {UNIT} ago", _ago),
    (rf"(?:(last|next) )?({WEEKDAY})", _weekday),
)
