"""Lines of text: what all of the screen is made of. No text that is shown is ever obeyed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widget import Widget

from timeline.pages.gate import Inert
from timeline.text import inert

PLAIN: Final = Style()
"""No style at all. Every segment has one, for filters such as that of NO_COLOR ask for it."""


def strip(line: Text, width: int, console: Console, style: Style | None = None) -> Strip:
    """Return *line* as a strip of *width* cells, however long it is."""
    whole = Text().append_text(line)  # the style of all of it is drawn as that of a part alone
    made = padded((part._replace(text=_shown(part.text)) for part in whole.render(console)), width)
    return made.apply_style(style) if style else made


def _shown(text: str) -> str:
    """Return *text* on one line, without anything in it that a terminal would obey."""
    return inert(text).replace("\n", " ").replace("\t", " ")


def strips(parts: Iterable[RenderableType], width: int, console: Console) -> list[Strip]:
    """Return the lines of a page in *width* cells."""
    options = console.options.update(width=width, height=None, markup=False, highlight=False)
    lines = [
        line for part in parts for line in console.render_lines(Inert(part), options, pad=False)
    ]
    return [padded(line, width) for line in lines]


def padded(segments: Iterable[Segment], width: int) -> Strip:
    """Return *segments* as a strip of *width* cells."""
    styled = [Segment(text, style or PLAIN) for text, style, _ in segments]
    return Strip(styled).adjust_cell_length(width, PLAIN)


def blank(width: int) -> Strip:
    """Return a strip with nothing on it."""
    return Strip.blank(width, PLAIN)


class Lines(Widget, can_focus=False):
    """A few lines of text, one below the other."""

    DEFAULT_CSS = "Lines { height: 1; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002  as Textual has it
        """Begin without any."""
        super().__init__(id=id)
        self._lines: Sequence[Text] = ()

    def show(self, *lines: Text) -> None:
        """Show these *lines*."""
        if lines != self._lines:
            self._lines = lines
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line at *y*."""
        if y >= len(self._lines):
            return blank(self.size.width)
        return strip(self._lines[y], self.size.width, self.app.console)
