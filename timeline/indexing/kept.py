"""Event files → their timeline, from a snapshot that was kept of them, else read and then kept.

Nothing is ever taken from a snapshot that reading the files would not give. Whatever is wrong
with one, or with the folder in which they lie, the files are read, and nothing is said of it.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TypeAlias

from msgspec.structs import replace

from timeline.files.content import Unreadable, shown
from timeline.indexing import digests, snapshot, stamps, store
from timeline.indexing.snapshot import Header, Snapshot
from timeline.indexing.stamps import Stamp
from timeline.loading import load
from timeline.model.records import Event
from timeline.model.timeline import Timeline

Afterwards: TypeAlias = Callable[[Callable[[], None]], object]
"""Takes what is to be done once the answer has been given."""

_IN_VAIN = (MemoryError, OSError, ValueError, Unreadable)
_MOST_EVENTS = 200_000  # of more, a snapshot takes more memory than most machines have to spare


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
            kept = snapshot.timeline(found, names, today)
            if found.header.files != files and stamps.are_settled(files, moment):
                header = replace(found.header, files=files, read_at=moment)
                afterwards(partial(_renew, place, Snapshot(header, found.content)))
            return kept
    read = load.load(*named, today=today)
    if _is_worth_keeping(read, names) and stamps.are_settled(files, moment):
        afterwards(partial(_keep, place, Header(0, files, (), names, moment), read))
    return read


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
    """Return whether a snapshot is quicker to read; which file a name means must be plain.

    What follows from the day of today is another thing tomorrow.
    """
    if len(read) > _MOST_EVENTS or len(set(names)) < len(names):
        return False
    return not (any(event.undated for event in read) and any(map(_goes_on, read)))


def _goes_on(event: Event) -> bool:
    """Whether *event* is going on today, as far as its file says."""
    is_open = event.date.end_kind == "open" and not event.undated
    return is_open and event.as_of is None


def _keep(place: str, header: Header, read: Timeline) -> None:
    """Keep what was *read* of the files in *header*, if they are still what they were."""
    files = header.files
    with suppress(*_IN_VAIN):
        known = digests.digests(files)
        if stamps.stamps([each.path for each in files]) != files:
            return
        content = snapshot.content(read)
        made = replace(header, program=snapshot.program(), digests=known)
        _renew(place, Snapshot(made, content))
        store.tidy()


def _renew(place: str, found: Snapshot) -> None:
    with suppress(*_IN_VAIN):
        store.write(place, *snapshot.written(found))
