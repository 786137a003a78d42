"""Where the events of a timeline are, and the questions that are answered there.

All that is asked of events goes through `Store`, so that they need not be in memory: whatever
answers as `Memory` does may stand behind a timeline.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, compress, groupby
from operator import attrgetter
from typing import Protocol, TypeVar, runtime_checkable

from timeline.edtf import When
from timeline.model.answers import Match, Query, Selection, Verdict
from timeline.model.beginnings import Beginning, beginning
from timeline.model.briefs import Name, line
from timeline.model.labels import fits, label, letters
from timeline.model.records import Event
from timeline.model.sequence import in_order
from timeline.model.tallies import Above, Tally, tallies, values_of


@runtime_checkable
class Store(Protocol):
    """The events of a timeline in their order, each of which has an id of its own.

    An event that is given out twice is equal to itself, and need not be the same object.
    """

    def __len__(self) -> int:
        """Return how many events there are."""
        ...

    def __iter__(self) -> Iterator[Event]:
        """Go through all of them, in order."""
        ...

    def select(self, query: Query) -> Selection:
        """Return the events that answer *query* with yes or maybe, in order."""
        ...

    def has(self, query: Query) -> bool:
        """Return whether an event answers *query* with yes or maybe."""
        ...

    def event(self, id_: str) -> Event | None:
        """Return the event whose id is *id_*."""
        ...

    def at(self, place: int) -> Event:
        """Return the event at a *place* in their order, which counts from 0."""
        ...

    def briefs(self, name: Name) -> Iterator[str]:
        """Yield the lines of all events, in order; actors have a *name*."""
        ...

    def place(self, id_: str) -> int:
        """Return the place of the event whose id is *id_*."""
        ...

    def values(self, key: str) -> Mapping[str, int]:
        """Return each value that events have under a *key*, as they come: how many have it.

        Of citations and links it is the id that they name.
        """
        ...

    def links_to(self, id_: str) -> tuple[tuple[str, Event], ...]:
        """Return the links that point at an event: (type, the event they come from)."""
        ...

    def link_types(self) -> Collection[str]:
        """Return the types of the links that there are, each once."""
        ...

    def linked(self, types: Collection[str]) -> Iterator[Event]:
        """Yield the events from which a link of one of these *types* leads, in order."""
        ...

    def spellings(self, *, numbers: bool) -> Mapping[str, str] | None:
        """Return the words of the texts that words are sought in; None where nobody knows them.

        They are those of all titles, summaries, names, places and tags, folded, each with the
        greatest of its spellings; words of digits alone only with *numbers*, and behind the
        others (`timeline.query.spellings`).
        """
        ...

    def most_linked(self) -> str:
        """Return the id of the event that has most links, the first of several; "" of none."""
        ...

    def dates(self) -> Iterator[tuple[When, int]]:
        """Yield the dates of the events in their order: how many in a row have the same."""
        ...

    def beginnings(self) -> Iterator[tuple[Beginning, int]]:
        """Yield the beginnings of all events, in no order: how many have each, or some of them."""
        ...

    def tallies(self, key: str, above: Above) -> Mapping[str, Tally]:
        """Return a tally for each value that events have under a *key*, as they come.

        It is what `tallies` makes of all events, each of them certain. *above* is what a
        timeline has for that key (`Timeline.above`): it follows from its registries, so
        that what was counted once need not be counted again.
        """
        ...

    def named(self, *parts: str, end: str = "") -> Iterator[Event]:
        """Yield the events whose `label` has all *parts* and this *end*, in order.

        They are as `joined` makes them.
        """
        ...

    def letters(self) -> str:
        """Return what stands before the number of a handle, as `letters` has it for all ids."""
        ...


class Memory:
    """A store that has all events at hand."""

    def __init__(self, events: Iterable[Event], ordered: Sequence[Event] | None = None) -> None:
        """Put *events* in order, what is alike as it comes; *ordered* are those that are so."""
        self._events = in_order(events) if ordered is None else ordered
        self._values: dict[str, Mapping[str, int]] = {}

    def __len__(self) -> int:
        """Return how many events there are."""
        return len(self._events)

    def __iter__(self) -> Iterator[Event]:
        """Go through all of them, in order."""
        return iter(self._events)

    def select(self, query: Query) -> Selection:
        """Return the events that answer *query* with yes or maybe, in order."""
        return Selection(self._answering(query))

    def has(self, query: Query) -> bool:
        """Return whether an event answers *query* with yes or maybe."""
        return any(self._answering(query))

    def _answering(self, query: Query) -> Iterator[Match]:
        matches, no = query.matches, Verdict.NO
        for event in self._events:
            verdict = matches(event)
            if verdict is not no:
                yield Match(event, verdict)

    def event(self, id_: str) -> Event | None:
        """Return the event whose id is *id_*."""
        return self._by_id.get(id_)

    def at(self, place: int) -> Event:
        """Return the event at a *place* in their order, which counts from 0."""
        return self._events[place]

    def briefs(self, name: Name) -> Iterator[str]:
        """Yield the lines of all events, in order; actors have a *name*."""
        return (line(event, name) for event in self._events)

    def place(self, id_: str) -> int:
        """Return the place of the event whose id is *id_*."""
        return self._places[id_]

    def values(self, key: str) -> Mapping[str, int]:
        """Return each value that events have under a *key*, as they come: how many have it."""
        if key not in self._values:
            self._values[key] = counted(self._events, key)
        return self._values[key]

    def links_to(self, id_: str) -> tuple[tuple[str, Event], ...]:
        """Return the links that point at an event: (type, the event they come from)."""
        return self._incoming.get(id_, ())

    def link_types(self) -> Collection[str]:
        """Return the types of the links that there are, each once."""
        return self._link_types

    def linked(self, types: Collection[str]) -> Iterator[Event]:
        """Yield the events from which a link of one of these *types* leads, in order."""
        leads = (any(link.type in types for link in event.links) for event in self._events)
        return compress(self._events, leads)

    def spellings(self, *, numbers: bool) -> Mapping[str, str] | None:  # noqa: ARG002
        """Return that nobody knows the words of texts without a look at them."""
        return None

    def most_linked(self) -> str:
        """Return the id of the event that has most links, the first of several; "" of none."""
        found = max(self._events, key=lambda event: len(event.links), default=None)
        return found.id if found else ""

    def dates(self) -> Iterator[tuple[When, int]]:
        """Yield the dates of the events in their order: how many in a row have the same."""
        for date, events in groupby(self._events, attrgetter("date")):
            yield date, sum(1 for _ in events)

    def beginnings(self) -> Iterator[tuple[Beginning, int]]:
        """Yield the beginnings of all events, in no order: how many have each, or some of them."""
        return ((beginning(date), number) for date, number in self.dates())

    def tallies(self, key: str, above: Above) -> Mapping[str, Tally]:
        """Return a tally for each value that events have under a *key*, as they come."""
        return tallies(((event, True) for event in self._events), key, above)

    def named(self, *parts: str, end: str = "") -> Iterator[Event]:
        """Yield the events whose `label` has all *parts* and this *end*, in order."""
        return compress(self._events, (fits(each, parts, end) for each in self._labels))

    def letters(self) -> str:
        """Return what stands before the number of a handle, as `letters` has it for all ids."""
        return self._letters

    @cached_property
    def _labels(self) -> list[str]:
        return [label(event.title, event.id) for event in self._events]

    @cached_property
    def _letters(self) -> str:
        return letters([event.id for event in self._events])

    @cached_property
    def _link_types(self) -> frozenset[str]:
        return frozenset(link.type for event in self._events for link in event.links)

    @cached_property
    def _by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self._events}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {event.id: at for at, event in enumerate(self._events)}

    @cached_property
    def _incoming(self) -> dict[str, tuple[tuple[str, Event], ...]]:
        links = ((link, event) for event in self._events for link in event.links)
        return _grouped((link.target, (link.type, event)) for link, event in links)


def counted(events: Iterable[Event], key: str) -> Mapping[str, int]:
    """Return each value that *events* have under a *key*, as they come: how many have it."""
    return Counter(chain.from_iterable(map(values_of(key), events)))


_Value = TypeVar("_Value")


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    groups: dict[str, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
