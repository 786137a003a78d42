"""The labelled parts of what an event rests on → lines, with the strokes of their trees."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, ConsoleOptions
from rich.text import Text

from timeline.pages.parts import indented, prefixed, trimmed, wrapped
from timeline.text import cells, visible
from timeline.views.parts.look import Look
from timeline.views.parts.origin_words import Branch
from timeline.views.parts.sections import Section


class SectionPage:
    """Labelled parts, as a Rich renderable."""

    def __init__(self, sections: Sequence[Section], look: Look) -> None:
        """Show *sections* one after the other."""
        self._sections = sections
        self._look = look

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the parts line by line."""
        return section_lines(console, self._sections, self._look)


def section_lines(console: Console, sections: Iterable[Section], look: Look) -> Iterator[Text]:
    """Yield the lines of *sections*, each after an empty one; those with nothing are left out."""
    for section in sections:
        if section.rows or section.count:
            yield Text()
            yield from indented(console, _head(section), look.page - 2)
        for row in section.rows:
            yield from _row(console, row, look)


def _head(section: Section) -> Text:
    head = Text.assemble((section.label, "bold"))
    return head.append(f"  {visible(section.count)}", "dim") if section.count else head


def _row(console: Console, row: Branch, look: Look) -> Iterator[Text]:
    """Yield the lines of a row: what goes on below its first line keeps the strokes."""
    text = Text(visible(row.text))
    for fact in row.facts:
        text.append(f"{look.dot}{visible(fact)}", "dim")
    first, below = (row.joint, row.below + "  ") if row.joint else ("  ", "    ")
    room = look.page - max(cells(first), cells(below)) - 2
    for strokes, line in prefixed(first, below, wrapped(console, text, room)):
        yield trimmed(Text.assemble(" ", (strokes, "dim")).append_text(line))
