"""How the screen is divided, by its size."""

from __future__ import annotations

from typing import Final, NamedTuple

_LEAST: Final = (40, 10)  # cells: on a smaller screen nothing can be read
_TWO_PANES: Final = 90
_THREE_PANES: Final = 130
_TALL: Final = 16  # lines from which on there is room for a strip and a footer


class Division(NamedTuple):
    """What there is room for."""

    fits: bool
    detail: bool
    facets: bool
    strip: bool
    footer: bool


def division(width: int, height: int) -> Division:
    """Return what has room on a screen of so many cells and lines.

    From 130 cells on facets, the view and the event stand side by side, from 90 on the last two.
    """
    is_tall = height >= _TALL
    fits = width >= _LEAST[0] and height >= _LEAST[1]
    return Division(fits, width >= _TWO_PANES, width >= _THREE_PANES, is_tall, is_tall)


def too_small(width: int, height: int) -> str:
    """Return the line that says so."""
    return f"{width}×{height} is too small: {_LEAST[0]}×{_LEAST[1]} at least"
