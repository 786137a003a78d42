"""Seats that were left, to be come back to, and what has come back in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from timeline import edtf
from timeline.exploring.seat import QUERY, CannotAct, Seat

DEEPEST: Final = 100


class History(msgspec.Struct, frozen=True):
    """The seats before and after the present one, the nearest last."""

    past: tuple[Seat, ...] = ()
    future: tuple[Seat, ...] = ()

    def left(self, old: Seat, new: Seat) -> History:
        """Return the history after a step from *old* to *new*.

        Only a step that changes what is seen is one to come back from, and a query that is
        being typed is one step from its first letter to its last.
        """
        before = _rested(old)
        if new.pane == QUERY or _seen(before) == _seen(new):
            return self
        return History((*self.past, before)[-DEEPEST:])

    def undone(self, seat: Seat) -> tuple[History, Seat]:
        """Return the seat before *seat*, and the history there; raises `CannotAct`."""
        if not self.past:
            raise CannotAct("there is nothing to undo")
        *past, back = self.past
        return History(tuple(past), (*self.future, _rested(seat))), _back(back, seat)

    def redone(self, seat: Seat) -> tuple[History, Seat]:
        """Return the seat that was undone last, and the history there; raises `CannotAct`."""
        if not self.future:
            raise CannotAct("there is nothing to do again")
        *future, on = self.future
        return History((*self.past, _rested(seat)), tuple(future)), _back(on, seat)


def _seen(seat: Seat) -> Seat:
    """Return *seat* without what is no step: where the eye and the cursor are."""
    plain = Seat()
    return msgspec.structs.replace(
        seat,
        draft=plain.draft,
        before=plain.before,
        focus=plain.focus,
        pane=plain.pane,
        facets=plain.facets,
        asked=plain.asked,
        rows=plain.rows,
    )


def _rested(seat: Seat) -> Seat:
    """Return *seat* as it was before a query began to be typed."""
    if seat.draft is None:
        return seat
    return msgspec.structs.replace(seat, query=seat.before, draft=None, before="")


def _back(seat: Seat, now: Seat) -> Seat:
    """Return *seat* on the screen as it is *now*."""
    pane = now.pane if now.pane != QUERY else seat.pane
    return msgspec.structs.replace(
        seat, rows=now.rows, asked=now.asked, pane=pane, facets=now.facets
    )


def said(old: Seat, new: Seat) -> str:
    """Return what came back, from *old* to *new*, in words: "query: actor:russia"."""
    return ", ".join(_differences(old, new)) or "where you were"


def _differences(old: Seat, new: Seat) -> Iterator[str]:
    if old.query != new.query:
        yield f"query: {new.query or 'all events'}"
    if old.period != new.period:
        yield f"time: {new.period.window.describe() if new.period else 'all'}"
    if old.known != new.known:
        yield "known at any time" if new.known is None else f"as known on {_day(new.known)}"
    if old.certain != new.certain:
        yield "certain only" if new.certain else "possible ones too"
    if old.view != new.view:
        yield f"view: {new.view}"
    if old.only_marked != new.only_marked:
        yield "only the marked" if new.only_marked else "not only the marked"
    if old.marks != new.marks:
        yield f"{len(new.marks)} marked"
    if old.walked != new.walked:
        yield f"event: {new.walked[-1] if new.walked else new.focus}"


def _day(number: int) -> str:
    return edtf.parse(edtf.iso(number)).describe()
