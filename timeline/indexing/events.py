"""The events of an index, which are read from files after all if that proves odd.

Of an index not all is looked at before it answers. What is found to be odd in the midst of an
answer is read from the files, and the answer goes on as if nothing had been.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from itertools import islice
from typing import Any, TypeAlias, TypeVar

from timeline.edtf import When
from timeline.indexing.database import OddIndex
from timeline.indexing.found import Found
from timeline.indexing.index import Index
from timeline.model.answers import Query, Selection
from timeline.model.beginnings import Beginning
from timeline.model.briefs import Name
from timeline.model.records import Event
from timeline.model.store import Memory, Store
from timeline.model.tallies import Above, Tally
from timeline.model.timeline import Timeline

Again: TypeAlias = Callable[[], Timeline]
"""Reads the files of an index after all, having thrown it away."""

_Answer = TypeVar("_Answer")


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
        return self.each(iter)

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

    def linked(self, types: Collection[str]) -> Iterator[Event]:
        """Yield the events from which a link of one of these *types* leads, in order."""
        return self.each(lambda store: store.linked(types))

    def spellings(self, *, numbers: bool) -> Mapping[str, str] | None:
        """Return the words of the texts that words are sought in; None where nobody knows them.

        Those of digits alone are among them with *numbers*.
        """
        return self.said(lambda store: store.spellings(numbers=numbers))

    def briefs(self, name: Name) -> Iterator[str]:
        """Yield the lines of all events, in order; actors have a *name*."""
        return self.each(lambda store: store.briefs(name))

    def dates(self) -> Iterator[tuple[When, int]]:
        """Yield the dates of the events in their order: how many in a row have the same."""
        return self.each(lambda store: store.dates())

    def beginnings(self) -> Iterator[tuple[Beginning, int]]:
        """Yield the beginnings of all events, in no order: how many have each, or some of them."""
        return iter(self.said(lambda store: list(store.beginnings())))

    def tallies(self, key: str, above: Above) -> Mapping[str, Tally]:
        """Return a tally for each value that events have under a *key*, as they come."""
        return self.said(lambda store: store.tallies(key, above))

    def named(self, *parts: str, end: str = "") -> Iterator[Event]:
        """Yield the events whose `label` has all *parts* and this *end*, in order."""
        return self.each(lambda store: store.named(*parts, end=end))

    def letters(self) -> str:
        """Return what stands before the number of a handle, as `letters` has it for all ids."""
        return self.said(lambda store: store.letters())

    def ids(self) -> Iterator[str]:
        """Yield the ids of all events, in order."""
        return self.each(lambda store: iter(store.values("id")))

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

    def each(self, ask: Callable[[Store], Iterator[_Answer]]) -> Iterator[_Answer]:
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
