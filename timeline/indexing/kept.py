"""Files → their timeline, from a snapshot that was kept of them, else read and then kept.

Of many events the snapshot has no more than where their index lies (`indexed`). Nothing is ever
taken from either that reading the files would not give. Whatever is wrong with one, or with the
folder in which they lie, the files are read, and nothing is said of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import NamedTuple, Protocol, TypeAlias

from msgspec.structs import replace

from timeline.indexing import digests, events, indexed, snapshot, stamps, store
from timeline.indexing.look import IN_VAIN, Looked, look
from timeline.indexing.snapshot import Header, OddSnapshot, Snapshot
from timeline.indexing.stamps import Stamp
from timeline.loading import load
from timeline.model.records import Event
from timeline.model.timeline import Timeline

_MOST_READ = 10_000  # events that are read from a snapshot sooner than asked of an index

EVENT_FILES = ""
"""How files of our own are read, in whatever form they are."""


class Afterwards(Protocol):
    """Takes what is to be done once the answer has been given."""

    def __call__(self, step: Callable[[], None], /, *, aside: bool = False) -> object:
        """Have *step* done; *aside* where it takes long, so that nobody waits for it."""
        ...


class Read(NamedTuple):
    """What was read of files: their timeline, and what else is to be told of it each time.

    `day` is the day number of the only today for which it holds; None if it holds for any.
    """

    timeline: Timeline
    told: bytes = b""
    day: int | None = None


Reader: TypeAlias = Callable[[], Read]
"""Reads files as if nothing were kept of them."""


def timeline(paths: Sequence[str], today: int | None, afterwards: Afterwards) -> Timeline:
    """Return the one timeline of the event files at *paths*, just as `loading.load` does.

    To keep something of them is left to *afterwards*. Raises what `loading.load` does.
    """
    return loaded(look(paths, today), today, afterwards)


def loaded(looked: Looked, today: int | None, afterwards: Afterwards) -> Timeline:
    """Return the timeline of event files that were *looked* at, as `timeline` does."""

    def reader() -> Read:
        return Read(load.load(*looked.paths, today=today))

    return read(looked, EVENT_FILES, reader, today, afterwards).timeline


def read(
    looked: Looked, way: str, reader: Reader, today: int | None, afterwards: Afterwards
) -> Read:
    """Return what *reader* reads of the files that were *looked* at, or what is kept of it.

    *way* is how it reads them: in another way they may say something else. To keep it is left
    to *afterwards*. Raises what *reader* does.
    """
    if looked.kept and looked.way == way:
        with suppress(*IN_VAIN):
            return _from_kept(looked, looked.kept, reader, today, afterwards)
    found = reader()
    is_settled = looked.place and stamps.are_settled(looked.files, looked.moment)
    if is_settled and _is_worth_keeping(found.timeline, looked.names):
        _leave(looked, way, found, afterwards)
    return found


def _from_kept(
    looked: Looked,
    kept: Snapshot,
    reader: Reader,
    today: int | None,
    afterwards: Afterwards,
) -> Read:
    """Return what is *kept*; raises `OddSnapshot`. See that the files are known by their times."""
    header = kept.header
    again = partial(_read_again, looked.place, reader)
    made = _timeline(looked.place, kept, looked.names, today, again)
    if header.files != looked.files and stamps.are_settled(looked.files, looked.moment):
        renewed = replace(header, files=looked.files, read_at=looked.moment)
        afterwards(partial(_renew, looked.place, Snapshot(renewed, kept.content)))
    return Read(made, header.told, header.day)


def _leave(looked: Looked, way: str, found: Read, afterwards: Afterwards) -> None:
    """Leave it to *afterwards* to keep what was *found*."""
    number = len(found.timeline)
    header = Header(0, looked.files, (), looked.names, looked.moment, number)
    header = replace(header, way=way, told=found.told, day=found.day)
    is_large = number > _MOST_READ
    keep = _keep_index if is_large else _keep
    afterwards(partial(keep, looked.place, header, found.timeline), aside=is_large)


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


def _read_again(place: str, reader: Reader) -> Timeline:
    store.drop(place)
    return reader().timeline


def forget(paths: Sequence[str]) -> None:
    """Take away what is kept of the files at *paths*, if there is anything."""
    if files := stamps.stamps(tuple(dict.fromkeys(paths))):
        store.drop(store.place(files))


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
    with suppress(*IN_VAIN):
        known = _digests(header.files)
        content = snapshot.content(read)
        made = replace(header, program=snapshot.program(way=header.way), digests=known)
        store.drop(place)
        _renew(place, Snapshot(made, content))
        store.tidy()


def _keep_index(place: str, header: Header, read: Timeline) -> None:
    """Keep what was *read* of the files in *header* in an index, unless somebody is about to."""
    with suppress(*IN_VAIN):
        known = _digests(header.files)
        program = snapshot.program(way=header.way, is_index=True)
        content = digests.together(str(program).encode(), *known, *map(os.fsencode, header.names))
        name = store.index_name(place, content)
        path = store.index(place, name)
        if store.is_being_written(path):
            return
        with store.half(path) as half:
            indexed.write(read, half, name)
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
    with suppress(*IN_VAIN):
        store.write(place, *snapshot.written(found))
