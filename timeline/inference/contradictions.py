"""What cannot all be true, in words: where it stands, what it says, and each part of it."""

from typing import NamedTuple

from timeline.inference import reasons
from timeline.inference.chains import Chain, Conflict
from timeline.inference.chains import Step as Said
from timeline.model.findings import Spot, Step
from timeline.text import counted, quoted


class Contradiction(NamedTuple):
    """A conflict in words: at the first link that has a part in it, with all parts in order."""

    spot: Spot
    message: str
    hint: str
    steps: tuple[Step, ...]


def contradiction(found: Conflict) -> Contradiction:
    """Return a conflict in words."""
    return _circle(found) if found.first is None else _clash(found)


def _circle(found: Conflict) -> Contradiction:
    """Return that events are after themselves, at the first link of the circle."""
    first = found.steps[0]
    links = counted(len(found.steps), "link")
    message = f"{quoted(first.event.id)} comes {_how(found)} itself, by {links}"
    hint = "one of these links is wrong: take it out, or turn it around"
    return Contradiction(_spot(first), message, hint, tuple(map(_part, found.steps)))


def _how(found: Conflict) -> str:
    types = {step.link.type for step in found.steps}
    return "during" if types == {"during"} else "after"


def _clash(found: Conflict) -> Contradiction:
    """Return that dates contradict what links say, at the first of these links."""
    ends = [chain for chain in (found.first, found.last) if chain]
    parts = (_dated(ends[0]), *map(_part, found.steps), _dated(ends[-1]))
    message = f"{reasons.root(ends[-1])}, but {reasons.root(ends[0])}"
    spot = _spot(found.steps[0]) if found.steps else parts[-1].spot
    hint = "check these dates, and which of the events should have the link"
    return Contradiction(spot, message, hint, tuple(dict.fromkeys(parts)))


def _dated(chain: Chain) -> Step:
    if chain.source:
        return Step(Spot("sources", chain.source.id, "date"), reasons.root(chain))
    date = chain.root.date.text
    return Step(Spot("events", chain.root.id, "date", date), reasons.root(chain))


def _part(step: Said) -> Step:
    return Step(_spot(step), reasons.said(step))


def _spot(step: Said) -> Spot:
    return Spot("events", step.event.id, "links", step.link.target)
