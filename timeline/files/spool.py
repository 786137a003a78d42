"""Pieces that wait until they are needed: a few in memory, more in a file without a name."""

import codecs
from array import array
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO, Final, Self

from timeline.errors import TimelineError

_IN_MEMORY: Final = 1_000_000  # bytes
_BLOCK: Final = 250_000  # bytes


class CannotKeep(TimelineError):
    """There is no room for what is to wait."""


class Spool:
    """What was added, piece by piece; it is gone when it is closed, or the program ends."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._file: IO[bytes] = BytesIO()
        self._is_in_memory = True
        self._is_at_end = True
        self._ends = array("q", [0])  # of the pieces

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Forget all of it."""
        self._file.close()

    def add(self, data: bytes) -> int:
        """Put a piece behind those that are there, and return its number; raises `CannotKeep`."""
        end = self._ends[-1]
        try:
            if self._is_in_memory and end + len(data) > _IN_MEMORY:
                self._leave_memory()
            if not self._is_at_end:
                self._file.seek(end)
                self._is_at_end = True
            self._file.write(data)
        except OSError as error:
            raise _no_room(error) from error
        self._ends.append(end + len(data))
        return len(self._ends) - 2

    def _leave_memory(self) -> None:
        there, self._is_in_memory = self._file, False
        self._file = TemporaryFile()  # noqa: SIM115  closed above
        there.seek(0)
        self._file.write(there.read())
        self._is_at_end = True

    def at(self, number: int) -> bytes:
        """Return the piece of this *number*; raises `CannotKeep`."""
        start, end = self._ends[number], self._ends[number + 1]
        self._is_at_end = False
        try:
            self._file.seek(start)
            return self._file.read(end - start)
        except OSError as error:  # what has been written waits in memory until now
            raise _no_room(error) from error

    def text(self) -> Iterator[str]:
        """Yield all of it, which is UTF-8, as text, some at a time; nothing is added meanwhile."""
        return codecs.iterdecode(self._blocks(), "utf-8")

    def _blocks(self) -> Iterator[bytes]:
        self._is_at_end = False
        try:
            self._file.seek(0)
            yield from iter(partial(self._file.read, _BLOCK), b"")
        except OSError as error:
            raise _no_room(error) from error


def _no_room(error: OSError) -> CannotKeep:
    """Return what is to be said of whatever the system refuses."""
    hint = "let TMPDIR name a folder with room for a file"
    return CannotKeep(f"cannot set aside what was read: {error.strerror or error}", hint)
