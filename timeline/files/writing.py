"""The steps of every writer: bytes → a file beside another, and from there into its place.

Until the last step, a rename, the old file is as it was.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG

from timeline.errors import TimelineError
from timeline.text import quoted

_ANYONE_WRITES = 0o222


class CannotSave(TimelineError):
    """A file cannot be written."""


@contextmanager
def refusing(name: str) -> Iterator[None]:
    """Say of whatever the system refuses that the file *name* cannot be written."""
    try:
        yield
    except OSError as error:
        raise CannotSave(f"cannot write {quoted(name)}: {error.strerror or error}") from error


def refuse_special(name: str, path: Path) -> None:
    """Refuse what is there and must not be replaced: a device or pipe, a read-only file."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if path.is_dir():
        return  # the system says so better
    if not S_ISREG(mode):
        raise CannotSave(f"cannot write {quoted(name)}: it is no ordinary file")
    # Root may write anything; a file without a single right to write says all the same
    # that it is not to be changed.
    if not mode & _ANYONE_WRITES or not os.access(path, os.W_OK):
        raise CannotSave(f"cannot write {quoted(name)}: it is read-only")


@contextmanager
def fresh(path: Path) -> Iterator[Path]:
    """Yield an empty hidden file beside *path* that nobody else has; it is gone in the end."""
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink()


def fill(beside: Path, data: bytes, like: Path | None = None) -> None:
    """Write all of *data* to the file *beside*, and wait until the disk has it.

    It gets the owner, as far as possible, and the permissions of the file *like*
    before anything is in it. It must be there, and is emptied first.
    """
    descriptor = os.open(beside, os.O_WRONLY | os.O_TRUNC | getattr(os, "O_BINARY", 0))
    try:
        if like is not None:
            _dress(beside, like)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _dress(beside: Path, old: Path) -> None:
    was = old.stat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # a file of somebody else's becomes ours
            os.chown(beside, was.st_uid, was.st_gid)
    beside.chmod(S_IMODE(was.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # lists of access rights, where the disk knows them
            for attribute in os.listxattr(old):
                os.setxattr(beside, attribute, os.getxattr(old, attribute))


def settle(beside: Path, path: Path) -> None:
    """Let the file *beside* take the place of *path*, at once and for good."""
    beside.replace(path)
    with suppress(OSError):  # not every disk can; the file is whole either way
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
