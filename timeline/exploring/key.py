"""What a key of the screen is: its names, what it does in words, where it counts, and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeAlias

from timeline.exploring.desk import Act
from timeline.exploring.ground import Ground
from timeline.exploring.seat import Seat

Press: TypeAlias = Callable[[Seat, Ground], Seat]

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


def sign(key: str) -> str:
    """Return a key as people call it.

    >>> sign("ctrl+d"), sign("slash"), sign("shift+left"), sign("G")
    ('Ctrl-d', '/', 'Shift-←', 'G')
    """
    *held, last = key.split("+")
    parts = [*(each.title() for each in held), _SIGNS.get(last, last)]
    return "-".join(parts)
