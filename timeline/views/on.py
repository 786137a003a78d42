"""Anniversaries, with the years since, in plain forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from timeline.edtf import calendar_date
from timeline.model.answers import Selection
from timeline.model.timeline import Timeline
from timeline.phrases.days_of_year import DayOfYear
from timeline.reports.answer import Answer
from timeline.reports.on import Anniversary
from timeline.text import counted
from timeline.views.list import event_lines, event_page
from timeline.views.parts import csv_table, markdown
from timeline.views.parts.json_data import Object, answer_data, match_data
from timeline.views.view import View, figures


class OnView(View):
    """What of an answer has to do with a day of the year."""

    def __init__(
        self, answer: Answer, found: Sequence[Anniversary], day: DayOfYear, today: int
    ) -> None:
        """Show what was *found* on *day*; a page counts the years before *today*."""
        self.answer = answer
        self.found = found
        self.day = day
        self.today = today

    def lines(self) -> Iterator[str]:
        """Yield a line for each event."""
        return anniversary_lines(self.found, self.answer.timeline)

    def json(self) -> Object:
        """Return the whole answer."""
        answer = self.answer
        return answer_data(
            answer.timeline,
            answer.asked(),
            day=f"{self.day.month:02}-{self.day.day:02}",
            found=len(answer.found),
            certain=answer.shown.certain,
            possible=answer.shown.possible,
            events=list(self.jsonl()),
        )

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each event."""
        return anniversary_rows(self.found, self.answer.timeline)

    def csv(self) -> Iterator[str]:
        """Yield a table."""
        return csv_table.csv_lines(anniversary_columns(self.answer.timeline), self.found)

    def md(self) -> Iterator[str]:
        """Yield a list with footnotes, under a heading."""
        body = event_page(self.answer.shown, self.answer.timeline)
        return markdown.answer_page(self.answer, body, f"on {self.day}")

    def remark(self) -> str:
        """Return the day, and how many events there are."""
        return f"{self.day}: {self.answer.count()}"


def years_words(found: Anniversary, day: DayOfYear, today: int) -> str:
    """Return when it was, in whole years before *today*: "6 years ago", "last year"."""
    if found.year is None:
        return "year unknown"
    this_year, *now = calendar_date(today)
    years = this_year - found.year
    if years < 0:
        return f"in {counted(-years, 'year')}"
    whole = years - (tuple(now) < day)
    if whole > 0:
        return f"{counted(whole, 'year')} ago"
    return ("this year", "last year")[years]


def anniversary_lines(found: Iterable[Anniversary], timeline: Timeline) -> Iterator[str]:
    """Yield a line for each: the year (empty if not known), what it does, then as in `list`."""
    for each in found:
        year = figures(each.year)
        yield "\t".join((year, each.role, *event_lines(Selection([each.match]), timeline)))


def anniversary_rows(found: Iterable[Anniversary], timeline: Timeline) -> Iterator[Object]:
    """Yield the data of each event, with the year and what it does on the day."""
    for each in found:
        yield {"year": each.year, "role": each.role, **match_data(each.match, timeline)}


def anniversary_columns(timeline: Timeline) -> csv_table.Columns[Anniversary]:
    """Return the columns of an anniversary: the year and what it does, then as in `list`."""
    return {
        "year": _year,
        "role": lambda each: each.role,
        **csv_table.of_part(attrgetter("match"), csv_table.match_columns(timeline)),
    }


def _year(each: Anniversary) -> csv_table.Cell:
    return None if each.year is None else csv_table.Day(str(each.year))
