"""Events → a line each: date with its year, sign, title, handle. The title is cut to fit."""

from collections.abc import Iterator, Mapping

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.edtf.when import When
from timeline.model.answers import Match
from timeline.model.handles import Handles
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

_DATE = 20  # the most cells of the column of dates; a longer one pushes its title
_LEAST = 8  # cells of a title


def page(view: ListView, look: Look) -> tuple[RenderableType, ...]:
    """Return a line for each event under a heading, by date or by when it became known."""
    return answer_heading(view.answer, look), BriefPage(view, look)


class BriefPage:
    """The events of a list as a Rich renderable."""

    def __init__(self, view: ListView, look: Look) -> None:
        """Show the events of *view*."""
        self._view = view
        self._look = look
        self._told = _told(view)
        self._handles = Handles(view.timeline)
        self._colours = arc_colours(view.timeline)
        widest = max((cells(self._date(match)) for match in view.answer.shown), default=0)
        self._date_width = left_column(widest, _DATE, look.page)

    def __rich_console__(self, _: Console, __: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        shown = self._view.answer.shown
        yield Text()
        for match in shown:
            yield self._line(match)
        yield Text()
        yield from kept_together(legend(shown, self._look), self._look.page - 2, "dim")

    def _line(self, match: Match) -> Text:
        event, look = match.event, self._look
        style = "" if match.certain else "dim"
        date = Text(self._date(match), style)
        line = Text(look.doubt(sure=match.certain) or " ")
        line.append(" " * (1 + max(0, self._date_width - date.cell_len))).append_text(date)
        line.append(f"  {look.status(event.status)}  ", self._colours.get(event.arc, ""))
        handle = self._handles.of(event)
        room = look.page - line.cell_len - cells(handle) - 2
        title = _cut(Text(visible(event.title), style), max(_LEAST, room), look)
        return line.append_text(with_handle(title, handle))

    def _date(self, match: Match) -> str:
        date = self._told.get(match.event.id, match.event.date)
        return date.describe(ascii=self._look.ascii) if date else self._look.dash


def _told(view: ListView) -> Mapping[str, When | None]:
    """Return when each event became known, where the list is in that order."""
    reports = view.reports if isinstance(view, ReportView) else ()
    return {report.match.event.id: report.date for report in reports}


def _cut(title: Text, room: int, look: Look) -> Text:
    """Return the *title* in *room* cells, with dots for what is left out."""
    if title.cell_len <= room:
        return title
    title.truncate(room - len(look.dots))
    title.rstrip()
    return title.append(look.dots)
