"""Where a phrase about a stretch of time is cut in two, and what its first half leaves out.

An end is a phrase, `..` where it is open, or empty where it is not known: the
same as in EDTF.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.phrases.double_years import DOUBLE_YEAR
from timeline.phrases.refusals import PhraseError, quoted
from timeline.phrases.vocabulary import (
    AFTER_CHRIST,
    BEFORE_CHRIST,
    DOUBT,
    HALF,
    MONTH,
    PART,
    QUARTER,
    SEASON,
    TWO_YEAR_WINTER,
    YEAR,
    contains,
    match,
)

OPEN = ".."
UNKNOWN = ""
TO = r"(?: (?:to|until|till|through) | [-/] | ?– ?| ?\.\. ?)"
NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
YEARS = rf"(?:\d{{4}} ?/ ?\d{{1,4}}|{YEAR})"
# A first end that says nothing without what follows its like at the other end.
BARE = ((NUMBER, "[ -].+"), (PART, "[ -].+"), (r"\d{1,9}", f" ?(?:{BEFORE_CHRIST}|{AFTER_CHRIST})"))


class Ends(NamedTuple):
    """The two ends of a stretch of time, still in words."""

    start: str
    end: str


def split(phrase: str) -> Ends | None:
    """Return the ends of `A to B`, `A – B`, `A..B`, `since A`, `A – present`; else None."""
    if _is_whole(phrase):
        return None
    for pattern, rule in RULES:
        if found := match(pattern, phrase):
            return rule(found)
    return None


def split_at_hyphen(phrase: str) -> Ends | None:
    """Return the ends of `Mar-Jun 2019` and `2018-2020`, where the hyphen is the only one."""
    words = re.search(r"[A-Za-z]|\d{4}-\d{4}", phrase, re.ASCII)
    month = re.match(r"\d{4}-\d\d(?!\d)", phrase, re.ASCII)  # 2025-08 BC
    if not words or month or _is_whole(phrase):
        return None
    found = match("([^-]+)-([^-]+)", phrase)
    return _pair(found) if found else None


def _is_whole(phrase: str) -> bool:
    """Return whether *phrase* is one date although it may look like two: a list, a winter."""
    listed = re.search(r"[\[\]{}]", phrase)
    one = match(rf"(?:.* )?(?:prior to|{PART}-?[- ]to[- ]{PART}) .+", phrase)
    return bool(listed or one or match(TWO_YEAR_WINTER, phrase) or match(DOUBLE_YEAR, phrase))


def _pair(found: re.Match[str]) -> Ends:
    """Return both ends, the first one completed from the second."""
    return Ends(*completed(found[1].strip(), found[2].strip()))


def completed(left: str, right: str) -> tuple[str, str]:
    """Give the left end the month and year of the right one, if it has none.

    >>> completed("24", "26 Oct 2025"), completed("March", "June 2019")
    (('24 Oct 2025', '26 Oct 2025'), ('March 2019', 'June 2019'))
    """
    for bare, others in BARE:
        rest = match(f"{bare}({others})", right)
        if rest and match(bare, left):
            return left + rest[1], right
    year = re.search(rf"(?<![-\w])(?:{YEARS})$", right, re.ASCII | re.IGNORECASE)
    if not year or year[0] == right or not _lacks_year(left):
        return left, right
    if match(rf"{NUMBER},? {YEARS}", right) and (month := contains(MONTH, left)):
        return f"{left} {year[0]}", f"{month[0]} {right}"
    return f"{left} {year[0]}", right


def _lacks_year(phrase: str) -> bool:
    """Return whether *phrase* names a part of a year, and no year."""
    named = contains(f"(?:{MONTH}|{SEASON}|{QUARTER}|{HALF})", phrase)
    return named is not None and contains(YEAR, phrase) is None


def _years(found: re.Match[str]) -> Ends:
    """Return the years of `2019–20`; but `2001–10` may be a month."""
    century, first, last = found.groups()
    if last > max(first, "12"):
        return Ends(century + first, century + last)
    years, month = f"{century}{first}–{century}{last}", f"{century}{first}-{last}"
    is_month = "01" <= last <= "12"
    if last > first:
        message = f"{quoted(found[0])} may be years or a month"
        raise PhraseError(message, f"write {years} for years, {month} for a month")
    hint = f"write {month} for a month" if is_month else "write both years, as in 2018–2020"
    raise PhraseError(f"{quoted(found[0])} ends before it begins", hint)


def _within(found: re.Match[str]) -> Ends:
    """Return the ends of `2019, from Mar` and `2019, until Mar`."""
    period, side, part = found.groups()
    year = re.search(rf"(?<![-\w])(?:{YEARS})$", period, re.ASCII | re.IGNORECASE)
    limit = f"{part} {year[0]}" if year and _lacks_year(part) else part
    if side.lower() == "from":
        return Ends(limit, period)
    return Ends(period, limit)


def _since(found: re.Match[str]) -> Ends:
    return Ends(found[1], OPEN)


def _since_vague(found: re.Match[str]) -> Ends:
    return Ends(f"{found[1]} {found[2]}", OPEN)


def _until(found: re.Match[str]) -> Ends:
    return Ends(OPEN, found[1])


def _from_unknown(found: re.Match[str]) -> Ends:
    return Ends(UNKNOWN, found[1])


def _to_unknown(found: re.Match[str]) -> Ends:
    return Ends(found[1], UNKNOWN)


Rule = Callable[[re.Match[str]], Ends]
RULES: tuple[tuple[str, Rule], ...] = (
    (r"(\d\d)(\d\d) ?– ?(\d\d)", _years),
    (r"(.+), (from|until) (.+)", _within),
    (rf"(?:from |since )?(.+?)(?:{TO}|-)(?:the )?(?:present(?: day)?|now|date)", _since),
    (
        rf"({DOUBT}|c\.|ca\.?|circa|about|around) (?:since|from) (.+?)(?: on| onwards?)?",
        _since_vague,
    ),
    (rf"from (.+?){TO}(.+)", _pair),
    (r"(?:since|from) (.+?)(?: on| onwards?)?", _since),
    (r"(?:starting|beginning)(?! of)(?: in| on| from| with)? (.+)", _since),
    (r"ending(?: in| on| with)? (.+)", _until),
    (r"(.+) onwards?", _since),
    (r"(?:up )?(?:until|till|through|to) (.+)", _until),
    (r"(.+?) ?(?:→|->|\.\.)", _since),
    (r"(?:→|->|\.\.) ?(.+)", _until),
    (r"(.+?)(?: - | ?– ?)\?", _to_unknown),
    (r"\?(?: - | ?– ?)(.+)", _from_unknown),
    (rf"(.+?){TO}(.+)", _pair),
)
