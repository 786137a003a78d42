"""Events → a line each: date with its year, sign, title, handle. The title is cut to fit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, TypeAlias

import msgspec
from rich.console import Console, ConsoleOptions
from rich.text import Text

from timeline.edtf.when import When
from timeline.inference.known import Report
from timeline.model.answers import Match, Selection
from timeline.model.handles import Handles
from timeline.model.timeline import Timeline
from timeline.pages.parts import (
    cut,
    kept_together,
    left_column,
    legend,
    pointer,
    trimmed,
    with_handle,
)
from timeline.text import cells, visible, widest
from timeline.views.parts.look import Look, arc_colours

MOST_CELLS: Final = 20  # of the column of dates; a longer one pushes its title
_LEAST = 8  # cells of a title

Told: TypeAlias = Mapping[str, When | None]
"""Id → the date on which the event became known, None where nobody says."""
NOBODY: Final[Told] = {}


class Beside(msgspec.Struct, frozen=True):
    """An event, or no more than a date, and the words that stand beside it."""

    words: str
    date: str = ""
    match: Match | None = None
    centre: bool = False


def mark_of(row: Beside, look: Look) -> Text:
    """Return what stands before a *row*: the pointer at the centre, or a maybe."""
    if row.centre:
        return pointer(look)
    sign = look.mark(row.match) if row.match else ""
    return Text(sign or " ")


class BriefPage:
    """Events in their order, a line each, as a Rich renderable."""

    def __init__(
        self, rows: Sequence[Beside], timeline: Timeline, look: Look, signs: Iterable[str] = ()
    ) -> None:
        """Show *rows* of *timeline*; *signs* are explained at the bottom."""
        self._rows = rows
        self._look = look
        self._signs = signs
        dates = widest(row.date for row in rows)
        words = widest(row.words for row in rows)
        self._lines = BriefLines(timeline, look, Handles(timeline), dates, words=words)

    def __rich_console__(self, _: Console, __: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        shown = Selection(row.match for row in self._rows if row.match)
        yield Text()
        yield from map(self._lines.row, self._rows)
        yield Text()
        signs = chain(legend(shown, self._look), self._signs)
        yield from kept_together(signs, self._look.page - 2, "dim")


class BriefLines:
    """Events as a line each, whichever of them are drawn."""

    def __init__(
        self,
        timeline: Timeline,
        look: Look,
        handles: Handles,
        widest: int,
        told: Told = NOBODY,
        *,
        words: int = 0,
    ) -> None:
        """Draw events of *timeline*, whose dates have *widest* cells; some are dated as *told*.

        The *words* beside them have so many cells.
        """
        self._look = look
        self._told = told
        self._handles = handles
        self._colours = arc_colours(timeline)
        self._words_width = words
        self._date_width = left_column(widest, MOST_CELLS, look.page)

    def line(self, match: Match) -> Text:
        """Return the line of an event."""
        return self.row(Beside("", said(match, self._look, self._told), match))

    def row(self, row: Beside) -> Text:
        """Return the line of an event, or of a date, with the words beside it."""
        style = self._style(row)
        line = mark_of(row, self._look)
        quiet = "dim" if row.words and not row.centre else style
        columns = (
            (row.words, self._words_width, style),
            (row.date, self._date_width, quiet),
        )
        for text, width, of_column in columns:
            if width:
                margin = 1 + max(0, width - cells(text))
                line.append(" " * margin).append(text, of_column)
        event = self._event(row.match, self._look.page - line.cell_len, style)
        return trimmed(line.append_text(event))

    def _event(self, match: Match | None, room: int, style: str) -> Text:
        """Return sign, title and handle in *room* cells; nothing where there is only a date."""
        if match is None:
            return Text()
        event, handle = match.event, self._handles.of(match.event)
        line = Text(f"  {self._look.status(event.status)}  ", self._colours.get(event.arc, ""))
        left = max(_LEAST, room - line.cell_len - cells(handle) - 2)
        title = cut(Text(visible(event.title), style), left, self._look)
        return Text.assemble(line, with_handle(title, handle))

    def _style(self, row: Beside) -> str:
        if row.centre:
            return "bold"
        return "dim" if row.match and not row.match.certain else ""


def said(match: Match, look: Look, told: Told = NOBODY) -> str:
    """Return the date of an event in words, or the one on which it became known."""
    if match.event.id not in told:
        return look.date(match.event)
    date = told[match.event.id]
    return date.describe(ascii=look.ascii) if date else look.dash


def told_by(reports: Iterable[Report]) -> Told:
    """Return when each event became known."""
    return {report.match.event.id: report.date for report in reports}
