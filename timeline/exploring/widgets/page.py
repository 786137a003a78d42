"""A page of the project on the screen: an event in full, a chart; it scrolls by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from rich.console import RenderableType
from textual import events
from textual.message import Message
from textual.strip import Strip

from timeline.exploring.widgets.lines import blank, strips
from timeline.exploring.widgets.scroll import Scroll
from timeline.pages.show import LINK
from timeline.views.parts.look import Look

_KEPT: Final = 8  # pages that are kept as they were drawn


class Page(Scroll):
    """What a function draws, which is told how wide it may be."""

    class Followed(Message):
        """A link was clicked."""

        def __init__(self, number: int) -> None:
            """Tell its *number* among the links of the event."""
            super().__init__()
            self.number = number

    def __init__(self, *, id: str) -> None:  # noqa: A002  as Textual has it
        """Begin empty."""
        super().__init__(id=id)
        self._lines: Sequence[Strip] = ()
        self._drawn: tuple[object, int] = (None, 0)
        self._kept: dict[tuple[object, int], Sequence[Strip]] = {}
        self._ascii = False

    def show(
        self, of: object, draw: Callable[[Look], Sequence[RenderableType]], look: Look
    ) -> None:
        """Show what *draw* draws *of* something; what is the same as before stays as it is."""
        width = self.room
        if (of, width) == self._drawn or width < 1:
            return
        if of != self._drawn[0]:
            self.top = 0
        self._drawn, self._ascii = (of, width), look.ascii
        if self._drawn not in self._kept:
            while len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[self._drawn] = strips(draw(Look(width, look.ascii)), width, self.app.console)
        self._lines = self._kept[self._drawn]
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tell which link was clicked, if it was one."""
        if number := event.style.meta.get(LINK):
            event.stop()
            self.post_message(self.Followed(number))

    def every(self) -> int:
        """Return how many lines the page has."""
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """Return the line at *y* of what is seen."""
        at = y + self.top
        line = self._lines[at] if at < len(self._lines) else blank(self.room)
        return self.barred(line, y, ascii=self._ascii)
