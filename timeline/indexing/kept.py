"""Event files → their timeline, from a snapshot that was kept of them, else read and then kept.

Of many events the snapshot has no more than where their index lies (`indexed`). Nothing is ever
taken from either that reading the files would not give. Whatever is wrong with one, or with the
folder in which they lie, the files are read, and nothing is said of it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Protocol

from msgspec.structs import replace

from timeline.files.content import Unreadable, shown
from timeline.indexing import digests, events, indexed, snapshot, stamps, store
from timeline.indexing.snapshot import Header, OddSnapshot, Snapshot
from timeline.indexing.stamps import Stamp
from timeline.loading import load
from timeline.model.records import Event
from timeline.model.timeline import Timeline

_IN_VAIN = (MemoryError, OSError, ValueError, Unreadable)
_MOST_READ = 10_000  # events that are read from a snapshot sooner than asked of an index


class Afterwards(Protocol):
    """Takes what is to be done once the answer has been given."""

    def __call__(self, step: Callable[[], None], /, *, aside: bool = False) -> object:
        """Have *step* done; *aside* where it takes long, so that nobody waits for it."""
        ...


def timeline(paths: Sequence[str], today: int | None, afterwards: Afterwards) -> Timeline:
    """Return the one timeline of the event files at *paths*, just as `loading.load` does.

    To keep something of them is left to *afterwards*. Raises what `loading.load` does.
    """
    moment = time.time_ns()
    named = tuple(dict.fromkeys(paths))
    files = stamps.stamps(named)
    place = store.place(files) if files else ""
    if not place:
        return load.load(*named, today=today)
    names = tuple(map(shown, named))
    with suppress(*_IN_VAIN):
        found = snapshot.snapshot(store.read(place))
        if _is_of(found.header, files):
            again = partial(_read_again, place, named, today)
            kept = _timeline(place, found, names, today, again)
            if found.header.files != files and stamps.are_settled(files, moment):
                header = replace(found.header, files=files, read_at=moment)
                afterwards(partial(_renew, place, Snapshot(header, found.content)))
            return kept
    read = load.load(*named, today=today)
    if _is_worth_keeping(read, names) and stamps.are_settled(files, moment):
        header = Header(0, files, (), names, moment, len(read))
        is_large = len(read) > _MOST_READ
        keep = _keep_index if is_large else _keep
        afterwards(partial(keep, place, header, read), aside=is_large)
    return read


def _timeline(
    place: str, found: Snapshot, names: Sequence[str], today: int | None, again: events.Again
) -> Timeline:
    """Return the timeline of a snapshot, or of the index beside it; raises `OddSnapshot`."""
    if not found.header.index:
        return snapshot.timeline(found, names, today)
    path = store.index(place, found.header.index)
    if not store.is_ours(path):
        raise OddSnapshot("its index is not there")
    called = dict(zip(found.header.names, names, strict=True))
    return indexed.timeline(path, found.content, today, called, again)


def _read_again(place: str, named: Sequence[str], today: int | None) -> Timeline:
    store.drop(place)
    return load.load(*named, today=today)


def forget(paths: Sequence[str]) -> None:
    """Take away what is kept of the files at *paths*, if there is anything."""
    if files := stamps.stamps(tuple(dict.fromkeys(paths))):
        store.drop(store.place(files))


def _is_of(header: Header, files: Sequence[Stamp]) -> bool:
    """Return whether the *files* are surely what the snapshot with this *header* is of."""
    if stamps.tell(header.files, files, header.read_at):
        return True
    if not stamps.may_hold_the_same(header.files, files):
        return False
    return digests.digests(files) == header.digests


def _is_worth_keeping(read: Timeline, names: Sequence[str]) -> bool:
    """Return whether what was read stays the same; which file a name means must be plain.

    What follows from the day of today is another thing tomorrow.
    """
    if len(set(names)) < len(names):
        return False
    return not (any(event.undated for event in read) and any(map(_goes_on, read)))


def _goes_on(event: Event) -> bool:
    """Whether *event* is going on today, as far as its file says."""
    is_open = event.date.end_kind == "open" and not event.undated
    return is_open and event.as_of is None


def _keep(place: str, header: Header, read: Timeline) -> None:
    """Keep what was *read* of the files in *header*, if they are still what they were."""
    with suppress(*_IN_VAIN):
        known = _digests(header.files)
        content = snapshot.content(read)
        made = replace(header, program=snapshot.program(), digests=known)
        store.drop(place)
        _renew(place, Snapshot(made, content))
        store.tidy()


def _keep_index(place: str, header: Header, read: Timeline) -> None:
    """Keep what was *read* of the files in *header* in an index, unless somebody is about to."""
    with suppress(*_IN_VAIN):
        known = _digests(header.files)
        program = snapshot.program(is_index=True)
        content = digests.together(str(program).encode(), *known, *map(os.fsencode, header.names))
        name = store.index_name(place, content)
        path = store.index(place, name)
        if store.is_being_written(path):
            return
        with store.half(path) as half:
            indexed.write(read, half)
        made = replace(header, program=program, digests=known, index=name)
        _renew(place, Snapshot(made, indexed.head(read)))
        store.tidy()


def _digests(files: Sequence[Stamp]) -> tuple[bytes, ...]:
    """Return what stands for what *files* hold; raises `OSError` if they are not what they were."""
    known = digests.digests(files)
    if stamps.stamps([each.path for each in files]) != files:
        raise OSError("they have changed")
    return known


def _renew(place: str, found: Snapshot) -> None:
    with suppress(*_IN_VAIN):
        store.write(place, *snapshot.written(found))
