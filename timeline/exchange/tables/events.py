"""The rows of a table, by the layout of its columns → events."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

import msgspec
from msgspec.structs import replace

from timeline.exchange.builder import Builder
from timeline.exchange.dates import NotADate, Reading
from timeline.exchange.losses import Losses
from timeline.exchange.tables.citations import BETWEEN, Pairs, Sources, pairs
from timeline.exchange.tables.columns import Layout
from timeline.exchange.tables.dates import Dates
from timeline.exchange.tables.orders import Orders
from timeline.exchange.tables.rows import Row, Table, is_blank
from timeline.model.records import LINK_TYPES, STATUSES, Citation, Link, Place

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
        self._dated = frozenset(columns)
        self._orders = Orders(order, () if maker.date else columns, losses)
        self._dates = Dates(maker.layout, self._orders.of)

    def add_all(self, table: Table) -> None:
        """Add every row, or refuse it; note the values that had no place."""
        used = {column for columns in self._maker.layout.values() for column in columns}
        unused: dict[str, int] = {}
        for row in self._orders.settled(table):
            self._add(row, table.place(row))
            for column in row.values.keys() - used:
                unused[column] = unused.get(column, 0) + 1
        self._orders.tell()
        if self._dates.only_midnights:
            self._builder.without_midnights()
        if unused:
            late = ", ".join(each for each in unused if each not in set(table.columns))
            times = sum(unused.values())
            self._losses.drop(
                "values in columns that are not used", table.header, late, times=times
            )

    def _add(self, row: Row, place: Place) -> None:
        maker, builder = self._maker, self._builder
        row.values = dict(self._told(row.values, place))
        text, values = _texts(maker.layout, row.values), row.values
        try:
            date = maker.date(values) if maker.date else self._dates.read(values)
        except NotADate as error:
            self._losses.refuse(error.message, place, self._dates.written(values), error.hint)
            return
        builder.add(
            place,
            date=date,
            written=self._dates.written(values),
            title=maker.title(values) if maker.title else text("title"),
            id=text("id"),
            summary=text("summary"),
            kind=self._one_of("kind", text("kind"), ("statement",), place),
            actors=list(map(builder.actor, self._parts("actors", row))),
            places=self._parts("places", row),
            arc=builder.arc(text("arc")),
            tags=maker.tags(values) if maker.tags else self._parts("tags", row, _TAGS),
            status=self._one_of("status", text("status"), STATUSES, place),
            sources=self._cited(values, place),
            links=self._links(row, place),
            note=maker.note(values) if maker.note else text("note"),
        )

    def _told(self, values: Values, place: Place) -> Iterator[tuple[str, str]]:
        """Yield the values of a row that say something; dates have words of their own for it."""
        for column, text in values.items():
            if text in self._maker.nothing:
                continue
            if column not in self._dated and is_blank(text):
                self._losses.drop("a cell that says that there is nothing", place, text)
            else:
                yield column, text

    def _parts(self, key: str, row: Row, between: re.Pattern[str] | None = None) -> list[str]:
        cells = (row.values.get(column, "") for column in self._maker.layout.get(key, ()))
        return [
            part for cell in cells if cell for part in _split(cell, between) if not is_blank(part)
        ]

    def _cited(self, values: Values, place: Place) -> Iterable[Citation]:
        if self._maker.sources:
            return self._maker.sources(self._builder, values)
        return self._sources.cited(values, place)

    def _links(self, row: Row, place: Place) -> Iterator[Link]:
        for part in self._parts("links", row):
            type_, _, target = part.partition(" ")
            if type_ in LINK_TYPES and target:
                yield Link(type_, target)
            else:
                self._losses.drop("a link without a known type", place, part)

    def _one_of(self, key: str, word: str, known: Iterable[str], place: Place) -> str:
        if not word or word.lower() in known:
            return word.lower()
        self._losses.drop(f"a {key} that events do not have", place, word)
        return ""


def _texts(layout: Layout, values: Values) -> Callable[[str], str]:
    """Return what gives the text for a key: of its columns, set apart by a dash."""

    def text(key: str) -> str:
        return " – ".join(filter(None, (values.get(each, "") for each in layout.get(key, ()))))

    return text


def _split(cell: str, between: re.Pattern[str] | None) -> list[str]:
    parts = BETWEEN.split(cell)
    return between.split(cell) if between and len(parts) == 1 else parts
