"""Where the events of a timeline are, and the questions that are answered there.

All that is asked of events goes through `Store`, so that they need not be in memory: whatever
answers as `Memory` does may stand behind a timeline.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Protocol, TypeVar, runtime_checkable

from timeline.model.answers import Match, Query, Verdict
from timeline.model.records import Event
from timeline.model.schema import EVENT


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

    def answering(self, query: Query) -> Iterator[Match]:
        """Yield the events that answer *query* with yes or maybe, in order."""
        ...

    def event(self, id_: str) -> Event | None:
        """Return the event whose id is *id_*."""
        ...

    def at(self, place: int) -> Event:
        """Return the event at a *place* in their order, which counts from 0."""
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


class Memory:
    """A store that has all events at hand."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Put *events* in order; what is alike keeps the order in which it comes."""
        self._events = tuple(sorted(events, key=lambda event: event.date.sort_key))
        self._values: dict[str, Mapping[str, int]] = {}

    def __len__(self) -> int:
        """Return how many events there are."""
        return len(self._events)

    def __iter__(self) -> Iterator[Event]:
        """Go through all of them, in order."""
        return iter(self._events)

    def answering(self, query: Query) -> Iterator[Match]:
        """Yield the events that answer *query* with yes or maybe, in order."""
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

    def place(self, id_: str) -> int:
        """Return the place of the event whose id is *id_*."""
        return self._places[id_]

    def values(self, key: str) -> Mapping[str, int]:
        """Return each value that events have under a *key*, as they come: how many have it."""
        if key not in self._values:
            self._values[key] = _counted(self._events, key)
        return self._values[key]

    def links_to(self, id_: str) -> tuple[tuple[str, Event], ...]:
        """Return the links that point at an event: (type, the event they come from)."""
        return self._incoming.get(id_, ())

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


def values(event: Event, key: str) -> Iterable[str]:
    """Return the values that *event* has under a *key*, each once; of records the ids they name."""
    match EVENT[key].kind:
        case "citations":
            return dict.fromkeys(citation.source for citation in event.citations)
        case "links":
            return dict.fromkeys(link.target for link in event.links)
    value = attrgetter(key)(event)
    if isinstance(value, str):
        return (value,) if value else ()
    return dict.fromkeys(filter(None, value))


def _counted(events: Iterable[Event], key: str) -> Mapping[str, int]:
    return Counter(value for event in events for value in values(event, key))


_Value = TypeVar("_Value")


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    groups: dict[str, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
