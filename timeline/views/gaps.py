"""Silences, in plain forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline.edtf import iso
from timeline.model.timeline import Timeline
from timeline.reports.answer import Answer
from timeline.reports.gaps import Silence
from timeline.text import visible
from timeline.views.parts import csv_table
from timeline.views.parts.json_data import SURE, Object, answer_data, event_data
from timeline.views.view import View


class GapsView(View):
    """The silences between the events of an answer."""

    def __init__(
        self, answer: Answer, certain: Sequence[Silence], possible: Sequence[Silence]
    ) -> None:
        """Show the *certain* silences of *answer*, and the *possible* ones."""
        self.answer = answer
        self.certain = certain
        self.possible = possible

    @property
    def silences(self) -> list[Silence]:
        """All of them, in their order."""
        return [*self.certain, *self.possible]

    def lines(self) -> Iterator[str]:
        """Yield a line for each silence."""
        return silence_lines(self.silences)

    def json(self) -> Object:
        """Return the whole answer."""
        timeline = self.answer.timeline
        return answer_data(timeline, self.answer.asked(), silences=list(self.jsonl()))

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each silence."""
        return silence_rows(self.silences, self.answer.timeline)

    def csv(self) -> Iterator[str]:
        """Yield a table."""
        return csv_table.csv_lines(_columns(), self.silences)

    def remark(self) -> str:
        """Return how many events they are between."""
        return self.answer.count()


def _columns() -> csv_table.Columns[Silence]:
    """Return the columns of a silence."""
    return {
        "verdict": lambda each: SURE[not each.filled],
        "first": lambda each: csv_table.Day(iso(each.first)),
        "last": lambda each: csv_table.Day(iso(each.last)),
        "days": lambda each: each.days,
        "before": lambda each: each.before.id,
        "after": lambda each: each.after.id,
        "filled_by": lambda each: (event.id for event in each.filled),
    }


def silence_lines(silences: Iterable[Silence]) -> Iterator[str]:
    """Yield a line for each: first and last day, days, `certain` or `possible`, and ids.

    The ids are of the event before, of the one after, and of those that may fill it.
    """
    for each in silences:
        days = (iso(each.first), iso(each.last), str(each.days))
        filled = "; ".join(event.id for event in each.filled)
        cells = (*days, SURE[not each.filled], each.before.id, each.after.id, filled)
        yield "\t".join(map(visible, cells))


def silence_rows(silences: Iterable[Silence], timeline: Timeline) -> Iterator[Object]:
    """Yield the data of each silence, with the events on both sides whole."""
    for each in silences:
        yield {
            "verdict": SURE[not each.filled],
            "first": iso(each.first),
            "last": iso(each.last),
            "days": each.days,
            "before": event_data(each.before, timeline),
            "after": event_data(each.after, timeline),
            "filled_by": [event.id for event in each.filled],
        }
