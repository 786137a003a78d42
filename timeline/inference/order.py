"""What is known of the order of events, and what follows from it for their dates.

A link says that one day is never after another; so does a source, which tells nothing
that has not begun. From that each event has bounds that are as narrow as what is written,
or narrower (docs/order.md). The rest of the file is never asked: no text, no tags, no
`part-of`. What `~` adds counts as possible, and on what `?` doubts nothing rests.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import msgspec

from timeline.edtf import FAR
from timeline.edtf.days import or_far
from timeline.edtf.parts import Span
from timeline.inference.chains import LATER, Chain, Narrowing, Step
from timeline.inference.net import Net
from timeline.model.records import Event, Link, Source
from timeline.model.scales import PURE_ORDER, SUPPORTS
from timeline.model.timeline import Timeline

_PLAIN: Final = ("date", "one-of")  # what such a date names began and ended on one day


class Days(msgspec.Struct, frozen=True, gc=False):
    """The nodes of an event's first and last day: one node where it is of one day."""

    start: int
    end: int


class _Told(NamedTuple):
    source: Source
    day: int


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
        self._today = today
        self._net = Net()
        self._days: dict[str, Days] = {}
        self._owners: list[Event] = []
        self.steps: dict[int, Step] = {}
        """What each edge of the net follows from; that events end after they begin is in none."""
        self._told: dict[int, _Told] = {}
        kept = list(events)
        targets = (link.target for each in kept for link in each.links if link.type == "during")
        self._stages = frozenset(targets)
        for event in kept:
            self._take(event, pure=pure)

    def days(self, event: Event) -> Days:
        """Return the nodes of *event*, which may be new."""
        found = self._days.get(event.id)
        if found is None:
            found = self._days[event.id] = self._nodes(event)
        return found

    @property
    def net(self) -> Net:
        """The days of all events that anything is known of."""
        return self._net

    def narrowing(self, event: Event) -> Narrowing | None:
        """Return the narrower bounds of *event*; None if there are none, or they contradict.

        On a date with `?` nothing rests, and of `{…}` each member has bounds of its own:
        those stay as they are.
        """
        if event.id not in self._days or not _may_narrow(event):
            return None
        days = self._days[event.id]
        if days.start in self._torn:
            return None
        found = self._span(days.start), self._span(days.end)
        if found == _bounds(event):
            return None
        return Narrowing(event, *found, self._reasons(event, days))

    def narrowings(self) -> Iterator[Narrowing]:
        """Yield what is narrower than the date of its event, in the order of the events."""
        events = (self._timeline.get(id_) for id_ in self._days)
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
        return event.id in self._days and self._days[event.id].start in self._torn

    def at_least(self, node: int) -> Chain | None:
        """Return why the day of *node* is not before its first; None if it has no first."""
        edges = self._net.to_low(node)
        root = self._net.tails[edges[0]] if edges else node
        return self._chain(root, self._net.lows[root], edges)

    def at_most(self, node: int) -> Chain | None:
        """Return why the day of *node* is not after its last; None if it has no last."""
        edges = self._net.to_high(node)
        root = self._net.heads[edges[-1]] if edges else node
        return self._chain(root, self._net.highs[root], edges[::-1], self._told.get(root))

    def way(self, tail: int, head: int) -> tuple[Step, ...] | None:
        """Return the steps that say that *tail* is never after *head*; None if none do."""
        edges = self._net.way(tail, head)
        return None if edges is None else self.said(edges)

    def _take(self, event: Event, *, pure: bool) -> None:
        for link in event.links:
            if link.type in PURE_ORDER or (link.type in LATER and not pure):
                self._link(event, link, self._timeline.get(link.target))
        if event.sources and not pure:
            self._tell(event)

    def _link(self, event: Event, link: Link, other: Event) -> None:
        """Let a link limit days; what dates contradict is no reason, unless it says just that."""
        mine, its = self.days(event), self.days(other)
        step = Step(event, link, other)
        if link.type == "after":
            self._edge(its.end, mine.start, step)
        elif link.type == "before":
            self._edge(mine.end, its.start, step)
        elif link.type == "during":
            self._edge(its.start, mine.start, step)
            self._edge(mine.end, its.end, step)
        elif self._net.lows[its.start] <= or_far(event.date.start[1], FAR):
            self._edge(its.start, mine.start, step)

    def _edge(self, tail: int, head: int, step: Step) -> None:
        if tail != head:
            self.steps[self._net.edge(tail, head)] = step

    def _tell(self, event: Event) -> None:
        """Let the sources of an event limit its beginning, unless they may foretell it."""
        last = event.date.start[1]
        told = min(self._reports(event), key=_day, default=None)
        if told is None or told.day >= or_far(last, FAR) or self._may_follow(last, event):
            return
        start = self.days(event).start
        self._net.highs[start] = min(self._net.highs[start], told.day)
        self._told[start] = told

    def _may_follow(self, last: int | None, event: Event) -> bool:
        """Whether the *last* day on which an event may begin is beyond where its file closes."""
        closing = self._timeline.closing(event)
        closing = self._today if closing is None else closing
        return last is not None and closing is not None and last > closing

    def _reports(self, event: Event) -> Iterator[_Told]:
        """Yield who told an event and by when, as far as it may have begun by then."""
        first = or_far(event.date.start[0], -FAR)
        supporting = (each for each in event.sources if each.side == SUPPORTS)
        for citation in supporting:
            source = self._timeline.sources.get(citation.source)
            if source is None or source.date is None or source.date.uncertain:
                continue
            day = source.date.possible[1]
            if day is not None and day >= first:
                yield _Told(source, day)

    def _nodes(self, event: Event) -> Days:
        start, end = _bounds(event)
        node = self._node(event, start)
        if event.date.kind in _PLAIN and event.id not in self._stages:
            return Days(node, node)
        last = self._node(event, end)
        self._net.edge(node, last)
        return Days(node, last)

    def _node(self, event: Event, span: Span) -> int:
        self._owners.append(event)
        return self._net.node(or_far(span[0], -FAR), or_far(span[1], FAR))

    @cached_property
    def _crossed(self) -> frozenset[int]:
        return frozenset(self._net.crossed)

    @cached_property
    def _torn(self) -> set[int]:
        return self._net.held_by(self._net.crossed)

    def _span(self, node: int) -> Span:
        low, high = self._net.low.days[node], self._net.high.days[node]
        return (None if low == -FAR else low), (None if high == FAR else high)

    def _reasons(self, event: Event, days: Days) -> tuple[Chain, ...]:
        """Return why the bounds of *event* are narrower, each once."""
        start, end = _bounds(event)
        found = [*self._moved(days.start, start)]
        if days.end != days.start:
            found += [each for each in self._moved(days.end, end) if each not in found]
        return tuple(found)

    def _moved(self, node: int, written: Span) -> Iterator[Chain]:
        low, high = self._span(node)
        least = self.at_least(node) if low != written[0] else None
        most = self.at_most(node) if high != written[1] else None
        yield from filter(None, (least, most))

    def highest(self, node: int) -> Chain | None:
        """Return what is written, from which the day of *node* has its last."""
        return self._chain(node, self._net.highs[node], (), self._told.get(node))

    def lowest(self, node: int) -> Chain | None:
        """Return what is written, from which the day of *node* has its first."""
        return self._chain(node, self._net.lows[node], ())

    def _chain(
        self, root: int, day: int, edges: Sequence[int], told: _Told | None = None
    ) -> Chain | None:
        if abs(day) == FAR:
            return None
        source = told.source if told else None
        return Chain(day, self._owners[root], source, self.said(edges))

    def said(self, edges: Iterable[int]) -> tuple[Step, ...]:
        """Return what *edges* follow from: that an event ends after it begins goes unsaid."""
        return each_once(self.steps[edge] for edge in edges if edge in self.steps)


def each_once(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return *steps* without those that are there already: `during` limits both ends."""
    return tuple({id(step): step for step in steps}.values())


def _day(told: _Told) -> int:
    return told.day


def _may_narrow(event: Event) -> bool:
    return not event.date.uncertain and event.date.kind != "all-of"


def _bounds(event: Event) -> tuple[Span, Span]:
    """Return the bounds from which an event's days start: none where they are doubted.

    None either where nothing is written: what follows from order is no reason for it.
    """
    if event.date.uncertain or event.undated:
        return (None, None), (None, None)
    return event.date.start, event.date.end


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
