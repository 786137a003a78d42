"""Standard input, output and error as the system has them, and how large a terminal is.

What is closed is taken by a device that refuses: a file that is opened later would stand
there else, and be written to as if it were standard output. What cannot go on at once, such
as a pipe that somebody has set so, is waited for. A full disk behind standard output is an
error; that nobody reads it any more is none, and what nobody hears on standard error changes
nothing.
"""

import errno
import io
import os
import select
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

from timeline.errors import TimelineError

NARROWEST, WIDEST = 20, 1_000  # cells of a line; no page is narrower, none needs more

_USUAL = os.terminal_size((80, 24))
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_REFUSING = (os.O_WRONLY, os.O_RDONLY, os.O_RDONLY)  # what 0, 1 and 2 are not used for


class CannotWrite(TimelineError):
    """Standard output does not take what is written to it."""


class _Patient(io.FileIO):
    """A stream that waits where it cannot go on at once."""

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401  whatever takes bytes
        """Read what there is into *buffer*; return how many bytes, 0 at the end."""
        while (read := super().readinto(buffer)) is None:
            select.select([self], [], [])
        return read

    def write(self, data: Any, /) -> int:  # noqa: ANN401  whatever has bytes
        """Write some of *data*; return how many bytes."""
        while (written := super().write(data)) is None:
            select.select([], [self], [])
        return written


class _Output(_Patient):
    """Standard output; once it has failed, nothing more is written to it."""

    lost = False

    def write(self, data: Any, /) -> int:  # noqa: ANN401  whatever has bytes
        """Write some of *data*, or nothing if nobody reads it; raises `CannotWrite`."""
        if self.lost:
            return len(memoryview(data))
        try:
            return super().write(data)
        except BrokenPipeError:  # whoever read this has read enough
            self.lost = True
            return len(memoryview(data))
        except OSError as error:
            self.lost = True
            raise _cannot_write(error) from error


class _Remarks(_Patient):
    """Standard error: that nobody hears what is said there changes nothing."""

    def write(self, data: Any, /) -> int:  # noqa: ANN401  whatever has bytes
        """Write some of *data*, or nothing."""
        try:
            return super().write(data)
        except OSError:
            return len(memoryview(data))


def prepare(errors: str) -> None:
    """Take the three streams anew; *errors* says how standard output writes what it cannot."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    numbers = [_number(at, stream) for at, stream in enumerate(streams)]
    if _is_bytes(sys.stdin):
        sys.stdin = _reading(numbers[0], sys.stdin)
    if _is_bytes(sys.stdout):
        output = _Output(numbers[1], "wb", closefd=False)
        sys.stdout = _writing(output, sys.stdout, errors)
    if _is_bytes(sys.stderr):
        remarks = _Remarks(numbers[2], "wb", closefd=False)
        sys.stderr = _writing(remarks, sys.stderr, "backslashreplace", by_line=True)


def is_read() -> bool:
    """Whether what is written to standard output still goes anywhere."""
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return not getattr(raw, "lost", False)


def pour(target: int | str, data: Iterable[bytes]) -> None:
    """Write all pieces of *data* to an open descriptor, or to the pipe or device of that name."""
    stays = isinstance(target, int)
    with io.BufferedWriter(_Patient(target, "wb", closefd=not stays)) as stream:
        stream.writelines(data)


def is_terminal(target: int | str) -> bool:
    """Whether an open descriptor, or the device of that name, is a terminal."""
    if isinstance(target, int):
        return os.isatty(target)
    if not Path(target).is_char_device():  # whoever reads a pipe would see it end
        return False
    try:
        number = os.open(target, os.O_WRONLY | _NOT_WAITING)
    except OSError:
        return False  # it will be refused when it is written to
    try:
        return os.isatty(number)
    finally:
        os.close(number)


def _number(usual: int, stream: TextIO | None) -> int:
    """Return the descriptor of *stream*; of one that is closed, a device that takes its place."""
    if stream is not None:
        return usual
    number = os.open(os.devnull, _REFUSING[usual])
    os.set_inheritable(number, True)  # other programs that we start would stumble over it too
    return number


def _is_bytes(stream: TextIO | None) -> bool:
    """Whether the stream is the system's: no text in memory, no window of Windows."""
    if stream is None:
        return True
    return hasattr(stream, "buffer") and not (os.name == "nt" and stream.isatty())


def _reading(number: int, like: TextIO | None) -> TextIO | None:
    """Return standard input, or None where it is closed, as Python has it."""
    if like is None:
        return None
    buffer = io.BufferedReader(_Patient(number, "rb", closefd=False))
    return io.TextIOWrapper(buffer, encoding=like.encoding, errors=like.errors)


def _writing(raw: _Patient, like: TextIO | None, errors: str, *, by_line: bool = False) -> TextIO:
    """Return a stream of letters to *raw*; never straight to it, which may take a part only."""
    buffer = io.BufferedWriter(raw)
    encoding = like.encoding if like else "utf-8"
    return io.TextIOWrapper(
        buffer, encoding=encoding, errors=errors, line_buffering=by_line or raw.isatty()
    )


def _cannot_write(error: OSError) -> CannotWrite:
    if error.errno == errno.EBADF:
        return CannotWrite("cannot write: standard output is closed")
    return CannotWrite(f"cannot write: {error.strerror or error}")


def columns() -> int:
    """Return the cells of a line: as COLUMNS or a terminal says, and within bounds."""
    return min(max(_size().columns, NARROWEST), WIDEST)


def lines() -> int:
    """Return how many lines are seen at once, as LINES or a terminal says."""
    return _size().lines


def _size() -> os.terminal_size:
    """Return what the environment says where it says more than zero, else what a terminal does."""
    return shutil.get_terminal_size(_beside() or _USUAL)


def _beside() -> os.terminal_size | None:
    """Return the size of a terminal that is not standard output, if there is one."""
    for descriptor in (0, 2):
        with suppress(OSError):
            size = os.get_terminal_size(descriptor)
            if all(size):
                return size
    return None
