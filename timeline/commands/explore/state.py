"""What is kept from one screen to the next: the last seat of each file, and what was copied.

It lies in the folder of the system for such things, which only its owner may read. A seat is a
query and ids, never what a file says.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import Final
from zlib import crc32

import msgspec

from timeline.errors import TimelineError
from timeline.exploring.seat import Period, Seat
from timeline.files import homes
from timeline.indexing import store

_COPY: Final = "copied.txt"


class Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is kept of a seat."""

    view: str = "list"
    query: str = ""
    starts: bool = False
    certain: bool = False
    possible: bool = False
    period: Period | None = None
    known: int | None = None
    focus: str = ""
    marks: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


def folder() -> str:
    """Return where it lies, or would; "" where there is no place."""
    return homes.folder(homes.STATE)


def keep(text: str) -> str:
    """Write *text* over what was copied before, and return the path; raises `TimelineError`."""
    base = folder()
    if not base:
        raise TimelineError("there is no place to keep it")
    path = os.path.join(base, _COPY)  # noqa: PTH118  of any text
    try:
        store.write(path, text.encode(errors="surrogateescape"))
    except OSError as error:
        raise TimelineError(f"cannot write {path}: {error.strerror or error}") from error
    return path


def remember(paths: Sequence[str], seat: Seat) -> None:
    """Keep the *seat* at which the files at *paths* were left, if there is a place."""
    names = Kept.__struct_fields__
    values = {name: getattr(seat, name) for name in names}
    made = Kept(**{**values, "marks": tuple(sorted(seat.marks))})
    if place := _place(paths):
        with suppress(OSError):
            store.write(place, msgspec.json.encode(made))


def remembered(paths: Sequence[str]) -> Seat:
    """Return the seat at which the files at *paths* were left last; a first one without any."""
    place = _place(paths)
    try:
        kept = msgspec.json.decode(store.read(place), type=Kept) if place else Kept()
    except msgspec.DecodeError:
        kept = Kept()
    values = {name: getattr(kept, name) for name in Kept.__struct_fields__}
    return Seat(**{**values, "marks": frozenset(kept.marks)})


def _place(paths: Sequence[str]) -> str:
    """Return where the seat of the files at *paths* is kept; "" where there is no place."""
    base = folder()
    real = "\0".join(map(os.path.realpath, paths))
    name = f"seat-{crc32(os.fsencode(real)):08x}.json"
    return os.path.join(base, name) if base else ""  # noqa: PTH118  of any text
