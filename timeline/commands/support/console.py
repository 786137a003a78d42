"""Pages become text here, by Rich's Console; it is loaded when a page is shown, not before.

What is written on a page is inert: only its style is ours.
"""

import io
from collections.abc import Callable, Iterable
from typing import TypeAlias

from rich.console import Console, RenderableType

from timeline.commands.support import descriptors
from timeline.commands.support.options import Colour
from timeline.pages import saved
from timeline.pages.gate import Gate

Part: TypeAlias = RenderableType
"""A part of a page: what Rich can draw."""


def drawn(parts: Iterable[Part], width: int, colour: Colour | None) -> str:
    """Return a page for standard output, *width* cells wide, in the colours that it shows."""
    console = _console(width, colour)
    with console.capture() as capture:
        console.print(*parts, sep="", soft_wrap=False, crop=False)
    return capture.get()


def kept(parts: Iterable[Part], width: int, suffix: str, colour: Colour | None) -> str:
    """Return a page as a file that ends in *suffix* holds it, one of `saved.FORMS`."""
    form: Callable[[saved.Lines], str] = saved.FORMS[suffix]
    return form(saved.lines_of(_paper(width), parts, coloured=colour != Colour.never))


def _console(width: int, colour: Colour | None) -> Console:
    console = Console(
        width=width,
        height=descriptors.lines(),
        color_system=None if colour == Colour.never else "auto",
        force_terminal=True if colour == Colour.always else None,
        markup=False,
        highlight=False,
        emoji=False,
    )
    console.push_render_hook(Gate())
    return console


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
