"""What a curator should look at, and which part of a timeline it is about."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Final, Literal, TypeAlias

import msgspec

Registry: TypeAlias = Literal["timeline", "arcs", "actors", "places", "sources", "events"]

RENAMED: Final[Mapping[str, str]] = {"single-source": "confirmed-on-one-origin"}
"""Rules that had another name, by that: comments and options may have it still."""


class Level(IntEnum):
    """How much a finding matters; a warning fails a strict check, a note never does."""

    note = 1
    warning = 2
    error = 3


class Spot(msgspec.Struct, frozen=True):
    """A part of an event file: an entry of a registry, one of its keys, one value of a list.

    *value* is the text of an item: an actor, a tag, the source of a citation, the
    target of a link. Without a *key* it is the whole entry. The *id* of a header is
    the name of its file, or "" for the header of whichever file says it.
    """

    registry: Registry
    id: str
    key: str = ""
    value: str = ""


class Step(msgspec.Struct, frozen=True):
    """One of several things that are wrong together: where it stands, and what it says."""

    spot: Spot
    message: str


class Finding(msgspec.Struct, frozen=True):
    """What a rule found: where, what, and what to do about it.

    *at* is the offset of the character at fault in the value of *spot*, 0 for all of it.
    *steps* are what is wrong only together.
    """

    rule: str
    level: Level
    spot: Spot
    message: str
    hint: str = ""
    at: int = 0
    steps: tuple[Step, ...] = ()
