"""Two questions side by side → lines and plain values, for other programs. No Rich here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from timeline.model.answers import Selection, Verdict
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.reports.compare import Compared, Offset
from timeline.views.list import event_lines
from timeline.views.parts.csv_table import Cell, Columns, csv_lines, event_columns
from timeline.views.parts.json_data import SURE, event_data
from timeline.views.parts.look import Look

_ANSWERS: Final = {Verdict.NO: None, Verdict.MAYBE: "possible", Verdict.YES: "certain"}

_SIDES: Columns[Compared] = {
    "sides": lambda each: each.sides,
    "a": lambda each: _answer(each.first),
    "b": lambda each: _answer(each.second),
}


def comparison_lines(
    compared: Sequence[Compared], timeline: Timeline, *, aligned: bool
) -> Iterator[str]:
    """Yield a line for each event: its days from day 0 if *aligned*, its sides, then as a list."""
    plain = event_lines(Selection(each.match for each in compared), timeline)
    for each, line in zip(compared, plain, strict=True):
        days = f"{offset_text(each.offset)}\t" if aligned else ""
        yield f"{days}{each.sides}\t{line}"


def comparison_rows(
    compared: Iterable[Compared], timeline: Timeline, *, aligned: bool
) -> Iterator[Mapping[str, Any]]:
    """Yield the data of each event: its sides, its answer on each, its days if *aligned*."""
    for each in compared:
        yield {
            "sides": each.sides,
            "a": _ANSWERS[each.first],
            "b": _ANSWERS[each.second],
            "offset": _offset_data(each.offset) if aligned else None,
            **event_data(each.event, timeline),
        }


def side_data(query: str, found: Selection, day_0: str | None) -> Mapping[str, Any]:
    """Return what was asked of a side, how many answer, and the id of its day 0."""
    return {
        "query": query,
        "certain": found.certain,
        "possible": found.possible,
        "day_0": day_0,
    }


def _offset_data(offset: Offset) -> Mapping[str, Any]:
    return {
        "earliest": offset.earliest,
        "latest": offset.latest,
        "approximate": offset.approximate,
    }


def comparison_csv(
    compared: Iterable[Compared], timeline: Timeline, *, aligned: bool
) -> Iterator[str]:
    """Yield the lines of a CSV file; if *aligned*, with the days from day 0."""
    days: Columns[Compared] = {
        "earliest_days": lambda each: each.offset.earliest,
        "latest_days": lambda each: each.offset.latest,
    }
    of_event = {name: _of_event(value) for name, value in event_columns(timeline).items()}
    return csv_lines({**_SIDES, **(days if aligned else {}), **of_event}, compared)


def _answer(verdict: Verdict) -> str:
    return SURE[verdict is Verdict.YES] if verdict else ""


def _of_event(value: Callable[[Event], Cell]) -> Callable[[Compared], Cell]:
    return lambda each: value(each.event)


def offset_words(offset: Offset, look: Look) -> str:
    """Return the days as a page shows them: "T−12", "T", "≈T+3…+33"; "T?" without any bound.

    ASCII: "T-12", "T", "~T+3..+33".
    """
    if offset.earliest == offset.latest:
        days = "?" if offset.earliest is None else _signed(offset.earliest, look) or ""
    else:
        dots = ".." if look.ascii else "…"
        ends = (offset.earliest, offset.latest)
        days = dots.join("" if end is None else _signed(end, look) or "+0" for end in ends)
    return f"{'' if offset.exact else look.maybe}T{days}"


def offset_text(offset: Offset) -> str:
    """Return the days for other programs: "-12", "3..33", "~46", "..-5"; ".." for any day."""
    ends = ["" if end is None else str(end) for end in (offset.earliest, offset.latest)]
    days = ends[0] if ends[0] and ends[0] == ends[1] else "..".join(ends)
    return f"~{days}" if offset.approximate else days


def _signed(days: int, look: Look) -> str:
    """Return "+12" or "−12"; nothing for 0."""
    minus = "-" if look.ascii else "−"
    return f"{'+' if days > 0 else minus}{abs(days):,}" if days else ""
