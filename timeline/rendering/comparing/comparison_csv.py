"""Two questions side by side → CSV: what the lines have, and every column of an event."""

from collections.abc import Callable, Iterable, Iterator

from timeline.model.answers import Verdict
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.rendering.forms.csv_rows import Cell, Columns, csv_lines, event_columns
from timeline.rendering.forms.lines import SURE
from timeline.reports.compare import Compared


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


_SIDES: Columns[Compared] = {
    "sides": lambda each: each.sides,
    "a": lambda each: _answer(each.first),
    "b": lambda each: _answer(each.second),
}
