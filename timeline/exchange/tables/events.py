"""The rows of a table, by the layout of its columns → events."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

import msgspec
from msgspec.structs import replace

from timeline.exchange import dates
from timeline.exchange.building import Builder
from timeline.exchange.dates import NotADate, Reading
from timeline.exchange.losses import Losses
from timeline.exchange.tables.citing import BETWEEN, Pairs, Sources, pairs
from timeline.exchange.tables.columns import Layout
from timeline.exchange.tables.rows import Row, Table
from timeline.model import LINK_TYPES, STATUSES, Citation, Link, Place

Values: TypeAlias = dict[str, str]

_TAGS: Final = re.compile(r"\s*,\s*")  # where nothing of the above parts them
_SLASHED: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}.*", re.ASCII)
_DOUBLE: Final = re.compile(r"(\d{4}) ?/ ?(\d{1,4})", re.ASCII)
_MONTHS: Final = 12
_GOING_ON: Final = frozenset(("present", "ongoing", "now", "today", "current", ".."))
_NOT_KNOWN: Final = frozenset(("unknown", "?", "not known"))


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
        """Read dates such as 3/4/2020 in *order*: "dmy", "mdy", or "" to refuse them."""
        self._maker = maker
        self._sources = Sources(maker.layout, maker.pairs, builder, losses)
        self._builder = builder
        self._losses = losses
        self._order = order
        self._impossible = {"dmy": ("", 0), "mdy": ("", 0)}  # order → a date it cannot be, how many

    def add_all(self, table: Table) -> None:
        """Add every row, or refuse it; note the values that had no place."""
        used = {column for columns in self._maker.layout.values() for column in columns}
        unused: dict[str, int] = {}
        for row in table:
            self._add(row, table.place(row))
            for column in row.values.keys() - used:
                unused[column] = unused.get(column, 0) + 1
        self._advise()
        if unused:
            late = ", ".join(each for each in unused if each not in set(table.columns))
            times = sum(unused.values())
            self._losses.drop(
                "values in columns that are not used", table.header, late, times=times
            )

    def _add(self, row: Row, place: Place) -> None:
        maker, builder = self._maker, self._builder
        if maker.nothing:
            row.values = {k: text for k, text in row.values.items() if text not in maker.nothing}
        text, values = _texts(maker.layout, row.values), row.values
        try:
            date = maker.date(values) if maker.date else self._date(row)
        except NotADate as error:
            self._losses.refuse(error.message, place, self._written(row), error.hint)
            return
        builder.add(
            place,
            date=date,
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

    def _date(self, row: Row) -> Reading:
        """Return the date of a row: a day, its parts, or a span with its end."""
        layout, values = self._maker.layout, row.values
        columns = layout["date"]
        if len(columns) > 1:
            start = _of_parts([values.get(column, "") for column in columns])
        else:
            start = self._read(values.get(columns[0], ""))
        text = _texts(layout, values)
        start, end = _timed(start, text("time")), text("end")
        if not end:
            return start
        if end.lower() in _GOING_ON and start.text:
            return _spanning(start, Reading(".."))
        if end.lower() in _NOT_KNOWN and start.text:
            return _spanning(start, Reading(""))
        ending = self._read(end)
        return _spanning(start, ending) if ending.text else start

    def _read(self, text: str) -> Reading:
        if found := _SLASHED.fullmatch(text):
            first, second = int(found[1]) > _MONTHS, int(found[2]) > _MONTHS
            for order, impossible in (("mdy", first), ("dmy", second)):
                if impossible:
                    example, count = self._impossible[order]
                    self._impossible[order] = (example or text, count + 1)
        return dates.read(text, self._order)

    def _written(self, row: Row) -> str:
        """Return the date of a row as it is written there."""
        columns = (*self._maker.layout.get("date", ()), *self._maker.layout.get("end", ()))
        return " – ".join(filter(None, (row.values.get(column, "") for column in columns)))

    def _parts(self, key: str, row: Row, between: re.Pattern[str] | None = None) -> list[str]:
        cells = (row.values.get(column, "") for column in self._maker.layout.get(key, ()))
        return [part for cell in cells if cell for part in _split(cell, between) if part]

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

    def _advise(self) -> None:
        """Say which orders the dates of the file rule out."""
        self._losses.advise("refused", dates.NO_ORDER, _advice(self._impossible))


def _advice(impossible: dict[str, tuple[str, int]]) -> str:
    out = {
        order: f"{count:,} such as {text}" for order, (text, count) in impossible.items() if count
    }
    fitting = [order for order in impossible if order not in out]
    if len(fitting) == 1:
        ((other, by),) = out.items()
        return f"import it with --order {fitting[0]}, which fits all: {other} is ruled out by {by}"
    if fitting:
        return "import it with --order dmy or --order mdy: the dates of this file fit both"
    return f"no order fits all: dmy is ruled out by {out['dmy']}, mdy by {out['mdy']}"


def _texts(layout: Layout, values: Values) -> Callable[[str], str]:
    """Return what gives the text for a key: of its columns, set apart by a dash."""

    def text(key: str) -> str:
        return " – ".join(filter(None, (values.get(each, "") for each in layout.get(key, ()))))

    return text


def _split(cell: str, between: re.Pattern[str] | None) -> list[str]:
    parts = BETWEEN.split(cell)
    return between.split(cell) if between and len(parts) == 1 else parts


def _of_parts(parts: list[str]) -> Reading:
    """Return the date whose year, month and day stand in columns of their own."""
    year, month, day = (*(part.removesuffix(".0") for part in parts), "", "")[:3]
    if dates.is_nothing(year):
        return Reading("")
    if not month.isdecimal() or not 1 <= int(month) <= _MONTHS:
        return dates.read(" ".join(filter(None, (day, month, year))))
    double, number = _DOUBLE.fullmatch(year), int(day) if day.isdecimal() else None
    if not (double or year.lstrip("-").isdecimal()) or (day and number is None):
        raise NotADate("the year and the day are not whole numbers")
    if double:
        return dates.of_two_years(double[1], double[2], int(month), number)
    return Reading(dates.of_parts(int(year), int(month), number))


def _timed(date: Reading, time: str) -> Reading:
    """Return a day with the *time* that another column says, where it is one."""
    if not time or dates.is_nothing(time) or not re.fullmatch(r"-?\d{4}-\d\d-\d\d", date.text):
        return date
    found = dates.read(f"{date.text} {time}")
    return Reading(found.text, found.widened or date.widened, date.guessed, found.fraction)


def _spanning(start: Reading, end: Reading) -> Reading:
    found = dates.span(start.text, end.text)
    widened = start.widened or end.widened or found.widened
    return Reading(found.text, widened, start.guessed or end.guessed, start.fraction)
