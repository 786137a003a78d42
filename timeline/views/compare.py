"""Two questions side by side, in plain forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from operator import attrgetter
from typing import Final

from timeline.model.answers import Selection, Verdict
from timeline.model.timeline import Timeline
from timeline.reports.compare import Compared, Comparison, in_both
from timeline.reports.offsets import Offset
from timeline.text import counted
from timeline.views.list import event_lines
from timeline.views.parts import csv_table
from timeline.views.parts.json_data import SURE, Object, answer_data, event_data
from timeline.views.parts.look import Look
from timeline.views.view import View, figures

_ANSWERS: Final = {Verdict.NO: None, Verdict.MAYBE: SURE[False], Verdict.YES: SURE[True]}

_SIDES: Final[dict[str, Callable[[Compared], csv_table.Cell]]] = {
    "sides": lambda each: each.sides,
    "a": lambda each: _answer(each.first),
    "b": lambda each: _answer(each.second),
}
_DAYS: Final[dict[str, Callable[[Compared], csv_table.Cell]]] = {
    "earliest_days": lambda each: each.offset.earliest,
    "latest_days": lambda each: each.offset.latest,
}


class ComparisonView(View):
    """Two answers, each event with the sides on which it stands."""

    def __init__(self, made: Comparison) -> None:
        """Show the comparison that was *made*."""
        self.made = made
        self.timeline = made.timeline
        self.aligned = made.days_0 is not None

    def lines(self) -> Iterator[str]:
        """Yield a line for each event."""
        return comparison_lines(self.made.compared, self.timeline, aligned=self.aligned)

    def json(self) -> Object:
        """Return the whole answer: what was asked of both, the sides, and the events."""
        return {
            **answer_data(self.timeline, self.made.shared.describe()),
            **self._sides(),
            "in_both": in_both(self.made.compared),
            "events": list(self.jsonl()),
        }

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each event."""
        return comparison_rows(self.made.compared, self.timeline, aligned=self.aligned)

    def csv(self) -> Iterator[str]:
        """Yield a table."""
        return comparison_csv(self.made.compared, self.timeline, aligned=self.aligned)

    def remark(self) -> str:
        """Return how many events there are on each side, and on both."""
        first, second = self.made.answers
        return f"A: {first.count()}; B: {second.count()}; {self.in_both()}"

    def in_both(self) -> str:
        """Return how many events answer both questions: "2 events in both"."""
        number = in_both(self.made.compared)
        if not number:
            return "no event in both"
        return f"{counted(number, 'event')} in both"

    def within(self) -> str:
        """Return how far off events may lie: "within 90 days of day 0"; "" for any days."""
        within = self.made.within
        if within is None:
            return ""
        return f"within {within.describe()} of day 0"

    def _sides(self) -> Object:
        ids = [event.id for event in self.made.days_0 or ()]
        return {
            letter: side_data(answer.asked(), answer.found, day_0)
            for letter, answer, day_0 in zip_longest("ab", self.made.answers, ids)
        }


def comparison_lines(
    compared: Sequence[Compared], timeline: Timeline, *, aligned: bool
) -> Iterator[str]:
    """Yield a line for each event: its days from day 0 if *aligned*, its sides, then as a list."""
    plain = event_lines(Selection(each.match for each in compared), timeline)
    for each, line in zip(compared, plain, strict=True):
        cells = [each.sides, line]
        if aligned:
            cells.insert(0, offset_text(each.offset))
        yield "\t".join(cells)


def comparison_rows(
    compared: Iterable[Compared], timeline: Timeline, *, aligned: bool
) -> Iterator[Object]:
    """Yield the data of each event: its sides, its answer on each, its days if *aligned*."""
    for each in compared:
        yield {
            "sides": each.sides,
            "a": _ANSWERS[each.first],
            "b": _ANSWERS[each.second],
            "offset": _offset_data(each.offset) if aligned else None,
            **event_data(each.event, timeline),
        }


def side_data(query: str, found: Selection, day_0: str | None) -> Object:
    """Return what was asked of a side, how many answer, and the id of its day 0."""
    return {
        "query": query,
        "certain": found.certain,
        "possible": found.possible,
        "day_0": day_0,
    }


def _offset_data(offset: Offset) -> Object:
    return {
        "earliest": offset.earliest,
        "latest": offset.latest,
        "approximate": offset.approximate,
    }


def comparison_csv(
    compared: Iterable[Compared], timeline: Timeline, *, aligned: bool
) -> Iterator[str]:
    """Yield the lines of a CSV file; if *aligned*, with the days from day 0."""
    of_event = csv_table.of_part(attrgetter("event"), csv_table.event_columns(timeline))
    columns = _SIDES | _DAYS | of_event if aligned else _SIDES | of_event
    return csv_table.csv_lines(columns, compared)


def _answer(verdict: Verdict) -> str:
    return _ANSWERS[verdict] or ""


def offset_words(offset: Offset, look: Look) -> str:
    """Return the days as a page shows them: "T−12", "T", "≈T+3…+33"; "T?" without any bound.

    ASCII: "T-12", "T", "~T+3..+33".
    """
    return f"{look.doubt(sure=offset.exact)}T{_days_words(offset, look)}"


def _days_words(offset: Offset, look: Look) -> str:
    if offset.earliest == offset.latest:
        return _one_day(offset.earliest, look)
    dots = ".." if look.ascii else "…"
    return dots.join(_end(end, look) for end in (offset.earliest, offset.latest))


def _one_day(day: int | None, look: Look) -> str:
    """Return "+12" or "−12"; "?" for a day unknown, nothing for day 0."""
    if day is None:
        return "?"
    return _signed(day, look) if day else ""


def _end(day: int | None, look: Look) -> str:
    """Return "+12" or "−12"; nothing where there is no bound."""
    return "" if day is None else _signed(day, look)


def _signed(days: int, look: Look) -> str:
    """Return "+12" or "−12"; "+0" for 0."""
    if days >= 0:
        return f"+{days:,}"
    return f"{look.minus}{-days:,}"


def offset_text(offset: Offset) -> str:
    """Return the days for other programs: "-12", "3..33", "~46", "..-5"; ".." for any day."""
    days = _days_text(offset)
    return f"~{days}" if offset.approximate else days


def _days_text(offset: Offset) -> str:
    if offset.earliest is not None and offset.earliest == offset.latest:
        return str(offset.earliest)
    return f"{figures(offset.earliest)}..{figures(offset.latest)}"
