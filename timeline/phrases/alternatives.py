"""Dates of which one is meant: `1940 or 1941`, `March, April or May 1940`; and lists as ends."""

import re
from collections.abc import Sequence

from timeline.phrases.intervals import completed
from timeline.phrases.vocabulary import contains


def split(phrase: str) -> list[str]:
    """Return the dates of a *phrase* with `or`; what one leaves out is lent by the last.

    >>> split("3 or 4 May 1940"), split("1940, 1941 or 1942")
    (['3 May 1940', '4 May 1940'], ['1940', '1941', '1942'])
    """
    *before, last = re.split(r",? or ", phrase, flags=re.IGNORECASE)
    named = [name for part in before for name in _apart(part)]
    return [completed(name, last)[0] for name in named] + [last]


def one_of(dates: Sequence[str | None]) -> str | None:
    """Return the EDTF of one of some *dates* in EDTF; None if one is none, or a span."""
    found = [date for date in dates if date and "/" not in date and date[0] != "{"]
    if len(found) < len(dates):
        return None
    members = dict.fromkeys(date.strip("[]") for date in found)
    return found[0] if len(members) == 1 else f"[{','.join(members)}]"


def outermost(date: str | None, side: int) -> str | None:
    """Return the first (*side* 0) or last (-1) date of a list in EDTF; another date as it is."""
    if date is None or date[0] != "[" or date.startswith("[..") or date.endswith("..]"):
        return date
    return re.split(r"\.\.|,", date.strip("[]"))[side]


def _apart(part: str) -> list[str]:
    """Return the dates that commas part; the comma of `May 5, 1940` is none of theirs."""
    return [part] if contains(r"\d{1,2}, \d{4}", part) else part.split(", ")
