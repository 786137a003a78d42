"""Any date in words: single ones, spans and lists."""

import re
from typing import Final

from timeline.edtf.months import short
from timeline.edtf.syntax import Expression, Interval, Point
from timeline.edtf.words.choices import choice_words
from timeline.edtf.words.long import point_words
from timeline.edtf.words.points import short_words
from timeline.edtf.words.spans import span_words
from timeline.edtf.words.style import Style

_UNKNOWN: Final = "?"
_PLAIN_DAY: Final = re.compile(r"([1-9]\d{3})-(\d\d)-(\d\d)")


def plain_day_words(text: str, heading: int | None) -> str:
    """Return the words for a day and nothing else, below a year as *heading*; "" for other dates.

    They are those of `describe`, a dozen times as soon: most dates of a long list are days.
    """
    found = _PLAIN_DAY.fullmatch(text)
    if not found:
        return ""
    year, month, day = map(int, found.groups())
    words = f"{day} {short(month)}"
    return words if year == heading else f"{words} {year}"


def describe(expression: Expression, style: Style) -> str:
    """Return the words for *expression*; never empty."""
    if isinstance(expression, Point):
        return point_words(expression, style)
    if isinstance(expression, Interval):
        return _interval_words(expression, style.short)
    return choice_words(expression, style)


def _interval_words(interval: Interval, style: Style) -> str:
    """Return the words for a span whose ends may be open or unknown."""
    start, end = interval.start, interval.end
    if start and end:
        return span_words(start, end, style)
    if end:
        words = short_words(end, style)
        if interval.start_kind == "unknown":
            return f"{_UNKNOWN}{style.wide}{words}"
        return style.until(words)
    words = short_words(start, style) if start else ""
    if interval.end_kind == "unknown":
        return f"{words}{style.wide}{_UNKNOWN}"
    return style.since(words)
