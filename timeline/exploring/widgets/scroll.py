"""Lines of which as many are seen as there is room for, and a bar that says which."""

from __future__ import annotations

from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from timeline.exploring.widgets.lines import PLAIN

BAR: Final = 1  # cells at the right edge, which are the bar's whether or not it is seen
_WHEEL: Final = 3  # lines by which the wheel scrolls
_DIM: Final = Style(dim=True)


class Scroll(Widget, can_focus=False):
    """What scrolls by itself; *top* is the first of its lines that is seen.

    It is no scroll view of Textual: that would lay out the whole screen anew, and draw all of
    it, whenever there are more lines or fewer.
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002  as Textual has it
        """Begin at the top."""
        super().__init__(id=id)
        self.top = 0

    def every(self) -> int:
        """Return how many lines there are."""
        raise NotImplementedError

    @property
    def height(self) -> int:
        """How many lines are seen."""
        return self.content_size.height

    @property
    def room(self) -> int:
        """How many cells a line has beside the bar."""
        return max(0, self.content_size.width - BAR)

    def scroll_lines(self, by: int) -> bool:
        """Scroll by so many lines, as far as there are some; return whether it moved."""
        most = max(0, self.every() - self.height)
        top = min(max(self.top + by, 0), most)
        has_moved, self.top = top != self.top, top
        if has_moved:
            self.refresh()
        return has_moved

    def follow(self, line: int) -> bool:
        """Scroll as little as shows that *line*; return whether it moved."""
        last = self.top + max(1, self.height) - 1
        return self.scroll_lines(min(line - self.top, 0) + max(line - last, 0))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.wheel(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.wheel(-_WHEEL)

    def wheel(self, by: int) -> None:
        """Scroll by so many lines, as the mouse has it."""
        self.scroll_lines(by)

    def barred(self, line: Strip, y: int, *, ascii: bool) -> Strip:  # noqa: A002  as `When` has it
        """Return *line*, which is at *y* of what is seen, with the bar behind it."""
        seen = "|" if ascii else "▐"
        sign = seen if self._is_marked(y) else " "
        return Strip.join([line.adjust_cell_length(self.room, PLAIN), Strip([Segment(sign, _DIM)])])

    def _is_marked(self, y: int) -> bool:
        """Return whether the bar is seen at *y*: there is what of all lines is seen."""
        height, every = self.height, self.every()
        if every <= height:
            return False
        first = self.top * height // every
        last = (self.top + height) * height // every
        return first <= y <= last
