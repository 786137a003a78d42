"""Events → the page that `list` shows: a reader's page, not a grid of boxes.

The year stands once, as a heading; dates are right-aligned in one column; the
title carries the line; actors and places stand below it, dim.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.inference.known import Report
from timeline.model.answers import Match, Selection
from timeline.model.handles import Handles
from timeline.model.records import Event
from timeline.model.scales import STATUSES
from timeline.model.timeline import Timeline
from timeline.model.words import status_word, year_label, year_of
from timeline.pages.brief import NOBODY, Beside, BriefPage, said, told_by
from timeline.pages.parts import (
    answer_heading,
    date_column,
    date_lines,
    dotted,
    in_column,
    kept_together,
    legend,
    prefixed,
    trimmed,
    with_handle,
    wrapped,
)
from timeline.text import cells, visible
from timeline.views.list import ListView, ReportView, lag_words
from timeline.views.parts.look import Look, arc_colours

_SIGN = 5  # cells of a sign and the space around it
_MARKS = 2 + _SIGN + 2  # cells that belong to no column


def page(view: ListView, look: Look) -> tuple[RenderableType, ...]:
    """Return the events under a heading, by date or by when they became known."""
    heading = answer_heading(view.answer, look)
    if look.brief:
        return heading, BriefPage(list(_rows(view, look)), view.timeline, look)
    if isinstance(view, ReportView):
        return heading, ReportPage(view.reports, view.timeline, look)
    return heading, EventPage(view.answer.shown, view.timeline, look)


def _rows(view: ListView, look: Look) -> Iterator[Beside]:
    """Yield each event with its date, or with when it became known where that is the order."""
    told = told_by(view.reports) if isinstance(view, ReportView) else NOBODY
    for match in view.answer.shown:
        yield Beside("", said(match, look, told), match)


class EventPage:
    """The events of a selection, grouped by year, as a Rich renderable."""

    def __init__(self, selection: Selection, timeline: Timeline, look: Look) -> None:
        """Show *selection*, whose names are in the registries of *timeline*."""
        self._selection = selection
        self._timeline = timeline
        self._look = look
        self._handles = Handles(timeline)
        self._colours = arc_colours(timeline)
        self._date_width = self._column()
        self._side_width = _side_width(timeline) if look.wide else 0
        self._body_width = look.page - self._date_width - self._side_width - _MARKS

    def _column(self) -> int:
        """Return the cells of the dates on the left."""
        return date_column((self._date(match.event) for match in self._selection), self._look)

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        for heading, matches in groupby(self._selection, key=self._heading):
            yield Text()
            yield Text(heading, "bold")
            for match in matches:
                yield from self._event(console, match)
        yield Text()
        signs = legend(self._selection, self._look)
        yield from kept_together(signs, self._look.page - 2, "dim")

    def _event(self, console: Console, match: Match) -> Iterator[Text]:
        """Yield the lines of an event behind its date, with a mark of a maybe before it."""
        date = Text(self._date(match.event), _style(match))
        mark = Text(self._look.mark(match) or " ")
        return self._lines(match, mark, date_lines(console, date, self._date_width), console)

    def _lines(
        self, match: Match, mark: Text, dates: Iterable[Text], console: Console
    ) -> Iterator[Text]:
        """Yield the lines of an event: *mark*, *dates*, sign, body, and the column on the right.

        The style of the *mark* is that of the whole line.
        """
        marks = mark, self._sign(match.event)
        blanks = Text(" "), Text(" " * _SIGN)
        body, beside = self._body(console, match), self._side(match.event)
        lines = zip_longest(dates, body, beside, fillvalue=Text())
        for (before, sign), (date, line, side) in prefixed(marks, blanks, lines):
            row = before.copy().append_text(in_column(date, self._date_width))
            row.append_text(sign).append_text(line)
            if side.plain:
                row.append(" " * (self._body_width - line.cell_len)).append_text(side)
            yield trimmed(row)

    def _sign(self, event: Event) -> Text:
        return Text.assemble("  ", (self._look.status(event.status), self._colour(event)), "  ")

    def _body(self, console: Console, match: Match) -> Iterator[Text]:
        """Yield the title and the details; a handle with no room beside the title begins these."""
        event, room = match.event, self._body_width - 2
        handle, details = self._handles.of(event), self._details(event)
        title = with_handle(Text(visible(event.title), _style(match)), handle)
        *lines, last = wrapped(console, title, room)
        yield from lines
        if last.plain == handle and details.plain:
            details = Text.assemble(last, (self._look.dot, "dim"), details)
        else:
            yield last
        if details.plain:
            yield from wrapped(console, details, room)

    def _details(self, event: Event) -> Text:
        """Return actors and places; on a narrow page, the arc before them."""
        actors = ", ".join(visible(self._timeline.actor_name(actor)) for actor in event.actors)
        places = ", ".join(map(visible, event.places))
        parts = [Text(part, "dim") for part in (actors, places) if part]
        if event.arc and not self._side_width:
            parts.insert(0, Text(visible(event.arc), self._colour(event)))
        return dotted(parts, self._look)

    def _side(self, event: Event) -> list[Text]:
        """Return the lines of the column on the right: the arc, and the status in a word."""
        if not self._side_width or not (event.arc or event.status):
            return []
        return [Text(visible(event.arc), self._colour(event)), Text(status_word(event), "dim")]

    def _colour(self, event: Event) -> str:
        return self._colours.get(event.arc, "")

    def _heading(self, match: Match) -> str:
        return year_label(year_of(match.event.date))

    def _date(self, event: Event) -> str:
        return self._look.date(event, year=year_of(event.date))


def _style(match: Match) -> str:
    return "" if match.certain else "dim"


def _side_width(timeline: Timeline) -> int:
    return max(cells(visible(word)) for word in (*STATUSES, *timeline.arcs))


class ReportPage(EventPage):
    """Events under the date on which a source first told them, with how long it took."""

    def __init__(self, reports: Sequence[Report], timeline: Timeline, look: Look) -> None:
        """Show *reports* in their order."""
        self._reports: Mapping[str, Report] = {each.match.event.id: each for each in reports}
        super().__init__(Selection(each.match for each in reports), timeline, look)

    def _heading(self, match: Match) -> str:
        date = self._reports[match.event.id].date
        if date is None:
            return "No source has a date"
        return year_label(year_of(date))

    def _date(self, event: Event) -> str:
        date = self._reports[event.id].date
        if date is None:
            return self._look.dash
        return date.describe(ascii=self._look.ascii, year=year_of(date))

    def _details(self, event: Event) -> Text:
        happened = self._look.date(event)
        told = lag_words(self._reports[event.id], self._look)
        text = Text(f"{happened}{self._look.dot}{told}")
        rest = super()._details(event)
        if rest.plain:
            text.append(self._look.dot, "dim")
        return text.append_text(rest)
