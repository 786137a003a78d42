"""How things look: signs, colours, and how wide a page may be.

Meaning never rests on colour alone: every colour stands beside a sign or a name.
"""

from collections.abc import Iterable, Mapping
from itertools import chain, repeat

import msgspec

from timeline.model.timeline import Timeline
from timeline.model.words import ONLY_POSSIBLY

WIDEST = 112  # a page does not sprawl on a wide terminal
_UNBROKEN = 1_000_000  # cells that no line has: for pipes
WIDE = 96  # from here on there is room for a column on the right

# Near the hues of Okabe and Ito, in shades that stay apart for people with
# deuteranopia or protanopia and keep a contrast of 3.5:1 on black and on white:
# tests/views/test_palette.py says how that is checked.
_PALETTE = ("#d56800", "#1f58ed", "#279873", "#8f4f8b", "#955523", "#3d86e1")
_QUIET = "#808080"

_SIGNS = {
    "confirmed": "●",
    "reported": "◐",
    "claimed": "○",
    "disputed": "◇",
    "denied": "✕",
    "": "·",
}
_ASCII_SIGNS = {
    "confirmed": "*",
    "reported": "+",
    "claimed": "o",
    "disputed": "!",
    "denied": "x",
    "": "-",
}


class Look(msgspec.Struct, frozen=True):
    """What a page is drawn with: its width in cells, and whether it keeps to ASCII.

    Without a width no line is ever broken.
    """

    width: int | None = 80
    ascii: bool = False

    @property
    def room(self) -> int:
        """The cells that there are."""
        return _UNBROKEN if self.width is None else self.width

    @property
    def page(self) -> int:
        """The cells that a page uses of them."""
        return self.room if self.width is None else min(self.width, WIDEST)

    @property
    def wide(self) -> bool:
        """Whether there is room for a column on the right."""
        return self.page >= WIDE

    @property
    def maybe(self) -> str:
        """The mark of an event that only possibly matches."""
        return "~" if self.ascii else "≈"

    @property
    def vague(self) -> str:
        """What that mark means, in words behind it."""
        return f"{self.maybe} {ONLY_POSSIBLY}"

    @property
    def dot(self) -> str:
        """What stands between the parts of a line."""
        return " - " if self.ascii else " · "

    @property
    def dots(self) -> str:
        """What stands for what is left out."""
        return "..." if self.ascii else "…"

    @property
    def dash(self) -> str:
        """What stands between two years."""
        return "-" if self.ascii else "–"

    @property
    def minus(self) -> str:
        """The sign of what is less, or gone."""
        return "-" if self.ascii else "−"

    def doubt(self, *, sure: bool) -> str:
        """Return the mark of what is not *sure*; "" for what is."""
        return "" if sure else self.maybe

    def possibly(self, number: int) -> str:
        """Return how many only possibly match: "≈3"; "" for none."""
        return f"{self.maybe}{number:,}" if number else ""

    def status(self, status: str) -> str:
        """Return the sign of a status."""
        return _ASCII_SIGNS[status] if self.ascii else _SIGNS[status]

    def status_words(self, status: str) -> str:
        """Return a status with its sign: "● confirmed"."""
        return f"{self.status(status)} {status}"

    def arrow(self, *, back: bool = False) -> str:
        """Return an arrow forwards, or *back*."""
        forwards, backwards = ("->", "<-") if self.ascii else ("→", "←")
        return backwards if back else forwards


def arc_colours(timeline: Timeline) -> Mapping[str, str]:
    """Return arc → colour, in the order of the file; more arcs than colours are grey."""
    return colours(timeline.arcs)


def value_colours(timeline: Timeline, by: str | None, keys: Iterable[str]) -> Mapping[str, str]:
    """Return key → colour for the values of *by*; arcs have theirs on every page."""
    if by == "arc":
        return arc_colours(timeline)
    return colours(key for key in keys if key)


def colours(keys: Iterable[str]) -> Mapping[str, str]:
    """Return key → colour, in their order; more keys than colours are grey."""
    return dict(zip(keys, chain(_PALETTE, repeat(_QUIET)), strict=False))
