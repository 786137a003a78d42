"""A timeline whose events stay in an index, and are read from files after all if that proves odd.

Of an index not all is looked at before it answers. What is found to be odd in the midst of an
answer is read from the files, and the answer goes on as if nothing had been.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, TypeAlias, TypeVar

import msgspec
from msgspec import Struct

from timeline.edtf import When
from timeline.indexing import writer
from timeline.indexing.database import Database, OddIndex, Writing
from timeline.indexing.index import Index
from timeline.model.answers import Dated, Match, Query, Selection
from timeline.model.records import Event
from timeline.model.registries import ENTRIES
from timeline.model.store import Memory, Store
from timeline.model.tallies import Above, Tally
from timeline.model.timeline import Timeline

Again: TypeAlias = Callable[[], Timeline]
"""Reads the files of an index after all, having thrown it away."""

_Answer = TypeVar("_Answer")


class Head(Struct, frozen=True, array_like=True):
    """What a timeline says of itself, and how many events it has."""

    title: str
    summary: str
    as_of: int | None
    number: int


_HEAD: Final = msgspec.msgpack.Decoder(Head)


def head(timeline: Timeline) -> bytes:
    """Return the head of *timeline*; raises `ValueError` for what has no form."""
    made = Head(timeline.title, timeline.summary, timeline.as_of, len(timeline))
    try:
        return msgspec.msgpack.encode(made)
    except OverflowError as error:
        raise ValueError("a number is too large") from error


def write(timeline: Timeline, path: str) -> None:
    """Write the index of *timeline* into the empty file at *path*.

    Raises `OSError`, and `ValueError` for what has no form.
    """
    with Writing(path) as database:
        try:
            database.put(writer.written(timeline))
        except OverflowError as error:
            raise ValueError("a number is too large") from error


def timeline(
    path: str,
    about: bytes | memoryview,
    today: int | None,
    called: Mapping[str, str],
    again: Again,
) -> Timeline:
    """Return the timeline whose index lies at *path*, and whose head is *about*.

    What goes on, goes on *today*; files are *called* otherwise now in positions than when
    they were read. Raises `OddIndex`.
    """
    try:
        found = _HEAD.decode(about)
    except msgspec.DecodeError as error:
        raise OddIndex("its head is odd") from error
    events = Events(Index(Database(path), found.number, today, called), again)
    registries: dict[str, Any] = {
        name: MappingProxyType(_Registry(name, events)) for name in ENTRIES
    }
    return Timeline(
        events, title=found.title, summary=found.summary, as_of=found.as_of, **registries
    )


class Events:
    """The events of an *index*; where it proves odd, those that are read *again* from files."""

    def __init__(self, index: Index, again: Again) -> None:
        """Ask *index* as long as it answers."""
        self._index = index
        self._again = again
        self._store: Store = index

    def __len__(self) -> int:
        """Return how many events there are."""
        return len(self._store)

    def __iter__(self) -> Iterator[Event]:
        """Go through all of them, in order."""
        return self._each(iter)

    def select(self, query: Query) -> Selection:
        """Return the events that answer *query* with yes or maybe, in order."""
        return Found(self, query)

    def has(self, query: Query) -> bool:
        """Return whether an event answers *query* with yes or maybe."""
        return self.said(lambda store: store.has(query))

    def event(self, id_: str) -> Event | None:
        """Return the event whose id is *id_*."""
        return self.said(lambda store: store.event(id_))

    def at(self, place: int) -> Event:
        """Return the event at a *place* in their order, which counts from 0."""
        return self.said(lambda store: store.at(place))

    def place(self, id_: str) -> int:
        """Return the place of the event whose id is *id_*."""
        return self.said(lambda store: store.place(id_))

    def values(self, key: str) -> Mapping[str, int]:
        """Return each value that events have under a *key*, as they come: how many have it."""
        return Ids(self) if key == "id" else self.said(lambda store: store.values(key))

    def links_to(self, id_: str) -> tuple[tuple[str, Event], ...]:
        """Return the links that point at an event: (type, the event they come from)."""
        return self.said(lambda store: store.links_to(id_))

    def link_types(self) -> Collection[str]:
        """Return the types of the links that there are, each once."""
        return self.said(lambda store: store.link_types())

    def most_linked(self) -> str:
        """Return the id of the event that has most links, the first of several; "" of none."""
        return self.said(lambda store: store.most_linked())

    def dates(self) -> Iterator[tuple[When, int]]:
        """Yield the dates of the events in their order: how many in a row have the same."""
        return self._each(lambda store: store.dates())

    def tallies(self, key: str, above: Above) -> Mapping[str, Tally]:
        """Return a tally for each value that events have under a *key*, as they come."""
        return self.said(lambda store: store.tallies(key, above))

    def named(self, part: str) -> Iterator[Event]:
        """Yield the events whose `label` has *part*, a text as `joined` makes it, in order."""
        return self._each(lambda store: store.named(part))

    def letters(self) -> str:
        """Return what stands before the number of a handle, as `letters` has it for all ids."""
        return self.said(lambda store: store.letters())

    def ids(self) -> Iterator[str]:
        """Yield the ids of all events, in order."""
        return self._each(lambda store: iter(store.values("id")))

    def registry(self, name: str) -> Mapping[str, Any]:
        """Return the entries of a registry by their ids."""
        if self._store is self._index:
            with suppress(OddIndex):
                return self._index.registry(name)
        found: Mapping[str, Any] = getattr(self._read, name)
        return found

    def said(self, ask: Callable[[Store], _Answer]) -> _Answer:
        """Return what the index answers, or else the files."""
        try:
            return ask(self._store)
        except OddIndex:
            self._store = Memory(self._read)
        return ask(self._store)

    def _each(self, ask: Callable[[Store], Iterator[_Answer]]) -> Iterator[_Answer]:
        """Yield what the index answers; where it no longer does, the rest of it from the files."""
        number = 0
        try:
            for answer in ask(self._store):
                yield answer
                number += 1
        except OddIndex:
            self._store = Memory(self._read)
        else:
            return
        yield from islice(ask(self._store), number, None)

    @cached_property
    def _read(self) -> Timeline:
        return self._again()


class Found(Selection):
    """What of *events* answers a *query*; where the index proves odd, in those that were read."""

    def __init__(self, events: Events, query: Query) -> None:
        """Ask nothing yet."""
        self._events = events
        self._query = query
        self._asked: tuple[Store, Selection] | None = None

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """All matches, in order."""
        return self._said(lambda found: found.matches)

    def __len__(self) -> int:
        """Return how many events there are, certain and possible."""
        return self._said(len)

    @cached_property
    def certain(self) -> int:
        """How many events answer in every reading."""
        return self._said(lambda found: found.certain)

    @property
    def deduced(self) -> int:
        """How many of them do so by their order alone: none, of which nothing is known here."""
        return 0

    def part(self, most: int | None, *, reverse: bool = False) -> Sequence[Match]:
        """Return the first *most* matches, all without a number; with *reverse* from the end."""
        return self._said(lambda found: found.part(most, reverse=reverse))

    def dates(self) -> Iterator[Dated]:
        """Yield the dates of the events in their order: how many in a row are alike."""
        return iter(self._said(lambda found: list(found.dates())))

    def at(self, place: int) -> Match:
        """Return the match at a *place* in their order, which counts from 0."""
        return self._said(lambda found: found.at(place))

    def place(self, event: Event) -> int | None:
        """Return the place of *event* among the matches; None if it is none of them."""
        return self._said(lambda found: found.place(event))

    def _said(self, ask: Callable[[Selection], _Answer]) -> _Answer:
        return self._events.said(lambda store: ask(self._of(store)))

    def _of(self, store: Store) -> Selection:
        """Return what *store*, which may be another than it was, finds."""
        if self._asked is None or self._asked[0] is not store:
            self._asked = store, store.select(self._query)
        return self._asked[1]


class Ids(Mapping[str, int]):
    """The ids of all *events* as they come, each of which has one."""

    def __init__(self, events: Events) -> None:
        """Know where they are."""
        self._events = events

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._events)

    def __iter__(self) -> Iterator[str]:
        """Go through them in order."""
        return self._events.ids()

    def __getitem__(self, id_: str) -> int:
        """Return 1; raises `KeyError` for an id that no event has."""
        self._events.place(id_)
        return 1


class _Registry(Mapping[str, Any]):
    """A registry that is read when something of it is asked for."""

    def __init__(self, name: str, events: Events) -> None:
        self._name = name
        self._events = events

    @cached_property
    def _entries(self) -> Mapping[str, Any]:
        return self._events.registry(self._name)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __getitem__(self, id_: str) -> Any:  # noqa: ANN401  of any registry
        return self._entries[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._entries
