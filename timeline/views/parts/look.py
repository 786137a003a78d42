"""How things look: signs, colours, and how wide a page may be.

Meaning never rests on colour alone: every colour stands beside a sign or a name.
"""

from collections.abc import Iterable, Mapping
from itertools import chain, repeat

import msgspec

from timeline.model.answers import Match
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.model.words import BY_ORDER, DATED, ONLY_POSSIBLY, PLACED

WIDEST = 112  # a page does not sprawl on a wide terminal
_UNBROKEN = 1_000_000  # cells that no line has: for pipes
WIDE = 96  # from here on there is room for a column on the right

# Near the hues of Okabe and Ito, in shades that stay apart for people with
# deuteranopia or protanopia and keep a contrast of 3.5:1 on black and on white:
# tests/views/test_palette.py says how that is checked.
_PALETTE = ("#d56800", "#1f58ed", "#279873", "#8f4f8b", "#955523", "#3d86e1")
_QUIET = "#808080"


class _Signs(msgspec.Struct, frozen=True):
    """What stands on a page beside its words; `statuses` is status → sign."""

    statuses: Mapping[str, str]
    maybe: str
    deduced: str
    dot: str
    dots: str
    dash: str
    minus: str
    forwards: str
    backwards: str


_SIGNS = _Signs(
    statuses={
        "confirmed": "●",
        "reported": "◐",
        "claimed": "○",
        "disputed": "◇",
        "denied": "✕",
        "": "·",
    },
    maybe="≈",
    deduced="⊢",
    dot=" · ",
    dots="…",
    dash="–",
    minus="−",
    forwards="→",
    backwards="←",
)
_ASCII_SIGNS = _Signs(
    statuses={
        "confirmed": "*",
        "reported": "+",
        "claimed": "o",
        "disputed": "!",
        "denied": "x",
        "": "-",
    },
    maybe="~",
    deduced="|",
    dot=" - ",
    dots="...",
    dash="-",
    minus="-",
    forwards="->",
    backwards="<-",
)


class Look(msgspec.Struct, frozen=True):
    """What a page is drawn with: its width in cells, and whether it keeps to ASCII.

    Without a width no line is ever broken. *file* is what it is read from, where nobody would
    guess; "" where anybody would. On a *brief* page an event has a line, its title cut to fit.
    """

    width: int | None = 80
    ascii: bool = False
    file: str = ""
    brief: bool = False

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
        return self._signs.maybe

    @property
    def vague(self) -> str:
        """What that mark means, in words behind it."""
        return f"{self.maybe} {ONLY_POSSIBLY}"

    @property
    def deduced(self) -> str:
        """The mark of what follows from order alone."""
        return self._signs.deduced

    @property
    def by_order(self) -> str:
        """What the mark means of what is certain by its order alone, in words behind it."""
        return f"{self._signs.deduced} certain {BY_ORDER}"

    @property
    def dated(self) -> str:
        """What the same mark means before a date, in words behind it."""
        return f"{self._signs.deduced} before a date: {DATED}"

    @property
    def undated(self) -> str:
        """What the same mark means before the title of an event that stands to scale."""
        return f"{self._signs.deduced} {PLACED}"

    def date(self, event: Event, *, year: int | None = None, long: bool = False) -> str:
        """Return the date of *event* as people say it, with a mark where it follows from order.

        *year* and *long* are those of `When.describe`.
        """
        said = event.date.describe(ascii=self.ascii, year=year, long=long)
        return f"{self._signs.deduced} {said}" if event.undated else said

    @property
    def ordered(self) -> str:
        """What stands before what such a date follows from."""
        return f"{self._signs.deduced} by order"

    def mark(self, match: Match) -> str:
        """Return the mark of an event that only possibly matches, or by its order; else ""."""
        return self._signs.deduced if match.deduced else self.doubt(sure=match.certain)

    @property
    def dot(self) -> str:
        """What stands between the parts of a line."""
        return self._signs.dot

    @property
    def dots(self) -> str:
        """What stands for what is left out."""
        return self._signs.dots

    @property
    def dash(self) -> str:
        """What stands between two years."""
        return self._signs.dash

    @property
    def minus(self) -> str:
        """The sign of what is less, or gone."""
        return self._signs.minus

    def doubt(self, *, sure: bool) -> str:
        """Return the mark of what is not *sure*; "" for what is."""
        return "" if sure else self.maybe

    def possibly(self, number: int) -> str:
        """Return how many only possibly match: "≈3"; "" for none."""
        return f"{self.maybe}{number:,}" if number else ""

    def status(self, status: str) -> str:
        """Return the sign of a status."""
        return self._signs.statuses[status]

    def status_words(self, status: str) -> str:
        """Return a status with its sign: "● confirmed"."""
        return f"{self.status(status)} {status}"

    def arrow(self, *, back: bool = False) -> str:
        """Return an arrow forwards, or *back*."""
        return self._signs.backwards if back else self._signs.forwards

    @property
    def _signs(self) -> _Signs:
        return _ASCII_SIGNS if self.ascii else _SIGNS


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
