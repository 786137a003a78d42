"""A line before the screen, in which something is typed."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input

from timeline.exploring.widgets.lines import Lines
from timeline.text import cells


class Prompt(ModalScreen[str], inherit_bindings=False):
    """A line with a label; its answer is what was typed, "" where nothing was."""

    DEFAULT_CSS: ClassVar[str] = """
    Prompt { align: left bottom; background: ansi_default 0%; color: ansi_default; }
    Prompt > Horizontal { height: 1; }
    Prompt Input, Prompt Input:focus {
        height: 1; border: none; padding: 0; background: ansi_default; color: ansi_default;
    }
    """

    def __init__(self, label: str) -> None:
        """Ask with a *label*."""
        super().__init__()
        self._label = label

    def compose(self) -> ComposeResult:
        """Yield the label and the line."""
        label = Lines(id="label")
        label.styles.width = cells(self._label) + 2
        with Horizontal():
            yield label
            yield Input(id="typed", compact=True)

    def on_mount(self) -> None:
        """Begin to type."""
        self.query_one("#label", Lines).show(Text(f" {self._label}", "bold"))
        typed = self.query_one(Input)
        typed.cursor_blink = False
        typed.focus()

    def on_key(self, event: events.Key) -> None:
        """Put it away; all else is for the line, or for nobody."""
        if event.key in ("escape", "ctrl+c"):
            event.stop()
            self.dismiss("")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Keep to itself what is typed."""
        message.stop()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Answer."""
        message.stop()
        self.dismiss(message.value.strip())
