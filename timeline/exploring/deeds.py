"""Keys that do something beside the seat: copy, open, edit, explain, run a command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline.exploring import asides, changes, takes
from timeline.exploring.key import Key
from timeline.exploring.seat import DETAIL, MAIN

_READ: Final = (MAIN, DETAIL)
_TAKE, _CHANGE, _LOOK = "Take along", "Change", "Look"

DEEDS: Final[Sequence[Key]] = (
    Key(
        ("y",),
        "copy",
        "copy the event, or the marked: then i c b m j u $",
        _READ,
        act=takes.copy,
        short="copy",
        group=_TAKE,
    ),
    Key(("o",), "open", "open its source", _READ, act=takes.open_source, short="open", group=_TAKE),
    Key(("e",), "edit", "edit the event", _READ, act=changes.edit, short="edit", group=_CHANGE),
    Key(("a",), "add", "add an event", _READ, act=changes.add, group=_CHANGE),
    Key(("s",), "save", "save the query by a name", _READ, act=changes.save, group=_CHANGE),
    Key(("r",), "read-again", "read the file again", _READ, act=changes.read_again, group=_CHANGE),
    Key(("W",), "why", "why the event is found", _READ, act=asides.why, group=_LOOK),
    Key(
        ("exclamation_mark",),
        "findings",
        "what check finds about it",
        _READ,
        act=asides.findings,
        group=_LOOK,
    ),
    Key(
        ("colon",),
        "command",
        "run a command of timeline",
        _READ,
        act=asides.command_line,
        group=_LOOK,
    ),
)
