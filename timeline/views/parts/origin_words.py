"""Origins and the chains that lead to them, in words, and where in a file each step stands."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final, TypeAlias

import msgspec

from timeline.inference.lineage import Chain, Step
from timeline.inference.origins import Origin, Side, origins
from timeline.model.findings import Spot
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline
from timeline.model.words import origin_numbers, reliability_words
from timeline.text import counted, enumerated
from timeline.views.parts.look import Look

Where: TypeAlias = Callable[[Spot], Place | None]
"""Where in a file something stands; None where nobody can say."""

UNJUDGED: Final = "cannot be judged"
_JOINTS: Final = {False: ("├ ", "└ ", "│ ", "  "), True: ("|- ", "`- ", "|  ", "   ")}


def nowhere(_: Spot) -> Place | None:
    """Return that nobody can say where something stands."""
    return None


class Branch(msgspec.Struct, frozen=True):
    """A row of a tree: what joins it to the one above, what stands below that, and its words.

    *facts* are what is known of it, and said more quietly.
    """

    joint: str
    below: str
    text: str
    facts: tuple[str, ...] = ()
    depth: int = 0


def evidence_line(event: Event, timeline: Timeline) -> str:
    """Return what an event rests on: "4 sources, 1 origin, perhaps 2"; "" without a source."""
    sources = {citation.source for citation in event.sources}
    if not sources:
        return ""
    found = origins(event, timeline.sources)
    said = f"{counted(len(sources), 'source')}, {_numbers(found.support)}"
    return f"{said}; {_numbers(found.against)} against it" if found.against.origins else said


def _numbers(side: Side) -> str:
    return origin_numbers(side.least, side.most)


class Tree:
    """The origins of one side of events with the chains that lead to them, row by row."""

    def __init__(self, timeline: Timeline, look: Look, where: Where = nowhere) -> None:
        """Draw what events of *timeline* rest on; *where* has the places of its steps."""
        self._timeline = timeline
        self._look = look
        self._where = where

    def branches(self, event: Event, side: Side) -> Iterator[Branch]:
        """Yield a row for each origin of a *side* of *event*, and below it one for each way."""
        tee, corner, pipe, blank = _JOINTS[self._look.ascii]
        for number, origin in enumerate(side.origins, 1):
            is_last = number == len(side.origins)
            joint, below = (corner, blank) if is_last else (tee, pipe)
            chains: dict[tuple[Step, ...], Chain] = {}
            for chain in origin.chains:  # the first of those that are alike
                chains.setdefault(chain.steps, chain)
            ways = [self._way(event, chain) for chain in chains.values()]
            if len(ways) == 1 and not origin.chains[0].steps[1:]:
                yield Branch(joint, below, ways[0], self._facts(origin))
                continue
            yield Branch(joint, below, origin.name, self._facts(origin))
            for at, way in enumerate(ways, 1):
                end = at == len(ways)
                inner, under = (corner, blank) if end else (tee, pipe)
                yield Branch(below + inner, below + under, way, depth=1)

    def _facts(self, origin: Origin) -> tuple[str, ...]:
        voices = [self._timeline.actor_name(actor) for actor in origin.of]
        said = (
            origin.known,
            reliability_words(origin.grade) or UNJUDGED,
            f"voice of {enumerated(voices)}" if voices else "",
        )
        return tuple(filter(None, said))

    def _way(self, event: Event, chain: Chain) -> str:
        places = [self._place(spot(event, chain, step)) for step in chain.steps]
        places = [place if place != before else "" for before, place in pairwise(["", *places])]
        said = [self._cited(chain.steps[0]) + places[0]]
        for step, place in zip(chain.steps[1:], places[1:], strict=True):
            said.append(f"{_VERBS[step.how]} {called(step)}{place}")
        if chain.circle:
            said.append("and so on in a circle")
        return f" {self._look.arrow()} ".join(said)

    def _cited(self, step: Step) -> str:
        if not (step.source and step.source.date):
            return called(step)
        return f"{called(step)}, {step.source.date.describe(ascii=self._look.ascii)}"

    def _place(self, said: Spot) -> str:
        place = self._where(said)
        return f" ({place.file}:{place.line})" if place else ""


_VERBS: Final = {"copy-of": "copy of", "relays": "relays"}


def spot(event: Event, chain: Chain, step: Step) -> Spot:
    """Return the part of a file that says a *step*: a citation, or a key of a source."""
    if step.owner:
        return Spot("sources", step.owner, step.how, step.name)
    if chain.citation not in event.sources:
        return Spot("events", event.id, "accounts")
    return Spot("events", event.id, "sources", chain.citation.source)


def called(step: Step) -> str:
    """Return what a step is called: its publisher, or the name that was not read."""
    return step.source.publisher or step.name if step.source else step.name
