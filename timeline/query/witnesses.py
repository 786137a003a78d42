"""What a query asks of evidence: how many origins, on which side, whose account is told."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Final

from timeline.inference import lineage, origins
from timeline.model.answers import Verdict
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.model.words import origin_numbers
from timeline.query.measures import COMPARISONS, Measure, agreed
from timeline.query.values import Values
from timeline.text import enumerated, few

_MOST_NAMED: Final = 3  # of the sources that tell what an origin has


def _support(event: Event, sources: lineage.Sources) -> origins.Side:
    return origins.support(event, sources)


def _against(event: Event, sources: lineage.Sources) -> origins.Side:
    return origins.against(event, sources)


SIDES: Final[dict[str, Callable[[Event, lineage.Sources], origins.Side]]] = {
    "origins": _support,
    "against": _against,
}
"""The fields that count origins: of what is for an event, and of what is against it."""

STANCES: Final[dict[str, origins.Stance]] = {"origins": "supports", "against": "denies"}
"""The same fields: field → the stance of those who are on that side."""


class Independent(Measure, frozen=True):
    """How many independent origins an event has on one side: between a least and a most."""

    def matches(self, event: Event) -> Verdict:
        """Return whether every number fits that there may be, or some."""
        return self.judged(origins.numbers(event, STANCES[self.field], self.timeline.sources))

    def judged(self, numbers: range) -> Verdict:
        """Return the answer of an event that may have each of so many *numbers* of origins."""
        compare, number = COMPARISONS[self.mark], int(self.typed)
        fits = {compare(each, number) for each in numbers}
        return agreed(fits)

    def because(self, event: Event) -> str:
        """Return how many there are at least and at most, and which."""
        side = self._side(event)
        if not side.origins:
            return f"has no source {'against' if self.field == 'against' else 'for'} it"
        said = "; ".join(map(_said, side.origins))
        return f"has {origin_numbers(side.least, side.most)}: {said}"

    def _side(self, event: Event) -> origins.Side:
        return SIDES[self.field](event, self.timeline.sources)


def _said(origin: origins.Origin) -> str:
    """Return what an origin is called, what is known of it, and who tells what it has."""
    said = f"{origin.name} ({origin.known})"
    tellers = dict.fromkeys(_publisher(each) for each in origin.chains if len(each.steps) > 1)
    if not tellers:
        return said
    return f"{said}, through {enumerated(few(list(tellers), _MOST_NAMED))}"


def _publisher(chain_: lineage.Chain) -> str:
    first = chain_.steps[0]
    return first.source.publisher or first.name if first.source else first.name


def names_of(field: str) -> Values:
    """Return the way to the names of the origins that an event may have on a side."""

    def names(event: Event, timeline: Timeline) -> tuple[str, ...]:
        side = SIDES[field](event, timeline.sources)
        return tuple(origin.name for origin in side.origins)

    return names


def stances(event: Event, _: Timeline) -> tuple[str, ...]:
    """Return on which sides an event has a source: `supports`, `denies`, `mentions`."""
    found = origins.sides(event)
    return tuple(stance for stance in ("supports", "denies", "mentions") if stance in found)


def relayed(event: Event, timeline: Timeline) -> tuple[str, ...]:
    """Return those whose account the sources of an event tell: ids, or names that were not read."""
    if all(origins.tells_itself(citation, timeline.sources) for citation in event.citations):
        return ()
    found = origins.origins(event, timeline.sources)
    chains = chain(found.support.chains, found.against.chains)
    steps = (step for each in chains for step in each.steps)
    return tuple(dict.fromkeys(step.name for step in steps if step.how == "relays"))


def speakers(event: Event, _: Timeline) -> tuple[str, ...]:
    """Return the actors who say it, or claim it, also in an account of it."""
    told = (actor for account in event.accounts for actor in account.by)
    return tuple(dict.fromkeys((*event.by, *told)))


def accounts(event: Event, _: Timeline) -> tuple[str, ...]:
    """Return what each account of an event says."""
    return tuple(account.says or "an account" for account in event.accounts)
