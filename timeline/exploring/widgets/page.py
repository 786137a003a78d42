"""A page of the project on the screen: an event in full, a chart; it scrolls by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from timeline.exploring.widgets.lines import PLAIN, blank, strips
from timeline.pages.show import LINK
from timeline.views.parts.look import Look

_BAR: Final = 1  # cells at the right edge, which say where in the page one is
_KEPT: Final = 8  # pages that are kept as they were drawn
_WHEEL: Final = 3  # lines by which the wheel scrolls
_DIM: Final = Style(dim=True)


class Page(Widget, can_focus=False):
    """What a function draws, which is told how wide it may be.

    It is no scroll view of Textual: that would lay out the whole screen anew for every page of
    another length.
    """

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
        self.top = 0

    def show(
        self, of: object, draw: Callable[[Look], Sequence[RenderableType]], look: Look
    ) -> None:
        """Show what *draw* draws *of* something; what is the same as before stays as it is."""
        width = self.content_size.width - _BAR
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

    def scroll_lines(self, by: int) -> bool:
        """Scroll by so many lines, as far as there are some; return whether it moved."""
        most = max(0, len(self._lines) - self.content_size.height)
        top = min(max(self.top + by, 0), most)
        has_moved, self.top = top != self.top, top
        if has_moved:
            self.refresh()
        return has_moved

    def on_click(self, event: events.Click) -> None:
        """Tell which link was clicked, if it was one."""
        if number := event.style.meta.get(LINK):
            event.stop()
            self.post_message(self.Followed(number))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.scroll_lines(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.scroll_lines(-_WHEEL)

    def render_line(self, y: int) -> Strip:
        """Return the line at *y* of what is seen."""
        at, width = y + self.top, self.content_size.width
        room = max(0, width - _BAR)
        line = self._lines[at] if at < len(self._lines) else blank(room)
        bar = Strip([Segment(self._bar(y), _DIM)])
        return Strip.join([line.adjust_cell_length(room, PLAIN), bar])

    def _bar(self, y: int) -> str:
        """Return what stands at the right edge of the line at *y*: where in the page one is."""
        height, every = self.content_size.height, len(self._lines)
        if every <= height:
            return " "
        first = self.top * height // every
        last = (self.top + height) * height // every
        if not first <= y <= last:
            return " "
        return "|" if self._ascii else "▐"
