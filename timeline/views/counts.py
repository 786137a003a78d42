"""Values with how many events have them, in plain forms."""

from collections.abc import Iterable, Iterator, Sequence

from timeline.edtf import day_number, iso
from timeline.model.timeline import Timeline
from timeline.reports.counts import Count
from timeline.reports.periods import Spread
from timeline.text import visible
from timeline.views.parts.csv_table import _DATED, Columns, Day
from timeline.views.parts.json_data import Object, answer_data
from timeline.views.parts.markdown import _number, escaped, table


def count_columns(*, dated: bool) -> Columns[Count]:
    """Return the columns of a count; only one that is not of a year is *dated*."""
    return {
        "key": lambda count: count.key if dated else Day(count.key),
        "name": lambda count: count.name,
        "certain": lambda count: count.certain,
        "possible": lambda count: count.possible,
        **(_DATED if dated else {}),
    }


def counts_data(
    counts: Iterable[Count], timeline: Timeline, query: str, spread: Spread | None = None
) -> Object:
    """Return the whole answer of a counting command, with the periods of *spread*."""
    return {
        **answer_data(timeline, query),
        **({"periods": _periods(spread)} if spread else {}),
        "counts": list(count_rows(counts, spread)),
    }


def count_rows(counts: Iterable[Count], spread: Spread | None = None) -> Iterable[Object]:
    """Return the data of each count; with *spread*, how many events begin in each period."""
    return (
        {
            "key": count.key,
            "name": count.name,
            "certain": count.certain,
            "possible": count.possible,
            "first": count.first.text,
            "last": count.last.text,
            **({"over_time": spread.over[count.key]} if spread else {}),
        }
        for count in counts
    )


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
    head = ["name", "events", "possibly", *(["first", "last"] if dated else [])]
    rows = (_count_row(count, dated=dated) for count in counts)
    yield ""
    yield from table(head, [cell in ("events", "possibly") for cell in head], rows)


def _count_row(count: Count, *, dated: bool) -> list[str]:
    dates = [escaped(date.describe()) for date in (count.first, count.last)] if dated else []
    return [escaped(count.name), _number(count.certain), _number(count.possible), *dates]
