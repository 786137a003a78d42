"""How wide a text is, without its font: as wide as in the widest of the usual ones."""

from typing import Final

from timeline.layout.labels import beginning
from timeline.text import cells

SIZE: Final = 12.0  # pixels of a label
_WIDTHS: Final = {
    **dict.fromkeys("'|iljI.,:;!", 0.36),
    **dict.fromkeys(" ftr()[]/-", 0.42),
    **dict.fromkeys("mwMW@%—…", 1.0),
}
_LOWER: Final = 0.62  # of the size
_UPPER: Final = 0.72
_FULL: Final = 1.05


def measured(text: str, size: float = SIZE) -> float:
    """Return how many pixels *text* takes at most in letters of this *size*."""
    return size * sum(map(_width, text))


def clipped(text: str, room: float, size: float = SIZE) -> str:
    """Return *text* in at most *room* pixels: whole, or cut where a letter ends, with dots."""
    if measured(text, size) <= room:
        return text
    room -= measured("…", size)
    kept = beginning(text, room, lambda char: size * _width(char))
    return kept.rstrip() + "…"


def _width(char: str) -> float:
    if known := _WIDTHS.get(char):
        return known
    if cells(char) > 1:
        return _FULL
    return _UPPER if char.isupper() else _LOWER
