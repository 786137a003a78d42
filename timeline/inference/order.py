"""What is known of the order of events, and what follows from it for their dates.

From what is written (`limits`) each event has bounds that are as narrow as its date, or
narrower (docs/order.md). What `~` adds counts as possible, and on what `?` doubts nothing rests.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from timeline.edtf import FAR
from timeline.edtf.parts import Span
from timeline.inference.chains import LATER, Chain, Narrowing, Step
from timeline.inference.limits import Days, Limits, Told, bounds
from timeline.model.records import Event
from timeline.model.scales import PURE_ORDER
from timeline.model.timeline import Timeline


class Order:
    """Events, the bounds of their days, and how these limit each other."""

    def __init__(
        self, timeline: Timeline, today: int | None, events: Iterable[Event], *, pure: bool = False
    ) -> None:
        """Know the order of *events* of *timeline*, and of what they are linked to.

        With *pure* only links that say nothing but order count. *today* is the day up to
        which an event is followed of which nobody says it.
        """
        self._timeline = timeline
        self._limits = Limits(timeline, today, events, pure=pure)
        self.net = self._limits.net
        """The days of all events that anything is known of."""
        self.steps = self._limits.steps
        """What each edge of the net follows from; that events end after they begin is in none."""

    def days(self, event: Event) -> Days:
        """Return the nodes of *event*, which may be new."""
        return self._limits.days(event)

    def narrowing(self, event: Event) -> Narrowing | None:
        """Return the narrower bounds of *event*; None if there are none, or they contradict.

        On a date with `?` nothing rests, and of `{…}` each member has bounds of its own:
        those stay as they are.
        """
        if event.id not in self._limits.known or not _may_narrow(event):
            return None
        days = self._limits.known[event.id]
        if days.start in self._torn:
            return None
        found = self._span(days.start), self._span(days.end)
        if found == bounds(event):
            return None
        return Narrowing(event, *found, self._reasons(event, days))

    def narrowings(self) -> Iterator[Narrowing]:
        """Yield what is narrower than the date of its event, in the order of the events."""
        events = (self._timeline.get(id_) for id_ in self._limits.known)
        for found in filter(None, map(self.narrowing, events)):
            if (found.start, found.end) != (found.event.date.start, found.event.date.end):
                yield found

    def left(self, event: Event) -> Span | None:
        """Return the first and last day that *event* may touch; None if it has no day left."""
        days = self.days(event)
        if not self._crossed.isdisjoint((days.start, days.end)):
            return None
        return self._span(days.start)[0], self._span(days.end)[1]

    def is_torn(self, event: Event) -> bool:
        """Whether *event* hangs together with what contradicts itself."""
        return event.id in self._limits.known and self._limits.known[event.id].start in self._torn

    def at_least(self, node: int) -> Chain | None:
        """Return why the day of *node* is not before its first; None if it has no first."""
        edges = self.net.to_low(node)
        root = self.net.tails[edges[0]] if edges else node
        return self._chain(root, self.net.lows[root], edges)

    def at_most(self, node: int) -> Chain | None:
        """Return why the day of *node* is not after its last; None if it has no last."""
        edges = self.net.to_high(node)
        root = self.net.heads[edges[-1]] if edges else node
        return self._chain(root, self.net.highs[root], edges[::-1], self._limits.told.get(root))

    def highest(self, node: int) -> Chain | None:
        """Return what is written, from which the day of *node* has its last."""
        return self._chain(node, self.net.highs[node], (), self._limits.told.get(node))

    def lowest(self, node: int) -> Chain | None:
        """Return what is written, from which the day of *node* has its first."""
        return self._chain(node, self.net.lows[node], ())

    def way(self, tail: int, head: int) -> tuple[Step, ...] | None:
        """Return the steps that say that *tail* is never after *head*; None if none do."""
        edges = self.net.way(tail, head)
        return None if edges is None else self.said(edges)

    def said(self, edges: Iterable[int]) -> tuple[Step, ...]:
        """Return what *edges* follow from: that an event ends after it begins goes unsaid."""
        return each_once(self.steps[edge] for edge in edges if edge in self.steps)

    @cached_property
    def _crossed(self) -> frozenset[int]:
        return frozenset(self.net.crossed)

    @cached_property
    def _torn(self) -> set[int]:
        return self.net.held_by(self.net.crossed)

    def _span(self, node: int) -> Span:
        low, high = self.net.low.days[node], self.net.high.days[node]
        return (None if low == -FAR else low), (None if high == FAR else high)

    def _reasons(self, event: Event, days: Days) -> tuple[Chain, ...]:
        """Return why the bounds of *event* are narrower, each once."""
        start, end = bounds(event)
        found = [*self._moved(days.start, start)]
        if days.end != days.start:
            found += [each for each in self._moved(days.end, end) if each not in found]
        return tuple(found)

    def _moved(self, node: int, written: Span) -> Iterator[Chain]:
        low, high = self._span(node)
        least = self.at_least(node) if low != written[0] else None
        most = self.at_most(node) if high != written[1] else None
        yield from filter(None, (least, most))

    def _chain(
        self, root: int, day: int, edges: Sequence[int], told: Told | None = None
    ) -> Chain | None:
        if abs(day) == FAR:
            return None
        source = told.source if told else None
        return Chain(day, self._limits.owners[root], source, self.said(edges))


def each_once(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return *steps* without those that are there already: `during` limits both ends."""
    return tuple({id(step): step for step in steps}.values())


def _may_narrow(event: Event) -> bool:
    return not event.date.uncertain and event.date.kind != "all-of"


def whole(timeline: Timeline, today: int | None, *, pure: bool = False) -> Order:
    """Return what is known of the order of all events of *timeline*; of *pure* order alone."""
    events = timeline.linked(PURE_ORDER) if pure else timeline
    return Order(timeline, today, events, pure=pure)


def around(timeline: Timeline, today: int | None, events: Iterable[Event]) -> Order:
    """Return what is known of the order of *events* and of all that links hold together with them.

    That is all that can be known of them.
    """
    asked = list(events)
    found = {event.id: event for event in asked}
    waiting = list(asked)
    while waiting:
        new = [each for each in _beside(waiting.pop(), timeline) if each.id not in found]
        found |= {each.id: each for each in new}
        waiting += new
    known = Order(timeline, today, found.values())
    for event in asked:
        known.days(event)
    return known


def narrowing(event: Event, timeline: Timeline, today: int | None) -> Narrowing | None:
    """Return the bounds of *event* if all that is known of its order makes them narrower."""
    return around(timeline, today, [event]).narrowing(event)


def _beside(event: Event, timeline: Timeline) -> Iterator[Event]:
    types = {*PURE_ORDER, *LATER}
    for link in event.links:
        if link.type in types:
            yield timeline.get(link.target)
    for type_, other in timeline.links_to(event):
        if type_ in types:
            yield other
