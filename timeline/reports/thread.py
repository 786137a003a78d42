"""Links as a tree around one event, and as the separate stories of a selection.

Links are followed in both directions, and only between the events of the
selection. The nearest way counts: each event stands where the fewest links lead
to it, and every link is shown once.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import msgspec

from timeline.edtf import When
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event, Link
from timeline.model.timeline import Timeline


class Relation(msgspec.Struct, frozen=True):
    """A link as it is met on the way along a thread; *back* is against its direction."""

    type: str
    back: bool


class Node(msgspec.Struct, frozen=True):
    """A place in a thread: an event, how it is linked to the one above, and what hangs on it.

    `again` marks an event that stands further up already; nothing hangs on it here.
    `beyond` is how many linked events lie further off than was asked for.
    """

    match: Match
    depth: int
    relations: tuple[Relation, ...] = ()
    children: tuple["Node", ...] = ()
    again: bool = False
    beyond: int = 0


class Story(msgspec.Struct, frozen=True):
    """Events that links hold together: how many, from when to when, and where to start.

    `start` is the event that is linked with the most others, the earliest of several.
    """

    events: tuple[Event, ...]
    links: int
    start: Event

    @property
    def first(self) -> When:
        """The date of the event that comes first."""
        return self.events[0].date

    @property
    def last(self) -> When:
        """The date of the event that comes last."""
        return self.events[-1].date


# Event id → the ids it is linked with, in the order of the timeline → by which links.
Neighbours: TypeAlias = Mapping[str, Mapping[str, tuple[Relation, ...]]]


def thread(root: Event, selection: Selection, timeline: Timeline, depth: int) -> Node:
    """Return the tree of the events that at most *depth* links part from *root*.

    *selection* is of *timeline*. *root* takes part whether it is in it or not; of an event
    that only may be selected, the match says so.
    """
    return _Tree(root, _held(root, selection, timeline), depth).node(root.id)


def whole(root: Event, selection: Selection, timeline: Timeline) -> int:
    """Return how many events of *selection* links hold together with *root*, which counts too."""
    return len(_held(root, selection, timeline))


def stories(selection: Selection, timeline: Timeline) -> list[Story]:
    """Return what links hold together among the events of *selection*, the largest first.

    *selection* is of *timeline*. An event that has no link to another of them is in no story.
    """
    events = _with_links(selection, timeline)
    linked = _neighbours(events)
    places = {id_: place for place, id_ in enumerate(events)}
    left = {id_: event for id_, event in events.items() if linked[id_]}
    found = []
    while left:
        reached = sorted(_reached(next(iter(left)), linked), key=places.__getitem__)
        found.append(_story([left.pop(id_) for id_ in reached], linked))
    return sorted(found, key=lambda story: -len(story.events))


def nodes(node: Node) -> Iterable[Node]:
    """Yield *node* and all that hangs on it, as a page shows them from top to bottom."""
    yield node
    for child in node.children:
        yield from nodes(child)


class _Tree:
    """The tree while it is built: who hangs on whom, and what has been shown."""

    def __init__(self, root: Event, matches: Mapping[str, Match], depth: int) -> None:
        self._matches = matches
        self._linked = _neighbours({id_: match.event for id_, match in matches.items()})
        self._depths = _reached(root.id, self._linked, depth)
        self._parents = _parents(self._depths, self._linked)
        self._most = depth
        self._shown: set[str] = set()

    def node(self, id_: str, relations: tuple[Relation, ...] = ()) -> Node:
        """Return the event with everything below it."""
        self._shown.add(id_)
        return Node(
            match=self._matches[id_],
            depth=self._depths[id_],
            relations=relations,
            children=tuple(self._children(id_)),
            beyond=sum(other not in self._depths for other in self._linked[id_]),
        )

    def _children(self, id_: str) -> Iterator[Node]:
        for other, links in self._linked[id_].items():
            if other in self._depths:
                yield from self._child(id_, other, links)

    def _child(self, id_: str, other: str, links: tuple[Relation, ...]) -> Iterator[Node]:
        """Yield what stands below *id_* for *other*; nothing if the link is shown elsewhere."""
        if self._parents.get(other) == id_:
            yield self.node(other, links)
        elif self._parents.get(id_) != other and other in self._shown:
            yield Node(self._matches[other], self._depths[id_] + 1, links, again=True)


def _held(root: Event, selection: Selection, timeline: Timeline) -> dict[str, Match]:
    """Return id → match of all that links hold together with *root*, which is among them.

    They are in order; a root that is not selected comes first.
    """
    selected = selection.match(root)
    found = {root.id: selected or Match(root, Verdict.YES)}
    waiting = [root]
    while waiting:
        for other in _beside(waiting.pop(), timeline):
            match = None if other.id in found else selection.match(other)
            if match:
                found[other.id] = match
                waiting.append(match.event)
    first = [] if selected else [root.id]
    rest = sorted(found.keys() - first, key=lambda id_: timeline.place(found[id_].event))
    return {id_: found[id_] for id_ in (*first, *rest)}


def _with_links(selection: Selection, timeline: Timeline) -> dict[str, Event]:
    """Return id → event of those in *selection* from which a link leads, or to which, in order."""
    events = {event.id: event for event in timeline.linked()}
    targets = {link.target for event in events.values() for link in event.links}
    led_to = map(timeline.event, sorted(targets - events.keys()))
    ends = (*events.values(), *filter(None, led_to))
    found = sorted(filter(selection.match, ends), key=timeline.place)
    return {event.id: event for event in found}


def _beside(event: Event, timeline: Timeline) -> Iterator[Event]:
    """Yield the events to which links of *event* lead, and those from which links lead to it."""
    yield from filter(None, (timeline.event(link.target) for link in event.links))
    yield from (other for _, other in timeline.links_to(event))


def _neighbours(events: Mapping[str, Event]) -> Neighbours:
    """Return who is linked with whom among *events*, and how; no event with itself."""
    linked: dict[str, dict[str, list[Relation]]] = {id_: {} for id_ in events}
    for id_, link in _links_between(events):
        there = linked[id_].setdefault(link.target, [])
        there.append(Relation(link.type, back=False))
        back = linked[link.target].setdefault(id_, [])
        back.append(Relation(link.type, back=True))
    places = {id_: place for place, id_ in enumerate(events)}
    in_order: dict[str, dict[str, tuple[Relation, ...]]] = {}
    for id_, others in linked.items():
        ordered = sorted(others, key=places.__getitem__)
        in_order[id_] = {other: tuple(others[other]) for other in ordered}
    return in_order


def _links_between(events: Mapping[str, Event]) -> Iterator[tuple[str, Link]]:
    """Yield the links from one of *events* to another, each with the id it leads from."""
    for event in events.values():
        for link in event.links:
            if link.target in events and link.target != event.id:
                yield event.id, link


def _reached(start: str, linked: Neighbours, most: int | None = None) -> dict[str, int]:
    """Return how many links part *start* from each event; those with more than *most* are not."""
    depths = {start: 0}
    waiting = deque([start])
    while waiting:
        id_ = waiting.popleft()
        if depths[id_] == most:
            continue
        for other in linked[id_]:
            if other not in depths:
                depths[other] = depths[id_] + 1
                waiting.append(other)
    return depths


def _parents(depths: Mapping[str, int], linked: Neighbours) -> dict[str, str]:
    """Return each event's neighbour that was reached first, which is one link nearer."""
    parents: dict[str, str] = {}
    for id_, depth in depths.items():
        for other in linked[id_]:
            if depths.get(other) == depth + 1:
                parents.setdefault(other, id_)
    return parents


def _story(events: list[Event], linked: Neighbours) -> Story:
    ends = sum(len(relations) for event in events for relations in linked[event.id].values())
    start = max(events, key=lambda event: len(linked[event.id]))
    return Story(tuple(events), ends // 2, start)
