"""What a key does where one is: its row of the table (`key_rows`), and the seat that it makes."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.exploring import choices
from timeline.exploring.ground import Ground
from timeline.exploring.key import NOTHING, Key, sign
from timeline.exploring.key_rows import KEYS
from timeline.exploring.seat import FACETS, MAIN, CannotAct, Seat


def row(key: str, pane: str) -> Key | None:
    """Return the row of *key* that counts in *pane*; None where the key means nothing there."""
    return next((each for each in KEYS if key in each.keys and pane in each.panes), None)


def row_at(key: str, seat: Seat, ground: Ground) -> Key | None:
    """Return the row of *key* that counts at *seat*."""
    is_empty = seat.pane == MAIN and not ground.shown(seat).matches
    return (row(key, NOTHING) if is_empty else None) or row(key, seat.pane)


def of_pane(pane: str) -> Iterator[Key]:
    """Yield the rows that count in *pane*."""
    return (each for each in KEYS if pane in each.panes)


def press(seat: Seat, key: str, ground: Ground) -> Seat:
    """Return the seat that *key* makes of *seat*; raises `CannotAct` for a key that makes none."""
    found = row_at(key, seat, ground)
    if found is None and seat.pane == FACETS and len(key) == 1:
        return choices.typed(seat, key)
    if found is None or found.press is None:
        raise CannotAct(f"{sign(key)} does nothing here")
    return found.press(seat, ground)
