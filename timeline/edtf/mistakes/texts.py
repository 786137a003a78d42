"""Mistakes that show only in the whole of a text: its blanks, its dashes, its slashes.

A check takes the text and whether another text is EDTF; it returns the mistake, or None.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final, TypeAlias

from timeline.edtf.mistakes.mistake import Mistake, instead

Reads: TypeAlias = Callable[[str], bool]

_LAST_MONTH: Final = 12
_DASH: Final = r"\s*[-‐‑‒–—―−]\s*"
_UNNAMED: Final = {"\t": "tab", "\n": "line end", "\r": "line end"}


def find_whole_mistake(text: str, reads: Reads) -> Mistake | None:
    """Return what is wrong with all of a *text*, or None; *reads* tells whether one is EDTF."""
    for check in _CHECKS:
        if mistake := check(text, reads):
            return mistake
    return None


def year_first(text: str) -> Mistake | None:
    """Find `2019/03/15`."""
    match = re.fullmatch(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})", text)
    if match is None:
        return None
    year, month, day = (part.zfill(2) for part in match.groups())
    dates = f"{year}-{month}-{day}", f"{year}-{day}-{month}"
    found = instead(match.end(1), "the parts of a date are joined by hyphens", *dates)
    return found._replace(dates=found.dates[:1], notes=found.notes[:1])


def year_and_month(text: str) -> Mistake | None:
    """Find `2022/04`: a month, and where they may follow each other two years as well."""
    match = re.fullmatch(r"([0-9]{2})([0-9]{2})/([0-9]{1,2})", text)
    if match is None or not 1 <= int(match[3]) <= _LAST_MONTH:
        return None
    first, month = match[1] + match[2], match[3].zfill(2)
    following = f"{int(first) + 1:04}"
    second = match[1] + match[3] if len(match[3]) > 1 else following
    dates = {f"{first}-{month}": ""}
    if second > first and second.endswith(match[3]):
        dates = dict.fromkeys(dates, " for the month") | {f"{first}/{second}": " for the years"}
    return _either(match.start(3), f"{match[3]!r} is not a whole date", dates)


def _month_first(text: str, _: Reads) -> Mistake | None:
    """Find `12/2014` and its kin: a month and its year."""
    match = re.fullmatch(r"([0-9]{1,2})[-./]([0-9]{4})", text)
    if match is None:
        return None
    if not 1 <= int(match[1]) <= _LAST_MONTH:
        return Mistake(0, f"there is no month {match[1]}", f"write {match[2]} for the year alone")
    return instead(0, "a date begins with the year", f"{match[2]}-{match[1].zfill(2)}")


def _years(text: str, _: Reads) -> Mistake | None:
    """Find `2019 - 21` and `2019–2021`: two years, or where they can be a year and a month."""
    match = re.fullmatch(rf"([0-9]{{2}})([0-9]{{2}})({_DASH})([0-9]{{2}})?([0-9]{{2}})", text)
    if match is None or match[3] == "-":
        return None
    century, year, _dash, other, last = match.groups()
    first, second = century + year, (other or century) + last
    dates = {}
    if not other and 1 <= int(last) <= _LAST_MONTH:
        dates = {f"{first}-{last}": ""}
    if second > first:
        dates = dict.fromkeys(dates, " for the month") | {f"{first}/{second}": " for the years"}
    if not dates:
        return None
    sign = text[match.start(3)]
    reason = f"{sign!r} is not a hyphen"
    if sign.isspace():
        reason = "EDTF has no spaces"
    return _either(match.start(3), reason, dates)


def _open_end(text: str, reads: Reads) -> Mistake | None:
    """Find `2014-` and `2014 –`."""
    match = re.fullmatch(r"(.*[^\s])\s*([-‐‑‒–—―−])\s*", text)
    if match is None or not reads(match[1]):
        return None
    reason = f"{match[2]!r} does not belong at the end of a date"
    return _either(match.start(2), reason, {f"{match[1]}/..": " for an open end"})


def _open_start(text: str, reads: Reads) -> Mistake | None:
    """Find `– 2014` and `- 2014`, but no year with a sign."""
    match = re.fullmatch(r"\s*([-‐‑‒–—―−])(\s*)(.+)", text)
    if match is None or match[1] + match[2] == "-" or not reads(match[3]):
        return None
    reason = f"{match[1]!r} does not belong before a date"
    return _either(match.start(1), reason, {f"../{match[3]}": " for an open start"})


def _days(text: str, reads: Reads) -> Mistake | None:
    """Find `2019-01-05-07`: days of one month."""
    match = re.fullmatch(rf"([0-9]{{4}}-[0-9]{{2}}-)([0-9]{{2}}){_DASH}([0-9]{{2}})", text)
    if match is None:
        return None
    span = f"{match[1]}{match[2]}/{match[1]}{match[3]}"
    if not reads(span):
        return None
    return _either(match.end(2), "a span has a slash between its ends", {span: ""})


def _blanks(text: str, reads: Reads) -> Mistake | None:
    """Find blanks, by name where they are not seen."""
    blank = next((char for char in text if char.isspace()), "")
    parts = text.split()
    joined = next((each for each in ("".join(parts), "T".join(parts)) if reads(each)), "")
    if not blank or not joined:
        return None
    reason = "EDTF has no spaces"
    if blank != " ":
        name = _UNNAMED.get(blank) or unicodedata.name(blank, "blank").lower()
        reason += f", and this is a {name}"
    return _either(text.index(blank), reason, {joined: ""})


def _either(offset: int, reason: str, dates: dict[str, str]) -> Mistake:
    """Return the mistake with *dates* to write instead, each with what it stands for."""
    return Mistake(offset, reason, dates=tuple(dates), notes=tuple(dates.values()))


_CHECKS: Final[tuple[Callable[[str, Reads], Mistake | None], ...]] = (
    _month_first,
    _years,
    _open_end,
    _open_start,
    _days,
    _blanks,
)
