"""A selection → an SQLite database: the tables of `tables`, with what each column means.

Nothing is lost: a link may lead to an event that is not exported, and what only possibly
answers says so.
"""

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from timeline.errors import TimelineError
from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.exchange.sqlite import tables
from timeline.exchange.sqlite.columns import Column
from timeline.exchange.sqlite.tables import FORMAT, Row, Table
from timeline.exchange.sqlite.views import VIEWS
from timeline.inference.origins import origins
from timeline.model.file_fields import needed
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.views.parts.json_data import sure

APPLICATION: Final = 0x746C6E65
"""What the head of a database has that is one of ours: "tlne"."""
_SOUGHT: Final = ("earliest_start_day", "place", "tag", "target")
"""By what rows are sought, beside ids of other tables."""


def write(export: Export, losses: Losses) -> bytes:
    """Return the whole database; the same selection gives the same bytes with one SQLite."""
    try:
        with TemporaryDirectory(prefix="timeline-") as folder:
            path = Path(folder, "timeline.db")
            _fill(path, export, losses)
            return path.read_bytes()
    except (sqlite3.Error, OSError) as error:  # no room for it, above all
        why = getattr(error, "strerror", None) or error
        raise TimelineError(f"cannot make the database: {why}") from error


def _fill(path: Path, export: Export, losses: Losses) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = OFF")  # it is thrown away where anything fails
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA cache_size = -65536")  # KiB
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {FORMAT}")
        database.execute("BEGIN")
        insertions = _make(database)
        for table, rows in groupby(_rows(export, losses), key=itemgetter(0)):
            database.executemany(insertions[table], map(itemgetter(1), rows))
        _make_quick(database)
        database.execute("COMMIT")
    finally:
        database.close()


def _rows(export: Export, losses: Losses) -> Iterator[Row]:
    """Yield all rows, and count the events."""
    timeline = export.timeline
    yield from tables.header().rows((FORMAT, export.query or None), timeline)
    for section, entries in needed(timeline, [match.event for match in export.selection]).items():
        for id_, entry in entries.items():
            yield from tables.registry(section).rows((id_,), entry)
    for position, match in enumerate(export.selection, 1):
        losses.read += 1
        losses.written += 1
        given = match.event.id, position, sure(match)
        yield from tables.events().rows(given, match.event)
        yield from _evidence(match.event, timeline)


def _evidence(event: Event, timeline: Timeline) -> Iterator[Row]:
    """Yield a row for each side of *event* that something is cited for (docs/claims.md)."""
    found = origins(event, timeline.sources)
    for stance, side in (("supports", found.support), ("denies", found.against)):
        if side.citations:
            numbers = len(side.citations), side.least, side.most
            yield from tables.evidence().rows((event.id, stance, *numbers), event)


def _make(database: sqlite3.Connection) -> dict[str, str]:
    """Make the tables and views; return how a row comes into each table."""
    for table in tables.every():
        database.execute(_definition(table))
    for name, query in VIEWS.items():
        database.execute(f"CREATE VIEW {name} AS\n{query}")
    return {table.name: _insertion(table) for table in tables.every()}


def _definition(table: Table) -> str:
    """Return what makes a table: its schema, as a database keeps it, says what all of it means."""
    columns = [(_column(column), column.means) for column in table.columns]
    parts = [*columns, *_constraints(table)]
    commas = [*("," for _ in parts[1:]), ""]
    lines = [
        f"    {part}{comma} -- {means}" for (part, means), comma in zip(parts, commas, strict=True)
    ]
    return "\n".join([f"CREATE TABLE {table.name} ( -- {table.means}", *lines, ")"])


def _column(column: Column) -> str:
    required = " NOT NULL" if column.required else ""
    named = f" REFERENCES {column.names} (id)" if column.names else ""
    return f"{column.name} {column.type}{required}{named}"


def _constraints(table: Table) -> Iterator[tuple[str, str]]:
    """Yield what holds for the rows of a table, each with what that means."""
    names = [column.name for column in table.identity]
    if names:
        yield f"PRIMARY KEY ({', '.join(names)})", "What tells its rows apart."
    if owner := table.owner:
        theirs = ", ".join(column.name for column in owner.identity)
        named = f"FOREIGN KEY ({', '.join(names[:-1])}) REFERENCES {owner.name} ({theirs})"
        yield named, "To which row a list belongs."


def _insertion(table: Table) -> str:
    return f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608


def _make_quick(database: sqlite3.Connection) -> None:
    """Make an index for each column by which rows are sought."""
    for table in tables.every():
        for column in table.columns[len(table.identity) :]:
            if column.names or column.name in _SOUGHT:
                name = f"{table.name}_by_{column.name}"
                database.execute(f"CREATE INDEX {name} ON {table.name} ({column.name})")
