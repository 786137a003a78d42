"""Rules about order: that it does not contradict itself, and dates that it narrows."""

from collections.abc import Iterator

from timeline.checking.rule import Case, Fault, entry, on
from timeline.inference import reasons
from timeline.inference.chains import Chain, Conflict, Step
from timeline.inference.conflicts import conflicts
from timeline.model.findings import Spot
from timeline.model.findings import Step as Part
from timeline.text import counted, quoted


def order_conflict(case: Case) -> Iterator[Fault]:
    """Find dates and links that cannot all be true: what is after what was later."""
    for found in conflicts(case.order):
        yield _circle(found) if found.first is None else _clash(found)


def _circle(found: Conflict) -> Fault:
    """Return that events are after themselves, at the first link of the circle."""
    first = found.steps[0]
    links = counted(len(found.steps), "link")
    message = f"{quoted(first.event.id)} comes {_how(found)} itself, by {links}"
    hint = "one of these links is wrong: take it out, or turn it around"
    return Fault(_spot(first), message, hint, steps=tuple(map(_part, found.steps)))


def _how(found: Conflict) -> str:
    types = {step.link.type for step in found.steps}
    return "during" if types == {"during"} else "after"


def _clash(found: Conflict) -> Fault:
    """Return that dates contradict what links say, at the first of these links."""
    ends = [chain for chain in (found.first, found.last) if chain]
    parts = (_dated(ends[0]), *map(_part, found.steps), _dated(ends[-1]))
    message = f"{reasons.root(ends[-1])}, but {reasons.root(ends[0])}"
    spot = _spot(found.steps[0]) if found.steps else parts[-1].spot
    hint = "check these dates, and which of the events should have the link"
    return Fault(spot, message, hint, steps=tuple(dict.fromkeys(parts)))


def _dated(chain: Chain) -> Part:
    if chain.source:
        return Part(entry("sources", chain.source.id, "date"), reasons.root(chain))
    return Part(on(chain.root, "date", chain.root.date.text), reasons.root(chain))


def _part(step: Step) -> Part:
    return Part(_spot(step), reasons.said(step))


def _spot(step: Step) -> Spot:
    return on(step.event, "links", step.link.target)


def could_be_narrower(case: Case) -> Iterator[Fault]:
    """Find dates that links and sources narrow to days that EDTF can say."""
    for found in case.order.narrowings():
        if written := reasons.hint(found):
            message = f"it could be narrower: {reasons.narrower(found)}"
            hint = f"write date: {written}, if you are as sure of that"
            yield Fault(on(found.event, "date", found.event.date.text), message, hint)
