"""Days that limit each other: each lies between two bounds, and some are never after others.

From bounds and edges *earlier ≤ later* follow narrower bounds: what is never before another
day is not before its first either, and what is never after another is not after its last.
No day is ever reckoned, so there is an end to it, and bounds that are found are the least
and the greatest of all solutions, if there is one.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from timeline.edtf import FAR

NOWHERE = -1


class Spread(NamedTuple):
    """Bounds as they are at last, and for each the edge over which it came, or `NOWHERE`."""

    days: list[int]
    via: list[int]


class _Bundles:
    """The edges of each node, of a great many, without a list for each."""

    def __init__(self, nodes: Sequence[int], number: int) -> None:
        """Keep edges by *nodes*, which has the one of each edge; there are so many nodes."""
        self._edges = sorted(range(len(nodes)), key=nodes.__getitem__)
        self.sizes = [0] * number
        for node in nodes:
            self.sizes[node] += 1
        self._ends = list(accumulate(self.sizes))

    def __getitem__(self, node: int) -> Sequence[int]:
        """Return the edges of *node*, in the order in which they were made."""
        end = self._ends[node]
        return self._edges[end - self.sizes[node] : end]


class Net:
    """Nodes, each a day between two bounds (`FAR` for none), and edges between them.

    An edge says that the day of its tail is never after the day of its head. All nodes and
    edges are made before anything is asked.
    """

    def __init__(self) -> None:
        """Begin without nodes."""
        self.lows: list[int] = []
        self.highs: list[int] = []
        self.tails: list[int] = []
        self.heads: list[int] = []

    def node(self, low: int, high: int) -> int:
        """Return a new node whose day lies from *low* to *high*."""
        self.lows.append(low)
        self.highs.append(high)
        return len(self.lows) - 1

    def edge(self, tail: int, head: int) -> int:
        """Return a new edge: the day of *tail* is never after that of *head*."""
        self.tails.append(tail)
        self.heads.append(head)
        return len(self.tails) - 1

    @cached_property
    def _leaving(self) -> _Bundles:
        return _Bundles(self.tails, len(self.lows))

    @cached_property
    def _arriving(self) -> _Bundles:
        return _Bundles(self.heads, len(self.lows))

    @cached_property
    def low(self) -> Spread:
        """The first day of each node."""
        return _spread(self.lows, self._leaving, self.heads)

    @cached_property
    def high(self) -> Spread:
        """The last day of each node."""
        days, via = _spread([-day for day in self.highs], self._arriving, self.tails)
        return Spread([-day for day in days], via)

    def to_low(self, node: int) -> list[int]:
        """Return the edges, in order of time, over which its first day came to *node*."""
        return list(_back(node, self.low.via, self.tails))[::-1]

    def to_high(self, node: int) -> list[int]:
        """Return the edges, in order of time, at whose end its last day came from."""
        return list(_back(node, self.high.via, self.heads))

    def way(self, tail: int, head: int) -> list[int] | None:
        """Return the fewest edges from *tail* to *head*; none at all from a node to itself."""
        via = {tail: NOWHERE}
        waiting = [tail]
        for node in waiting:  # it grows meanwhile
            for edge in self._leaving[node]:
                if self.heads[edge] not in via:
                    via[self.heads[edge]] = edge
                    waiting.append(self.heads[edge])
            if head in via:
                return list(_back(head, via, self.tails))[::-1]
        return None

    def reached(self, tail: int) -> set[int]:
        """Return *tail* and all nodes to which edges lead from it."""
        found = {tail}
        waiting = [tail]
        while waiting:
            new = {self.heads[edge] for edge in self._leaving[waiting.pop()]} - found
            found |= new
            waiting += new
        return found

    @property
    def crossed(self) -> list[int]:
        """The nodes that have no day left: their first is after their last."""
        pairs = zip(self.low.days, self.high.days, strict=True)
        return [node for node, (low, high) in enumerate(pairs) if low > high]

    def held_by(self, nodes: Sequence[int]) -> set[int]:
        """Return *nodes* and all that edges hold together with them, in either direction."""
        found = set(nodes)
        waiting = list(found)
        while waiting:
            node = waiting.pop()
            beside = [self.heads[edge] for edge in self._leaving[node]]
            beside += [self.tails[edge] for edge in self._arriving[node]]
            new = [each for each in beside if each not in found]
            found.update(new)
            waiting += new
        return found

    def ringed(self) -> set[int]:
        """Return the nodes from which edges lead back, and those between two such rings."""
        after = _peeled(self._arriving.sizes, self._leaving, self.heads)
        return after & _peeled(self._leaving.sizes, self._arriving, self.tails)


def _spread(days: Sequence[int], leaving: _Bundles, ends: Sequence[int]) -> Spread:
    """Raise *days* along the edges that leave each node, as far as they are greater there.

    The greatest goes first, so that each node is raised once at most, by the shortest way.
    """
    found = list(days)
    via = [NOWHERE] * len(found)
    for start in sorted(range(len(found)), key=days.__getitem__, reverse=True):
        day = days[start]
        if day == -FAR:
            break
        waiting = [start] if found[start] == day and via[start] == NOWHERE else []
        for node in waiting:  # it grows meanwhile
            for edge in leaving[node]:
                if found[ends[edge]] < day:
                    found[ends[edge]], via[ends[edge]] = day, edge
                    waiting.append(ends[edge])
    return Spread(found, via)


def _back(node: int, via: Sequence[int] | dict[int, int], ends: Sequence[int]) -> Iterator[int]:
    """Yield the edges from *node* back to where its day came from."""
    while via[node] != NOWHERE:
        yield via[node]
        node = ends[via[node]]


def _peeled(number: Sequence[int], leaving: _Bundles, ends: Sequence[int]) -> set[int]:
    """Return the nodes that remain when those to which nothing leads are taken, again and again."""
    left = list(number)
    waiting = [node for node, edges in enumerate(left) if not edges]
    remaining = set(range(len(left))).difference(waiting)
    while waiting:
        for edge in leaving[waiting.pop()]:
            left[ends[edge]] -= 1
            if not left[ends[edge]]:
                remaining.discard(ends[edge])
                waiting.append(ends[edge])
    return remaining
