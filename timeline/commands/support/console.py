"""Pages become text here, by Rich's Console; it is loaded when a page is shown, not before.

What is written on a page is inert: only its style is ours.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final, TypeAlias

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderableType
from rich.segment import Segment, Segments
from rich.text import Text

from timeline.commands.support import descriptors
from timeline.commands.support.options import Colour
from timeline.pages import saved
from timeline.pages.gate import Gate
from timeline.pages.parts import fits

Part: TypeAlias = RenderableType
"""A part of a page: what Rich can draw."""

_PIECE: Final = 400  # segments, of which a line has about eight


def drawn(parts: Iterable[Part], width: int, colour: Colour | None) -> Iterator[str]:
    """Yield a page for standard output piece by piece, each as soon as its lines are drawn.

    It is *width* cells wide, in the colours that standard output shows.
    """
    console = _console(width, colour)
    segments = chain.from_iterable(map(console.render, _collected(console, parts)))
    while piece := list(islice(segments, _PIECE)):
        with console.capture() as capture:
            console.print(Segments(piece), end="", crop=False)
        yield capture.get()


def _collected(console: Console, parts: Iterable[Part]) -> Sequence[Part]:
    """Return what *console* would draw of *parts*, inert: it makes one of texts in a row."""
    collected = _Collected()
    console.push_render_hook(collected)
    console.print(*parts, sep="", soft_wrap=False, crop=False)
    console.pop_render_hook()
    return collected.found


class _Collected(Gate):
    """Keeps what is to be drawn instead."""

    found: Sequence[Part] = ()

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Keep *renderables*, each made inert, and have nothing drawn."""
        self.found = super().process_renderables(renderables)
        return []


def kept(parts: Iterable[Part], width: int, suffix: str, colour: Colour | None) -> str:
    """Return a page as a file that ends in *suffix* holds it, one of `saved.FORMS`."""
    form: Callable[[saved.Lines], str] = saved.FORMS[suffix]
    return form(saved.lines_of(_paper(width), parts, coloured=colour != Colour.never))


class Quick(Console):
    """A console that does not look for where to break a text that fits into its line."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Yield the same segments as any console."""
        if isinstance(renderable, Text) and _stays(renderable, options or self.options):
            whole = Text().join([renderable]) if renderable.style else renderable
            return whole.render(self, renderable.end)
        return super().render(renderable, options)


def _stays(text: Text, options: ConsoleOptions) -> bool:
    """Return whether *text* is drawn as it is: on one line, and nowhere else on it."""
    justify = text.justify or options.justify or "default"
    return justify == "default" and options.max_width > 0 and fits(text, options.max_width)


def _console(width: int, colour: Colour | None) -> Console:
    return Quick(
        width=width,
        height=descriptors.lines(),
        color_system=None if colour == Colour.never else "auto",
        force_terminal=True if colour == Colour.always else None,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _paper(width: int) -> Console:
    """Return a console that shows nothing and knows every colour."""
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="truecolor",
        markup=False,
        highlight=False,
        emoji=False,
    )
