"""Double years: `11 Feb 1699/00`, a day by both of the years that it was counted in.

Where the year began on Lady Day, 25 March (in England until 1751), the days from 1 January
to 24 March closed the old year, while most of Europe had begun the next one with them. Such
a day was dated by both: 1699/00, 1699/1700, 1743/4. The second, which must be the next, is
the one that everybody counts by today. From 25 March on both are the same, so that a double
year there is a mistake; as it is after 1797, when Venice was the last to give up a year of
its own. A month alone follows the same rule, and March is named for its first 24 days. A
winter lies in two years in our calendar too, and is called by the first; no other season
does.

What stands beside the two years tells them from a span: 1699/1700 alone is EDTF's.
"""

import re

from timeline.edtf.months import month_named
from timeline.phrases.refusals import PhraseError, quoted
from timeline.phrases.vocabulary import (
    HALF,
    MONTH,
    QUARTER,
    SEASON,
    WEEKDAY,
    contains,
)

_LADY_DAY = (3, 25)
_LAST = 1797  # in which a year began that had begun before 25 March elsewhere
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_OF_MONTH = rf"(?:the )?(?:{_DAY}[ -](?:of )?)?{MONTH}\.?(?:[ -]{_DAY})?,?[ -](?:of )?"
_PART_OF_YEAR = rf"(?:the )?(?:{SEASON}|{QUARTER}|{HALF}),? (?:of )?"
_BEHIND = rf",? (?:{MONTH}(?: {_DAY})?|{_DAY} {MONTH}|{SEASON}|{QUARTER}|{HALF})(?!,? \d{{3}})"
_YEARS = r"(?P<first>\d{4}) ?/ ?(?P<second>\d{1,4})"
DOUBLE_YEAR = (
    rf"(?:(?:{WEEKDAY},? )?(?P<named>{_OF_MONTH}|{_PART_OF_YEAR}))?"
    rf"{_YEARS}(?(named)|(?P<behind>{_BEHIND}))"
)
"""A month, a day or a part of a year with two years, or with what is written for two."""


class DoubleYearError(PhraseError):
    """Two years that no date has; `reason` says what it has, in words that name no value."""

    def __init__(self, text: str, reason: str, hint: str) -> None:
        """Say of *text* the *reason*, and what to write instead."""
        super().__init__(f"{quoted(text)} has {reason}", hint)
        self.reason = reason


def is_double(text: str) -> bool:
    """Return whether a date with a double year stands in *text*, and no span by a slash."""
    other_end = rf"\w| ?[/:]|-\d| (?:{_DAY} )?{MONTH}"
    return contains(rf"{DOUBLE_YEAR}(?!{other_end})", text) is not None


def single(found: re.Match[str]) -> str:
    """Return the date of which DOUBLE_YEAR has *found* the words, with the one year it means.

    Raises `DoubleYearError` where the two years are none that it can have.
    """
    before, after = found["named"] or "", found["behind"] or ""
    if not contains(MONTH, before + after):
        before, after = before or f"{after.lstrip(', ')} ", ""
    first, second = found.group("first", "second")
    if reason := _fault(before + after, first, second):
        raise DoubleYearError(found[0], reason, f"write one year: {before}{first}{after}")
    year = int(first)
    if not contains("winter", before):
        year += 1
    return f"{before}{year:04}{after}"


def fault(first: str, second: str, month: int, day: int) -> str:
    """Return why a *month* and *day* (0 for none) cannot be of *first*/*second*; "" if it can."""
    if not is_next(first, second):
        return "a double year whose second is not the next"
    if month and (month, day or 1) >= _LADY_DAY:
        return "a double year after 24 March, when both have begun"
    if month and int(first) >= _LAST:
        return "a double year after 1797, when every year began in January"
    return ""


def is_next(first: str, second: str) -> bool:
    """Return whether *second*, all of a year or its last digits, is the year after *first*."""
    following = int(first) + 1
    return int(second) == following or f"{following:04}"[-len(second) :] == second


def _fault(named: str, first: str, second: str) -> str:
    if found := contains(MONTH, named):
        digits = re.search(r"\d+", named)
        day = int(digits[0]) if digits else 0
        return fault(first, second, month_named(found[0]) or 0, day)
    if not contains("winter", named):
        return "two years, and only a winter lies in two"
    return fault(first, second, 0, 0)
