"""Files as they lie there, and what is kept of them: only what is surely of these files."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from timeline.files.content import Unreadable, shown
from timeline.indexing import digests, snapshot, stamps, store
from timeline.indexing.snapshot import Header, Snapshot
from timeline.indexing.stamps import Stamp

IN_VAIN = (MemoryError, OSError, ValueError, Unreadable)
"""What goes wrong with what is kept, as if it were not there."""


class Looked(NamedTuple):
    """Files as they lay there at a moment, and what is kept of them, if it is surely of these."""

    paths: tuple[str, ...]
    names: tuple[str, ...]
    files: tuple[Stamp, ...]
    place: str
    moment: int
    kept: Snapshot | None

    @property
    def way(self) -> str | None:
        """How they were read when they were kept; None where nothing is kept of them."""
        return self.kept.header.way if self.kept else None


def look(paths: Sequence[str], today: int | None) -> Looked:
    """Return what there is of the files at *paths*, and what is kept of them for *today*."""
    moment = time.time_ns()
    named = tuple(dict.fromkeys(paths))
    names = tuple(map(shown, named))
    files = stamps.stamps(named)
    place = store.place(files) if files else ""
    looked = Looked(named, names, files, place, moment, None)
    if place:
        with suppress(*IN_VAIN):
            found = snapshot.snapshot(store.read(place))
            if _is_of(found.header, looked, today):
                return looked._replace(kept=found)
    return looked


def _is_of(header: Header, looked: Looked, today: int | None) -> bool:
    """Return whether what was *looked* at is surely what the snapshot with this *header* is of.

    A file may be read by what its name ends with, which a link may have otherwise.
    """
    files = looked.files
    if header.day not in (None, today) or _endings(header.names) != _endings(looked.names):
        return False
    if stamps.tell(header.files, files, header.read_at):
        return True
    if not stamps.may_hold_the_same(header.files, files):
        return False
    return digests.digests(files) == header.digests


def _endings(names: Sequence[str]) -> list[str]:
    return [os.path.splitext(name)[1].lower() for name in names]  # noqa: PTH122  of any text
