"""Events → a line each: date with its year, sign, title, handle. The title is cut to fit."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.edtf.when import When
from timeline.inference.known import Report
from timeline.model.answers import Match
from timeline.model.handles import Handles
from timeline.model.timeline import Timeline
from timeline.pages.parts import (
    answer_heading,
    kept_together,
    left_column,
    legend,
    with_handle,
)
from timeline.text import cells, visible
from timeline.views.list import ListView, ReportView
from timeline.views.parts.look import Look, arc_colours

MOST_CELLS: Final = 20  # of the column of dates; a longer one pushes its title
_LEAST = 8  # cells of a title

Told: TypeAlias = Mapping[str, When | None]
"""Id → the date on which the event became known, None where nobody says."""
NOBODY: Final[Told] = {}


def page(view: ListView, look: Look) -> tuple[RenderableType, ...]:
    """Return a line for each event under a heading, by date or by when it became known."""
    return answer_heading(view.answer, look), BriefPage(view, look)


class BriefPage:
    """The events of a list as a Rich renderable."""

    def __init__(self, view: ListView, look: Look) -> None:
        """Show the events of *view*."""
        self._shown = view.answer.shown
        self._look = look
        told = told_by(view.reports) if isinstance(view, ReportView) else NOBODY
        widest = max((cells(said(match, look, told)) for match in self._shown), default=0)
        handles = Handles(view.timeline)
        self._lines = BriefLines(view.timeline, look, handles, widest, told)

    def __rich_console__(self, _: Console, __: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        yield Text()
        for match in self._shown:
            yield self._lines.line(match)
        yield Text()
        yield from kept_together(legend(self._shown, self._look), self._look.page - 2, "dim")


class BriefLines:
    """Events as a line each, whichever of them are drawn."""

    def __init__(
        self, timeline: Timeline, look: Look, handles: Handles, widest: int, told: Told = NOBODY
    ) -> None:
        """Draw events of *timeline*, whose dates have *widest* cells; some are dated as *told*."""
        self._look = look
        self._told = told
        self._handles = handles
        self._colours = arc_colours(timeline)
        self._date_width = left_column(widest, MOST_CELLS, look.page)

    def line(self, match: Match) -> Text:
        """Return the line of an event."""
        event, look = match.event, self._look
        style = "" if match.certain else "dim"
        date = Text(said(match, look, self._told), style)
        line = Text(look.doubt(sure=match.certain) or " ")
        line.append(" " * (1 + max(0, self._date_width - date.cell_len))).append_text(date)
        line.append(f"  {look.status(event.status)}  ", self._colours.get(event.arc, ""))
        handle = self._handles.of(event)
        room = look.page - line.cell_len - cells(handle) - 2
        title = _cut(Text(visible(event.title), style), max(_LEAST, room), look)
        return line.append_text(with_handle(title, handle))


def said(match: Match, look: Look, told: Told = NOBODY) -> str:
    """Return the date of an event in words, or the one on which it became known."""
    date = told.get(match.event.id, match.event.date)
    return date.describe(ascii=look.ascii) if date else look.dash


def told_by(reports: Iterable[Report]) -> Told:
    """Return when each event became known."""
    return {report.match.event.id: report.date for report in reports}


def _cut(title: Text, room: int, look: Look) -> Text:
    """Return the *title* in *room* cells, with dots for what is left out."""
    if title.cell_len <= room:
        return title
    title.truncate(room - len(look.dots))
    title.rstrip()
    return title.append(look.dots)
