"""The folder in which snapshots lie: each is a file there that only its owner may read.

A snapshot of very many events has an index beside it, which is a file of its own.

Nothing here is ever in the way: what cannot be read or written, or is not what we left there,
is as if it were not there.
"""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from stat import S_ISREG
from typing import NamedTuple
from zlib import crc32

from timeline.files import homes
from timeline.indexing.snapshot import MOST_OF_HEADER, OddSnapshot, header
from timeline.indexing.stamps import Stamp

_END = ".snapshot"
_INDEX = ".index"
_HALF = ".half"  # what was not written to its end
_MOST_BYTES = 2_000_000_000  # of all together; what was written longest ago goes first
_PAUSE = 60  # seconds within which whoever writes a half writes to it again
_ABANDONED = 3600  # seconds after which nobody writes to a half any more
_OTHERS = 0o077  # the rights of all but the owner
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class Kept(NamedTuple):
    """A snapshot in the folder: its path, and the files and how many events it is of.

    Its bytes are those of its index too, which lies at `beside`, if it has one; `written` is when
    it came.
    """

    path: str
    sources: tuple[str, ...]
    events: int
    beside: str
    size: int
    written: float


def folder() -> str:
    """Return where snapshots lie, or would: the cache of the system; "" where there is none."""
    return homes.folder(homes.CACHE)


def place(files: Sequence[Stamp]) -> str:
    """Return where the snapshot of *files* lies, or would; "" where there is no folder."""
    if not (base := folder()):
        return ""
    paths = "\0".join(each.path for each in files)
    stem = os.path.splitext(os.path.basename(files[0].path))[0]  # noqa: PTH119, PTH122  any text
    name = f"{stem[:_LONGEST]}-{crc32(os.fsencode(paths)):08x}{_END}"
    return os.path.join(base, name)  # noqa: PTH118  of any text


_LONGEST = 40  # characters of a file's own name in that of its snapshot


def index(place: str, name: str) -> str:
    """Return where the index of the snapshot at *place* lies that is called *name*."""
    base = os.path.dirname(place)  # noqa: PTH120  of any text
    return os.path.join(base, os.path.basename(name))  # noqa: PTH118, PTH119  likewise


def index_name(place: str, content: str) -> str:
    """Return what the index for the snapshot at *place* is called that has this *content*."""
    return f"{os.path.basename(place).removesuffix(_END)}.{content}{_INDEX}"  # noqa: PTH119  likewise


def is_ours(path: str) -> bool:
    """Return whether the file at *path* is one that only we can have written."""
    try:
        about = os.lstat(path)
    except (OSError, ValueError):
        return False
    return S_ISREG(about.st_mode) and _is_ours(about)


def read(path: str, most: int = -1) -> bytes:
    """Return what the file at *path* holds, *most* bytes of it; b"" where it is not our own."""
    with suppress(OSError, ValueError), os.fdopen(os.open(path, _READ), "rb") as file:
        about = os.fstat(file.fileno())
        if S_ISREG(about.st_mode) and _is_ours(about):
            return file.read(most)
    return b""


def _is_ours(about: os.stat_result) -> bool:
    """Return whether only we can have written it."""
    if not hasattr(os, "geteuid"):
        return True
    return about.st_uid == os.geteuid() and not about.st_mode & _OTHERS


def write(path: str, *data: bytes | memoryview) -> None:
    """Put all pieces of *data* in the file at *path*, or nothing; raises `OSError`."""
    with half(path) as made, open(made, "wb") as file:  # noqa: PTH123  of any text
        file.writelines(data)


@contextmanager
def half(path: str) -> Iterator[str]:
    """Yield the path of an empty file that becomes the one at *path*, unless something fails.

    Raises `OSError`.
    """
    base, name = os.path.split(path)
    os.makedirs(base, mode=0o700, exist_ok=True)  # noqa: PTH103  of any text
    made = os.path.join(base, f"{name}.{os.urandom(4).hex()}{_HALF}")  # noqa: PTH118  likewise
    try:
        os.close(os.open(made, _MAKE, 0o600))
        yield made
        os.replace(made, path)  # noqa: PTH105  likewise
    except BaseException:
        _remove(made)
        raise


def is_being_written(path: str) -> bool:
    """Return whether somebody is about to write the file at *path*."""
    name, now = os.path.basename(path), time.time()  # noqa: PTH119  of any text
    halves = (each for each in _entries(_HALF) if each.name.startswith(f"{name}."))
    with suppress(OSError):
        return any(abs(each.stat().st_mtime - now) < _PAUSE for each in halves)
    return False


def tidy() -> None:
    """Take away what is of use to nobody: halves, what is of no file any more, what is too much.

    What came last stays, however large it is.
    """
    now, size = time.time(), 0
    for entry in _entries(_HALF):
        with suppress(OSError):
            if abs(entry.stat().st_mtime - now) > _ABANDONED:  # clocks are set back, too
                _remove(entry.path)
    for each in sorted(kept(), key=lambda each: each.written, reverse=True):
        size += each.size
        is_too_much = size > max(_MOST_BYTES, each.size)
        if is_too_much or not all(map(os.path.exists, each.sources)):
            _remove(each.path)
    of_use = {each.beside for each in kept()}
    for entry in _entries(_INDEX):
        if entry.path not in of_use:
            _remove(entry.path)


def kept() -> Iterator[Kept]:
    """Yield the snapshots that there are; of what is odd no files are known."""
    for entry in _entries(_END):
        with suppress(OSError):
            about = entry.stat()
            yield _kept(entry.path, about)


def _kept(path: str, about: os.stat_result) -> Kept:
    try:
        found = header(read(path, MOST_OF_HEADER))
    except OddSnapshot:
        return Kept(path, (), 0, "", about.st_size, about.st_mtime)
    beside, size = "", about.st_size
    if found.index:
        beside = index(path, found.index)
        size += os.stat(beside).st_size  # noqa: PTH116  of any text
    sources = tuple(each.path for each in found.files)
    return Kept(path, sources, found.events, beside, size, about.st_mtime)


def clear() -> None:
    """Take away all of it; raises `OSError` for what cannot be taken away."""
    for end in (_END, _INDEX, _HALF):
        for entry in _entries(end):
            os.unlink(entry.path)  # noqa: PTH108  of any text


def drop(path: str) -> None:
    """Take away the snapshot at *path* with its index, if it is there."""
    _remove(path)
    stem = os.path.basename(path).removesuffix(_END)  # noqa: PTH119  of any text
    for entry in _entries(_INDEX):
        if entry.name.startswith(f"{stem}."):
            _remove(entry.path)


def _entries(end: str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder() or os.devnull) as entries:
            return [each for each in entries if each.name.endswith(end)]
    except OSError:
        return []


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)  # noqa: PTH108  of any text
