"""Where nothing is found: which of the terms is to blame, and the seat without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from timeline.exploring import seat as seats
from timeline.exploring.ground import Ground
from timeline.exploring.seat import CannotAct, Seat
from timeline.model.words import event_numbers
from timeline.query import spellings
from timeline.query.logic import AllOf, leaves
from timeline.query.terms import Words
from timeline.text import counted, listed, visible

MOST: Final = 9  # terms that a figure leaves out


class Suspect(NamedTuple):
    """A term, as it is typed, and the seat without it."""

    term: str
    without: Seat


def suspects(seat: Seat, ground: Ground) -> list[Suspect]:
    """Return each term that is asked at *seat*, in its order, with the seat without it."""
    terms = ground.query(seat, seat.query).terms
    found = []
    for at, term in enumerate(terms):
        others = AllOf((*terms[:at], *terms[at + 1 :]))
        found.append(Suspect(str(term), _without(seat, str(others))))
    narrowing: dict[str, Any] = {"period": None, "known": None, "only_marked": False}
    for name, nothing in narrowing.items():
        if getattr(seat, name) != nothing:
            alone = replace(Seat(marks=seat.marks), **{name: getattr(seat, name)})
            without = replace(seat, **{name: nothing})
            found.append(Suspect(_said(name, seats.text(alone)), without))
    if seat.certain or seat.possible:
        flag = "--certain" if seat.certain else "--possible"
        found.append(Suspect(flag, replace(seat, certain=False, possible=False)))
    return found[:MOST]


def is_known(seat: Seat, ground: Ground) -> bool:
    """Whether it takes no time to say why nothing is found at *seat*."""
    return not ground.is_slow or ground.recalls(_key(seat))


def said(seat: Seat, ground: Ground) -> Sequence[str]:
    """Return what there is to say where nothing is found at *seat*, the most useful first."""
    return ground.recalled(_key(seat), lambda: tuple(_lines(seat, ground)))


def _key(seat: Seat) -> tuple[object, ...]:
    return ("guilt", *seats.question(seat))


def _lines(seat: Seat, ground: Ground) -> Iterator[str]:
    """Yield what there is to say where nothing is found at *seat*, the most useful first."""
    if not ground.events:
        yield "no events yet; a adds one"
        return
    found = suspects(seat, ground)
    terms = f"all {len(found)} terms" if len(found) > 1 else found[0].term
    yield f"nothing matches {visible(terms)}"
    yield from _spellings(seat, ground)
    helps = False
    for at, suspect in enumerate(found, 1):
        if answer := ground.answer(suspect.without).found:
            helps = True
            numbers = event_numbers(answer.certain, answer.possible)
            yield f"without {visible(suspect.term)}: {numbers} (press {at})"
    if not helps:
        yield "to leave out one of them is not enough: press / to ask anew"


def leave_out(number: int) -> Callable[[Seat, Ground], Seat]:
    """Return the step to what is found without the term of that *number*."""

    def step(seat: Seat, ground: Ground) -> Seat:
        found = suspects(seat, ground)
        if number > len(found):
            raise CannotAct(f"there are {counted(len(found), 'term')}")
        return found[number - 1].without

    return step


def _without(seat: Seat, query: str) -> Seat:
    return replace(seat, query=query, walked=())


def _said(name: str, text: str) -> str:
    return "the marks" if name == "only_marked" else text


def _spellings(seat: Seat, ground: Ground) -> Iterator[str]:
    """Yield what words that no event has were probably meant to be."""
    for leaf in leaves(ground.query(seat, seat.query)):
        if isinstance(leaf, Words) and not spellings.is_found(leaf):
            near = spellings.near(leaf)
            if near:
                meant = listed([str(each) for each in near])
                yield f"no event has '{leaf}'; did you mean {meant}?"
