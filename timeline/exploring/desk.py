"""What an action may do with the screen: look, go to another seat, say something, end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from timeline.exploring.ground import Ground
from timeline.exploring.history import History
from timeline.exploring.seat import Seat


class Desk(Protocol):
    """The screen, as far as an action needs it."""

    seat: Seat
    ground: Ground
    history: History

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

    def end(self) -> None:
        """Leave the screen."""
        ...


Act: TypeAlias = Callable[[Desk], None]
