"""The tables of a database, made from the keys of an event file: see docs/scale.md.

What a record says in one value is a column. What it says in a list is a table of its own, with
a row for each value: `event_actors` has the event, the position in its list, and the actor.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final, TypeAlias

import msgspec

from timeline.exchange.sqlite.columns import RECORDS, Cells, Column, Group, columns, day, flag, said
from timeline.exchange.sqlite.dates import dated
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.keys import SEVERAL, Key, Record
from timeline.model.schema import EVENT, HEADER, REGISTRIES

FORMAT: Final = 1

Row: TypeAlias = tuple[str, Cells]
"""The name of a table, and the cells of a row."""
Parts: TypeAlias = tuple[tuple[str, "Table"], ...]
"""The tables of the lists of a record, each with the name by which the record has it."""

LINK: Final = Record(
    "link",
    Key(
        "type",
        "choice",
        "What the event is to the other.",
        choices=EVENT["links"].choices,
        required=True,
    ),
    Key("target", "id", "The id of the other, which need not be in this file.", required=True),
)
_LISTED: Final = {"citations": CITATION, "accounts": ACCOUNT, "links": LINK}


class Whose(msgspec.Struct, frozen=True):
    """The rows to whose lists others belong: their table, one of them, what tells them apart."""

    name: str
    one: str
    identity: tuple[Column, ...]


class Table(msgspec.Struct, frozen=True):
    """A table: the columns that tell its rows apart, what is *given*, and what a record says.

    The rows of a list belong to those of an *owner*, which its first columns name.
    """

    name: str
    means: str
    identity: tuple[Column, ...]
    said: tuple[Group, ...]
    given: tuple[Column, ...] = ()
    parts: Parts = ()
    owner: Whose | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in their order."""
        return *self.identity, *self.given, *columns(self.said)

    def rows(self, given: Cells, record: object) -> Iterator[Row]:
        """Yield the row of a *record*, and those of all that its lists hold.

        *given* are the cells of its identity, and of what it does not say itself.
        """
        cells = given
        for group in self.said:
            cells += group.cells(record)
        yield self.name, cells
        identity = given[: len(self.identity)]
        for name, part in self.parts:
            for position, item in enumerate(getattr(record, name), 1):
                yield from part.rows((*identity, position), item)


@cache
def header() -> Table:
    """Return the table of what the file is, which has one row."""
    given = (
        Column("format", "The shape of this file. Within 1, only more is added.", type="INTEGER"),
        Column("query", "What was asked for, in words; NULL for all there is."),
    )
    return Table("timeline", "What this file is: one row.", (), (*said(HEADER, dated),), given)


@cache
def registry(section: str) -> Table:
    """Return the table of the entries of a registry."""
    record = REGISTRIES[section].record
    identity = (Column("id", f"The id of the {record.noun}.", required=True),)
    parts = _parts(record, Whose(section, record.noun, identity))
    means = f"Each {record.noun} that is named."
    return Table(section, means, identity, (*said(record, dated),), parts=parts)


@cache
def events() -> Table:
    """Return the table of events."""
    identity = (Column("id", "The id of the event.", required=True),)
    given = (_ORDER, _VERDICT)
    closing = day("as_of", "The day on which its own file closes.")
    tells = (*said(EVENT, dated, but="id"), closing, flag("undated", _UNDATED))
    parts = _parts(EVENT, Whose("events", EVENT.noun, identity))
    return Table("events", "What happened, or was said.", identity, tells, given, parts)


_UNDATED: Final = "1 where no file has its date, which follows from its order; else NULL."
_ORDER: Final = Column(
    "position", "Its place in the order of time, from 1.", type="INTEGER", required=True
)
_VERDICT: Final = Column(
    "verdict", "How it answers the query: 'certain', 'possible', 'deduced'.", required=True
)


@cache
def evidence() -> Table:
    """Return the table of what events rest on: it is worked out, and no file says it."""
    identity = (
        Column("event", "The id of the event.", "TEXT", "events", required=True),
        Column("stance", "The side: 'supports' or 'denies'.", required=True),
    )
    given = (
        _number("citations", "How many uses of sources are on this side."),
        _number("least", "The least number of independent origins that they have."),
        _number("most", "The greatest number of independent origins that they may have."),
    )
    means = "What is for an event, and against it: a row for each side of which there is something."
    return Table("evidence", means, identity, (), given)


def _number(name: str, means: str) -> Column:
    return Column(name, means, type="INTEGER", required=True)


def every() -> Iterator[Table]:
    """Yield all tables, each after those whose rows it names."""
    for table in (header(), *map(registry, REGISTRIES), events(), evidence()):
        yield from _with_parts(table)


def _with_parts(table: Table) -> Iterator[Table]:
    yield table
    for _, part in table.parts:
        yield from _with_parts(part)


def _parts(record: Record, whose: Whose, above: tuple[Column, ...] = ()) -> Parts:
    """Return the tables of the lists of a *record*.

    *above* are the columns that name the row to whose list the record itself belongs.
    """
    named = Column(record.noun, f"The id of the {record.noun}.", required=True)
    if above:
        means = f"The position of the {record.noun}."
        named = Column(record.noun, means, type="INTEGER", required=True)
    lists = (key for key in record.keys if key.kind in (*SEVERAL, *RECORDS))
    return tuple((key.attribute, _part(record, key, whose, (*above, named))) for key in lists)


def _part(record: Record, key: Key, whose: Whose, owned: tuple[Column, ...]) -> Table:
    position = Column("position", "Its place in the list, from 1.", type="INTEGER", required=True)
    identity = (*owned, position)
    if key.kind in SEVERAL:
        name, value = f"{whose.one}_{key.attribute}", _value(record, key)
        return Table(name, key.means, identity, (value,), owner=whose)
    listed = _LISTED[key.kind]
    before = "" if record is EVENT else f"{whose.one}_"
    name = f"{before}{key.kind}"
    parts = _parts(listed, Whose(name, f"{before}{listed.noun}", identity), owned)
    return Table(name, key.means, identity, (*said(listed, dated),), parts=parts, owner=whose)


def _value(record: Record, key: Key) -> Group:
    """Return the column of one value of a list: `of_actor` where an actor names others."""
    noun = REGISTRIES[key.registry].noun if key.registry else key.option
    name = f"{key.attribute}_{noun}" if noun == record.noun else noun
    is_id = key.kind == "ids"
    means = f"The id of one {noun}." if is_id else f"One {noun}."
    if key.kind == "origins":
        means = f"The id of one {noun}, or the name of one that was not read."
    return Group(
        (Column(name, means, "TEXT", key.registry if is_id else "", required=True),), _itself
    )


def _itself(value: str) -> Cells:
    return (value,)
