"""The gate through which pages pass: what is written on them is inert, only its style is ours."""

from collections.abc import Iterator

from rich.console import (
    Console,
    ConsoleOptions,
    ConsoleRenderable,
    RenderableType,
    RenderHook,
    RenderResult,
)
from rich.segment import Segment

from timeline.text import inert


class Gate(RenderHook):
    """All that a console prints, without anything in it that a terminal would obey."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Return *renderables*, each made inert."""
        return [Inert(each) for each in renderables]


class Inert:
    """A part of a page, without anything in it that a terminal would obey."""

    def __init__(self, content: RenderableType) -> None:
        """Show what there is to see of *content*."""
        self._content = content

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield what there is to see of the content."""
        yield from self.segments(console, options)

    def segments(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """Yield the same as segments."""
        for text, style, control in console.render(self._content, options):
            if not control:
                yield Segment(inert(text), style)
