"""Steps among what can be filtered by: to a value, and what is made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from msgspec.structs import replace

from timeline.exploring import facets
from timeline.exploring.facets import Choice
from timeline.exploring.ground import Ground
from timeline.exploring.seat import FACETS, MAIN, CannotAct, Facets, Seat

_MOST_TYPED: Final = 40  # letters


def opened(seat: Seat, ground: Ground) -> Seat:
    """Look at what can be filtered by."""
    del ground
    return replace(seat, pane=FACETS, facets=replace(seat.facets, typed=""))


def closed(seat: Seat, ground: Ground) -> Seat:
    """Forget what is typed; where nothing is, go back to the view."""
    del ground
    if seat.facets.typed:
        return replace(seat, facets=Facets(seat.facets.field))
    return replace(seat, pane=MAIN)


def by(rows: int) -> Callable[[Seat, Ground], Seat]:
    """Return the move by so many values; behind the last of a field is the next field."""

    def move(seat: Seat, ground: Ground) -> Seat:
        here, number = seat.facets, len(facets.open_values(seat, ground))
        row = min(here.row, number - 1) + rows
        if 0 <= row < number:
            return replace(seat, facets=replace(here, row=row))
        if here.typed:
            edge = "last" if rows > 0 else "first"
            raise CannotAct(f"this is the {edge} that fits")
        step = 1 if rows > 0 else -1
        there = _beside(seat, step)
        last = max(0, len(facets.open_values(there, ground)) - 1)
        return there if rows > 0 else replace(there, facets=replace(there.facets, row=last))

    return move


def to_field(step: int) -> Callable[[Seat, Ground], Seat]:
    """Return the move to the next field, or the one before."""
    return lambda seat, _: _beside(seat, step)


def typed(seat: Seat, letter: str) -> Seat:
    """Look for values with one more *letter*."""
    here = seat.facets
    text = (here.typed + letter)[:_MOST_TYPED]
    return replace(seat, facets=Facets(here.field, 0, text))


def to(seat: Seat, ground: Ground, field: str, row: int) -> Seat:
    """Go to a value and choose it, as a click does."""
    typed_there = seat.facets.typed if field == seat.facets.field else ""
    there = replace(seat, pane=FACETS, facets=Facets(field, row, typed_there))
    return added(there, ground)


def added(seat: Seat, ground: Ground) -> Seat:
    """Let events have the value too; if it is chosen, no longer."""
    key, choice = _here(seat, ground)
    if choice.chosen(key):
        return _asked(seat, ground, _without(choice, key))
    *before, last = choice.groups or ((),)
    return _asked(seat, ground, choice._replace(groups=(*before, (*last, key))))


def excluded(seat: Seat, ground: Ground) -> Seat:
    """Leave out events with the value; if they are left out, no longer."""
    key, choice = _here(seat, ground)
    without = _without(choice, key)
    if choice.chosen(key) == facets.NOT:
        return _asked(seat, ground, without)
    return _asked(seat, ground, without._replace(excluded=(*without.excluded, key)))


def only(seat: Seat, ground: Ground) -> Seat:
    """Ask for the value and no other of its field."""
    key, choice = _here(seat, ground)
    return _asked(seat, ground, choice._replace(groups=((key,),), excluded=()))


def cleared(seat: Seat, ground: Ground) -> Seat:
    """Take back the last letter; where none is typed, all that is chosen of the field."""
    here = seat.facets
    if here.typed:
        return replace(seat, facets=Facets(here.field, 0, here.typed[:-1]))
    choice = facets.choice_of(seat, ground, here.field)
    if not choice.groups and not choice.excluded:
        raise CannotAct(f"no {here.field} is chosen")
    return _asked(seat, ground, choice._replace(groups=(), excluded=()))


def _beside(seat: Seat, step: int) -> Seat:
    at = facets.FIELDS.index(seat.facets.field) + step
    return replace(seat, facets=Facets(facets.FIELDS[at % len(facets.FIELDS)]))


def _here(seat: Seat, ground: Ground) -> tuple[str, Choice]:
    """Return the value one is at, and what is chosen of its field."""
    found = facets.open_values(seat, ground)
    if not found:
        raise CannotAct(f"no {seat.facets.field} fits")
    at = min(seat.facets.row, len(found) - 1)
    return found[at].key, facets.choice_of(seat, ground, seat.facets.field)


def _without(choice: Choice, key: str) -> Choice:
    groups = [_but(key, group) for group in choice.groups]
    kept = tuple(group for group in groups if group)
    return choice._replace(groups=kept, excluded=_but(key, choice.excluded))


def _but(key: str, values: Iterable[str]) -> tuple[str, ...]:
    """Return the *values* without *key*."""
    return tuple(value for value in values if value != key)


def _asked(seat: Seat, ground: Ground, choice: Choice) -> Seat:
    """Return *seat* with that *choice*, on the value it was on, wherever that stands now."""
    query = facets.said(choice, seat, ground, seat.facets.field)
    if fault := ground.fault(seat, query):
        raise CannotAct(fault.message)
    return replace(seat, query=query, walked=())
