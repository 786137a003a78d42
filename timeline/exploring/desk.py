"""What an action may do with the screen: look, go to another seat, say something, end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

from timeline.exploring.ground import Ground
from timeline.exploring.history import History
from timeline.exploring.outside import Outside
from timeline.exploring.seat import Seat
from timeline.views.parts.look import Look


class Desk(Protocol):
    """The screen, as far as an action needs it."""

    seat: Seat
    ground: Ground
    history: History
    outside: Outside

    @property
    def look(self) -> Look:
        """How wide the screen is, and whether it has ASCII signs alone."""
        ...

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables that say which terminal it is."""
        ...

    def go(self, seat: Seat) -> None:
        """Go to another *seat*, which can be undone."""
        ...

    def come(self, history: History, seat: Seat) -> None:
        """Be at a *seat* of the *history* again, and say what came back."""
        ...

    def scroll(self, lines: int, pages: float = 0) -> bool:
        """Scroll the event by *lines*, or by *pages*; return whether there was more of it."""
        ...

    def say(self, text: str) -> None:
        """Say *text* for a moment."""
        ...

    def press(self, key: str) -> None:
        """Do what *key* does."""
        ...

    def attempt(self, act: Callable[[Desk], None]) -> None:
        """Do *act*; what it cannot do is said."""
        ...

    def push(self, screen: Any, answered: Callable[[Any], None] | None = None) -> None:  # noqa: ANN401  each its own answer
        """Show a *screen* before this one; its answer goes to *answered*."""
        ...

    def show_help(self) -> None:
        """Show the keys of the pane one is in."""
        ...

    def show_palette(self) -> None:
        """Offer all that can be done in the pane one is in."""
        ...

    def copy(self, text: str) -> None:
        """Put *text* in the clipboard of the terminal."""
        ...

    def open_url(self, url: str) -> None:
        """Open an address in the browser."""
        ...

    def leave(self, words: Sequence[str]) -> None:
        """Give the terminal to the command of *words*, then read the files again."""
        ...

    def stand_on(self, ground: Ground) -> None:
        """Be at the same seat on another *ground*, as far as that is possible there."""
        ...

    def end(self) -> None:
        """Leave the screen."""
        ...


Act: TypeAlias = Callable[[Desk], None]
