"""Events with words beside them, for a page: how far each is from a centre, or from today.

The words stand where `list` has the date, and the date below them; all else is as there.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.model.answers import Selection
from timeline.model.timeline import Timeline
from timeline.pages.brief import Beside, BriefPage, mark_of
from timeline.pages.list import EventPage
from timeline.pages.parts import (
    date_column,
    date_lines,
    in_column,
    kept_together,
    legend,
    pointer,
    prefixed,
    trimmed,
)
from timeline.views.parts.look import Look

_WORDS: Final = 18  # the most cells of the words; longer ones take a second line
_SHORT_WORDS: Final = 14  # likewise on a narrow page
_RULE: Final = 24  # cells of the rule beside a centre that is no event


def beside(
    rows: Sequence[Beside], timeline: Timeline, look: Look, signs: Sequence[str] = ()
) -> RenderableType:
    """Return *rows*, in a line each where that is wanted; *signs* are explained at the bottom."""
    if look.brief:
        return BriefPage(rows, timeline, look, signs)
    return BesidePage(rows, timeline, look, signs)


class BesidePage(EventPage):
    """Events in their order, each with words and a date beside it, as a Rich renderable."""

    def __init__(
        self, rows: Sequence[Beside], timeline: Timeline, look: Look, signs: Sequence[str] = ()
    ) -> None:
        """Show *rows*; *signs* are explained at the bottom, beside those of a list."""
        self._rows = rows
        self._signs = signs
        super().__init__(Selection(row.match for row in rows if row.match), timeline, look)

    def _column(self) -> int:
        """Return the cells of the words and dates on the left."""
        texts = (text for row in self._rows for text in (row.words, row.date))
        return date_column(texts, self._look, _WORDS, _SHORT_WORDS)

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
        words = self._words(console, row)
        if row.match is None:
            return self._centre(words)
        return self._lines(row.match, mark_of(row, self._look), words, console)

    def _centre(self, words: Iterable[Text]) -> Iterator[Text]:
        """Yield the lines of a centre that is no event: the pointer, its date, and a rule."""
        lines = zip_longest(words, [self._rule()], fillvalue=Text())
        for mark, (word, rule) in prefixed(pointer(self._look), Text(" "), lines):
            row = mark.copy().append_text(in_column(word, self._date_width))
            yield trimmed(row.append_text(rule))

    def _words(self, console: Console, row: Beside) -> Iterator[Text]:
        bold = "bold" if row.centre else ""
        quiet = "dim" if row.match and not row.match.certain else ""
        yield from self._column_lines(console, Text(row.words, bold or quiet))
        yield from self._column_lines(console, Text(row.date, bold or "dim"))

    def _column_lines(self, console: Console, text: Text) -> Iterator[Text]:
        if not text.plain:
            return
        for line in date_lines(console, text, self._date_width):
            yield trimmed(line)

    def _rule(self) -> Text:
        """Return the rule beside a centre that is no event."""
        stroke = "-" if self._look.ascii else "─"
        room = self._look.page - self._date_width - 4
        return Text("  ").append(stroke * min(_RULE, room), "dim")
