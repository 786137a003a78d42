"""The columns of a record: one for each key that has one value, several for a date.

What is not said is NULL. A text is as it is: no formula is defused, nothing is escaped.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any, Final, TypeAlias

import msgspec

from timeline.edtf import iso
from timeline.model.keys import SEVERAL, Key, Record
from timeline.text import listed

Cell: TypeAlias = str | int | None
Cells: TypeAlias = tuple[Cell, ...]

RECORDS: Final = ("citations", "accounts", "links")
"""The kinds of keys with a list of records, which has a table of its own."""
NUMBER: Final = "The same as a number: 1 is 0001-01-01."


class Column(msgspec.Struct, frozen=True):
    """A column, and what it means; with *names* it has a key of the table of that name."""

    name: str
    means: str
    type: str = "TEXT"
    names: str = ""
    required: bool = False


class Group(msgspec.Struct, frozen=True):
    """Columns that are filled together: *cells* returns what a record says in each."""

    columns: tuple[Column, ...]
    cells: Callable[[Any], Cells]


def columns(groups: Iterable[Group]) -> tuple[Column, ...]:
    """Return the columns of *groups*, in their order."""
    return tuple(column for group in groups for column in group.columns)


def said(record: Record, dated: Callable[[Key], Group], but: str = "") -> Iterator[Group]:
    """Yield the columns of what a *record* says in one value under all keys *but* one.

    *dated* returns those of a date.
    """
    keys = (key for key in record.keys if key.name != but)
    single = (key for key in keys if key.kind not in (*SEVERAL, *RECORDS))
    for kind, some in groupby(single, key=_filled):
        if kind == "date":
            yield from map(dated, some)
        elif kind == "day":
            yield from (day(key.attribute, key.means) for key in some)
        else:
            yield _plain([*some])


def _filled(key: Key) -> str:
    """Return how the column of a key is filled: those of dates by what follows from them."""
    return key.kind if key.kind in ("date", "day") else ""


def day(name: str, means: str) -> Group:
    """Return the columns of a day: as ISO 8601, and as a number."""
    columns = Column(name, means), Column(f"{name}_day", NUMBER, "INTEGER")
    return Group(columns, partial(_day, name))


def _day(name: str, record: object) -> Cells:
    number = getattr(record, name)
    return (None, None) if number is None else (iso(number), number)


def flag(name: str, means: str) -> Group:
    """Return the column of what is either so, which is 1, or not, which is NULL."""
    return Group((Column(name, means, "INTEGER"),), partial(_values, [name]))


def _plain(keys: Sequence[Key]) -> Group:
    """Return the columns of what stands as it is: texts, words, signs, and flags as 1."""
    return Group(tuple(map(_column, keys)), partial(_values, [key.attribute for key in keys]))


def _column(key: Key) -> Column:
    type_ = "INTEGER" if key.kind == "flag" else "TEXT"
    names = key.registry if key.kind == "id" else ""
    return Column(key.attribute, _meaning(key), type_, names, key.required)


def _meaning(key: Key) -> str:
    """Return what a key means, with the words or signs that it may have."""
    if not key.choices:
        return key.means
    return f"{key.means} It is {listed(key.choices)}."


def _values(names: Sequence[str], record: object) -> Cells:
    return tuple([getattr(record, name) or None for name in names])
