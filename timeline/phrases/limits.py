"""What a vague date still says for certain, in words."""

import re
from typing import Final

from timeline.edtf import When
from timeline.phrases.windows import Window

_PLAIN: Final = re.compile(r"-?\d{4}(-\d\d){0,2}", re.ASCII)


def is_plain(when: When) -> bool:
    """Whether the date is a year, a month or a day: nobody reads another into it."""
    month = when.text.removeprefix("-")[5:7]
    return bool(_PLAIN.fullmatch(when.text)) and month <= "12"


def limits(when: When, *, ascii: bool = False) -> str:  # noqa: A002  (named as in `When`)
    """Return between which days it was for certain: "certainly within Jun 1932 – Feb 1933".

    Of a span, for each end that is about. "" where its own words say it all, where
    nothing is certain, and where there is no such limit.
    """
    if is_plain(when) or when.uncertain or "T" in when.text:
        return ""
    if when.kind == "interval":
        return ", ".join(_of_ends(when, ascii=ascii))
    first, last = when.possible
    if when.has_gaps or first is None or last is None:
        return ""
    return f"certainly within {Window(first, last, '').describe(ascii=ascii)}"


def _of_ends(when: When, *, ascii: bool) -> list[str]:  # noqa: A002
    if not when.approximate:
        return []
    sides = {"start": (when.start, when.start_kind), "end": (when.end, when.end_kind)}
    return [
        f"{side} certainly within {Window(*days, '').describe(ascii=ascii)}"
        for side, (days, kind) in sides.items()
        if kind == "closed"
    ]
