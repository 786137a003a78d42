"""A scene: all that the screen draws, which follows from a seat and the ground it is on."""

from __future__ import annotations

from typing import NamedTuple

from timeline.exploring.ground import Ground
from timeline.exploring.seat import Seat
from timeline.exploring.views.view import Shown
from timeline.model.records import Event


class Scene(NamedTuple):
    """A seat with what is found there: the row of the focus, and the event that is looked at.

    With *stale*, what is shown is not yet, or no longer, what is asked.
    """

    seat: Seat
    ground: Ground
    shown: Shown
    row: int
    event: Event | None
    stale: bool = False


def scene(seat: Seat, ground: Ground) -> Scene:
    """Return what is seen at *seat*."""
    shown = ground.shown(seat)
    stale = seat.draft is not None and seat.draft != seat.query
    return Scene(seat, ground, shown, ground.row(seat), ground.focus(seat), stale)
