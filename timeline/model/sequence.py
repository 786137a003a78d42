"""The one order of events: by their dates, and among those of one first day by what links say.

A link that says nothing but order says which of two events stands first where their dates do
not: those begin on one day, as far as they say (docs/dates.md#order).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import Protocol, TypeVar

from timeline.edtf import When
from timeline.model.records import Link
from timeline.model.scales import PURE_ORDER


class Standing(Protocol):
    """What is asked of an event to find its place: it may be more than that."""

    @property
    def id(self) -> str:
        """What links call it."""
        ...

    @property
    def date(self) -> When:
        """When it begins."""
        ...

    @property
    def links(self) -> Sequence[Link]:
        """What it says of its order, among other things."""
        ...


_Event = TypeVar("_Event", bound=Standing)


def in_order(events: Iterable[_Event]) -> tuple[_Event, ...]:
    """Return *events* in order; what is alike keeps the order in which it comes.

    What is in order stays so: there is one order, however often it is asked for.
    """
    found = sorted(events, key=_key)
    pairs = set(_pairs(found))
    if any(first > second for first, second in pairs):  # else they stand in order as it is
        turns = _turns(pairs)
        for stretch in _stretches(found, turns):
            found[stretch.start : stretch.stop] = _merged(found, stretch, turns)
    return tuple(found)


def _key(event: Standing) -> tuple[int, ...]:
    return event.date.sort_key


def _pairs(events: Sequence[Standing]) -> Iterator[tuple[int, int]]:
    """Yield the places of two events of which links say that the first begins no later."""
    linked = [at for at, event in enumerate(events) if event.links]
    said = [(at, link) for at in linked for link in events[at].links if link.type in PURE_ORDER]
    if not said:
        return
    places = {event.id: at for at, event in enumerate(events)}
    for at, link in said:
        other = places.get(link.target, at)
        if other != at:
            yield (at, other) if link.type == "before" else (other, at)


def _turns(pairs: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    """Return place → turn of what is linked: after all that begins no later, else by place.

    What goes round in a circle is of one day, if of any: none of it waits for the rest.
    """
    later = _later(pairs)
    knots = _knots(later)
    ways = {(knots[one], knots[other]) for one in later for other in later[one]}
    queue = _Queue(knots, _later((one, other) for one, other in ways if one != other))
    return {place: turn for turn, place in enumerate(queue)}


class _Queue:
    """Places that wait for all places of the knots before theirs; of the others the first is next.

    It is gone through once.
    """

    def __init__(self, knots: Mapping[int, int], after: Mapping[int, Sequence[int]]) -> None:
        """Know the knot of each place, and the knots *after* each."""
        self._knots = knots
        self._after = after
        self._members: dict[int, list[int]] = {}
        for place, knot in knots.items():
            self._members.setdefault(knot, []).append(place)
        self._left = {knot: len(places) for knot, places in self._members.items()}
        self._waits = Counter(other for others in after.values() for other in others)
        self._free = [place for place, knot in knots.items() if not self._waits[knot]]
        heapify(self._free)

    def __iter__(self) -> Iterator[int]:
        """Yield the places in turn."""
        while self._free:
            place = heappop(self._free)
            yield place
            self._leave(self._knots[place])

    def _leave(self, knot: int) -> None:
        """Let one place of a *knot* go; with its last one, nobody waits for it any more."""
        self._left[knot] -= 1
        if self._left[knot]:
            return
        for other in self._after.get(knot, ()):
            self._waits[other] -= 1
            if not self._waits[other]:
                self._free_all(other)

    def _free_all(self, knot: int) -> None:
        for place in self._members[knot]:
            heappush(self._free, place)


def _later(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """Return place → those after it; each place is a key."""
    found: dict[int, list[int]] = {}
    for first, second in pairs:
        found.setdefault(first, []).append(second)
        found.setdefault(second, [])
    return found


def _knots(later: Mapping[int, Sequence[int]]) -> Mapping[int, int]:
    """Return place → one that stands for all that it is in circles with: by itself, itself."""
    found: dict[int, int] = {}
    earlier = _later((other, one) for one, others in later.items() for other in others)
    for root in reversed(_finished(later)):
        waiting = [root]
        while waiting:
            place = waiting.pop()
            if place not in found:
                found[place] = root
                waiting += earlier[place]
    return found


def _finished(later: Mapping[int, Sequence[int]]) -> list[int]:
    """Return all places, each behind those after it, but for circles."""
    found: list[int] = []
    seen: set[int] = set()
    for start in later:
        path = {} if start in seen else {start: iter(later[start])}
        seen.add(start)
        while path:
            place = next(reversed(path))
            for other in path[place]:
                if other not in seen:
                    seen.add(other)
                    path[other] = iter(later[other])
                    break
            else:
                path.popitem()
                found.append(place)
    return found


def _stretches(events: Sequence[Standing], turns: Mapping[int, int]) -> Iterator[range]:
    """Yield the places of the events of each first day on which turns are against places."""
    end = 0
    for place, other in pairwise(sorted(turns)):
        day = _key(events[place])[0]
        if place < end or turns[place] < turns[other] or _key(events[other])[0] != day:
            continue
        start, end = place, other + 1
        while start and _key(events[start - 1])[0] == day:
            start -= 1
        while end < len(events) and _key(events[end])[0] == day:
            end += 1
        yield range(start, end)


def _merged(events: Sequence[_Event], stretch: range, turns: Mapping[int, int]) -> Iterator[_Event]:
    """Yield the events of a *stretch*: those with turns by these, the others as they stand."""
    waiting = sorted((place for place in stretch if place in turns), key=turns.__getitem__)
    waiting.reverse()
    for place in stretch:
        if place in turns:
            continue
        while waiting and waiting[-1] < place:
            yield events[waiting.pop()]
        yield events[place]
    while waiting:
        yield events[waiting.pop()]
