"""A page before the screen, which is looked at and put away again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from timeline.exploring.widgets.lines import Lines
from timeline.exploring.widgets.page import Page
from timeline.views.parts.look import Look

_AWAY: Final = ("escape", "q", "enter", "left", "question_mark", "ctrl+c")
_STEPS: Final[Mapping[str, float]] = {"pagedown": 1, "space": 1, "pageup": -1} | {
    "ctrl+d": 0.5,
    "ctrl+u": -0.5,
}
_LINES: Final[Mapping[str, int]] = {"j": 1, "down": 1, "k": -1, "up": -1}


class Sheet(ModalScreen[str], inherit_bindings=False):
    """What a function draws, under a title. Its answer is the key that put it away, if it is ours.

    *keys* are those besides, each with what it does in a word.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Sheet { background: ansi_default; color: ansi_default; }
    Sheet > Page { height: 1fr; }
    """

    def __init__(
        self,
        title: str,
        draw: Callable[[Look], Sequence[RenderableType]],
        look: Look,
        keys: Mapping[str, str] | None = None,
        *,
        is_passing: bool = False,
    ) -> None:
        """Show what *draw* draws; what *is passing* holds only until the files change."""
        super().__init__()
        self._title = title
        self._draw = draw
        self._look = look
        self._keys = keys or {}
        self.is_passing = is_passing

    def compose(self) -> ComposeResult:
        """Yield a title, the page, and what can be pressed."""
        yield Lines(id="title")
        yield Page(id="sheet")
        yield Lines(id="keys")

    def on_resize(self, event: events.Resize) -> None:
        """Draw it in the room there is."""
        del event
        self.query_one("#title", Lines).show(Text(f" {self._title}", "bold"))
        self.query_one("#keys", Lines).show(self._footer())
        self.call_after_refresh(self._show)

    def on_key(self, event: events.Key) -> None:
        """Scroll, or put it away."""
        event.stop()
        if event.key in self._keys:
            self.dismiss(event.key)
        elif event.key in _AWAY:
            self.dismiss("")
        else:
            self._scroll(event.key)

    def _show(self) -> None:
        self.query_one(Page).show(self, self._draw, self._look)

    def _footer(self) -> Text:
        line = Text()
        for key, words in (*self._keys.items(), ("Esc", "back")):
            line.append(f" {key}", "bold").append(f" {words} ")
        return line

    def _scroll(self, key: str) -> None:
        page = self.query_one(Page)
        if key in ("g", "home"):
            page.scroll_to(y=0, animate=False)
        elif key in ("G", "end"):
            page.scroll_to(y=page.max_scroll_y, animate=False)
        else:
            pages = _STEPS.get(key, 0) * (page.size.height - 1)
            page.scroll_relative(y=_LINES.get(key, 0) + round(pages), animate=False)
