"""A timeline ⇄ its index: what it says of itself, and where its events lie."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

import msgspec
from msgspec import Struct

from timeline.indexing import writer
from timeline.indexing.database import Database, OddIndex, Writing
from timeline.indexing.events import Again, Events
from timeline.indexing.index import Index
from timeline.model.registries import ENTRIES, Late
from timeline.model.timeline import Timeline


class Head(Struct, frozen=True, array_like=True):
    """What a timeline says of itself, and how many events it has."""

    title: str
    summary: str
    as_of: int | None
    number: int


_HEAD: Final = msgspec.msgpack.Decoder(Head)


def head(timeline: Timeline) -> bytes:
    """Return the head of *timeline*; raises `ValueError` for what has no form."""
    made = Head(timeline.title, timeline.summary, timeline.as_of, len(timeline))
    try:
        return msgspec.msgpack.encode(made)
    except OverflowError as error:
        raise ValueError("a number is too large") from error


def write(timeline: Timeline, path: str, name: str) -> None:
    """Write the index of *timeline* into the empty file at *path*; it is read as file *name*.

    Raises `OSError`, and `ValueError` for what has no form.
    """
    with Writing(path, name) as database:
        try:
            database.put(writer.written(timeline))
        except OverflowError as error:
            raise ValueError("a number is too large") from error


def timeline(
    path: str,
    about: bytes | memoryview,
    today: int | None,
    called: Mapping[str, str],
    again: Again,
) -> Timeline:
    """Return the timeline whose index lies at *path*, and whose head is *about*.

    What goes on, goes on *today*; files are *called* otherwise now in positions than when
    they were read. Raises `OddIndex`.
    """
    try:
        found = _HEAD.decode(about)
    except msgspec.DecodeError as error:
        raise OddIndex("its head is odd") from error
    events = Events(Index(Database(path), found.number, today, called), again)
    registries: dict[str, Any] = {
        name: MappingProxyType(Late(partial(events.registry, name))) for name in ENTRIES
    }
    return Timeline(
        events, title=found.title, summary=found.summary, as_of=found.as_of, **registries
    )
