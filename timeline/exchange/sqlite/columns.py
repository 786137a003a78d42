"""The columns of a record: one for each key that has one value, several for a date.

What is not said is NULL. A text is as it is: no formula is defused, nothing is escaped.
"""

from collections.abc import Callable
from functools import partial
from itertools import chain
from operator import attrgetter, methodcaller
from typing import Any, Final, NamedTuple, TypeAlias

import msgspec

from timeline.edtf import When, iso
from timeline.model.keys import SEVERAL, Key, Record
from timeline.text import listed

Cell: TypeAlias = str | int | None
Value: TypeAlias = Callable[[Any], Cell]
"""A record → what stands in one of its columns."""

RECORDS: Final = ("citations", "accounts", "links")
"""The kinds of keys with a list of records, which has a table of its own."""


class Column(msgspec.Struct, frozen=True):
    """A column: what it means, and what stands in it for a record.

    With *names* it has a key of the table of that name.
    """

    name: str
    means: str
    value: Value = str
    type: str = "TEXT"
    names: str = ""
    required: bool = False


def said(record: Record, but: str = "") -> tuple[Column, ...]:
    """Return the columns of what a record says in one value under all keys *but* one."""
    return tuple(column for key in record.keys if key.name != but for column in _columns(key))


def day(name: str, means: str) -> tuple[Column, Column]:
    """Return the columns of a day: as ISO 8601, and as a number."""
    return _day(name, means, attrgetter(name))


def _columns(key: Key) -> tuple[Column, ...]:
    name = key.attribute
    if key.kind in SEVERAL or key.kind in RECORDS:
        return ()
    if key.kind == "date":
        return _first_date(key) if name == "date" else _further_date(name, key.means)
    if key.kind == "day":
        return day(name, key.means)
    if key.kind == "flag":
        return (Column(name, key.means, partial(_flag, name), "INTEGER"),)
    names = key.registry if key.kind == "id" else ""
    value = partial(_plain, name)
    return (Column(name, meaning(key), value, names=names, required=key.required),)


def meaning(key: Key) -> str:
    """Return what a key means, with the words or signs that it may have."""
    if not key.choices:
        return key.means
    return f"{key.means} It is {listed(key.choices)}."


def _plain(name: str, record: object) -> str | None:
    return getattr(record, name) or None


def _flag(name: str, record: object) -> int | None:
    return 1 if getattr(record, name) else None


class _Fact(NamedTuple):
    """Something that follows from a date."""

    name: str
    means: str
    of: Callable[[When], Any]


def _attribute(name: str, means: str) -> _Fact:
    return _Fact(name, means, attrgetter(name))


def _first(date: When) -> int | None:
    return date.possible[0]


def _last(date: When) -> int | None:
    return date.possible[1]


_BOUNDS: Final = (
    _attribute("earliest_start", "The first day on which it may have begun, as it is written."),
    _attribute("latest_start", "The last day on which it may have begun."),
    _attribute("earliest_end", "The first day on which it may have ended; as_of if it goes on."),
    _attribute("latest_end", "The last day on which it may have ended."),
)
_REACH: Final = (
    _Fact("possible_from", "The first day of all readings: `~` widens what is written.", _first),
    _Fact("possible_until", "The last day of all readings.", _last),
)
_KINDS: Final = (
    _attribute("start_kind", "Its beginning: closed, open (it has none) or unknown."),
    _attribute("end_kind", "Its end: closed, open (it goes on) or unknown."),
)
_SIGNS: Final = (
    _attribute("uncertain", "1 where it is doubted (`?`, `%`), else 0."),
    _attribute("approximate", "1 where it is about then (`~`, `%`), else 0."),
)


def _first_date(key: Key) -> tuple[Column, ...]:
    """Return the columns of the date of a record, with all that follows from it."""
    days = (_day(fact.name, fact.means, _of("date", fact)) for fact in (*_BOUNDS, *_REACH))
    kinds = (Column(fact.name, fact.means, _of("date", fact)) for fact in _KINDS)
    signs = (Column(fact.name, fact.means, _of("date", fact), "INTEGER") for fact in _SIGNS)
    written = _written("date", key.means, required=key.required)
    return *written, *chain.from_iterable(days), *kinds, *signs


def _further_date(name: str, means: str) -> tuple[Column, ...]:
    """Return the columns of another date of a record: its bounds, each with its name before it."""
    days = (_day(f"{name}_{fact.name}", fact.means, _of(name, fact)) for fact in _BOUNDS)
    return *_written(name, means), *(as_iso for as_iso, _ in days)


def _written(name: str, means: str, *, required: bool = False) -> tuple[Column, Column]:
    text = _Fact("text", means, attrgetter("text"))
    words = _Fact("words", "The same in words.", methodcaller("describe"))
    return (
        Column(name, means, _of(name, text), required=required),
        Column(f"{name}_text", words.means, _of(name, words)),
    )


def _day(name: str, means: str, value: Callable[[Any], int | None]) -> tuple[Column, Column]:
    number = "The same as a number: 1 is 0001-01-01."
    return (
        Column(name, means, partial(_iso, value)),
        Column(f"{name}_day", number, value, "INTEGER"),
    )


def _iso(value: Callable[[Any], int | None], record: object) -> str | None:
    found = value(record)
    return None if found is None else iso(found)


def _of(name: str, fact: _Fact) -> Callable[[Any], Any]:
    """Return the way from a record to a fact of the date that it has under a *name*."""
    return partial(_found, name, fact.of)


def _found(name: str, find: Callable[[When], Any], record: object) -> Any:  # noqa: ANN401  of any fact
    date: When | None = getattr(record, name)
    return None if date is None else find(date)
