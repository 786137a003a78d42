"""Mistakes people make in writing one date, each with its remedy.

A check takes the text of one date and returns its mistake, or None. They are
asked in order; the last one always has an answer.
"""

import re
from collections.abc import Callable
from typing import Final

from timeline.edtf.grammar import DATE, is_date
from timeline.edtf.mistakes.mistake import EXAMPLES, Mistake, instead
from timeline.edtf.mistakes.parts import PART_CHECKS
from timeline.edtf.months import month_named

_LONGEST: Final = 60
_DASHES: Final = "‐‑‒–—―−"
_FORMER_WORDS: Final = {
    "open": "write .. for an open end, as in 2019/..",
    "now": "write .. for an open end, as in 2019/..",
    "present": "write .. for an open end, as in 2019/..",
    "unknown": "leave an unknown end empty, as in 2019/",
}


def find_mistake(date: str) -> Mistake:
    """Return what is wrong with the text of one date that is none."""
    if len(date) <= _LONGEST:
        for check in _CHECKS:
            mistake = check(date)
            if mistake:
                return mistake
    return _leftover(date)


def _nothing(date: str) -> Mistake | None:
    if date:
        return None
    return Mistake(0, "there is no date here", EXAMPLES)


def _foreign_digit(date: str) -> Mistake | None:
    for offset, character in enumerate(date):
        if character.isdecimal() and not character.isascii():
            plain = "".join(str(int(c)) if c.isdecimal() else c for c in date)
            reason = f"{character!r} is not one of the digits 0 to 9"
            return instead(offset, reason, plain)
    return None


def _foreign_dash(date: str) -> Mistake | None:
    match = re.search(f"[{_DASHES}]", date)
    if match is None:
        return None
    plain = re.sub(f"[{_DASHES}]", "-", date)
    return instead(match.start(), f"{match[0]!r} is not a hyphen", plain)


def _word(date: str) -> Mistake | None:
    match = re.search(r"(?![uUxX]+\b)[^\W\d_]{2,}", date)
    if match is None:
        return None
    reason = f"{match[0]!r} is a word; EDTF writes dates in numbers"
    if hint := _FORMER_WORDS.get(match[0].lower()):
        return Mistake(match.start(), reason, hint)
    return instead(match.start(), reason, _month_in_numbers(date))


def _month_in_numbers(date: str) -> str:
    """Return a date with the name of a month in numbers; "" where there is no such."""
    months = [month_named(word) for word in re.findall(r"[A-Za-z]+", date)]
    years = re.findall(r"(?<![0-9])[0-9]{4}(?![0-9])", date)
    days = re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", date)
    if len(months) != 1 or months[0] is None or len(years) != 1 or len(days) > 1:
        return ""
    return "-".join([years[0], f"{months[0]:02}", *(day.zfill(2) for day in days)])


def _year_first(date: str) -> Mistake | None:
    match = re.fullmatch(r"([0-9]{4})[.:_\\]([0-9]{1,2})(?:[.:_\\]([0-9]{1,2}))?", date)
    if match is None or match[2] in ("0", "00"):  # 2019.0 is a number with a point
        return None
    plain = "-".join(part.zfill(2) for part in match.groups() if part)
    return instead(match.end(1), "the parts of a date are joined by hyphens", plain)


def _needless_end(date: str) -> Mistake | None:
    """Find `2019.0`, `2019.` and `2019,`: a number with a point, an end of a sentence."""
    match = re.fullmatch(r"([^.,;:]+?)(?:[.]0+|[.,;:])", date)
    if match is None or not is_date(match[1]):
        return None
    return instead(match.end(1), f"{date[match.end(1)]!r} does not belong in a date", match[1])


def _dots(date: str) -> Mistake | None:
    match = re.search(r"[.]{2,}|:|…", date)
    if match is None or "T" in date:
        return None
    offset = match.start()
    first, last = (part.strip() for part in (date[:offset], date[match.end() :]))
    reason = f"{match[0]!r} does not belong in a date"
    if match[0] == "..":
        reason = "'..' stands for an open end or, in a list, for a range"
    if is_date(first) and is_date(last):
        hint = f"write {first}/{last} for a span, [{first}..{last}] for a day in it"
        return Mistake(offset, reason, hint)
    if match[0] == ":":
        return None
    if is_date(first or last) and not (first and last):
        return Mistake(offset, reason, f"write {first or '..'}/{last or '..'}")
    return Mistake(offset, reason, "write 2019/.., ../2019 or [2019..2021]")


def _bracket(date: str) -> Mistake | None:
    match = re.search(r"[][{}(),]", date)
    if match is None:
        return None
    reason = f"{match[0]!r} does not belong here"
    bare = date.strip("[]{}(),")
    if is_date(bare):
        return instead(match.start(), reason, bare)
    hint = "write a list as [2019,2020] or {2019,2020}, alone"
    parts = [part.strip() for part in date.split(",")]
    if all(is_date(part) for part in parts):
        listed = ",".join(parts)
        hint = f"write [{listed}] for one of these, {{{listed}}} for all of them"
    return Mistake(match.start(), reason, hint)


def _space(date: str) -> Mistake | None:
    match = re.search(r"\s", date)
    if match is None:
        return None
    return instead(match.start(), "EDTF has no spaces", "".join(date.split()))


def _former_digit(date: str) -> Mistake | None:
    match = re.search("[uU]", date)
    if match is None:
        return None
    reason = f"{match[0]!r} for a digit is from an older draft"
    return instead(match.start(), reason, re.sub("[uU]", "X", date))


def _small_letter(date: str) -> Mistake | None:
    match = re.search("[xyestz]", date)
    if match is None or not is_date(date.upper()):
        return None
    return instead(match.start(), f"{match[0]!r} must be a capital", date.upper())


def _two_marks(date: str) -> Mistake | None:
    match = re.search(r"[?~%]{2,}", date)
    if match is None:
        return None
    mark = match[0][0] if len(set(match[0])) == 1 else "%"
    plain = date[: match.start()] + mark + date[match.end() :]
    unknown = date[: match.start()] + "X" * len(match[0]) + date[match.end() :]  # 20??
    return instead(match.start(), f"{match[0]} is more than one qualifier", plain, unknown)


def _lookalike(date: str) -> Mistake | None:
    """Find `2O19` and `l999`: letters that look like digits."""
    match = re.search("[OoIl]", date)
    if match is None:
        return None
    plain = date.translate(str.maketrans("OoIl", "0011"))
    found = instead(match.start(), f"{match[0]!r} is a letter", plain)
    return found if found.dates else None


def _plus(date: str) -> Mistake | None:
    if not date.startswith("+"):
        return None
    return instead(0, "a year has no plus sign", date[1:])


def _leftover(date: str) -> Mistake:
    """Point at the first character that no date can go on with."""
    match = DATE.match(date)
    offset = match.end() if match else 0
    if not match or offset == len(date):
        return Mistake(0, "this is not a date", EXAMPLES)
    return Mistake(offset, f"{date[offset]!r} does not belong in a date", EXAMPLES)


_CHECKS: Final[tuple[Callable[[str], Mistake | None], ...]] = (
    _nothing,
    _foreign_digit,
    _foreign_dash,
    _word,
    _year_first,
    _needless_end,
    _dots,
    _bracket,
    _space,
    _former_digit,
    _small_letter,
    _two_marks,
    _plus,
    _lookalike,
    *PART_CHECKS,
)
