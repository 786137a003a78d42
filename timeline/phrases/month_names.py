"""Dates with the name of a month: `Oct 26, 2025`, `26th of October 2025`, `Aug 2025`.

python-dateutil finds out what is the month and what the day (`month_days`). All
else that it would guess or pass over (no year, a year of two digits, a time, a
wrong weekday) never reaches it, and a month without a day does not need it.
"""

import re
from typing import NamedTuple

from timeline import edtf
from timeline.edtf.months import month_named, short
from timeline.phrases import month_days
from timeline.phrases.refusals import PhraseError, quoted
from timeline.phrases.vocabulary import (
    ERA_YEAR,
    MONTH,
    WEEKDAY,
    WEEKDAYS,
    contains,
    match,
    weekday_number,
    year_number,
    year_text,
    year_words,
)

# Years below 100 and before Christ are beyond dateutil: it always reads a year
# of four digits that has a 29 February, and the real year is judged here.
STAND_IN = "2000"
LONGEST = 40
JOINED_WORDS = r"[a-z0-9]+(?:[,.]? [a-z0-9]+|[,./-][a-z0-9]+)*\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"


class Words(NamedTuple):
    """The words of a date: all that say the day and month, and the weekday apart."""

    date: str
    month: int
    day: bool
    weekday: int | None


def read(phrase: str) -> str | None:
    """Return the EDTF of the day or month that *phrase* names, None if it is no such date.

    Raises PhraseError for a day that the calendar lacks, and for a weekday that
    contradicts the date.
    """
    year = contains(ERA_YEAR, phrase) or contains(r"\d{4}", phrase)
    written = len(phrase) <= LONGEST and match(JOINED_WORDS, phrase)
    if not year or not written or re.search(r"\d[-./]\d", phrase):  # Oct 2019-10
        return None
    number = year_number(year[0])
    words = _words(f"{phrase[: year.start()]} {STAND_IN} {phrase[year.end() :]}")
    if number is None or words is None:
        return None
    month = f"{year_text(number)}-{words.month:02}"
    return f"{month}-{_day(phrase, number, words):02}" if words.day else month


def _words(text: str) -> Words | None:
    """Sort the words of *text*; None unless it is a year, a month, perhaps a day and its name."""
    found = [word.lower() for word in re.findall(r"[A-Za-z]+|\d+[a-z]*", text)]
    kept = [word for word in found if word not in {"of", "the", STAND_IN}]
    months = [word for word in kept if match(MONTH, word)]
    days = [word for word in kept if match(DAY, word)]
    weekdays = [word for word in kept if match(WEEKDAY, word)]
    fits = len(months) == 1 and len(days) <= 1 and len(weekdays) <= len(days)
    fits = fits and len(kept) == len(months) + len(days) + len(weekdays)
    if not fits or found.count(STAND_IN) != 1:
        return None
    date = " ".join(word for word in found if word not in {"of", "the", *weekdays})
    weekday = weekday_number(weekdays[0]) if weekdays else None
    return Words(date, month_named(months[0]) or 0, bool(days), weekday)


def _day(phrase: str, year: int, words: Words) -> int:
    """Return the day of the month, after a look into the calendar."""
    day = month_days.day_of_month(words.date)
    length = edtf.days_in_month(year, words.month)
    month = f"{short(words.month)} {year_words(year)}"
    if day is None or day > length:
        raise PhraseError(f"{quoted(phrase)} is not in the calendar", f"{month} has {length} days")
    weekday = (edtf.day_number(year, words.month, day) - 1) % 7  # day 1 is a Monday
    if words.weekday not in {None, weekday}:
        message = f"the weekday in {quoted(phrase)} is wrong"
        raise PhraseError(message, f"{day} {month} is a {WEEKDAYS[weekday].title()}")
    return day
