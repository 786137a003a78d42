"""Mistakes people make in writing one date, each with its remedy.

A check takes the text of one date and returns its mistake, or None. They are
asked in order; the last one always has an answer.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from timeline.edtf.grammar import DATE, is_date
from timeline.edtf.names import month_named

EXAMPLES: Final = "write 2019, 2019-03, 2019-03-15, 2019/2020, 2019~ or 201X"
_LONGEST: Final = 60
_YEAR_DIGITS: Final = 4
_LAST_MONTH: Final = 12
_DASHES: Final = "‐‑‒–—―−"
_FORMER_WORDS: Final = {
    "open": "write .. for an open end: 2019/..",
    "now": "write .. for an open end: 2019/..",
    "present": "write .. for an open end: 2019/..",
    "unknown": "leave an unknown end empty: 2019/",
}


class Mistake(NamedTuple):
    """Where a mistake is, what it is, and what to write instead."""

    offset: int
    reason: str
    hint: str


def find_mistake(date: str) -> Mistake:
    """Return what is wrong with the text of one date that is none."""
    if len(date) <= _LONGEST:
        for check in _CHECKS:
            mistake = check(date)
            if mistake:
                return mistake
    return _leftover(date)


def day_first(date: str) -> Mistake | None:
    """Find `21/10/2025` and its kin, with any of `-`, `.` and `/`."""
    match = re.fullmatch(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./](-?[0-9]{4})", date)
    if match is None:
        return None
    one, two, year = match[1].zfill(2), match[2].zfill(2), match[3]
    orders = [(two, one)] if one == two else [(two, one), (one, two)]
    dates = [f"{year}-{m}-{d}" for m, d in orders if 1 <= int(m) <= _LAST_MONTH]
    hint = f"write {' or '.join(dates)}" if dates else EXAMPLES
    return Mistake(0, "a date begins with the year", hint)


def _nothing(date: str) -> Mistake | None:
    return None if date else Mistake(0, "there is no date here", EXAMPLES)


def _foreign_digit(date: str) -> Mistake | None:
    for offset, character in enumerate(date):
        if character.isdecimal() and not character.isascii():
            plain = "".join(str(int(c)) if c.isdecimal() else c for c in date)
            reason = f"{character!r} is not one of the digits 0 to 9"
            return Mistake(offset, reason, _write(plain))
    return None


def _foreign_dash(date: str) -> Mistake | None:
    match = re.search(f"[{_DASHES}]", date)
    if match is None:
        return None
    plain = re.sub(f"[{_DASHES}]", "-", date)
    span = re.fullmatch(r"([0-9]{4})-([0-9]{4})", plain)
    hint = f"write {span[1]}/{span[2]} for a span" if span else _write(plain)
    return Mistake(match.start(), f"{match[0]!r} is not a hyphen", hint)


def _word(date: str) -> Mistake | None:
    match = re.search(r"(?![uUxX]+\b)[^\W\d_]{2,}", date)
    if match is None:
        return None
    hint = _FORMER_WORDS.get(match[0].lower()) or _month_in_numbers(date)
    return Mistake(match.start(), f"{match[0]!r} is a word; EDTF writes dates in numbers", hint)


def _month_in_numbers(date: str) -> str:
    """Return a hint for a date with the name of a month, or the general one."""
    months = [month_named(word) for word in re.findall(r"[A-Za-z]+", date)]
    years = re.findall(r"(?<![0-9])[0-9]{4}(?![0-9])", date)
    days = re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", date)
    if len(months) != 1 or months[0] is None or len(years) != 1 or len(days) > 1:
        return EXAMPLES
    return _write("-".join([years[0], f"{months[0]:02}", *(day.zfill(2) for day in days)]))


def _year_first(date: str) -> Mistake | None:
    match = re.fullmatch(r"([0-9]{4})[.]([0-9]{1,2})(?:[.]([0-9]{1,2}))?", date)
    if match is None:
        return None
    plain = "-".join(part.zfill(2) for part in match.groups() if part)
    return Mistake(_YEAR_DIGITS, "the parts of a date are joined by hyphens", _write(plain))


def _dots(date: str) -> Mistake | None:
    offset = date.find("..")
    if offset < 0:
        return None
    first, last = date[:offset], date[offset + 2 :]
    reason = "'..' stands for an open end or, in a list, for a range"
    if is_date(first) and is_date(last):
        hint = f"write {first}/{last} for a span, [{first}..{last}] for a day in it"
        return Mistake(offset, reason, hint)
    return Mistake(offset, reason, "write 2019/.., ../2019 or [2019..2021]")


def _bracket(date: str) -> Mistake | None:
    match = re.search(r"[][{}(),]", date)
    if match is None:
        return None
    hint = "write a list as [2019,2020] or {2019,2020}, alone"
    return Mistake(match.start(), f"{match[0]!r} does not belong here", hint)


def _space(date: str) -> Mistake | None:
    match = re.search(r"\s", date)
    if match is None:
        return None
    joined = "".join(date.split())
    timed = "T".join(date.split())
    hint = _write(joined) if is_date(joined) else _write(timed)
    return Mistake(match.start(), "EDTF has no spaces", hint)


def _former_digit(date: str) -> Mistake | None:
    match = re.search("[uU]", date)
    if match is None:
        return None
    reason = f"{match[0]!r} for a digit is from an older draft"
    return Mistake(match.start(), reason, _write(re.sub("[uU]", "X", date)))


def _small_letter(date: str) -> Mistake | None:
    match = re.search("[xyestz]", date)
    if match is None or not is_date(date.upper()):
        return None
    return Mistake(match.start(), f"{match[0]!r} must be a capital", _write(date.upper()))


def _two_marks(date: str) -> Mistake | None:
    match = re.search(r"[?~%]{2,}", date)
    if match is None:
        return None
    mark = match[0][0] if len(set(match[0])) == 1 else "%"
    plain = date[: match.start()] + mark + date[match.end() :]
    return Mistake(match.start(), f"{match[0]} is more than one qualifier", _write(plain))


def _plus(date: str) -> Mistake | None:
    if not date.startswith("+"):
        return None
    return Mistake(0, "a year has no plus sign", _write(date[1:]))


def _unspecified_long_year(date: str) -> Mistake | None:
    match = re.fullmatch(r"(Y-?[0-9]+)(X+)", date)
    if match is None:
        return None
    digits = match[1].lstrip("Y-")
    hint = _write(f"{match[1]}{'0' * len(match[2])}S{len(digits)}")
    if len(digits + match[2]) == _YEAR_DIGITS:
        hint = _write(date[1:])
    return Mistake(match.start(2), "a year with Y has no X", hint)


def _short_year(date: str) -> Mistake | None:
    match = re.match(r"(-?)([0-9X]{1,3})(?=$|[-?~%ST])", date)
    if match is None:
        return None
    sign, digits = match.groups()
    padded = f"{sign}{digits.zfill(_YEAR_DIGITS)}"
    hint = f"write {padded} for the year {sign}{digits}"
    if len(digits) > 1 and not sign:
        unspecified = digits.ljust(_YEAR_DIGITS, "X")
        hint = f"write {unspecified} for a year of the {unspecified.replace('X', '0')}s; {hint[6:]}"
    return Mistake(0, f"{digits!r} is too short for a year, which has four digits", hint)


def _long_year(date: str) -> Mistake | None:
    match = re.fullmatch(r"(-?)([0-9]{5,})", date)
    if match is None:
        return None
    sign, digits = match.groups()
    year, month, day = digits[:4], digits[4:6], digits[6:]
    parts = [year, month, day] if day else [year, month]
    hint = _write(f"Y{sign}{digits}")
    if len(digits) in (6, 8) and 1 <= int(month) <= _LAST_MONTH:
        hint = f"{_write('-'.join(parts))}; or Y{sign}{digits} for a year"
    return Mistake(0, "a year has four digits, or a Y before more", hint)


def _short_part(date: str) -> Mistake | None:
    match = re.fullmatch(r"(-?[0-9X]{4})-([0-9X]{1,2})(?:-([0-9X]{1,2}))?([?~%]?)", date)
    if match is None:
        return None
    year, month, day, mark = match.groups()
    offset = match.start(2) if len(month) == 1 else match.start(3)
    padded = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
    return Mistake(offset, "months and days have two digits", _write(padded + mark))


def _time(date: str) -> Mistake | None:
    day, letter, clock = date.partition("T")
    if not letter:
        return None
    if not re.fullmatch(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        return Mistake(len(day), "a time needs a whole day before it", _write(day))
    if clock and clock[-1] in "?~%":
        return Mistake(len(date) - 1, "a date with a time has no qualifier", _write(date[:-1]))
    return Mistake(len(day) + 1, "this is not a time", "write it as 1985-04-12T23:20:30Z")


def _leftover(date: str) -> Mistake:
    """Point at the first character that no date can go on with."""
    match = DATE.match(date)
    offset = match.end() if match else 0
    if not match or offset == len(date):
        return Mistake(0, "this is not a date", EXAMPLES)
    return Mistake(offset, f"{date[offset]!r} does not belong in a date", EXAMPLES)


def _write(date: str) -> str:
    """Return the hint to write *date*, or the general one if that is no date either."""
    return f"write {date}" if is_date(date) else EXAMPLES


_CHECKS: Final[tuple[Callable[[str], Mistake | None], ...]] = (
    _nothing,
    _foreign_digit,
    _foreign_dash,
    _word,
    day_first,
    _year_first,
    _dots,
    _bracket,
    _space,
    _former_digit,
    _small_letter,
    _two_marks,
    _plus,
    _unspecified_long_year,
    _short_year,
    _long_year,
    _short_part,
    _time,
)
