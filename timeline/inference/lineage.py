"""From a citation to whoever told it first: whose text a source has, and whose account it tells.

From each cited source the way leads along `copy-of` to the text that was copied, from there
along the `relays` of the citation, or else of the source, and so on to the end. What stands
there is a root: a source of which nothing further is recorded, a name that is no source since
nobody read it, or a circle of sources that tell one another's account.

A source that a citation of the same side says to relay another for this event does so too
where a third one relays it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

import msgspec

from timeline.model.records import Citation, Source
from timeline.model.scales import RELIABILITIES

How: TypeAlias = Literal["cites", "copy-of", "relays"]
Sources: TypeAlias = Mapping[str, Source]

_JUDGED: Final = tuple(RELIABILITIES)[:-1]  # the best first; the last says that nobody can
_UNJUDGED: Final = len(_JUDGED)


class Step(msgspec.Struct, frozen=True):
    """A source, or the name of one that was not read, and how one comes to it.

    *owner* is the id of the source whose key says so; "" where it is the citation itself.
    """

    name: str
    how: How
    source: Source | None = None
    owner: str = ""


class Chain(msgspec.Struct, frozen=True):
    """The way from a citation to a root, which is its last step.

    *circle* has the names of the sources that lead to one another for ever, if it ends in
    them. *grade* is the worst reliability of its steps, "" where one cannot be judged.
    """

    citation: Citation
    steps: tuple[Step, ...]
    grade: str = ""
    circle: tuple[str, ...] = ()

    @property
    def root(self) -> Step:
        """The last step: who told it first, as far as is recorded."""
        return self.steps[-1]

    @property
    def relayed(self) -> bool:
        """Whether it tells the account of another: a copy is the text itself."""
        return any(step.how == "relays" for step in self.steps)


class _Node(NamedTuple):
    """A source on the way; *first* is the text that is cited, where the citation counts."""

    name: str
    first: bool = False


_Edges: TypeAlias = dict[_Node, list[Step]]


class Lineage:
    """Whose text or account each source tells, for the citations of one side."""

    def __init__(self, citations: Sequence[Citation], sources: Sources) -> None:
        """Know the *citations* of an event that are on one side, and all *sources*."""
        self._sources = sources
        self._citations = citations
        self._told: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for citation in citations:
            if citation.relays:
                text = self._copies(citation.source)[-1]
                self._told[text].update(dict.fromkeys(citation.relays))

    def chains(self) -> Iterator[Chain]:
        """Yield the best way from each citation to each of its roots."""
        for citation in self._citations:
            yield from _Search(self, citation).chains()

    def first_steps(self, citation: Citation) -> tuple[list[Step], list[Step]]:
        """Return the steps to the text that *citation* cites, and those that lead on from it."""
        copies = self._copies(citation.source)
        steps = [self._step(citation.source, "cites", "")]
        steps += [self._step(copy, "copy-of", owner) for owner, copy in pairwise(copies)]
        if self._is_copy(copies[-1]):  # of one before: a circle
            return steps, self.steps_from(copies[-1])
        if citation.relays:
            return steps, [self._step(name, "relays", "") for name in citation.relays]
        told = (name for name in reversed(copies) if self._relays(name))
        owner = next(told, "")
        return steps, [self._step(name, "relays", owner) for name in self._relays(owner)]

    def steps_from(self, name: str) -> list[Step]:
        """Return the steps that lead on from what is called *name*."""
        source = self._sources.get(name)
        if source is None:
            return []
        if source.copy_of:
            return [self._step(source.copy_of, "copy-of", name)]
        if told := self._told.get(name):
            return [self._step(other, "relays", "") for other in told]
        return [self._step(other, "relays", name) for other in source.relays]

    def _copies(self, name: str) -> list[str]:
        """Return *name* and what it is a copy of, to the original, or round a circle once."""
        found = {name: None}
        while (source := self._sources.get(name)) and source.copy_of:
            name = source.copy_of
            if name in found:
                break
            found[name] = None
        return list(found)

    def _is_copy(self, name: str) -> bool:
        source = self._sources.get(name)
        return bool(source and source.copy_of)

    def _relays(self, name: str) -> tuple[str, ...]:
        source = self._sources.get(name)
        return source.relays if source else ()

    def _step(self, name: str, how: How, owner: str) -> Step:
        return Step(name, how, self._sources.get(name), owner)


class _Search:
    """The ways from one citation: to each source the best, which is the one of the best grade."""

    def __init__(self, lineage: Lineage, citation: Citation) -> None:
        self._lineage = lineage
        self._citation = citation
        self._start, self._on = lineage.first_steps(citation)
        self._ways: dict[_Node, tuple[int, tuple[_Node, Step] | None]] = {}
        self._edges: _Edges = {}
        self._walk()

    def chains(self) -> Iterator[Chain]:
        ends = [node for node in self._ways if not self._edges[node]]
        for node in ends:
            yield self._chain(node)
        stuck = self._edges.keys() - self._leading_to(ends)
        for circle in self._circles([node for node in self._ways if node in stuck]):
            names = tuple(dict.fromkeys(node.name for node in circle))
            yield self._chain(circle[0], names)

    def _walk(self) -> None:
        """Find the best way to everything that the citation leads to (Dijkstra's search).

        Of ways of one grade it is the shortest, and then the one that is written first.
        """
        first = _Node(self._start[-1].name, first=True)
        rank = max(_rank(step.source) for step in self._start)
        waiting: list[tuple[int, int, int, _Node, tuple[_Node, Step] | None]] = []
        heappush(waiting, (rank, 0, 0, first, None))
        number = 0
        while waiting:
            rank, length, _, node, before = heappop(waiting)
            if node in self._ways:
                continue
            self._ways[node] = rank, before
            self._edges[node] = self._on if node.first else self._lineage.steps_from(node.name)
            for step in self._edges[node]:
                number += 1
                worst = max(rank, _rank(step.source))
                heappush(waiting, (worst, length + 1, number, _Node(step.name), (node, step)))

    def _chain(self, end: _Node, circle: tuple[str, ...] = ()) -> Chain:
        rank, before = self._ways[end]
        steps: list[Step] = []
        while before:
            node, step = before
            steps.append(step)
            before = self._ways[node][1]
        grade = "" if rank == _UNJUDGED else _JUDGED[rank]
        return Chain(self._citation, (*self._start, *reversed(steps)), grade, circle)

    def _leading_to(self, ends: Sequence[_Node]) -> set[_Node]:
        """Return the nodes from which a way leads to one of *ends*, these with them."""
        back: defaultdict[_Node, list[_Node]] = defaultdict(list)
        for node, steps in self._edges.items():
            for step in steps:
                back[_Node(step.name)].append(node)
        found, waiting = set(ends), list(ends)
        while waiting:
            new = [node for node in back[waiting.pop()] if node not in found]
            found.update(new)
            waiting += new
        return found

    def _circles(self, stuck: Sequence[_Node]) -> Iterator[list[_Node]]:
        """Yield the circles in which those that are *stuck* end, each once."""
        known: set[_Node] = set()
        for start in stuck:
            way: dict[_Node, None] = {}
            node = start
            while node not in known:
                known.add(node)
                way[node] = None
                node = _Node(self._edges[node][0].name)
            if node in way:
                nodes = list(way)
                yield nodes[nodes.index(node) :]


def _rank(source: Source | None) -> int:
    """Return how good a source is, 0 being the best; the greatest where nobody can judge."""
    grade = source.reliability if source else ""
    return _JUDGED.index(grade) if grade in _JUDGED else _UNJUDGED
