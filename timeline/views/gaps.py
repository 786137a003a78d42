"""Silences, in plain forms."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from timeline.edtf import iso
from timeline.model.timeline import Timeline
from timeline.reports.gaps import Silence
from timeline.text import visible
from timeline.views.parts.csv_table import Columns, Day
from timeline.views.parts.json_data import SURE, event_data

SILENCE_COLUMNS: Final[Columns[Silence]] = {
    "verdict": lambda each: SURE[not each.filled],
    "first": lambda each: Day(iso(each.first)),
    "last": lambda each: Day(iso(each.last)),
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
        ids = (each.before.id, each.after.id, "; ".join(event.id for event in each.filled))
        row = (iso(each.first), iso(each.last), str(each.days), SURE[not each.filled], *ids)
        yield "\t".join(map(visible, row))


def silence_rows(silences: Iterable[Silence], timeline: Timeline) -> Iterator[Mapping[str, Any]]:
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
