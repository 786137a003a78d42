"""A number → a bar, in eighths of a cell."""

from typing import Final

_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"


def bar(value: int, most: int, width: int, *, ascii: bool) -> str:  # noqa: A002  as `When` has it
    """Return a bar for *value*, *width* cells being *most*; above 0 there is always a sliver."""
    if not value:
        return ""
    if ascii:
        return "#" * max(1, round(width * value / most))
    eighths = max(1, round(8 * width * value / most))
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()
