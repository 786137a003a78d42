"""Events with words beside them, for a page: how far each is from a centre, or from today.

The words stand where `list` has the date, and the date below them; all else is as there.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import Final

import msgspec
from rich.console import Console, ConsoleOptions
from rich.text import Text

from timeline.model.answers import Match, Selection
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.pages.list import EventPage
from timeline.pages.parts import date_lines, kept_together, left_column, legend
from timeline.text import cells
from timeline.views.parts.look import Look

_WORDS: Final = 18  # the most cells of the words; longer ones take a second line
_SHORT_WORDS: Final = 14  # likewise on a narrow page
_ROOMY: Final = 72
_RULE: Final = 24  # cells of the rule beside a centre that is no event


class Beside(msgspec.Struct, frozen=True):
    """An event, or no more than a date, and the words that stand beside it."""

    words: str
    date: str = ""
    match: Match | None = None
    centre: bool = False


class BesidePage(EventPage):
    """Events in their order, each with words and a date beside it, as a Rich renderable."""

    def __init__(
        self, rows: Sequence[Beside], timeline: Timeline, look: Look, signs: Sequence[str] = ()
    ) -> None:
        """Show *rows*; *signs* are explained at the bottom, beside those of a list."""
        super().__init__(Selection(row.match for row in rows if row.match), timeline, look)
        self._rows = rows
        self._signs = signs
        widest = max((cells(text) for row in rows for text in (row.words, row.date)), default=0)
        most = _WORDS if look.page >= _ROOMY else _SHORT_WORDS
        self._date_width = left_column(widest, most, look.page)
        self._body_width -= self._date_width

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        yield Text()
        for row in self._rows:
            yield from self._row(console, row)
        yield Text()
        signs = chain(legend(self._selection, self._look), self._signs)
        yield from kept_together(signs, self._look.page - 2, "dim")

    def _row(self, console: Console, row: Beside) -> Iterator[Text]:
        """Yield the lines of an event, with words and date in the column on the left."""
        lines = self._event(console, row.match) if row.match else iter([self._rule()])
        empty = Text()
        for number, (words, line) in enumerate(
            zip_longest(self._words(console, row), lines, fillvalue=empty)
        ):
            mark = self._mark(line, centre=row.centre and not number)
            mark.append(" " * (1 + self._date_width - words.cell_len)).append_text(words)
            mark.append_text(line[2 + self._date_width :])
            mark.rstrip()
            yield mark

    def _words(self, console: Console, row: Beside) -> Iterator[Text]:
        possible = row.match and not row.match.certain
        style = "bold" if row.centre else "dim" if possible else ""
        for text in (Text(row.words, style), Text(row.date, "bold" if row.centre else "dim")):
            for line in date_lines(console, text, self._date_width) if text.plain else ():
                line.rstrip()
                yield line

    def _mark(self, line: Text, *, centre: bool) -> Text:
        """Return what stands before the column: the pointer at the centre, else the line's own."""
        if centre:
            return Text(">" if self._look.ascii else "▸", "bold")
        return line[:1] if line.plain else Text(" ")

    def _rule(self) -> Text:
        """Return the line of a centre that is no event."""
        margin = 2 + self._date_width + 2
        rule = ("-" if self._look.ascii else "─") * min(_RULE, self._look.page - margin)
        return Text(" " * margin).append(rule, "dim")

    def _date(self, _: Event) -> str:
        """Return no date: the column on the left is filled by `_row`."""
        return ""
