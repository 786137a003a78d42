"""Values with how many events have them, in plain forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from timeline.edtf import day_number, iso
from timeline.model.timeline import Timeline
from timeline.reports.answer import Answer
from timeline.reports.counts import Count
from timeline.reports.periods import Spread
from timeline.text import visible
from timeline.views.parts import csv_table, markdown
from timeline.views.parts.json_data import Object, answer_data
from timeline.views.view import View

_Columns: TypeAlias = "dict[str, Callable[[Count], csv_table.Cell]]"

_KEY: Final[_Columns] = {"key": lambda count: count.key}
_YEAR: Final[_Columns] = {"key": lambda count: csv_table.Day(count.key)}
_COUNTED: Final[_Columns] = {
    "name": lambda count: count.name,
    "certain": lambda count: count.certain,
    "possible": lambda count: count.possible,
}
_DATED: Final[_Columns] = {
    "first": lambda count: count.first,
    "last": lambda count: count.last,
}


class CountView(View):
    """Counts, in their order.

    With a *spread* over time they are values with a first and a last date; without one they
    are years. *part* says how many of all values there are.
    """

    def __init__(
        self,
        answer: Answer,
        counts: Sequence[Count],
        spread: Spread | None = None,
        part: str = "",
    ) -> None:
        """Show the *counts* of the events of *answer*."""
        self.answer = answer
        self.counts = counts
        self.spread = spread
        self.part = part

    @property
    def dated(self) -> bool:
        """Whether the first and the last date say more than the value."""
        return self.spread is not None

    def lines(self) -> Iterator[str]:
        """Yield a line for each count."""
        return count_lines(self.counts)

    def json(self) -> Object:
        """Return the whole answer."""
        answer = self.answer
        return counts_data(self.counts, answer.timeline, answer.asked(), self.spread)

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each count."""
        return count_rows(self.counts, self.spread)

    def csv(self) -> Iterator[str]:
        """Yield a table."""
        return csv_table.csv_lines(count_columns(dated=self.dated), self.counts)

    def md(self) -> Iterator[str]:
        """Yield a table under a heading."""
        body = count_page(self.counts, dated=self.dated)
        return markdown.answer_page(self.answer, body, self.part)

    def remark(self) -> str:
        """Return how many of all values there are."""
        return self.part


def count_columns(*, dated: bool) -> csv_table.Columns[Count]:
    """Return the columns of a count; only one that is not of a year is *dated*."""
    return _KEY | _COUNTED | _DATED if dated else _YEAR | _COUNTED


def counts_data(
    counts: Iterable[Count], timeline: Timeline, query: str, spread: Spread | None = None
) -> Object:
    """Return the whole answer of a counting command, with the periods of *spread*."""
    rows = list(count_rows(counts, spread))
    if spread is None:
        return answer_data(timeline, query, counts=rows)
    return answer_data(timeline, query, periods=_periods(spread), counts=rows)


def count_rows(counts: Iterable[Count], spread: Spread | None = None) -> Iterator[Object]:
    """Yield the data of each count; with *spread*, how many events begin in each period."""
    for count in counts:
        row = {
            "key": count.key,
            "name": count.name,
            "certain": count.certain,
            "possible": count.possible,
            "first": count.first.text,
            "last": count.last.text,
        }
        if count.within is not None:
            row["in"] = list(count.within)
        if spread:
            row["over_time"] = spread.over[count.key]
        yield row


def _periods(spread: Spread) -> Object:
    first = day_number(spread.year, spread.month, 1)
    return {"first": iso(first), "months": spread.months, "number": spread.number}


def count_lines(counts: Sequence[Count]) -> Iterator[str]:
    """Yield a line for each count: key, name, certain, possible, first and last (EDTF)."""
    for count in counts:
        numbers = (str(count.certain), str(count.possible))
        row = (count.key, count.name, *numbers, count.first.text, count.last.text)
        yield "\t".join(map(visible, row))


def count_page(counts: Iterable[Count], *, dated: bool) -> Iterator[str]:
    """Yield a table of counts, *dated* with the first and last."""
    head = ["name", "events", "possibly"]
    numeric = [False, True, True]
    if dated:
        head += ["first", "last"]
        numeric += [False, False]
    yield ""
    yield from markdown.table(head, numeric, (_count_row(count, dated=dated) for count in counts))


def _count_row(count: Count, *, dated: bool) -> list[str]:
    row = [
        markdown.escaped(count.name),
        markdown.number_text(count.certain),
        markdown.number_text(count.possible),
    ]
    if dated:
        row += [markdown.escaped(date.describe()) for date in (count.first, count.last)]
    return row
