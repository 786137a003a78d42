"""What can be filtered by: the values of each field, how many events each has, what is chosen.

A count is taken without what the query says of its own field: it is what would be found if
this value alone were chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from timeline.exploring.ground import Ground
from timeline.exploring.seat import Seat
from timeline.model.timeline import Timeline
from timeline.query.called import plain
from timeline.query.logic import AllOf, AnyOf, Not, Term
from timeline.query.terms import Has, named_value
from timeline.reports import counts, groups
from timeline.reports.candidates import Candidate, matching

ANY, NOT = "any", "not"
"""How a value is chosen: it is one of those that events may have, or events may not have it."""


def _publishers(timeline: Timeline) -> groups.Grouping:
    """Return how events are counted by publisher, a source without one by its id."""
    return groups.Grouping("sources", lambda id_: [timeline.sources[id_].publisher or id_])


GROUPINGS: Final[Mapping[str, Callable[[Timeline], groups.Grouping]]] = {
    **{name: groups.VALUES[name] for name in ("actor", "arc", "status", "place", "tag")},
    "source": _publishers,
}
"""The fields, in their order on the screen, and how the events of each are counted."""

FIELDS: Final = tuple(GROUPINGS)


class Value(NamedTuple):
    """A value of a field, with the number of its events, and whether and how it is chosen."""

    key: str
    name: str
    certain: int = 0
    possible: int = 0
    chosen: str = ""


class Choice(NamedTuple):
    """What a query says of a field: groups of values of which one must be there, and others.

    *place* is where among the other terms, the *rest*, it stands.
    """

    groups: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]
    rest: tuple[Term, ...]
    place: int

    def chosen(self, key: str) -> str:
        """Return how the value *key* is chosen; "" where it is not."""
        if any(key in group for group in self.groups):
            return ANY
        return NOT if key in self.excluded else ""


def values(seat: Seat, ground: Ground, field: str) -> list[Value]:
    """Return the values of *field*, the chosen among them, most events first."""
    choice = choice_of(seat, ground, field)
    counted = _counted(seat, ground, field, choice)
    known = {each.key for each in counted}
    names = [key for group in (*choice.groups, choice.excluded) for key in group]
    missing = [Value(key, key, chosen=choice.chosen(key)) for key in names if key not in known]
    found = [each._replace(chosen=choice.chosen(each.key)) for each in counted]
    return [*found, *missing]


def sought(found: Sequence[Value], typed: str) -> list[Value]:
    """Return those values that fit what was *typed*."""
    if not typed:
        return list(found)
    by_key = {each.key: each for each in found}
    fitting = matching(typed, (Candidate(each.key, "", (each.name,)) for each in found))
    return [by_key[each.text] for each in fitting]


def open_values(seat: Seat, ground: Ground) -> list[Value]:
    """Return the values of the field that is open which fit what is typed."""
    return sought(values(seat, ground, seat.facets.field), seat.facets.typed)


def is_counted(seat: Seat, ground: Ground) -> bool:
    """Whether all fields have been counted at *seat*, so that it takes no time."""
    return all(
        ground.recalls((field, *_base(seat, choice_of(seat, ground, field)))) for field in FIELDS
    )


def count(seat: Seat, ground: Ground) -> None:
    """Count all fields at *seat*, so that it takes no time any more."""
    for field in FIELDS:
        _keys(field, ground)
        values(seat, ground, field)


def choice_of(seat: Seat, ground: Ground, field: str) -> Choice:
    """Return what the query of *seat* says of *field* by terms that stand alone."""
    groups_: list[tuple[str, ...]] = []
    excluded: list[str] = []
    rest: list[Term] = []
    place: int | None = None
    for term in ground.query(seat, seat.query).terms:
        is_not = isinstance(term, Not)
        named = _named(term.term if isinstance(term, Not) else term, field)
        if not named or (is_not and len(named) > 1):
            rest.append(term)
            continue
        place = len(rest) if place is None else place
        keys = tuple(_key(each, ground) for each in named)
        if is_not:
            excluded += keys
        else:
            groups_.append(keys)
    return Choice(
        tuple(groups_), tuple(excluded), tuple(rest), len(rest) if place is None else place
    )


def said(choice: Choice, seat: Seat, ground: Ground, field: str) -> str:
    """Return the query that says *choice* of *field*, and of all others what it said before."""
    own = [_either(group, field) for group in choice.groups if group]
    own += [f"not {_typed(key, field)}" for key in choice.excluded]
    made = [term for text in own for term in ground.query(seat, text).terms]
    before, after = choice.rest[: choice.place], choice.rest[choice.place :]
    return str(AllOf((*before, *made, *after)))


def _counted(seat: Seat, ground: Ground, field: str, choice: Choice) -> list[Value]:
    base = _base(seat, choice)

    def count() -> list[Value]:
        found = ground.answer(base[0]).found
        every = counts.counts(found, GROUPINGS[field](ground.timeline))
        return [Value(each.key, each.name, each.certain, each.possible) for each in every]

    return ground.recalled((field, *base), count)


def _base(seat: Seat, choice: Choice) -> tuple[Seat, ...]:
    """Return the seat at which a field is counted: without what the query says of it."""
    asked = Seat(
        query=str(AllOf(choice.rest)),
        starts=seat.starts,
        certain=seat.certain,
        possible=seat.possible,
        period=seat.period,
        known=seat.known,
        marks=seat.marks if seat.only_marked else frozenset(),
        only_marked=seat.only_marked,
    )
    return (asked,)


def _named(term: Term, field: str) -> list[Has]:
    """Return what *term* asks of *field* and of nothing else: one value, or one of several."""
    parts = term.terms if isinstance(term, AnyOf) else (term,)
    found = [part for part in parts if isinstance(part, Has) and part.field == field]
    return found if len(found) == len(parts) else []


def _key(has: Has, ground: Ground) -> str:
    """Return the value that a term means: as it was typed, else the one that is called so."""
    keys = _keys(has.field, ground)
    typed = plain(has.typed.lstrip("="))
    for key in keys:
        if plain(key) == typed:
            return key
    alike = (key for key in keys if key in has.wanted and _wanted(key, has) == has.wanted)
    return next(alike, has.typed)


def _wanted(key: str, has: Has) -> frozenset[str]:
    """Return all that `field:key` finds; the members of an actor too."""
    if has.field == "actor":
        return has.timeline.members(key)
    if has.field == "place":
        return frozenset(has.timeline.geography.inner(key))
    return frozenset({key})


def _keys(field: str, ground: Ground) -> list[str]:
    """Return all values of *field* that events have."""
    return ground.recalled((field,), lambda: _every_key(field, ground))


def _every_key(field: str, ground: Ground) -> list[str]:
    grouping = GROUPINGS[field](ground.timeline)
    return list(dict.fromkeys(key for event in ground.events for key in grouping.keys(event)))


def _either(keys: Sequence[str], field: str) -> str:
    return " or ".join(_typed(key, field) for key in keys)


def _typed(key: str, field: str) -> str:
    return f"{field}:{named_value(key)}"
