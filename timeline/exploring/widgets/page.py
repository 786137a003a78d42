"""A page of the project on the screen: an event in full, a chart; it scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import RenderableType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from timeline.exploring.widgets.lines import strips
from timeline.views.parts.look import Look


class Page(ScrollView, can_focus=False):
    """What a function draws, which is told how wide it may be."""

    DEFAULT_CSS = "Page { overflow-x: hidden; scrollbar-size-vertical: 1; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002  as Textual has it
        """Begin empty."""
        super().__init__(id=id)
        self._lines: list[Strip] = []
        self._drawn: tuple[object, int] = (None, 0)

    def show(
        self, of: object, draw: Callable[[Look], Sequence[RenderableType]], look: Look
    ) -> None:
        """Show what *draw* draws *of* something; what is the same as before stays as it is."""
        width = self.scrollable_content_region.width
        if (of, width) == self._drawn:
            return
        is_new = of != self._drawn[0]
        self._drawn = (of, width)
        self._lines = strips(draw(Look(width, look.ascii)), width, self.app.console)
        self.virtual_size = Size(width, len(self._lines))
        if is_new:
            self.scroll_to(y=0, animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line at *y* of what is seen."""
        at = y + self.scroll_offset.y
        width = self.size.width
        if at >= len(self._lines):
            return Strip.blank(width)
        return self._lines[at].adjust_cell_length(width)
