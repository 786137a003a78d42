"""What is written of events, as a net of days: none is outside its bounds, or after another.

A link says that one day is never after another; so does a source, which tells nothing
that has not begun. The rest of the file is never asked: no text, no tags, no `part-of`.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import msgspec

from timeline.edtf import FAR
from timeline.edtf.days import or_far
from timeline.edtf.parts import Span
from timeline.inference.chains import LATER, Step
from timeline.inference.net import Net
from timeline.model.records import Event, Link, Source
from timeline.model.scales import PURE_ORDER, SUPPORTS
from timeline.model.timeline import Timeline

_PLAIN: Final = ("date", "one-of")  # what such a date names began and ended on one day


class Days(msgspec.Struct, frozen=True, gc=False):
    """The nodes of an event's first and last day: one node where it is of one day."""

    start: int
    end: int


class Told(NamedTuple):
    """A source of an event, and the day by which it has told it."""

    source: Source
    day: int


class Limits:
    """The days of events, as a net, and what each limit of them follows from."""

    def __init__(
        self, timeline: Timeline, today: int | None, events: Iterable[Event], *, pure: bool = False
    ) -> None:
        """Limit the days of *events* of *timeline*, and of what they are linked to.

        With *pure* only links that say nothing but order count. *today* is the day up to
        which an event is followed of which nobody says it.
        """
        self._timeline = timeline
        self._today = today
        self.net = Net()
        self.known: dict[str, Days] = {}
        """Id → the nodes of an event of which anything is known."""
        self.owners: list[Event] = []
        """The event of each node."""
        self.steps: dict[int, Step] = {}
        """What each edge of the net follows from; that events end after they begin is in none."""
        self.told: dict[int, Told] = {}
        """Node → the source that gives it its last day, where one does."""
        kept = list(events)
        targets = (link.target for each in kept for link in each.links if link.type == "during")
        self._stages = frozenset(targets)
        self._out = {} if pure else dict(_dated(timeline))
        for event in kept:
            self._take(event, pure=pure)

    def days(self, event: Event) -> Days:
        """Return the nodes of *event*, which may be new."""
        found = self.known.get(event.id)
        if found is None:
            found = self.known[event.id] = self._nodes(event)
        return found

    def _take(self, event: Event, *, pure: bool) -> None:
        for link in event.links:
            if link.type in PURE_ORDER or (link.type in LATER and not pure):
                self._link(event, link, self._timeline.get(link.target))
        if self._out and event.sources:
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
        elif self.net.lows[its.start] <= or_far(event.date.start[1], FAR):
            self._edge(its.start, mine.start, step)

    def _edge(self, tail: int, head: int, step: Step) -> None:
        if tail != head:
            self.steps[self.net.edge(tail, head)] = step

    def _tell(self, event: Event) -> None:
        """Let the sources of an event limit its beginning, unless they may foretell it."""
        last = event.date.start[1]
        told = min(self._reports(event, or_far(last, FAR)), key=_day, default=None)
        if told is None or self._may_follow(last, event):
            return
        start = self.days(event).start
        self.net.highs[start] = min(self.net.highs[start], told.day)
        self.told[start] = told

    def _may_follow(self, last: int | None, event: Event) -> bool:
        """Whether the *last* day on which an event may begin is beyond where its file closes."""
        closing = self._timeline.closing(event)
        closing = self._today if closing is None else closing
        return last is not None and closing is not None and last > closing

    def _reports(self, event: Event, last: int) -> Iterator[Told]:
        """Yield who told an event before the day *last*, as far as it may have begun by then."""
        first = or_far(event.date.start[0], -FAR)
        for citation in event.sources:
            told = self._out.get(citation.source)
            if told and first <= told.day < last and citation.side == SUPPORTS:
                yield told

    def _nodes(self, event: Event) -> Days:
        start, end = bounds(event)
        node = self._node(event, start)
        if event.date.kind in _PLAIN and event.id not in self._stages:
            return Days(node, node)
        last = self._node(event, end)
        self.net.edge(node, last)
        return Days(node, last)

    def _node(self, event: Event, span: Span) -> int:
        self.owners.append(event)
        return self.net.node(or_far(span[0], -FAR), or_far(span[1], FAR))


def _dated(timeline: Timeline) -> Iterator[tuple[str, Told]]:
    """Yield the sources that say, without doubt, by which day they were out."""
    for id_, source in timeline.sources.items():
        if source.date and not source.date.uncertain:
            day = source.date.possible[1]
            if day is not None:
                yield id_, Told(source, day)


def _day(told: Told) -> int:
    return told.day


def bounds(event: Event) -> tuple[Span, Span]:
    """Return the bounds from which an event's days start: none where they are doubted.

    None either where nothing is written: what follows from order is no reason for it.
    """
    if event.date.uncertain or event.undated:
        return (None, None), (None, None)
    return event.date.start, event.date.end
