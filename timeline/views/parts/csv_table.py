r"""Events, counts and sources → CSV: a header, then a line for each, in the order of the page.

A table of columns (name → what stands in it) is all that a further kind of row needs.

- RFC 4180, in UTF-8, with `\n` at the end of a line. A cell is one line, its
  control characters made visible; the values of a list are joined by "; ".
- A text that a spreadsheet would take for a formula gets an apostrophe in front.
  So does one that already looks so defused; whoever reads the file back takes
  one apostrophe off a cell that matches `^'+[=+@-]` (or one of `＝＋－＠`).
- A date is never changed: `-0043` is a year, no formula, and EDTF has no letters
  to call anything with.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias, TypeVar

from timeline.edtf import When, iso
from timeline.model.answers import Match
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.text import visible
from timeline.views.parts.citations import publisher
from timeline.views.parts.json_data import SURE

Cell: TypeAlias = str | int | When | Iterable[str] | None
_Row = TypeVar("_Row")
Columns: TypeAlias = Mapping[str, Callable[[_Row], Cell]]

_FORMULA: Final = re.compile(r"'*[=+@\-＝＋－＠]")


class Day(str):
    """A day as ISO 8601, perhaps of a year before 1: never defused."""

    __slots__ = ()


def csv_lines(columns: Columns[_Row], rows: Iterable[_Row]) -> Iterator[str]:
    """Yield the lines of a CSV file without their ends: the names of *columns*, then *rows*."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="")
    for cells in (tuple(columns), *(_cells(columns, row) for row in rows)):
        writer.writerow(cells)
        yield sink.getvalue()
        sink.seek(0)
        sink.truncate()


def event_columns(timeline: Timeline) -> Columns[Event]:
    """Return the columns of an event, with the names of actors and publishers resolved."""

    def publishers(event: Event) -> Iterable[str]:
        found = (timeline.sources[citation.source] for citation in event.sources)
        return map(publisher, found)

    def urls(event: Event) -> Iterable[str]:
        return (timeline.sources[citation.source].url for citation in event.sources)

    return {
        "id": lambda event: event.id,
        "date": lambda event: event.date,
        "date_text": lambda event: event.date.describe(),
        "earliest_start": lambda event: _day(event.date.earliest_start),
        "latest_start": lambda event: _day(event.date.latest_start),
        "earliest_end": lambda event: _day(event.date.earliest_end),
        "latest_end": lambda event: _day(event.date.latest_end),
        "title": lambda event: event.title,
        "summary": lambda event: event.summary,
        "status": lambda event: event.status,
        "kind": lambda event: event.kind,
        "arc": lambda event: event.arc,
        "actors": lambda event: map(timeline.actor_name, event.actors),
        "places": lambda event: event.places,
        "tags": lambda event: event.tags,
        "sources": lambda event: (citation.source for citation in event.sources),
        "publishers": publishers,
        "urls": urls,
        "links": lambda event: (f"{link.type} {link.target}" for link in event.links),
        "note": lambda event: event.note,
    }


def match_columns(timeline: Timeline) -> Columns[Match]:
    """Return the columns of an event that was found: first whether it is certain."""
    of_event = event_columns(timeline)
    found: dict[str, Callable[[Match], Cell]] = {"verdict": lambda match: SURE[match.certain]}
    return found | {name: _of_event(value) for name, value in of_event.items()}


def _of_event(value: Callable[[Event], Cell]) -> Callable[[Match], Cell]:
    return lambda match: value(match.event)


def _cells(columns: Columns[_Row], row: _Row) -> tuple[str, ...]:
    return tuple(_text(value(row)) for value in columns.values())


def _text(cell: Cell) -> str:
    if cell is None or isinstance(cell, int):
        return "" if cell is None else str(cell)
    if isinstance(cell, When | Day):
        return visible(cell.text if isinstance(cell, When) else cell)
    return _defused(visible(cell if isinstance(cell, str) else "; ".join(cell)))


def _defused(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _day(day: int | None) -> Day | None:
    return None if day is None else Day(iso(day))
