"""Names → the nearest file that has one of them, from a folder upward."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath


def nearest(names: Sequence[str], folder: str = "") -> str:
    """Return the first file of these *names* in the folder we are in, or else in one above it.

    It is a path from here, "" where there is none. With a *folder*, by its whole path, it is
    looked for there and above that.
    """
    folders = _from(folder) if folder else _from_here()
    paths = (each + name for each in folders for name in names)
    return next(filter(os.path.isfile, paths), "")


def _from(folder: str) -> Iterator[str]:
    whole = PurePath(folder)
    return (os.path.join(each, "") for each in (whole, *whole.parents))  # noqa: PTH118  a prefix


def _from_here() -> Iterator[str]:
    return ("".join([os.pardir + os.sep] * up) for up in range(_depth() + 1))


def _depth() -> int:
    """Return how many folders are above the one we are in; 0 where that is gone."""
    try:
        return len(Path.cwd().parents)
    except OSError:
        return 0
