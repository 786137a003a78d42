"""The columns of a date: its EDTF, its words, and what follows from it, for whoever compares."""

from collections.abc import Callable
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias

from timeline.edtf import When, iso
from timeline.exchange.sqlite.columns import NUMBER, Cell, Cells, Column, Group
from timeline.model.keys import Key

_KEPT: Final = 65_536  # dates of which the cells are kept: files have the same ones again


class _Fact(NamedTuple):
    """Something that follows from a date: what its column is called and means, and what it is."""

    name: str
    means: str
    of: Callable[[When], Any]
    type: str = "TEXT"


_Facts: TypeAlias = tuple[_Fact, ...]


def dated(key: Key) -> Group:
    """Return the columns of a date; of a second one of a record, without numbers.

    The names of those of a second one begin with its own.
    """
    name = key.attribute
    written = Column(name, key.means, required=key.required), Column(f"{name}_text", _WORDS)
    facts, begin = (_ALL, "") if name == "date" else (_BOUNDS, f"{name}_")
    columns = (Column(f"{begin}{fact.name}", fact.means, fact.type) for fact in facts)
    return Group((*written, *columns), partial(_cells, name, facts))


def _cells(name: str, facts: _Facts, record: object) -> Cells:
    date: When | None = getattr(record, name)
    return (None,) * (2 + len(facts)) if date is None else _of_date(date, facts)


@lru_cache(_KEPT)
def _of_date(date: When, facts: _Facts) -> Cells:
    return (date.text, date.describe(), *(fact.of(date) for fact in facts))


_WORDS: Final = "The same in words."


def _first(date: When) -> int | None:
    return date.possible[0]


def _last(date: When) -> int | None:
    return date.possible[1]


def _iso(find: Callable[[When], int | None], date: When) -> Cell:
    day = find(date)
    return None if day is None else iso(day)


def _days(name: str, means: str, find: Callable[[When], int | None]) -> tuple[_Fact, _Fact]:
    """Return a day, as ISO 8601 and as a number."""
    return _Fact(name, means, partial(_iso, find)), _Fact(f"{name}_day", NUMBER, find, "INTEGER")


_STARTS: Final = (
    *_days(
        "earliest_start",
        "The first day on which it may have begun, as it is written.",
        attrgetter("earliest_start"),
    ),
    *_days(
        "latest_start",
        "The last day on which it may have begun.",
        attrgetter("latest_start"),
    ),
)
_ENDS: Final = (
    *_days(
        "earliest_end",
        "The first day on which it may have ended; as_of if it goes on.",
        attrgetter("earliest_end"),
    ),
    *_days("latest_end", "The last day on which it may have ended.", attrgetter("latest_end")),
)
_BOUNDS: Final = (*_STARTS, *_ENDS)[::2]
_ALL: Final = (
    *_STARTS,
    *_ENDS,
    *_days("possible_from", "The first day of all readings: `~` widens what is written.", _first),
    *_days("possible_until", "The last day of all readings.", _last),
    _Fact(
        "start_kind",
        "Its beginning: closed, open (it has none) or unknown.",
        attrgetter("start_kind"),
    ),
    _Fact("end_kind", "Its end: closed, open (it goes on) or unknown.", attrgetter("end_kind")),
    _Fact(
        "uncertain",
        "1 where it is doubted (`?`, `%`), else 0.",
        attrgetter("uncertain"),
        "INTEGER",
    ),
    _Fact(
        "approximate",
        "1 where it is about then (`~`, `%`), else 0.",
        attrgetter("approximate"),
        "INTEGER",
    ),
)
