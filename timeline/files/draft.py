"""The steps of every writer: bytes → a draft beside a file, and from there into its place.

Until the last step, a rename, the old file is as it was.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG

from timeline.errors import TimelineError
from timeline.text import quoted

_ANYONE_WRITES = 0o222
_LONGEST = 255  # bytes of a name, where the disk does not say
# Who may read and write: in part it is in the permissions, and must not differ from them.
_RIGHTS = "system.posix_acl_access"
_FILL = os.O_WRONLY | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class CannotSave(TimelineError):
    """A file cannot be written."""


@contextmanager
def refusing(name: str) -> Iterator[None]:
    """Say of whatever the system refuses that the file *name* cannot be written."""
    try:
        yield
    except OSError as error:
        why = _no_folder(name, error) or error.strerror or error
        raise CannotSave(f"cannot write {quoted(name)}: {why}") from error


def _no_folder(name: str, error: OSError) -> str:
    """Return that the folder is not there in which *name* was to be, if that is the *error*."""
    folder = os.path.dirname(name)  # noqa: PTH120  as it was written
    is_it = isinstance(error, FileNotFoundError) and folder and not os.path.lexists(folder)
    return f"there is no folder {quoted(folder)}" if is_it else ""


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


def named_beside(path: Path, begin: str, name: str, end: str) -> Path:
    """Return a path beside *path* called *begin*, *name* and *end*.

    Of a *name* that would make it too long for the disk, as much as there is room for.
    """
    room = _longest_name(path.parent) - len(os.fsencode(begin + end))
    while len(os.fsencode(name)) > room:
        name = name[:-1]
    return path.with_name(begin + name + end)


def _longest_name(folder: Path) -> int:
    try:
        return os.pathconf(folder, "PC_NAME_MAX")
    except (AttributeError, OSError, ValueError):
        return _LONGEST


@contextmanager
def fresh(path: Path) -> Iterator[Path]:
    """Yield an empty hidden file beside *path* that nobody else has; it is gone in the end."""
    beside = named_beside(path, ".", path.name, f".{os.urandom(4).hex()}.timeline")
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink()


def fill(beside: Path, data: Iterable[bytes], like: Path | None = None) -> None:
    """Write all pieces of *data* to the file *beside*, and wait until the disk has them.

    It gets the owner, as far as possible, and the very permissions of the file *like*
    before anything is in it. It must be there, and is emptied first.
    """
    descriptor = os.open(beside, _FILL)
    try:
        if like is not None:
            _dress(beside, like)
        for piece in data:
            _write(descriptor, piece)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _dress(beside: Path, old: Path) -> None:
    was = old.stat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # a file of somebody else's becomes ours
            os.chown(beside, was.st_uid, was.st_gid)
    if hasattr(os, "listxattr"):
        _copy_attributes(beside, old)
    beside.chmod(S_IMODE(was.st_mode))


def _copy_attributes(beside: Path, old: Path) -> None:
    """Give *beside* the attributes of *old*, and no others: a folder lends its own to new files."""
    try:
        wanted = {name: os.getxattr(old, name) for name in os.listxattr(old)}
        lent = [name for name in os.listxattr(beside) if name not in wanted]
    except OSError:
        return  # the disk knows none
    for name in lent:
        with _yielding(name):
            os.removexattr(beside, name)
    for name, value in wanted.items():
        with _yielding(name):
            os.setxattr(beside, name, value)


@contextmanager
def _yielding(name: str) -> Iterator[None]:
    """Let the system refuse an attribute that only it may set; never one of who may read."""
    try:
        yield
    except OSError:
        if name == _RIGHTS:
            raise


def settle(beside: Path, path: Path) -> None:
    """Let the file *beside* take the place of *path*, at once and for good."""
    beside.replace(path)
    with suppress(OSError):  # not every disk can; the file is whole either way
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
