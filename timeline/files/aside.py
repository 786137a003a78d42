"""Bytes that wait until they are needed: a few in memory, more in a file without a name."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import Final, Self

from timeline.errors import TimelineError

_IN_MEMORY: Final = 1_000_000  # bytes
_BLOCK: Final = 250_000  # bytes


class CannotKeep(TimelineError):
    """There is no room for what is to wait."""


class Aside:
    """What was added, one behind the other; it is gone when it is closed, or the program ends."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  closed below

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Forget all of it."""
        self._file.close()

    def add(self, data: bytes) -> None:
        """Put *data* behind all that is there; raises `CannotKeep`."""
        with _refusing():
            self._file.write(data)

    def text(self) -> Iterator[str]:
        """Yield all of it, which is UTF-8, as text, some at a time; nothing more may be added."""
        return codecs.iterdecode(self._blocks(), "utf-8")

    def _blocks(self) -> Iterator[bytes]:
        with _refusing():
            self._file.seek(0)
            yield from iter(partial(self._file.read, _BLOCK), b"")


@contextmanager
def _refusing() -> Iterator[None]:
    """Say of whatever the system refuses that there is no room."""
    try:
        yield
    except OSError as error:
        hint = "let TMPDIR name a folder with room for a file"
        raise CannotKeep(
            f"cannot set aside what was read: {error.strerror or error}", hint
        ) from error
