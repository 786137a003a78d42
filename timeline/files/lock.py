"""One at a time: the hidden file beside another in which its next text is made.

Its name is always the same, and whoever has it has it locked by the system: who
comes second waits. A process that is killed leaves it behind unlocked; it does no
harm, and the next one takes it over. What lies there by another's hand (a link, a
second name of some file) is never written to.
"""

import errno
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from timeline.errors import TimelineError
from timeline.files.draft import CannotSave, fresh, named_beside
from timeline.text import quoted

try:
    import fcntl
except ImportError:  # there is none on Windows
    fcntl = None  # type: ignore[assignment]

PATIENCE = 10.0  # seconds for which another process is waited for
_PAUSE = 0.03
_HOLDER = re.compile(rb"process (\d+)\n")
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
_OPEN = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)


class Busy(TimelineError):
    """Another process is changing the file."""


class _Taken(NamedTuple):
    """The draft of a file, and the descriptor that has it locked."""

    path: Path
    descriptor: int


@contextmanager
def drafting(name: str, path: Path) -> Iterator[Path]:
    """Yield the one draft of the file at *path*, called *name*; it is gone in the end.

    Where the system, or the disk, has no locks, it is a draft of one's own: then
    nobody waits, and a change made meanwhile is found only by looking. Raises `Busy`
    after `PATIENCE` seconds, `CannotSave` for what is no draft of ours, and `OSError`.
    """
    taken = _waited_for(name, path)
    if taken is None:
        with fresh(path) as beside:
            yield beside
        return
    try:
        yield taken.path
    finally:
        _leave(taken)


def _waited_for(name: str, path: Path) -> _Taken | None:
    """Return the draft, once no other process has it; None where there are no locks."""
    if fcntl is None:
        return None
    beside = named_beside(path, ".", path.name, ".timeline")
    until = time.monotonic() + PATIENCE
    try:
        while not (taken := _taken(name, beside)):
            if time.monotonic() > until:
                raise _busy(name, beside)
            time.sleep(_PAUSE)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        beside.unlink(missing_ok=True)
        return None
    return taken


def _taken(name: str, beside: Path) -> _Taken | None:
    """Return the draft with our number in it, or None where another process has it."""
    with suppress(FileNotFoundError):
        _refuse_other(name, beside, beside.lstat())
    taken = _locked(beside)
    if taken is None:
        return None
    if not _is_there(taken) or _is_left_by_another(taken):
        os.close(taken.descriptor)
        return None
    _sign(name, taken)
    return taken


def _locked(beside: Path) -> _Taken | None:
    """Return the draft, which is locked for us; None where another process holds it."""
    taken = _Taken(beside, os.open(beside, _OPEN, 0o666))
    try:
        fcntl.flock(taken.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BaseException as error:
        os.close(taken.descriptor)
        if isinstance(error, BlockingIOError):
            return None
        raise
    return taken


def _sign(name: str, taken: _Taken) -> None:
    """Write our number into the draft, and let go of it where that cannot be."""
    try:
        _refuse_other(name, taken.path, os.fstat(taken.descriptor))
        os.ftruncate(taken.descriptor, 0)
        os.write(taken.descriptor, b"process %d\n" % os.getpid())
    except CannotSave:
        os.close(taken.descriptor)
        raise
    except BaseException:
        _leave(taken)
        raise


def _refuse_other(name: str, beside: Path, found: os.stat_result) -> None:
    """Refuse to write where something lies that this program has not made."""
    if not S_ISREG(found.st_mode) or found.st_nlink > 1:
        hint = "it is no draft of this program: look what it is, and take it away"
        raise CannotSave(f"cannot write {quoted(name)}: {quoted(str(beside))} is in the way", hint)


def _is_left_by_another(taken: _Taken) -> bool:
    """Take away what somebody else's killed process has left, and say whether there was such."""
    if not hasattr(os, "geteuid") or os.fstat(taken.descriptor).st_uid == os.geteuid():
        return False
    taken.path.unlink()
    return True


def _is_there(taken: _Taken) -> bool:
    """Whether the draft still has its name: it loses it to the file it becomes."""
    try:
        return os.path.samestat(taken.path.stat(), os.fstat(taken.descriptor))
    except FileNotFoundError:
        return False


def _leave(taken: _Taken) -> None:
    """Take the draft away, unless it has become the file, and let go of it."""
    with suppress(OSError):
        if _is_there(taken):
            taken.path.unlink()
    os.close(taken.descriptor)


def _busy(name: str, beside: Path) -> Busy:
    who = ""
    with suppress(OSError):
        if found := _HOLDER.match(beside.read_bytes()):
            who = f" (process {int(found[1])})"
    hint = "nothing was written; try again when it is done"
    return Busy(f"another timeline{who} is changing {quoted(name)}", hint)
