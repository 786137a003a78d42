"""What came first: each two of some events, and the order of all of a selection as a graph."""

from collections.abc import Sequence
from itertools import combinations

import msgspec

from timeline.errors import UsageError
from timeline.inference.order import Order, around
from timeline.inference.precedence import Precedence, is_not_after, precedence
from timeline.model.records import Event
from timeline.model.timeline import Timeline

MOST = 8
"""So many events are compared with each other."""

MOST_DRAWN = 500
"""So many events are drawn in their order."""


class Arrow(msgspec.Struct, frozen=True):
    """One event comes before another; *sure*, not even on the same day."""

    first: Event
    second: Event
    sure: bool


class Pairs(msgspec.Struct, frozen=True):
    """Events as they were named, and how each lies to those after it."""

    events: Sequence[Event]
    found: Sequence[Precedence]

    def between(self, one: Event, other: Event) -> Precedence:
        """Return how two of the events lie, in the one direction or the other."""
        pairs = {(each.first.id, each.second.id): each for each in self.found}
        return pairs.get((one.id, other.id)) or pairs[other.id, one.id]


def pairs(events: Sequence[Event], timeline: Timeline, today: int) -> Pairs:
    """Return how each two of *events* lie in time. Raises `UsageError` for too few or many."""
    several = list({event.id: event for event in events}.values())
    if len(several) < len(events) or len(several) == 1:
        raise UsageError("an event has no order to itself", "name two different events, or more")
    if len(several) > MOST:
        hint = "--format mermaid draws the order of all that a query finds"
        raise UsageError(f"{len(several)} events are too many: {MOST} at most", hint)
    order = around(timeline, today, several)
    found = [precedence(one, other, order) for one, other in combinations(several, 2)]
    return Pairs(several, found)


def arrows(events: Sequence[Event], timeline: Timeline, today: int) -> list[Arrow]:
    """Return what comes before what among *events*, without what follows from two others.

    What contradicts itself has no arrows. Raises `UsageError` for too many events.
    """
    if len(events) > MOST_DRAWN:
        message = f"{len(events):,} events are too many to draw: {MOST_DRAWN} at most"
        raise UsageError(message, "ask for fewer, as with --year or --arc")
    order = around(timeline, today, events)
    later = _later([event for event in events if not order.is_torn(event)], order)
    by_id = {event.id: event for event in events}
    found = []
    for id_, others in later.items():
        for other in others:
            if not any(other in later[between] for between in others):
                first, second = by_id[id_], by_id[other]
                found.append(Arrow(first, second, _is_sure(first, second, order)))
    return found


def _later(events: Sequence[Event], order: Order) -> dict[str, set[str]]:
    """Return the ids of those that come after each event, and of none on the same day as it."""
    after = {event.id: _not_before(event, events, order) for event in events}
    later: dict[str, set[str]] = {}
    for id_, others in after.items():
        later[id_] = {other for other in others if id_ not in after[other]}
    return later


def _not_before(event: Event, events: Sequence[Event], order: Order) -> set[str]:
    mine = order.days(event)
    reached = order.net.reached(mine.end)
    found = set()
    for other in events:
        its = order.days(other)
        is_other = other is not event
        if is_other and (its.start in reached or is_not_after(mine, its, order)):
            found.add(other.id)
    return found


def _is_sure(one: Event, other: Event, order: Order) -> bool:
    mine, its = order.days(one), order.days(other)
    return order.net.high.days[mine.end] < order.net.low.days[its.start]
