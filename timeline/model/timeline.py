"""The timeline, and the doors through which its events are reached."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec.structs import replace

from timeline.errors import UsageError
from timeline.model.answers import Match, Query, Selection, Verdict
from timeline.model.keys import Key
from timeline.model.nests import Geography, reached, turned
from timeline.model.records import Actor, Arc, Citation, Entry, Event, Ids, Link, Location, Source
from timeline.model.registries import registry_of
from timeline.model.schema import EVENT, REGISTRIES
from timeline.text import counted, did_you_mean, fold, quoted, visible

_Record = TypeVar("_Record", bound=Entry)


class NotOneEvent(UsageError):
    """The id names no event, or more than one."""


class Timeline:
    """An ordered collection of events with its registries.

    Events are in their total, stable order: earliest first; on the same first day
    the wider first; within one day by their times; then as they stand in the file
    (docs/architecture.md#one-order).
    """

    def __init__(  # noqa: PLR0913  each is a section of a file
        self,
        events: Iterable[Event],
        *,
        title: str = "",
        summary: str = "",
        as_of: int | None = None,
        actors: Mapping[str, Actor] | None = None,
        arcs: Mapping[str, Arc] | None = None,
        places: Mapping[str, Location] | None = None,
        sources: Mapping[str, Source] | None = None,
    ) -> None:
        """Order *events* and keep the registries.

        *as_of* is the day number up to which all of it is told; of several files, the
        earliest that one of them says.
        """
        self._read: Callable[[str, Timeline], Query] = _no_text
        self._events = tuple(sorted(events, key=lambda event: event.date.sort_key))
        self.title = title
        self.summary = summary
        self.as_of = as_of
        self.actors = MappingProxyType(dict(actors or {}))
        self.arcs = MappingProxyType(dict(arcs or {}))
        self.places = MappingProxyType(dict(places or {}))
        self.geography = Geography(self.places)
        self.sources = MappingProxyType(dict(sources or {}))

    def reading(self, read: "Callable[[str, Timeline], Query]") -> "Timeline":
        """Let `select` take the text of a query, which *read* understands; return itself."""
        self._read = read
        return self

    def __len__(self) -> int:
        """Return the number of events."""
        return len(self._events)

    def select(self, query: Query | str | None = None) -> Selection:
        """Return the events that answer *query* with yes or maybe; all without one.

        The text of a query is understood by a timeline from `timeline.load`.
        """
        if query is None:
            return Selection(Match(event, Verdict.YES) for event in self._events)
        if isinstance(query, str):
            query = self._read(query, self)
        matches, no, found = query.matches, Verdict.NO, []
        for event in self._events:
            verdict = matches(event)
            if verdict is not no:
                found.append(Match(event, verdict))
        return Selection(found)

    def get(self, name: str) -> Event:
        """Return the event whose id is *name*, or whose id alone contains it.

        Case, accents and dashes make no difference, unless ids differ in nothing
        else. Raises `NotOneEvent` with the ids that come near, or those that
        share it.
        """
        if event := self._by_id.get(name):
            return event
        part = fold(name)
        found = [event for id_, event in self._by_id.items() if part and part in fold(id_)]
        same = [event for event in found if fold(event.id) == part]
        if len(same or found) == 1:
            return (same or found)[0]
        raise self._not_one(name, same or found)

    def closing(self, event: Event) -> int | None:
        """Return the day number up to which *event* was followed, None where nobody says."""
        return self.as_of if event.as_of is None else event.as_of

    def neighbours(self, event: Event) -> tuple[Event | None, Event | None]:
        """Return what comes just before and just after *event*, one of this timeline."""
        at = self._at[event.id]
        before = self._events[at - 1] if at else None
        return before, self._events[at + 1] if at + 1 < len(self) else None

    def links_to(self, event: Event) -> tuple[tuple[str, Event], ...]:
        """Return the links that point at *event*: (type, the event they come from)."""
        return self._incoming.get(event.id, ())

    def members(self, actor: str) -> frozenset[str]:
        """Return the ids of *actor* and of everyone who is `of` it, transitively."""
        return frozenset(reached([actor], self._members))

    def arc_title(self, event: Event) -> str:
        """Return the title of the arc of *event*; "" if it is in none."""
        return self.arcs[event.arc].title if event.arc else ""

    def actor_name(self, actor: str) -> str:
        """Return what the actor with this id is called."""
        return self.actors[actor].name if actor in self.actors else actor

    @cached_property
    def _by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self._events}

    @cached_property
    def _at(self) -> dict[str, int]:
        return {event.id: at for at, event in enumerate(self._events)}

    @cached_property
    def _incoming(self) -> dict[str, tuple[tuple[str, Event], ...]]:
        links = ((link, event) for event in self._events for link in event.links)
        return _grouped((link.target, (link.type, event)) for link, event in links)

    @cached_property
    def _members(self) -> dict[str, list[str]]:
        return turned({id_: actor.of for id_, actor in self.actors.items()})

    def _not_one(self, name: str, found: list[Event]) -> NotOneEvent:
        if not found:
            message = f"no event is called {quoted(name)}"
            return NotOneEvent(message, did_you_mean(name, self._by_id))
        ids = "\n".join(f"  {visible(event.id)}" for event in found[:_SHOWN])
        more = f"\n  and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        return NotOneEvent(f"{quoted(name)} is part of {counted(len(found), 'id')}", ids + more)


_SHOWN = 8  # ids listed when a name is part of many
_Value = TypeVar("_Value")


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    groups: dict[str, list[_Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _no_text(_: str, __: Timeline) -> Query:
    raise TypeError("a query in words needs a timeline from timeline.load")


def joined(timelines: Sequence[Timeline]) -> Timeline:
    """Return one timeline of all events; the first title and summary that stand.

    Entries of registries unite. An id that a timeline before has given to another event,
    or to an entry that contradicts, gets a number, wherever its own timeline names it.
    """
    if len(timelines) == 1:
        return timelines[0]
    taken = {name: _Gathered() for name in REGISTRIES}
    ids = Ids()
    events = [event for each in timelines for event in _renamed(each, ids, taken)]
    return Timeline(
        events,
        title=next((each.title for each in timelines if each.title), ""),
        summary=next((each.summary for each in timelines if each.summary), ""),
        as_of=closing_day(each.as_of for each in timelines),
        **{name: registry.records for name, registry in taken.items()},
    )


def closing_day(days: Iterable[int | None]) -> int | None:
    """Return the day up to which all of several files are told: the earliest that one says."""
    return min((day for day in days if day is not None), default=None)


def united(one: _Record, other: _Record) -> _Record:
    """Return what two records of one id say together: lists united, what is missing filled in.

    Where both say something else, it is what *one* says: see `contradiction`.
    """
    keys = registry_of(one).record.names
    return replace(one, **{key: _both(one, other, key) for key in keys})


def contradiction(one: _Record, other: _Record, same: Callable[[Any], Any] = str) -> str:
    """Return the first key of which two records say something else, "" for none.

    Values are compared by what *same* makes of them.
    """
    for key in registry_of(one).record.names:
        first, second = _said(one, key), _said(other, key)
        is_list = isinstance(first, tuple)
        if first and second and not is_list and same(str(first)) != same(str(second)):
            return key
    return ""


def _said(record: Entry, key: str) -> Any:  # noqa: ANN401  of any field
    """Return a value; that it is called as its id says nothing."""
    value = getattr(record, key)
    is_name = key == registry_of(record).naming
    return None if is_name and value == record.id else value


def _both(one: _Record, other: _Record, key: str) -> Any:  # noqa: ANN401  of any field
    first: object = getattr(one, key)
    if isinstance(first, tuple):
        return tuple(dict.fromkeys((*first, *getattr(other, key))))
    return _said(one, key) or _said(other, key) or first


class _Gathered:
    """The entries of several timelines, while they are put together."""

    def __init__(self) -> None:
        self.records: dict[str, Any] = {}

    def taken_in(self, entries: Mapping[str, _Record]) -> dict[str, str]:
        """Return the id under which each of *entries* stands from now on."""
        new = {id_: self._id(record, entries) for id_, record in entries.items()}
        for id_, record in entries.items():
            mine = _called(record, new)
            there = self.records.get(new[id_])
            self.records[new[id_]] = united(there, mine) if there else mine
        return new

    def _id(self, record: _Record, entries: Mapping[str, _Record]) -> str:
        there = self.records.get(record.id)
        if not there or not contradiction(there, record, fold):
            return record.id
        return Ids([*self.records, *entries]).free(record.id)


def _renamed(timeline: Timeline, ids: Ids, taken: Mapping[str, _Gathered]) -> list[Event]:
    new = {name: taken[name].taken_in(getattr(timeline, name)) for name in REGISTRIES}
    events = [match.event for match in timeline.select()]
    new["events"] = {event.id: ids.free(event.id) for event in events}
    return [_with_ids(event, new) for event in events]


def _called(record: _Record, new: Mapping[str, str]) -> _Record:
    """Return a record by its new id, with the new ids of those of its registry that it names."""
    registry = registry_of(record)
    naming = [key for key in registry.record.keys if key.registry == registry.section]
    named = {key.name: _with_new(key, getattr(record, key.name), new) for key in naming}
    return replace(record, id=new[record.id], **named)


def _with_ids(event: Event, new: Mapping[str, Mapping[str, str]]) -> Event:
    """Return an event by its new id, with the new ids of all that it names."""
    if all(id_ == other for ids in new.values() for id_, other in ids.items()):
        return event
    named = {
        key.name: _with_new(key, getattr(event, key.name), new[key.registry])
        for key in EVENT.keys
        if key.registry
    }
    return replace(event, id=new["events"][event.id], **named)


def _with_new(key: Key, value: Any, new: Mapping[str, str]) -> Any:  # noqa: ANN401  of any key
    """Return what a key says, each id in it as it is *new*."""
    if isinstance(value, str):
        return new.get(value, value)
    if key.kind == "citations":
        return tuple(_cited(citation, new) for citation in value)
    if key.kind == "links":
        return tuple(Link(link.type, new.get(link.target, link.target)) for link in value)
    return tuple(new.get(id_, id_) for id_ in value)


def _cited(citation: Citation, new: Mapping[str, str]) -> Citation:
    return replace(citation, source=new.get(citation.source, citation.source))
