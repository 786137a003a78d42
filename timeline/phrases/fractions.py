"""Parts of a period that EDTF has no sign for: early, mid and late; halves and quarters.

A period is divided by what it is made of: a month by its days, a year or a part of one by
its months, a decade and a century by their years. Of a month the days 1-10 are early,
11-20 mid and the rest late, of a decade the years 0-3, 4-6 and 7-9; all else has thirds:
4 months of a year, 1 of a season, of the 20th century 1901-33, 1934-66 and 1967-2000.
"""

import re
from collections.abc import Sequence

from timeline import edtf
from timeline.phrases.vocabulary import match, year_text

THIRDS = ("early", "mid", "late")
_YEAR = r"-?\d{4}"
_MONTH = rf"{_YEAR}-(?:0[1-9]|1[0-2])"
_PART_OF_YEAR = rf"{_YEAR}-(?:2[1-9]|3\d|4[01])"
_YEARS = rf"\[({_YEAR})\.\.({_YEAR})\]"
_DECADE, _CENTURY = 10, 100
_THIRD_CODES = {("01", "04"): 37, ("05", "08"): 38, ("09", "12"): 39}  # as EDTF has them


def third(part: str, whole: str) -> str | None:
    """Return the EDTF of the early, mid or late days of a *whole* in EDTF; None if it has none."""
    pieces = _pieces(whole)
    at = THIRDS.index(part)
    ends = [0, *_cuts(whole, len(pieces)), len(pieces)]
    return _one_of(pieces[ends[at] : ends[at + 1]])


def share(number: int, of: int, whole: str) -> str | None:
    """Return the EDTF of one half (*of* 2) or quarter (4) of a month, a decade or a century.

    A month has halves alone, the first of 15 days; what cannot be divided evenly gives None.
    """
    pieces = _pieces(whole)
    if match(_MONTH, whole):
        halves = (pieces[:15], pieces[15:])
        return _one_of(halves[number - 1]) if of == len(halves) else None
    size, rest = divmod(len(pieces), of)
    return None if rest else _one_of(pieces[(number - 1) * size : number * size])


def end_of_span(end: str) -> str:
    """Return one of several dates as an end of a span may be: by the code of a third of a year.

    What no code says comes back as it is: a span has no lists at its ends.
    """
    months = match(rf"\[({_YEAR})-(\d\d)\.\.\1-(\d\d)\]", end)
    code = _THIRD_CODES.get((months[2], months[3])) if months else None
    return f"{months[1]}-{code}" if months and code else end


def around(end: str) -> str:
    """Return the shortest month, year, decade or century around an *end* that is a list."""
    dates = re.findall(r"-?\d{4}(?:-\d\d)*", end)
    if "[" not in end or not dates:
        return end
    first = dates[0]
    wholes = {first[:7]: _MONTH, first[:4]: r"\d{4}", first[:3]: r"\d{3}", first[:2]: r"\d\d"}
    for whole, pattern in wholes.items():
        if match(pattern, whole) and all(each.startswith(whole) for each in dates):
            return f"{whole:X<4}"
    return end


def _cuts(whole: str, length: int) -> tuple[int, int]:
    if match(_MONTH, whole):
        return 10, 20
    if length == _DECADE:
        return 4, 7
    return length // 3, 2 * length // 3


def _pieces(whole: str) -> Sequence[str]:
    """Return the days, months or years of a period in EDTF; nothing for other dates."""
    if match(_YEAR, whole):
        return [f"{whole}-{month:02}" for month in range(1, 13)]
    if match(_MONTH, whole):
        last = edtf.parse(whole).latest_end or 0
        return [f"{whole}-{day:02}" for day in range(1, edtf.calendar_date(last)[2] + 1)]
    if match(_PART_OF_YEAR, whole):
        return _months(*edtf.parse(whole).written)
    if match(r"-?\d{3}X", whole) and whole[0] != "-":
        return [f"{whole[:3]}{digit}" for digit in range(10)]
    return _years_of_century(whole)


def _months(first: int | None, last: int | None) -> Sequence[str]:
    year, month, _ = edtf.calendar_date(first or 0)
    end, last_month, _ = edtf.calendar_date(last or 0)
    count = 12 * (end - year) + last_month - month + 1
    months = [divmod(12 * year + month - 1 + step, 12) for step in range(count)]
    return [f"{year_text(year)}-{month + 1:02}" for year, month in months]


def _years_of_century(text: str) -> Sequence[str]:
    found = match(_YEARS, text)
    if not found:
        return []
    years = range(int(found[1]), int(found[2]) + 1)
    return [year_text(year) for year in years] if len(years) == _CENTURY else []


def _one_of(pieces: Sequence[str]) -> str | None:
    """Return the EDTF of some time in *pieces*, which follow one another; None without any."""
    if not pieces:
        return None
    return pieces[0] if len(pieces) == 1 else f"[{pieces[0]}..{pieces[-1]}]"
