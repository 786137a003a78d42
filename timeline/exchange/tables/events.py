"""The rows of a table, by the layout of its columns → events."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any, Final, TypeAlias

import msgspec
from msgspec.structs import replace

from timeline.exchange.builder import Builder
from timeline.exchange.dates import NotADate, Reading
from timeline.exchange.losses import Losses
from timeline.exchange.tables.citations import BETWEEN, Pairs, Sources, pairs
from timeline.exchange.tables.columns import FURTHER, Layout
from timeline.exchange.tables.dates import Dates
from timeline.exchange.tables.orders import Orders
from timeline.exchange.tables.rows import LONGEST_BLANK, Table, is_blank
from timeline.exchange.values import link_of
from timeline.model.keys import Key
from timeline.model.records import Citation, Link, Place
from timeline.model.schema import EVENT
from timeline.text import together

Values: TypeAlias = dict[str, str]
Saying: TypeAlias = Callable[[Values, Place], Any]
"""Says what a row, which stands at a place, has under a key."""

_TAGS: Final = re.compile(r"\s*,\s*")  # where nothing of the above parts them


class Maker(msgspec.Struct, frozen=True, kw_only=True):
    """How a row becomes an event: by its columns, and where those alone do not say it.

    A function takes the texts of the row by column and answers for its key alone, whatever
    the layout says; *nothing* are the texts that mean no value.
    """

    layout: Layout
    date: Callable[[Values], Reading] | None = None
    title: Callable[[Values], str] | None = None
    note: Callable[[Values], str] | None = None
    tags: Callable[[Values], Iterable[str]] | None = None
    sources: Callable[[Builder, Values], Iterable[Citation]] | None = None
    pairs: Pairs = ()  # the columns of names of sources, with those of their addresses
    nothing: frozenset[str] = frozenset()

    def instead(self, layout: Layout) -> "Maker":
        """Return one that goes by *layout*, which a person has stated, for the keys it has."""
        by_layout = {key: None for key in _MADE if key in layout}
        whole = {**self.layout, **layout}
        return replace(self, layout=whole, pairs=pairs(whole, layout), **by_layout)


_MADE: Final = ("date", "title", "note", "tags", "sources")


class Events:
    """Adds the rows of a table to what is built."""

    def __init__(self, maker: Maker, builder: Builder, losses: Losses, order: str = "") -> None:
        """Read dates such as 3/4/2020 in *order*: "dmy", "mdy", or "" for what they show."""
        columns = [each for key in ("date", "end") for each in maker.layout.get(key, ())]
        self._maker = maker
        self._sources = Sources(maker.layout, maker.pairs, builder, losses)
        self._builder = builder
        self._losses = losses
        self._date_columns = frozenset(columns)
        seen = () if maker.date else columns  # a date that is made by itself knows its order
        self._orders = Orders(order, seen, losses)
        self._dates = Dates(maker.layout, self._orders.of)
        self._says = list(self._sayings())

    def add_all(self, table: Table) -> None:
        """Add every row, or refuse it; note the values that had no place."""
        used = {column for columns in self._maker.layout.values() for column in columns}
        unused: dict[str, int] = {}
        for row in self._orders.settled(table):
            place = table.place(row)
            values = self._told(row.values, place)
            self._add(values, place)
            for column in values.keys() - used:
                unused[column] = unused.get(column, 0) + 1
        self._orders.tell()
        if self._dates.only_midnights:
            self._builder.without_midnights()
        if unused:
            late = ", ".join(each for each in unused if each not in set(table.columns))
            what, times = "values in columns that are not used", sum(unused.values())
            self._losses.drop(what, table.header, late, times=times)

    def _add(self, row: Values, place: Place) -> None:
        try:
            date = self._dated(row)
        except NotADate as error:
            self._losses.refuse(error.message, place, self._dates.written(row), error.hint)
            return
        written = self._dates.written(row) if date.widened or date.guessed else ""
        said: dict[str, Any] = {"title": ""}
        for key, say in self._says:
            said[key] = say(row, place)
        self._builder.add(place, date=date, written=written, **said)

    def _sayings(self) -> Iterator[tuple[str, Saying]]:
        """Yield the keys of which the table tells anything, and what says it of a row."""
        layout = self._maker.layout
        says: dict[str, Saying] = {key.name: self._further(key) for key in FURTHER}
        says |= {key: self._text(key) for key in ("title", "id", "summary")}
        says |= {
            "kind": self._one_of("kind", EVENT["kind"].choices),
            "actors": self._actors(),
            "places": self._parts("places"),
            "arc": self._arc(),
            "tags": self._parts("tags", _TAGS),
            "status": self._one_of("status", EVENT["status"].choices),
            "sources": self._sources.cited,
            "links": self._links,
            "note": self._text("note"),
        }
        made: dict[str, Saying] = dict(self._made())
        for key, say in says.items():
            if key in made or layout.get(key) or (key == "sources" and layout.get("urls")):
                yield key, made.get(key, say)

    def _made(self) -> Iterator[tuple[str, Saying]]:
        """Yield the keys for which a preset answers."""
        maker = self._maker
        for key, make in (("title", maker.title), ("note", maker.note), ("tags", maker.tags)):
            if make:
                yield key, partial(_without_place, make)
        if cite := maker.sources:
            yield "sources", lambda row, _: cite(self._builder, row)

    def _further(self, key: Key) -> Saying:
        """Return what says what a row does under a key that the table alone tells of."""
        if key.kind == "texts":
            return self._parts(key.name)
        if key.choices:
            return self._one_of(key.name, key.choices)
        return self._text(key.name)

    def _dated(self, row: Values) -> Reading:
        """Return the date of a row; raises `NotADate`."""
        if self._maker.date:
            return self._maker.date(row)
        return self._dates.read(row)

    def _text(self, key: str) -> Callable[[Values, Place], str]:
        """Return what gives the text of a row for a key: of its columns, set apart by a dash."""
        columns = self._maker.layout.get(key, ())
        if len(columns) == 1:
            (column,) = columns
            return lambda row, _: row.get(column, "")
        return lambda row, _: together(" – ", *(row.get(each, "") for each in columns))

    def _told(self, values: Values, place: Place) -> Values:
        """Return the values of a row that say something; dates have words of their own for it."""
        nothing, dated = self._maker.nothing, self._date_columns
        doubtful = [
            (column, text)
            for column, text in values.items()
            if len(text) <= LONGEST_BLANK or text in nothing
        ]
        if not doubtful:
            return values
        told = dict(values)
        for column, text in doubtful:
            if text in nothing:
                del told[column]
            elif column not in dated and is_blank(text):
                del told[column]
                self._losses.drop("a cell that says that there is nothing", place, text)
        return told

    def _parts(
        self, key: str, between: re.Pattern[str] | None = None
    ) -> Callable[[Values, Place], Sequence[str]]:
        """Return what gives the members of the cells for a key, parted by *between* if need be."""
        columns = self._maker.layout.get(key, ())

        def parts(row: Values, _: Place) -> Sequence[str]:
            found: list[str] = []
            for column in columns:
                if cell := row.get(column):
                    found += _members(cell, between)
            return found

        return parts

    def _actors(self) -> Saying:
        parts, actor = self._parts("actors"), self._builder.actor
        return lambda row, place: list(map(actor, parts(row, place)))

    def _arc(self) -> Saying:
        text, arc = self._text("arc"), self._builder.arc
        return lambda row, place: arc(text(row, place))

    def _links(self, row: Values, place: Place) -> Iterator[Link]:
        for part in self._parts("links")(row, place):
            if link := link_of(part):
                yield link
            else:
                self._losses.drop("a link without a known type", place, part)

    def _one_of(self, key: str, known: Iterable[str]) -> Saying:
        text = self._text(key)

        def word(row: Values, place: Place) -> str:
            said = text(row, place)
            if not said or said.lower() in known:
                return said.lower()
            self._losses.drop(f"a {key} that events do not have", place, said)
            return ""

        return word


def _without_place(make: Callable[[Values], Any], row: Values, _: Place) -> Any:  # noqa: ANN401  a text or a list
    return make(row)


@lru_cache(maxsize=4096)
def _members(cell: str, between: re.Pattern[str] | None) -> tuple[str, ...]:
    """Return the members of a *cell*, which most rows share, without those that are blank."""
    parts = BETWEEN.split(cell)
    if between and len(parts) == 1:
        parts = between.split(cell)
    return tuple(part for part in parts if not is_blank(part))
