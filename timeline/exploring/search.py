"""What takes long in a large file, found in a thread beside the keys."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from threading import Lock
from typing import Final, TypeAlias

from timeline import late
from timeline.exploring import facets, guilt
from timeline.exploring.ground import Ground, uncollected
from timeline.exploring.seat import FACETS, Seat

Asked: TypeAlias = Callable[[], tuple[Seat, Ground]]
"""What tells the seat one is at, and its ground, by the time it is called."""

_SWITCH: Final = 0.001  # seconds that a search may hold up a key; it is a fifth of what is usual
_SELDOM: Final = 1000  # small collections until all is looked through, which keys wait for


def prepare() -> None:
    """Make ready for searches: whoever runs beside them is to wait as little as can be."""
    sys.setswitchinterval(_SWITCH)
    gc.set_threshold(*gc.get_threshold()[:2], _SELDOM)
    late.run("model", "inference", "query", "phrases", "edtf", "reports")


def is_over(seat: Seat, ground: Ground) -> bool:
    """Return whether all that the screen shows at *seat* has been found, or takes no time."""
    if not ground.is_slow:
        return True
    is_counted = seat.pane != FACETS or facets.is_counted(seat, ground)
    return ground.is_known(seat) and is_counted


class Search:
    """Searches, one after the other; what nobody asks any more by its turn is not looked for."""

    def __init__(self, asked: Asked) -> None:
        """Look for what is *asked* by the time that a search begins."""
        self._asked = asked
        self._lock = Lock()

    def find(self) -> None:
        """Find the events, and where they are shown the numbers of what can be filtered by."""
        with self._lock, uncollected():
            seat, ground = self._asked()
            if not is_over(seat, ground):
                ground.shown(seat)
            if seat.pane == FACETS:
                facets.count(seat, ground)

    def find_why(self) -> None:
        """Find why nothing is found."""
        with self._lock, uncollected():
            seat, ground = self._asked()
            if is_over(seat, ground) and not ground.shown(seat).matches:
                guilt.said(seat, ground)
