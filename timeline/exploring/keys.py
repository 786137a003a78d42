"""All keys of the screen, in one table: help, palette, footer and the page of keys read it here.

A key either makes another seat of a seat, `press`, or does something with the screen, `act`.
It counts in the panes that it names; where two rows have the same key, the panes differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from timeline.exploring import acts, choices
from timeline.exploring.deeds import DEEDS
from timeline.exploring.ground import Ground
from timeline.exploring.key import EVERY, NOTHING, PANES, READ, Key, Press, sign
from timeline.exploring.key_rows import BLAME, FILTERS, MOVES, QUESTIONS, TIMES
from timeline.exploring.seat import FACETS, MAIN, CannotAct, Seat
from timeline.exploring.views.table import VIEWS


def _to_view(name: str) -> Press:
    return lambda seat, _: replace(seat, view=name, pane=MAIN)


_SCREEN: Final = (
    *(
        Key((key,), view.name, view.words, (MAIN,), _to_view(view.name), group="Views")
        for key, view in VIEWS.items()
    ),
    Key(
        ("question_mark",),
        "help",
        "the keys of this pane",
        READ,
        act=acts.help_,
        short="help",
        group="Screen",
    ),
    Key(("ctrl+p",), "palette", "all keys by name", EVERY, act=acts.palette, group="Screen"),
    Key(("u",), "undo", "undo", READ, act=acts.undo, short="undo", group="Screen"),
    Key(("ctrl+r",), "redo", "do again what was undone", EVERY, act=acts.redo, group="Screen"),
    Key(("q",), "end", "end", READ, act=acts.end, short="end", group="Screen"),
    Key(("ctrl+c", "ctrl+q"), "end-at-once", "end", PANES, act=acts.end, group="Screen"),
)

KEYS: Final[Sequence[Key]] = (*MOVES, *QUESTIONS, *BLAME, *FILTERS, *TIMES, *DEEDS, *_SCREEN)


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
