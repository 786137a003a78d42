"""The words that dates are made of, as pieces of patterns, and how text is tidied.

Patterns are kept as text and compiled on first use: importing costs nothing.
"""

import re

from timeline.edtf.months import MONTHS
from timeline.edtf.words.parts import ordinal_ending

_MONTHS = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS).lower()
MONTH = f"(?:{_MONTHS.replace('sep(?:tember)?', 'sep(?:t(?:ember)?)?')})"  # Sept. as well
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
QUARTER_CODES, HALF_CODES = 32, 39  # of EDTF: Q1 is 33, H1 is 40
SEASON = "(?:spring|summer|autumn|fall|winter)"
QUARTER = r"(?:q[1-4]|(?:the )?(?:first|second|third|fourth|last|1st|2nd|3rd|4th) quarter)"
HALF = r"(?:h[12]|(?:the )?(?:first|second|1st|2nd) half)"
PART = "(?:early|mid|late)"
DOUBT = r"(?:(?:most |very )?(?:probably|possibly|likely)|perhaps|maybe|presumably)"
NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)

BEFORE_CHRIST = r"(?:b\.?c\.?(?:e\.?)?)"
AFTER_CHRIST = r"(?:ce|c\.e\.?|ad|a\.d\.?)"
ERA_YEAR = (
    rf"(?:(?:ad|a\.d\.|{BEFORE_CHRIST}) ?\d{{1,9}}"
    rf"|\d{{1,9}} ?(?:{BEFORE_CHRIST}|{AFTER_CHRIST}))"
)
YEAR = rf"(?:{ERA_YEAR}|\d{{4}})"
CENTURY = rf"(\d{{1,2}})(?:st|nd|rd|th)[ -]century(?: ({BEFORE_CHRIST})| {AFTER_CHRIST})?"
TWO_YEAR_WINTER = r"(?:the )?winter(?: of)? (\d{4}) ?[-–] ?(\d\d|\d{4})"

# What near-misses are compared with.
WORDS = f"""
    {" ".join(MONTHS).lower()}
    spring summer autumn winter early late circa about around before after
    since until from through between probably perhaps possibly maybe beginning middle end
    present onwards century quarter half first second
    today yesterday tomorrow last this next past day week month year days weeks months years ago
    monday tuesday wednesday thursday friday saturday sunday
"""

_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2212\ufe63\uff0d"), "-")
_DASHES = dict.fromkeys(map(ord, "\u2012\u2014\u2015"), "\u2013")
_BLANKS = dict.fromkeys(map(ord, "\t\r\n\u00a0\u2007\u2009\u202f"), " ")
_SIGNS = _HYPHENS | _DASHES | _BLANKS | {ord("\u2019"): "'"}


def tidy(text: str) -> str:
    """Return *text* with single blanks, `-` for every hyphen and an en dash for every dash."""
    return re.sub(" +", " ", text.translate(_SIGNS)).strip(" ")


def with_right_ordinals(phrase: str) -> str:
    """Return *phrase* with the endings that its numbers have: `22th` is `22nd`."""
    pattern = r"(?<![\d-])(\d{1,2})(?:st|nd|rd|th)\b"
    return re.sub(pattern, _ordinal, phrase, flags=re.IGNORECASE | re.ASCII)


def _ordinal(found: re.Match[str]) -> str:
    ending = ordinal_ending(int(found[1]))
    if found[0].lower().endswith(ending):
        return found[0]
    return f"{found[1]}{ending}"


def match(pattern: str, phrase: str) -> re.Match[str] | None:
    """Match the whole of *phrase*; case is ignored, digits and letters are ASCII's."""
    return re.fullmatch(pattern, phrase, re.ASCII | re.IGNORECASE)


def contains(pattern: str, phrase: str) -> re.Match[str] | None:
    """Find *pattern* in *phrase* as whole words; case is ignored."""
    return re.search(rf"\b{pattern}(?!\w)", phrase, re.ASCII | re.IGNORECASE)


def weekday_number(word: str) -> int:
    """Return which day of the week *word* names or abbreviates, from 0 for Monday on."""
    return next(at for at, day in enumerate(WEEKDAYS) if day[:3] == word[:3].lower())


def year_number(words: str) -> int | None:
    """Return the astronomical year of `2019`, `44 BC` (-43), `AD 79`; None for a year 0."""
    number = int(re.sub(r"\D", "", words, flags=re.ASCII))
    if match(r"\d{4}", words):
        return number
    if number == 0:
        return None
    return 1 - number if "b" in words.lower() else number


def year_text(year: int) -> str:
    """Return *year* as EDTF: four digits with a sign below 0, or `Y` and more of them."""
    if abs(year) > 9999:  # noqa: PLR2004  (what four digits can say)
        return f"Y{year}"
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}"


def year_words(year: int) -> str:
    """Return *year* as people write it: `2019`, `79 CE`, `44 BCE`."""
    if year <= 0:
        return f"{1 - year} BCE"
    return str(year) if year > 999 else f"{year} CE"  # noqa: PLR2004  (fewer than four digits)
