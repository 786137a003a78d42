"""The curated timeline as it was read when the package was built: a snapshot that lies beside it.

Nobody who has installed the program reads the file once more for it, not the first time either,
nor where nothing can be kept. It is made by the hook of the build (`hatch_build.py`); where it
is not of this very package, it is passed over in silence.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from timeline.files.content import shown
from timeline.indexing import snapshot
from timeline.indexing.snapshot import Header, OddSnapshot, Snapshot
from timeline.loading import load, shipped
from timeline.model.timeline import Timeline

NAME = "events.snapshot"
"""What it is called, in the folder of the package."""

_INSTALLED = 60  # seconds within which all files of a package are written


def make(source: str, target: str) -> None:
    """Read the event file *source*, and write a snapshot of it to *target*.

    The same files give the same bytes. Raises `ValueError` where the day of today tells more
    than the file, and what `loading.load` does.
    """
    read = load.load(source, today=None)
    if any(event.undated for event in read):
        raise OddSnapshot("what follows from today is another thing tomorrow")
    known = _known(Path(source).read_bytes())
    header = Header(snapshot.sizes(), (), (known,), ("events.yaml",), 0, len(read))
    parts = snapshot.written(Snapshot(header, snapshot.content(read)))
    Path(target).write_bytes(b"".join(parts))


def timeline(paths: Sequence[str], today: int | None) -> Timeline | None:
    """Return the timeline of *paths* as `loading.load` does, if it is the one that is shipped.

    None where it is another, or the snapshot is not of what is there now.
    """
    if len(paths) != 1 or not shipped.is_shipped(paths[0]):
        return None
    with suppress(OSError, MemoryError, ValueError):
        return snapshot.timeline(_snapshot(paths[0]), [shown(paths[0])], today)
    return None


def _snapshot(path: str) -> Snapshot:
    """Return the snapshot of the file at *path*; raises `OddSnapshot` if it does not fit."""
    file = Path(path).with_name(NAME)
    found = snapshot.whole(file.read_bytes())
    latest = file.stat().st_mtime_ns + _INSTALLED * 1_000_000_000
    if found.header.program != snapshot.sizes(latest):
        raise OddSnapshot("another program made it")
    if found.header.digests != (_known(Path(path).read_bytes()),):
        raise OddSnapshot("the file has changed")
    return found


def _known(content: bytes) -> bytes:
    """Return what stands for the *content* of a file that nobody means to change."""
    return b"%d %d" % (len(content), crc32(content))
