"""A day of any year: `03-23`, `23 mar`, `march 23`, `today` → its month and day."""

import re
from typing import NamedTuple

from timeline.edtf.months import short
from timeline.phrases import dates, month_names, parser
from timeline.phrases.refusals import PhraseError, quoted
from timeline.phrases.vocabulary import MONTH, match, tidy

_LEAP = "2024"  # so that 29 February is a day
_NUMBERS = r"-{0,2}(\d{1,2})-(\d{1,2})"
_EXAMPLES = "write 03-23, '23 mar' or today"


class DayOfYear(NamedTuple):
    """A day that years have; 29 February only some."""

    month: int
    day: int

    def __str__(self) -> str:
        """Return the day in words: "23 Mar"."""
        return f"{self.day} {short(self.month)}"


def day_of_year(text: str, today: int) -> DayOfYear | None:
    """Return the day of any year that *text* names, None if it does not look like one.

    A whole date (`2019-03-23`, yesterday) stands for its month and day. Raises
    PhraseError for a day that no year has, for a month or a number alone, and for any
    other date (2019-03, last week), with or without a time.
    """
    phrase = tidy(text)
    if numbers := match(_NUMBERS, phrase):
        return _read(f"{_LEAP}-{numbers[1]:0>2}-{numbers[2]:0>2}", text, today)
    if re.search(r"\d", phrase) and re.search(rf"\b{MONTH}\b", phrase, re.IGNORECASE):
        dated = phrase if re.search(r"\d{4}", phrase) else f"{phrase} {_LEAP}"
        return _read(dated, text, today)
    if match(rf"\d+|{MONTH}", phrase):
        raise PhraseError(f"{quoted(text)} is not a day of the year", _EXAMPLES)
    if not _is_dated(phrase, today):
        return None
    return _read(phrase, text, today)


def _is_dated(phrase: str, today: int) -> bool:
    """Return whether a *phrase* is a date, or looks as much like one as `12.08` or `2019-21`."""
    if match(r"-?\d+[-/.:]\d.*", phrase):
        return True
    try:
        parser.read(phrase, today)
    except PhraseError:
        return False
    return True


def _read(phrase: str, typed: str, today: int) -> DayOfYear:
    try:
        date = dates.read(phrase, today) or month_names.read(phrase) or ""
    except PhraseError as error:
        raise PhraseError(f"{quoted(typed)} is not a day of the year", _EXAMPLES) from error
    if not match(r"-?\d{4}-\d\d-\d\d", date):
        raise PhraseError(f"{quoted(typed)} is not a day of the year", _EXAMPLES)
    return DayOfYear(int(date[-5:-3]), int(date[-2:]))
