"""The timeline, and the doors through which its events are reached."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from msgspec.structs import replace

from timeline.edtf import When
from timeline.errors import UsageError
from timeline.likeness import did_you_mean
from timeline.model.answers import Match, Query, Selection, Verdict
from timeline.model.labels import joined
from timeline.model.nests import Geography, reached, turned
from timeline.model.records import Actor, Arc, Event, Location, Source
from timeline.model.scales import PURE_ORDER
from timeline.model.store import Memory, Store
from timeline.model.tallies import Above, Tally
from timeline.model.whole import Everything
from timeline.text import counted, fold, quoted, visible


class NotOneEvent(UsageError):
    """The id names no event, or more than one."""


class Timeline:
    """An ordered collection of events with its registries.

    Events are in their total, stable order: earliest first; on the same first day
    the wider first; within one day by their times; then as they stand in the file;
    never against a link of pure order there (docs/architecture.md#one-order).
    """

    def __init__(  # noqa: PLR0913  each is a section of a file
        self,
        events: Iterable[Event] | Store,
        *,
        title: str = "",
        summary: str = "",
        as_of: int | None = None,
        actors: Mapping[str, Actor] | None = None,
        arcs: Mapping[str, Arc] | None = None,
        places: Mapping[str, Location] | None = None,
        sources: Mapping[str, Source] | None = None,
    ) -> None:
        """Order *events*, unless they are in a store already, and keep the registries.

        *as_of* is the day number up to which all of it is told; of several files, the
        earliest that one of them says.
        """
        self._read: Callable[[str, Timeline], Query] = _no_text
        self._store = events if isinstance(events, Store) else Memory(events)
        self._narrow: Narrow = _nothing
        self.title = title
        self.summary = summary
        self.as_of = as_of
        self.actors = _fixed(actors)
        self.arcs = _fixed(arcs)
        self.places = _fixed(places)
        self.geography = Geography(self.places)
        self.sources = _fixed(sources)

    def reading(self, read: "Callable[[str, Timeline], Query]") -> "Timeline":
        """Let `select` take the text of a query, which *read* understands; return itself."""
        self._read = read
        return self

    def narrowing(self, narrow: "Narrow") -> "Timeline":
        """Let `select` ask narrower dates, which *narrow* gives by id; return itself.

        They are sought when something only possibly answers, and not before.
        """
        self._narrow = narrow
        vars(self).pop("_narrower", None)
        return self

    def __len__(self) -> int:
        """Return the number of events."""
        return len(self._store)

    def __iter__(self) -> Iterator[Event]:
        """Go through all events, in order."""
        return iter(self._store)

    def select(self, query: Query | str | None = None) -> Selection:
        """Return the events that answer *query* with yes or maybe; all without one.

        The text of a query is understood by a timeline from `timeline.load`.
        """
        if query is None:
            return Everything(self._store)
        if isinstance(query, str):
            query = self._read(query, self)
        found = self._store.select(query)
        if self._narrow is _nothing or not found.possible or not self._narrower:
            return found
        return Selection(self._asked_again(found, query))

    def has(self, query: Query) -> bool:
        """Return whether an event answers *query*, by its own date, with yes or maybe."""
        return self._store.has(query)

    def _asked_again(self, found: Iterable[Match], query: Query) -> Iterator[Match]:
        """Yield what was *found*; what only possibly answers, as its narrower date does."""
        for match in found:
            event = self.narrowed(match.event) if match.verdict is Verdict.MAYBE else match.event
            if event is match.event:
                yield match
                continue
            verdict = query.matches(event)
            if verdict is not Verdict.NO:
                yield Match(match.event, verdict, deduced=verdict is Verdict.YES)

    def narrowed(self, event: Event) -> Event:
        """Return *event* with the narrower date of which questions are asked, if it has one."""
        date = self._narrower.get(event.id)
        return replace(event, date=date) if date else event

    @cached_property
    def _narrower(self) -> Mapping[str, When]:
        return self._narrow(self)

    def get(self, name: str) -> Event:
        """Return the event whose id is *name*, or whose id alone contains it.

        Case, accents and dashes make no difference, unless ids differ in nothing
        else. Raises `NotOneEvent` with the ids that come near, or those that
        share it.
        """
        if event := self.event(name):
            return event
        part = fold(name)
        found = [event.id for event in self.named(name) if part and part in fold(event.id)]
        same = [id_ for id_ in found if fold(id_) == part]
        meant = same or found
        event = self.event(meant[0]) if len(meant) == 1 else None
        if event is None:
            raise self._not_one(name, meant)
        return event

    def event(self, id_: str) -> Event | None:
        """Return the event whose id is *id_*, letter by letter; None if there is none."""
        return self._store.event(id_)

    def values(self, key: str) -> Mapping[str, int]:
        """Return each value that events have under a *key*, as they come: how many have it.

        Of citations and links it is the id that they name.
        """
        return self._store.values(key)

    def named(self, *parts: str, end: str = "") -> Iterator[Event]:
        """Yield the events in whose title or id all *parts* stand, and whose id has this *end*.

        They come in order. Case, accents and hyphens make no difference, be they in a part or
        in the other.
        """
        return self._store.named(*map(joined, parts), end=joined(end))

    def on(self, lies: Callable[[When], object]) -> Iterator[Event]:
        """Yield the events of whose dates *lies* says so, in order; each date is asked once."""
        for places, dated in self.select().stretches():
            if lies(dated.date):
                yield from map(self.at, places)

    def place(self, event: Event) -> int:
        """Return the place of *event*, one of this timeline, in their order: from 0."""
        return self._store.place(event.id)

    def at(self, place: int) -> Event:
        """Return the event at a *place* in their order; raises `IndexError` for none."""
        return self._store.at(place)

    def closing(self, event: Event) -> int | None:
        """Return the day number up to which *event* was followed, None where nobody says."""
        return self.as_of if event.as_of is None else event.as_of

    def neighbours(self, event: Event) -> tuple[Event | None, Event | None]:
        """Return what comes just before and just after *event*, one of this timeline."""
        place = self.place(event)
        before = self.at(place - 1) if place else None
        return before, self.at(place + 1) if place + 1 < len(self) else None

    def links_to(self, event: Event) -> tuple[tuple[str, Event], ...]:
        """Return the links that point at *event*: (type, the event they come from)."""
        return self._store.links_to(event.id)

    def tallies(self, key: str) -> Mapping[str, Tally]:
        """Return a tally for each value that events have under a *key*, as they come.

        An event counts for all to which `above` leads.
        """
        return self._store.tallies(key, self.above(key))

    def above(self, key: str) -> Above:
        """Return the way from a value of a *key* to those under which its events count.

        That is the value, and of an actor all that it is `of`, of a place those in which it
        lies, transitively.
        """
        match key:
            case "actors":
                return lambda actor: self._groups.get(actor) or [actor]
            case "places":
                return self.geography.outer
        return lambda value: [value]

    def linked(self, types: Collection[str] | None = None) -> list[Event]:
        """Return the events from which a link leads, in order; with *types* one of these."""
        wanted = self._store.link_types() if types is None else types
        return list(self._store.linked(wanted))

    def spellings(self, *, numbers: bool) -> Mapping[str, str] | None:
        """Return the words of all texts, folded, with a spelling; None where nobody knows them.

        Those of digits alone are among them with *numbers*, behind the others.
        """
        return self._store.spellings(numbers=numbers)

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
    def has_pure_order(self) -> bool:
        """Whether a link says nothing but order: `after`, `before` or `during`."""
        return any(type_ in PURE_ORDER for type_ in self._store.link_types())

    @property
    def heading(self) -> str:
        """What stands above it: its title, or that it is a timeline."""
        return self.title if self.title.strip() else "A timeline"

    @property
    def most_linked(self) -> str:
        """The id of the event that has most links, the first of several; "" of no events."""
        return self._store.most_linked()

    @property
    def letters(self) -> str:
        """What stands before the number of a handle, so that no id looks like one."""
        return self._store.letters()

    @cached_property
    def _groups(self) -> dict[str, list[str]]:
        """Actor → itself and everything it is `of`, transitively, in the order of the file."""
        groups: dict[str, list[str]] = {}
        for actor in self.actors:
            for member in self.members(actor):
                groups.setdefault(member, []).append(actor)
        return groups

    @cached_property
    def _members(self) -> dict[str, list[str]]:
        return turned({id_: actor.of for id_, actor in self.actors.items()})

    def _not_one(self, name: str, found: list[str]) -> NotOneEvent:
        if not found:
            message = f"no event is called {quoted(name)}"
            return NotOneEvent(message, did_you_mean(name, self.values("id")))
        ids = "\n".join(f"  {visible(id_)}" for id_ in found[:_SHOWN])
        more = f"\n  and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        return NotOneEvent(f"{quoted(name)} is part of {counted(len(found), 'id')}", ids + more)


_SHOWN = 8  # ids listed when a name is part of many

Narrow: TypeAlias = Callable[[Timeline], Mapping[str, When]]
"""What gives the narrower dates of a timeline, by the ids of their events."""


_Entry = TypeVar("_Entry")


def _fixed(registry: Mapping[str, _Entry] | None) -> Mapping[str, _Entry]:
    """Return a *registry* that nobody can change; one that is such already is not gone through."""
    if isinstance(registry, MappingProxyType):
        return registry
    return MappingProxyType(dict(registry or {}))


def _nothing(_: Timeline) -> Mapping[str, When]:
    return {}


def _no_text(_: str, __: Timeline) -> Query:
    raise TypeError("a query in words needs a timeline from timeline.load")
