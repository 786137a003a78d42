"""What a rule is, what it looks at, and what it yields."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import TypeAlias

import msgspec

from timeline.checking import explanations
from timeline.edtf import When
from timeline.inference.order import Order, whole
from timeline.model.findings import Finding, Level, Registry, Spot, Step
from timeline.model.records import Citation, Event
from timeline.model.timeline import Timeline


class Fault(msgspec.Struct, frozen=True):
    """What a rule found, before its name is put to it; *level* where it is not the rule's.

    *at* is the offset of the character at fault in the value of *spot*, 0 for all of it.
    *steps* are what is wrong only together.
    """

    spot: Spot
    message: str
    hint: str = ""
    level: Level | None = None
    at: int = 0
    steps: tuple[Step, ...] = ()


class Case:
    """A timeline, as rules look at it, and the day number of today."""

    def __init__(self, timeline: Timeline, today: int) -> None:
        """Look at *timeline* on the day *today*."""
        self.timeline = timeline
        self.today = today
        self.events = tuple(timeline)

    @cached_property
    def closing(self) -> dict[str, int]:
        """The day on which each file closes that says so."""
        days = {event.place.file: event.as_of for event in self.events}
        return {file: day for file, day in days.items() if day is not None}

    def beginning_after(self, day: int) -> Iterator[Event]:
        """Return the events that certainly begin after *day*; these stand at the end."""
        late = bisect_right(self.events, day, key=_first_day)
        return (event for event in self.events[late:] if certainly_after(event.date, day))

    @cached_property
    def order(self) -> Order:
        """What is known of the order of all events."""
        return whole(self.timeline, self.today)

    @cached_property
    def handed_on(self) -> tuple[Event, ...]:
        """The events of which a source has something from elsewhere: a copy, or it relays."""
        sources = self.timeline.sources.values()
        second = {source.id for source in sources if source.copy_of or source.relays}
        if not second:
            return self.relaying
        return self.citing(lambda cited: cited.relays or cited.source in second)

    @cached_property
    def relaying(self) -> tuple[Event, ...]:
        """The events of which a citation says itself whose account its source tells."""
        return self.citing(attrgetter("relays"))

    @cached_property
    def citations(self) -> Collection[Citation]:
        """All uses of sources; what many events have in common, as one object, is here once."""
        found = {id(each): each for event in self.events for each in event.citations}
        return found.values()

    def citing(self, such: Callable[[Citation], object]) -> tuple[Event, ...]:
        """Return the events of which a citation is *such*; each of `citations` is asked once."""
        found = set(map(id, filter(such, self.citations)))
        if not found:
            return ()
        return tuple(
            [each for each in self.events if not found.isdisjoint(map(id, each.citations))]
        )

    @cached_property
    def files(self) -> dict[str, list[Event]]:
        """The events of each file, in the order in which they stand there."""
        found: dict[str, list[Event]] = {}
        for event in sorted(self.events, key=attrgetter("place.line", "place.column")):
            found.setdefault(event.place.file, []).append(event)
        return found


def _first_day(event: Event) -> int:
    return event.date.sort_key[0]


Look: TypeAlias = Callable[[Case], Iterable[Fault]]


class Rule(msgspec.Struct, frozen=True):
    """A function with a name, the level of what it finds, and why it is worth a look."""

    look: Look
    level: Level

    @property
    def name(self) -> str:
        """What it is called on the command line and in comments: `unused-source`."""
        return self.look.__name__.strip("_").replace("_", "-")

    @property
    def help(self) -> str:
        """What it looks for, in one line."""
        return (self.look.__doc__ or "").partition("\n")[0]

    @property
    def explanation(self) -> str:
        """What it looks for, why, an example, and what to do about it."""
        return explanations.EXPLANATIONS[self.name]

    def findings(self, case: Case) -> Iterator[Finding]:
        """Return what it finds in *case*."""
        for fault in self.look(case):
            level = fault.level or self.level
            said = (fault.message, fault.hint, fault.at, fault.steps)
            yield Finding(self.name, level, fault.spot, *said)


def on(event: Event, key: str = "", value: str = "") -> Spot:
    """Return the spot of an event, of one of its keys, or of one value."""
    return Spot("events", event.id, key, value)


def entry(registry: Registry, id_: str, key: str = "", value: str = "") -> Spot:
    """Return the spot of an entry of a registry, of one of its keys, or of one value."""
    return Spot(registry, id_, key, value)


def certainly_after(date: When, day: int) -> bool:
    """Whether *date* begins after *day* in every reading."""
    written = date.earliest_start
    if written is None or written <= day:  # other readings only begin earlier
        return False
    first = date.start[0]
    return first is not None and first > day
