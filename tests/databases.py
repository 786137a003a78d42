"""A database that was exported, looked at by the standard library alone."""

import json
import re
import sqlite3
from contextlib import closing, contextmanager


@contextmanager
def opened(data):
    """Yield a connection to the database in these bytes."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        yield database


def asked(data, query, *values):
    """Return the rows that answer a query in SQL."""
    with opened(data) as database:
        return database.execute(query, values).fetchall()


def tables(database):
    """Return the names of its tables, in their order."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
    return [name for (name,) in database.execute(query)]


def columns(database, table):
    """Return the names of the columns of a table, or of a view."""
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def text(data):
    """Return all rows, each as a line: its table, and what it says as JSON."""
    with opened(data) as database:
        return "".join(
            f"{name} {json.dumps(row, ensure_ascii=False)}\n"
            for name in tables(database)
            for row in _said(database, name)
        )


def _said(database, table):
    names = columns(database, table)
    for cells in database.execute(f"SELECT * FROM {table} ORDER BY rowid"):
        yield {key: cell for key, cell in zip(names, cells, strict=True) if cell is not None}


def schema(data):
    """Return what makes its tables, views and indexes, without what they mean."""
    with opened(data) as database:
        made = database.execute("SELECT sql FROM sqlite_master WHERE sql <> '' ORDER BY rowid")
        return "".join(f"{re.sub(' *-- .*', '', sql)};\n" for (sql,) in made)
