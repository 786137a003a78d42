"""Words that are vaguer than a date: "late in August 2019" beside 2019-08-23.

English only. The words must plausibly speak of the day itself: they name its month (in a
part of it that has the day) or its year, and no other; and the text has the day nowhere else.
"""

import re
from functools import cache
from typing import Final

from timeline.edtf import calendar_date

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_ABOUT = r"(?:on or about|about|around|circa|ca?\.|approximately|roughly|some ?time (?:on|in))"
_PART = r"(?P<part>early|mid|late|beginning|start|middle|end)"
_SOME = rf"(?:{_PART}(?:[- ](?:in|of)(?: the month of)?)?|(?:{_ABOUT}|in))"
_CLEAR_PART = rf"(?:{_PART}(?:[- ](?:in|of))?|{_ABOUT})"

# The days of a month, and the months of a year, of which a part may be said: generously.
_DAYS: Final = {"early": (1, 12), "mid": (8, 23), "late": (18, 31)}
_YEAR: Final = {"early": (1, 5), "mid": (4, 9), "late": (8, 12)}
_SAME: Final = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


def vague_words(text: str, day: int) -> str:
    """Return the words of *text* that say more vaguely when *day* was, or ""."""
    year, month, of_month = calendar_date(day)
    name = _MONTHS[month - 1]
    # Looking for a month or a year first makes all this cost next to nothing.
    if not (has_month := name in text or name[:3] in text) and str(year) not in text:
        return ""
    about_day, exact_day, in_month, in_year = _patterns(name, of_month, year)
    if has_month and (found := about_day.search(text)):
        return found[0]
    if exact_day.search(text):
        return ""
    for found in in_month.finditer(text):
        if _fits(found["part"], of_month, _DAYS):
            return found[0]
    for found in in_year.finditer(text):
        if _fits(found["part"], month, _YEAR):
            return found[0]
    return ""


@cache
def _patterns(name: str, day: int, year: int) -> tuple[re.Pattern[str], ...]:
    month = name if name == "May" else rf"(?:{name}|{name[:3]}\.?)"
    number = rf"{day}(?:st|nd|rd|th)?"
    this_day = rf"(?:{number}(?: of)? {month}|{month} {number}(?!\d))"
    this_year = rf"(?:,? (?:of )?{year})?(?!,? (?:of )?\d)"
    begin = r"(?<![\w-])"
    return (
        re.compile(rf"{begin}(?i:{_ABOUT}) (?:the )?{this_day}{this_year}(?!\w)"),
        re.compile(rf"{begin}{this_day}{this_year}(?!\w)"),
        re.compile(rf"{begin}(?i:{_SOME})[- ]{month}{this_year}(?![\w-])"),
        re.compile(rf"{begin}(?i:{_CLEAR_PART})[- ]{year}(?![\w-])"),
    )


def _fits(part: str | None, number: int, parts: dict[str, tuple[int, int]]) -> bool:
    """Whether a day or a month with this *number* lies in the *part* that was named."""
    if part is None:
        return True
    first, last = parts[_SAME.get(part.lower(), part.lower())]
    return first <= number <= last
