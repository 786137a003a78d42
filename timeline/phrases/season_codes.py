"""Parts of a year by EDTF's numbers, 21 to 41, which people type as the last digits of a year.

`2019-21` is spring 2019 where EDTF is written; typed by somebody who asks, or who adds an
event, it more likely is 2019 to 2021, and neither is guessed. Nobody writes 2045-21 for
two years, though: so what would be a long span, or end before it begins, stays EDTF.
"""

import re
from typing import NamedTuple

from timeline import edtf
from timeline.phrases.refusals import PhraseError, quoted
from timeline.phrases.vocabulary import HALF_CODES, QUARTER_CODES, SEASONS
from timeline.phrases.windows import Window

_CODED = r"(\d{4})-(2[1-9]|3\d|4[01])[?~%]?"
_LENGTHS = (7, 8)  # characters
_LONGEST = 50  # years; whoever means more writes the last year in full


class Years(NamedTuple):
    """The first and last year that a code can be read as."""

    first: str
    last: str


def years_in(date: str) -> Years | None:
    """Return the years that a date such as `2019-21` may be meant as, None if it can be none."""
    found = re.fullmatch(_CODED, date, re.ASCII) if len(date) in _LENGTHS else None
    if found is None:
        return None
    first = int(found[1])
    length = (int(found[2]) - first) % 100
    if not 0 < length <= _LONGEST:
        return None
    return Years(found[1], f"{first + length:04}")


def part_in_words(date: str) -> str:
    """Return a part of a year, which has a code, as a phrase: `spring 2019`, `Q1 2019`."""
    year, code = date[:4], int(date[5:7])
    names = {**{code: name for name, code in SEASONS.items() if name != "fall"}}
    names |= {QUARTER_CODES + number: f"Q{number}" for number in range(1, 5)}
    names |= {HALF_CODES + number: f"H{number}" for number in (1, 2)}
    if code in names:
        return f"{names[code]} {year}"
    when = edtf.parse(date[:7])
    return Window(*when.written, "").describe()


def refuse_years(phrase: str) -> None:
    """Refuse a *phrase* that may be two years, or a part of one; both readings are told."""
    if years := years_in(phrase):
        part = part_in_words(phrase)
        message = f"{quoted(phrase)} may be the years {years.first} to {years.last}, or {part}"
        raise PhraseError(message, instead=(f"{years.first}..{years.last}", part))
