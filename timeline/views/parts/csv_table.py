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
from functools import partial
from operator import attrgetter
from typing import Any, Final, TypeAlias, TypeVar

from timeline.edtf import When, iso
from timeline.model.answers import Match
from timeline.model.evidence import SOURCE
from timeline.model.file_fields import YES
from timeline.model.keys import Key
from timeline.model.records import Event, Source
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.model.words import values_of
from timeline.text import visible
from timeline.views.parts.citations import publisher
from timeline.views.parts.json_data import sure

Cell: TypeAlias = str | int | When | Iterable[str] | None
_Row = TypeVar("_Row")
_Part = TypeVar("_Part")
Columns: TypeAlias = Mapping[str, Callable[[_Row], Cell]]

ALWAYS: Final = (
    *("id", "date", "title", "summary", "status", "kind", "arc"),
    *("actors", "places", "tags", "sources", "links", "note"),
)
"""The keys of an event that have had columns from the beginning, in their order."""
UNDATED: Final = "undated"
"""The column that says of a date that no file has it: it follows from order."""
_OF_SOURCES: Final = ("publisher", "title", "date", "url", "reliability", "note")
_BOUNDS: Final = ("earliest_start", "latest_start", "earliest_end", "latest_end")
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
    """Return the columns of an event, with the names of actors and publishers resolved.

    The first have always been there; those of further keys stand behind them.
    """
    keys = (*(EVENT[name] for name in ALWAYS), *(key for key in EVENT.keys if _is_new(key)))
    found: dict[str, Callable[[Event], Cell]] = {}
    for key in keys:
        found |= _event_columns(key, timeline)
    return found | {UNDATED: _undated}


def _undated(event: Event) -> str:
    return YES if event.undated else ""


def _is_new(key: Key) -> bool:
    return key.name not in ALWAYS


def _event_columns(key: Key, timeline: Timeline) -> Columns[Event]:
    """Return the columns for a key: several for a date, and for sources."""
    if key.kind == "date":
        bounds = {name: partial(_bound, key.name, name) for name in _BOUNDS}
        return {**_columns(key), **bounds}
    if key.kind == "citations":
        publishers, urls = partial(_publishers, timeline), partial(_urls, timeline)
        sources = partial(values_of, key, timeline=timeline)
        return {key.name: sources, "publishers": publishers, "urls": urls}
    if key.kind in ("ids", "accounts", "links"):
        return {key.attribute: partial(values_of, key, timeline=timeline)}
    return _columns(key)


def source_columns(source: Callable[[_Row], Source], timeline: Timeline) -> Columns[_Row]:
    """Return the columns of the *source* of a row.

    The first have always been there; those of further keys stand behind them.
    """
    found: dict[str, Callable[[Source], Cell]] = {"id": attrgetter("id")}
    further = (key for key in SOURCE.keys if key.name not in _OF_SOURCES)
    for key in (*(SOURCE[name] for name in _OF_SOURCES), *further):
        found |= _source_columns(key, timeline)
    return of_part(source, found)


def _source_columns(key: Key, timeline: Timeline) -> Columns[Source]:
    """Return the columns for a key of a source; origins stand there by their ids."""
    if key.kind in ("ids", "flag"):
        return {key.attribute: partial(values_of, key, timeline=timeline)}
    return _columns(key)


def of_part(
    part: Callable[[_Row], _Part], columns: Columns[_Part]
) -> dict[str, Callable[[_Row], Cell]]:
    """Return the *columns* of a *part* of a row as columns of the row."""
    return {name: partial(_of, part, value) for name, value in columns.items()}


def _of(part: Callable[[_Row], _Part], value: Callable[[_Part], Cell], row: _Row) -> Cell:
    return value(part(row))


def _columns(key: Key) -> Columns[Any]:
    """Return the column of a key as it stands in a record, and of a date its words."""
    column = {key.attribute: attrgetter(key.attribute)}
    words = {f"{key.attribute}_text": partial(_words, key.attribute)}
    return {**column, **words} if key.kind == "date" else column


def _words(name: str, record: object) -> str:
    date: When | None = getattr(record, name)
    return date.describe() if date else ""


def _bound(name: str, bound: str, event: Event) -> Day | None:
    return _day(getattr(getattr(event, name), bound))


def _publishers(timeline: Timeline, event: Event) -> Iterable[str]:
    return (publisher(timeline.sources[citation.source]) for citation in event.sources)


def _urls(timeline: Timeline, event: Event) -> Iterable[str]:
    return (timeline.sources[citation.source].url for citation in event.sources)


def match_columns(timeline: Timeline) -> Columns[Match]:
    """Return the columns of an event that was found: first whether it is certain."""
    return {"verdict": sure, **of_part(attrgetter("event"), event_columns(timeline))}


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
