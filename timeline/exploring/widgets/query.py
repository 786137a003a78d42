"""The line in which the query is typed."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input

from timeline.exploring import keys
from timeline.exploring.scene import Scene
from timeline.exploring.seat import QUERY


class QueryLine(Input):
    """The query: a text, and while it is edited, its draft."""

    DEFAULT_CSS = """
    QueryLine, QueryLine:focus {
        height: 1; border: none; padding: 0 1; background: ansi_default; color: ansi_default;
    }
    """

    class Pressed(Message):
        """A key was pressed that is one of the screen, and no letter."""

        def __init__(self, key: str) -> None:
            """Tell which *key*."""
            super().__init__()
            self.key = key

    def __init__(self, *, id: str) -> None:  # noqa: A002  as Textual has it
        """Begin with nothing asked."""
        super().__init__(id=id, placeholder="/ asks", select_on_focus=False, compact=True)
        self.cursor_blink = False

    def show(self, scene: Scene) -> None:
        """Show the query of *scene*, with the cursor in it while it is edited."""
        seat = scene.seat
        text = seat.query if seat.draft is None else seat.draft
        if text != self.value:
            with self.prevent(Input.Changed):
                self.value = text
            self.cursor_position = len(text)
        self.can_focus = seat.pane == QUERY
        if seat.pane == QUERY and not self.has_focus:
            self.focus()
            self.cursor_position = len(text)
        elif seat.pane != QUERY and self.has_focus:
            self.blur()

    async def on_key(self, event: events.Key) -> None:
        """Hand the keys of the screen on."""
        if keys.row(event.key, QUERY):
            event.stop()
            event.prevent_default()
            self.post_message(self.Pressed(event.key))
