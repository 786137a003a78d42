"""Events, by date or by when they became known, in plain forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, Final

from timeline.inference.known import Report
from timeline.model.answers import Selection
from timeline.model.briefs import Ends, tabbed
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.model.words import status_word
from timeline.reports.answer import Answer
from timeline.text import counted, together
from timeline.views.parts import csv_table, markdown
from timeline.views.parts.json_data import (
    DEDUCED,
    SURE,
    Object,
    answer_data,
    match_data,
    sure,
    when_data,
)
from timeline.views.parts.look import Look
from timeline.views.view import View, figures

# What a list in Markdown says of an event.
SAID: Final = (
    *("date", "status", "kind", "title", "sources"),
    *("summary", "actors", "places", "arc"),
)

_ENDS: Final = Ends(*(f"\t{how}" for how in (SURE[True], SURE[False], DEDUCED)))


class ListView(View):
    """The events that are shown of an answer."""

    def __init__(self, answer: Answer) -> None:
        """Show what is shown of *answer*."""
        self.answer = answer
        self.timeline = answer.timeline

    def lines(self) -> Iterator[str]:
        """Yield a line for each event."""
        return event_lines(self.answer.shown, self.timeline)

    def json(self) -> Object:
        """Return the whole answer."""
        answer = self.answer
        return selection_data(answer.shown, self.timeline, answer.asked(), len(answer.found))

    def jsonl(self) -> Iterable[Object]:
        """Return the data of each event."""
        return event_rows(self.answer.shown, self.timeline)

    def csv(self) -> Iterator[str]:
        """Yield a table."""
        return csv_table.csv_lines(csv_table.match_columns(self.timeline), self.answer.shown)

    def md(self) -> Iterator[str]:
        """Yield a list with footnotes, under a heading."""
        return markdown.answer_page(self.answer, event_page(self.answer.shown, self.timeline))

    def remark(self) -> str:
        """Return how many events there are, and how many of those shown order alone dates."""
        undated = self.answer.shown.undated
        placed = f"{undated:,} dated by order alone" if undated else ""
        return together(", ", self.answer.count(), placed)


class ReportView(ListView):
    """The events of an answer in the order in which they became known, with the lag."""

    def __init__(self, answer: Answer, reports: Sequence[Report]) -> None:
        """Show the *reports* of *answer*."""
        super().__init__(answer)
        self.reports = reports

    def lines(self) -> Iterator[str]:
        """Yield a line for each event."""
        return report_lines(self.reports)

    def json(self) -> Object:
        """Return the whole answer."""
        return reports_data(self.reports, self.timeline, self.answer.asked())

    def jsonl(self) -> Iterable[Object]:
        """Yield the data of each event."""
        return report_rows(self.reports, self.timeline)

    def csv(self) -> Iterator[str]:
        """Yield a table."""
        return csv_table.csv_lines(report_columns(self.timeline), self.reports)


def report_columns(timeline: Timeline) -> csv_table.Columns[Report]:
    """Return the columns of an event that was told: first the report, and the lag in days."""
    return {
        "known": lambda report: report.date,
        "least_days": lambda report: report.least,
        "most_days": lambda report: report.most,
        **csv_table.of_part(attrgetter("match"), csv_table.match_columns(timeline)),
    }


def selection_data(
    selection: Selection, timeline: Timeline, query: str, found: int | None = None
) -> Object:
    """Return the whole answer: what was asked, how many, and the events in order.

    *found* is how many there were before a limit.
    """
    return {
        **answer_data(timeline, query),
        "found": len(selection) if found is None else found,
        "certain": selection.certain,
        "possible": selection.possible,
        "events": list(event_rows(selection, timeline)),
    }


def event_rows(selection: Selection, timeline: Timeline) -> Iterable[Object]:
    """Return the data of each event of *selection*, in order."""
    return (match_data(match, timeline) for match in selection)


def event_lines(selection: Selection, timeline: Timeline) -> Iterator[str]:
    """Yield a line for each event.

    Date (EDTF), status, title, arc, actors (joined by "; "), id, and `certain`,
    `deduced` or `possible`.
    """
    return selection.briefs(cache(timeline.actor_name), _ENDS)


def lag_words(report: Report, look: Look) -> str:
    """Return the lag in words: "told 5 days later", "told ≈0–30 days later".

    A source without a date may be earlier: "told 5 days later at the latest".
    """
    if not report.match.event.citations:
        return "told by no source"
    if report.least is None or report.most is None:
        return _unlimited(report)
    latest = " at the latest" if report.undated else ""
    if report.least != report.most:
        return f"told {look.maybe}{_days_range(report.least, report.most, look)}{latest}"
    about = look.doubt(sure=report.sure or report.undated)
    return f"told {about}{_days_later(report.least)}{latest}"


def _days_range(least: int, most: int, look: Look) -> str:
    """Return "0–30 days later", "5–12 days before", "3 days before to 30 days later"."""
    if least < 0 < most:
        return f"{-least:,} days before to {most:,} days later"
    low, high = sorted((abs(least), abs(most)))
    direction = "before" if most <= 0 else "later"
    return f"{low:,}{look.dash}{high:,} days {direction}"


def _unlimited(report: Report) -> str:
    """Return the words for a lag of which one end is known at most."""
    if report.least is not None and report.least > 0 and not report.undated:
        return f"told at least {_days_later(report.least)}"
    if report.most is not None:
        return f"told {_days_later(report.most)} at the latest"
    if report.date is None:
        return "told on a day unknown"
    return "told some time later"


def _days_later(days: int) -> str:
    if not days:
        return "the same day"
    direction = "later" if days > 0 else "before"
    return f"{counted(abs(days), 'day')} {direction}"


def report_lines(reports: Sequence[Report]) -> Iterator[str]:
    """Yield a line for each event.

    First report and event date (EDTF), least and most days between them, status,
    title, id, and `certain` or `possible`.
    """
    for each in reports:
        event = each.match.event
        told = each.date.text if each.date else ""
        days = (figures(each.least), figures(each.most))
        row = (told, event.date.text, *days, event.status, event.title, event.id)
        yield tabbed((*row, sure(each.match)))


def report_rows(reports: Sequence[Report], timeline: Timeline) -> Iterator[Mapping[str, Any]]:
    """Yield the data of each event, with its first report and the lag in days."""
    for each in reports:
        told = when_data(each.date) if each.date else None
        lag = {"least": each.least, "most": each.most, "certain": each.sure}
        yield {**match_data(each.match, timeline), "known": told, "lag_days": lag}


def reports_data(reports: Sequence[Report], timeline: Timeline, asked: str) -> Mapping[str, Any]:
    """Return the whole answer: what was asked, and the events by first report."""
    return {
        **answer_data(timeline, asked),
        "events": list(report_rows(reports, timeline)),
    }


def event_page(selection: Selection, timeline: Timeline) -> Iterator[str]:
    """Yield a list of events: date, status, title, marks of sources; below it what is said."""
    notes = markdown.Footnotes(timeline)
    for match in selection:
        yield ""
        date = f"**{markdown.escaped(Look().date(match.event))}**"
        first = f"{Look().mark(match)} {date}".lstrip()
        yield f"- {_line(first, match.event, notes)}"
        for paragraph in (markdown.escaped(match.event.summary), _setting(match.event, timeline)):
            if paragraph:
                yield ""
                yield f"  {paragraph}"
    for said in _signs(selection):
        yield from ("", said)
    yield from notes.lines()


def _signs(selection: Selection) -> Iterator[str]:
    """Yield what the marks of events mean: only those that are there."""
    if any(match.event.undated for match in selection):
        yield Look().dated
    if selection.possible:
        yield Look().vague
    if selection.deduced:
        yield Look().by_order


def _line(date: str, event: Event, notes: markdown.Footnotes) -> str:
    facts = filter(None, (status_word(event), event.kind))
    said = " · ".join([date, *map(markdown.escaped, (*facts, event.title))])
    return f"{said} {notes.marks(event)}".rstrip()


def _setting(event: Event, timeline: Timeline) -> str:
    """Return actors, places and the arc, in italics."""
    actors = ", ".join(map(timeline.actor_name, event.actors))
    parts = (actors, ", ".join(event.places), timeline.arc_title(event))
    said = " · ".join(markdown.escaped(part) for part in parts if part)
    return f"*{said}*" if said else ""
