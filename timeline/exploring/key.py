"""A key of the screen: what it is called, what it does, and in which panes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeAlias

from timeline.exploring.desk import Act
from timeline.exploring.ground import Ground
from timeline.exploring.seat import DETAIL, FACETS, MAIN, QUERY, Seat

Press: TypeAlias = Callable[[Seat, Ground], Seat]

NOTHING: Final = "nothing"
"""What the main pane is where nothing is found: what counts there comes first."""

READ: Final = (MAIN, DETAIL)
EVERY: Final = (MAIN, DETAIL, FACETS)
PANES: Final = (*EVERY, QUERY)
_SIGNS: Final = {
    "question_mark": "?",
    "slash": "/",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "backspace": "Backspace",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "colon": ":",
    "exclamation_mark": "!",
    "dollar_sign": "$",
}


class Key(NamedTuple):
    """A row: the names of keys as Textual has them, what they do in words, where, and how.

    *short* is for the line at the bottom; a row without it is not named there.
    """

    keys: Sequence[str]
    name: str
    words: str
    panes: Sequence[str]
    press: Press | None = None
    act: Act | None = None
    short: str = ""
    group: str = "Move"

    @property
    def signs(self) -> tuple[str, ...]:
        """The keys as people call them: `Ctrl-d`, `→`."""
        return tuple(map(sign, self.keys))


def sign(key: str, *, ascii: bool = False) -> str:  # noqa: A002  as `When` has it
    """Return a key as people call it.

    >>> sign("ctrl+d"), sign("slash"), sign("shift+left"), sign("left", ascii=True)
    ('Ctrl-d', '/', 'Shift-←', 'Left')
    """
    *held, last = key.split("+")
    is_arrow = last in ("up", "down", "left", "right")
    name = last.title() if ascii and is_arrow else _SIGNS.get(last, last)
    return "-".join([*(each.title() for each in held), name])
