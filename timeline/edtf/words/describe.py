"""Any date in words: single ones, spans and lists."""

from typing import Final

from timeline.edtf.syntax import Expression, Interval, Point
from timeline.edtf.words.choices import choice_words
from timeline.edtf.words.long import point_words
from timeline.edtf.words.points import short_words
from timeline.edtf.words.spans import span_words
from timeline.edtf.words.style import Style

_UNKNOWN: Final = "?"


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
