"""A few lines before the screen, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final, NamedTuple

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from timeline.exploring.widgets.lines import Lines
from timeline.text import cells, fold, visible
from timeline.views.parts.look import Look

_AROUND: Final = 3  # lines above and below the choices
_STEPS: Final = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1, "tab": 1}


class Choice(NamedTuple):
    """A line: the key of it, and what it is."""

    key: str
    words: str


class Chooser(ModalScreen[int | None], inherit_bindings=False):
    """A list of choices; the answer is the place of the one that was chosen, or None.

    A choice is made by its key, or by arrows and Enter; where one *types*, letters are sought in
    the words instead.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Chooser { background: ansi_default; color: ansi_default; }
    Chooser > #choices { height: 1fr; }
    """

    def __init__(
        self, title: str, choices: Sequence[Choice], look: Look, *, types: bool = False
    ) -> None:
        """Offer *choices* under a *title*."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._look = look
        self._types = types
        self._typed = ""
        self._at = 0

    def compose(self) -> ComposeResult:
        """Yield a title, the choices, and what can be pressed."""
        yield Lines(id="title")
        yield Lines(id="choices")
        yield Lines(id="keys")

    def on_resize(self, event: events.Resize) -> None:
        """Draw it in the room there is."""
        del event
        self.call_after_refresh(self._show)

    def on_key(self, event: events.Key) -> None:
        """Choose, move, or put it away."""
        event.stop()
        found = self._found()
        if event.key in ("escape", "ctrl+c"):
            self.dismiss(None)
        elif event.key == "enter":
            self.dismiss(found[self._at] if found else None)
        elif event.key in _STEPS and found:
            self._at = (self._at + _STEPS[event.key]) % len(found)
            self._show()
        elif self._types:
            self._type(event)
        else:
            self._choose(event.character or "")

    def _type(self, event: events.Key) -> None:
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif event.character and event.is_printable:
            self._typed += event.character
        self._at = 0
        self._show()

    def _choose(self, character: str) -> None:
        for at, choice in enumerate(self._choices):
            if character == choice.key:
                self.dismiss(at)
                return

    def _found(self) -> list[int]:
        """Return the places of the choices that have all words that are typed."""
        words = fold(self._typed).split()
        texts = [fold(f"{choice.words} {choice.key}") for choice in self._choices]
        return [at for at, text in enumerate(texts) if all(word in text for word in words)]

    def _show(self) -> None:
        title = Text(f" {self._title}", "bold")
        if self._types:
            title.append(f"  {visible(self._typed)}", "not bold").append("_", "not bold")
        self.query_one("#title", Lines).show(title)
        self.query_one("#choices", Lines).show(*self._lines())
        self.query_one("#keys", Lines).show(Text(" Enter choose  Esc back", "dim"))

    def _lines(self) -> list[Text]:
        """Return the lines around the one that Enter would choose, as many as there is room for."""
        found = self._found()
        room = max(1, self.size.height - _AROUND)
        first = max(0, self._at - room + 1)
        wide = max((cells(choice.key) for choice in self._choices), default=0)
        shown = enumerate(found[first : first + room], first)
        return [self._line(self._choices[place], at, wide) for at, place in shown]

    def _line(self, choice: Choice, at: int, wide: int) -> Text:
        sign = ">" if self._look.ascii else "▸"
        is_focus = at == self._at
        line = Text(f" {sign if is_focus else ' '} ", "bold")
        line.append(f"{choice.key:<{wide}}", "bold")
        return line.append(f"  {visible(choice.words)}", "reverse" if is_focus else "")
