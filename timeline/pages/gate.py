"""The gate of pages: what is written on one is inert, and only its style is ours."""

from rich.console import (
    Console,
    ConsoleOptions,
    ConsoleRenderable,
    RenderHook,
    RenderResult,
)
from rich.segment import Segment

from timeline.text import inert


class Gate(RenderHook):
    """All that a console prints, without anything in it that a terminal would obey."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Return *renderables*, each made inert."""
        return [_Inert(each) for each in renderables]


class _Inert:
    def __init__(self, content: ConsoleRenderable) -> None:
        self._content = content

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield what there is to see of the content."""
        for text, style, control in console.render(self._content, options):
            if not control:
                yield Segment(inert(text), style)
