"""What the screen leaves to others: the files, other commands, what is to last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from timeline.exploring.ground import Ground
from timeline.exploring.seat import CannotAct
from timeline.model.records import Event


class Outside(Protocol):
    """All that an action may do beside the screen. What cannot be done is a `TimelineError`."""

    def ground(self) -> Ground:
        """Return what the files hold now; raises what loading them does."""
        ...

    def has_changed(self) -> bool:
        """Return whether a file is another one than when it was read last."""
        ...

    def keeps_screen(self, words: Sequence[str]) -> bool:
        """Return whether the command of *words* asks nothing, so that it can be run unseen."""
        ...

    def written(self, words: Sequence[str], width: int) -> str:
        """Return all that the command of *words* writes, as a terminal of that *width* has it."""
        ...

    def run(self, words: Sequence[str]) -> None:
        """Run the command of *words* on the terminal, which is given to it meanwhile."""
        ...

    def findings(self, event: Event) -> str:
        """Return what `check` finds about *event*; "" where that is nothing."""
        ...

    def keep(self, text: str) -> str:
        """Write *text* where it can be fetched from, and return the path."""
        ...


class Nobody:
    """Nobody outside: a screen alone."""

    def ground(self) -> Ground:
        """Refuse."""
        raise CannotAct("there is no file to read again")

    def has_changed(self) -> bool:
        """Return that nothing has."""
        return False

    def keeps_screen(self, words: Sequence[str]) -> bool:
        """Return that nothing does."""
        del words
        return False

    def written(self, words: Sequence[str], width: int) -> str:
        """Refuse."""
        del words, width
        raise CannotAct("no command can be run from here")

    def run(self, words: Sequence[str]) -> None:
        """Refuse."""
        self.written(words, 0)

    def findings(self, event: Event) -> str:
        """Refuse."""
        del event
        return self.written((), 0)

    def keep(self, text: str) -> str:
        """Refuse."""
        del text
        raise CannotAct("there is no place to keep it")
