"""The rows of a table, by the layout of its columns → events."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeAlias

import msgspec
from msgspec.structs import replace

from timeline.exchange.builder import Builder, link_of
from timeline.exchange.dates import NotADate, Reading
from timeline.exchange.losses import Losses
from timeline.exchange.tables.citations import BETWEEN, Pairs, Sources, pairs
from timeline.exchange.tables.columns import FURTHER, Layout
from timeline.exchange.tables.dates import Dates
from timeline.exchange.tables.orders import Orders
from timeline.exchange.tables.rows import Table, is_blank
from timeline.model.keys import Key
from timeline.model.records import Citation, Link, Place
from timeline.model.schema import EVENT

Values: TypeAlias = dict[str, str]

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

    def add_all(self, table: Table) -> None:
        """Add every row, or refuse it; note the values that had no place."""
        used = {column for columns in self._maker.layout.values() for column in columns}
        unused: dict[str, int] = {}
        for row in self._orders.settled(table):
            row.values = dict(self._told(row.values, table.place(row)))
            self._add(row.values, table.place(row))
            for column in row.values.keys() - used:
                unused[column] = unused.get(column, 0) + 1
        self._orders.tell()
        if self._dates.only_midnights:
            self._builder.without_midnights()
        if unused:
            late = ", ".join(each for each in unused if each not in set(table.columns))
            what, times = "values in columns that are not used", sum(unused.values())
            self._losses.drop(what, table.header, late, times=times)

    def _add(self, row: Values, place: Place) -> None:
        written = self._dates.written(row)
        try:
            date = self._dated(row)
        except NotADate as error:
            self._losses.refuse(error.message, place, written, error.hint)
            return
        further: dict[str, Any] = {key.name: self._further(key, row, place) for key in FURTHER}
        self._builder.add(
            place,
            date=date,
            written=written,
            title=self._made("title", row),
            id=self._text("id", row),
            summary=self._text("summary", row),
            kind=self._one_of("kind", row, EVENT["kind"].choices, place),
            actors=list(map(self._builder.actor, self._parts("actors", row))),
            places=self._parts("places", row),
            arc=self._builder.arc(self._text("arc", row)),
            tags=self._tags(row),
            status=self._one_of("status", row, EVENT["status"].choices, place),
            sources=self._cited(row, place),
            links=self._links(row, place),
            note=self._made("note", row),
            **further,
        )

    def _further(self, key: Key, row: Values, place: Place) -> str | list[str]:
        """Return what a row says under a key that the table alone tells of."""
        if key.kind == "texts":
            return self._parts(key.name, row)
        if key.choices:
            return self._one_of(key.name, row, key.choices, place)
        return self._text(key.name, row)

    def _dated(self, row: Values) -> Reading:
        """Return the date of a row; raises `NotADate`."""
        if self._maker.date:
            return self._maker.date(row)
        return self._dates.read(row)

    def _made(self, key: str, row: Values) -> str:
        """Return the title or the note of a row, which a preset may put together."""
        make = {"title": self._maker.title, "note": self._maker.note}[key]
        return make(row) if make else self._text(key, row)

    def _tags(self, row: Values) -> Iterable[str]:
        if self._maker.tags:
            return self._maker.tags(row)
        return self._parts("tags", row, _TAGS)

    def _text(self, key: str, row: Values) -> str:
        """Return the text of a row for a key: of its columns, set apart by a dash."""
        columns = self._maker.layout.get(key, ())
        if len(columns) == 1:
            return row.get(columns[0], "")
        return " – ".join(filter(None, (row.get(column, "") for column in columns)))

    def _told(self, values: Values, place: Place) -> Iterator[tuple[str, str]]:
        """Yield the values of a row that say something; dates have words of their own for it."""
        for column, text in values.items():
            if text in self._maker.nothing:
                continue
            if column not in self._date_columns and is_blank(text):
                self._losses.drop("a cell that says that there is nothing", place, text)
            else:
                yield column, text

    def _parts(self, key: str, row: Values, between: re.Pattern[str] | None = None) -> list[str]:
        """Return the members of the cells for a key, where need be parted by *between* too."""
        cells = [row.get(column, "") for column in self._maker.layout.get(key, ())]
        parts = [part for cell in cells if cell for part in _split(cell, between)]
        return [part for part in parts if not is_blank(part)]

    def _cited(self, row: Values, place: Place) -> Iterable[Citation]:
        if self._maker.sources:
            return self._maker.sources(self._builder, row)
        return self._sources.cited(row, place)

    def _links(self, row: Values, place: Place) -> Iterator[Link]:
        for part in self._parts("links", row):
            if link := link_of(part):
                yield link
            else:
                self._losses.drop("a link without a known type", place, part)

    def _one_of(self, key: str, row: Values, known: Iterable[str], place: Place) -> str:
        word = self._text(key, row)
        if not word or word.lower() in known:
            return word.lower()
        self._losses.drop(f"a {key} that events do not have", place, word)
        return ""


def _split(cell: str, between: re.Pattern[str] | None) -> list[str]:
    parts = BETWEEN.split(cell)
    if between and len(parts) == 1:
        return between.split(cell)
    return parts
