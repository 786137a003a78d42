"""Text → lines that fit a page."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from timeline.text import cells

_LEAST = 8  # cells in which a text can still be read


def wrapped(console: Console, text: Text, width: int) -> Iterator[Text]:
    """Yield the lines of *text* in *width* cells, or in the few that it needs at least.

    A line that is then longer than the page is broken once more, and nothing is lost.
    """
    for line in text.wrap(console, max(_LEAST, width)):
        line.rstrip()
        yield line


def left_column(widest: int, most: int, page: int) -> int:
    """Return the cells of a column on the left of a *page*, whose texts have *widest*.

    They are *most* at the most, and leave three quarters of the page for the rest.
    """
    return min(widest, most, page // 4)


def indented(console: Console, text: Text, width: int) -> Iterator[Text]:
    """Yield the lines of *text*, wrapped to *width* cells, one cell in from the left."""
    for line in wrapped(console, text, width) if text.plain else ():
        yield Text(" ").append_text(line)


def kept_together(parts: Iterable[str], width: int, style: str) -> Iterator[Text]:
    """Yield *parts* in lines of at most *width* cells, broken only between them."""
    line = ""
    for part in parts:
        longer = f"{line}   {part}" if line else f" {part}"
        if line and cells(longer) > width:
            yield Text(line, style)
            longer = f" {part}"
        line = longer
    yield Text(line, style)


def date_lines(console: Console, date: Text, width: int) -> Iterator[Text]:
    """Yield a *date* in lines of *width* cells; a long one is broken after its dash first."""
    parts = [date] if date.cell_len <= width else date.split("– ")
    for number, part in enumerate(parts, 1):
        whole = part if number == len(parts) else part.append("–")
        yield from whole.wrap(console, max(2, width))
