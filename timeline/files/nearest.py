"""Names → the nearest file that has one of them, from the folder we are in upward."""

import os
from collections.abc import Sequence
from pathlib import Path


def nearest(names: Sequence[str]) -> str:
    """Return the first file of these *names* in the folder we are in, or else in one above it.

    It is a path from here, "" where there is none.
    """
    folders = ("".join([os.pardir + os.sep] * up) for up in range(_depth() + 1))
    paths = (folder + name for folder in folders for name in names)
    return next(filter(os.path.isfile, paths), "")


def _depth() -> int:
    """Return how many folders are above the one we are in; 0 where that is gone."""
    try:
        return len(Path.cwd().parents)
    except OSError:
        return 0
