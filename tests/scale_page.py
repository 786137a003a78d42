"""What docs/scale.md shows of a database: put in by `make fix`, held by a test."""

import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from timeline import phrases
from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.exchange.sqlite import tables as database
from timeline.exchange.sqlite import writer
from timeline.loading import load

_TODAY = "2026-11-23"
_MOST = 6  # rows of an answer


def tables() -> None:
    """Print a line for each table, with its columns."""
    print("\n| table | what it has | columns |\n| --- | --- | --- |")  # noqa: T201
    for table in database.every():
        columns = " ".join(f"`{column.name}`" for column in table.columns)
        print(f"| `{table.name}` | {table.means} | {columns} |")  # noqa: T201
    print()  # noqa: T201


def ask(query: str) -> None:
    """Print a *query*, and the rows that the shipped timeline gives for an answer."""
    rows = asked(query)
    lines = ["|".join("" if cell is None else str(cell) for cell in row) for row in rows[:_MOST]]
    left = [f"… and {len(rows) - _MOST} more"] if len(rows) > _MOST else []
    print("```sql", query, "```", "", "```text", *lines, *left, "```", sep="\n")  # noqa: T201


def asked(query: str) -> list[tuple[str | int | None, ...]]:
    """Return the rows that answer a *query*."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "t.db")
        path.write_bytes(_shipped())
        with closing(sqlite3.connect(path)) as opened:
            return opened.execute(query).fetchall()


@cache
def _shipped() -> bytes:
    timeline = load.load(today=phrases.today(_TODAY))
    return writer.write(Export(timeline, timeline.select()), Losses())
