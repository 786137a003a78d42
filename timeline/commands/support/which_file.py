"""Which files a run is about, and how they were found: the one place that decides."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from timeline.commands.support import streams
from timeline.files.content import shown
from timeline.loading.load import default_path

USUAL_NAMES = ("timeline.yaml", "events.yaml")
"""What the file of a folder is called: the first of them that lies there is meant."""

NAMED, FOUND, SHIPPED = "named", "found", "shipped"


class Which(NamedTuple):
    """The files that are read, at least one, and by what: what was typed, a search, neither."""

    paths: tuple[str, ...]
    by: str

    @property
    def is_own(self) -> bool:
        """Whether it is a person's own choice, and not what the program brings along."""
        return self.by != SHIPPED

    def tell(self) -> None:
        """Say on standard error which file it is, unless anybody would have guessed."""
        if self.by == FOUND and not _is_obvious(self.paths[0]):
            streams.remark(f"the file is {shown(self.paths[0])}")


def which(given: Sequence[str] | None) -> Which:
    """Return the files that are *given*, or those that are meant where none is.

    That is, in this order: what TIMELINE_FILE names; the nearest `timeline.yaml` or
    `events.yaml`, from the folder we are in upward; the timeline that is shipped.
    """
    from_outside = os.environ.get("TIMELINE_FILE", "").split(os.pathsep)
    if named := tuple(given or filter(None, from_outside)):
        return Which(named, NAMED)
    if found := nearest(USUAL_NAMES):
        return Which((found,), FOUND)
    return Which((str(default_path()),), SHIPPED)


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


def _is_obvious(path: str) -> bool:
    """Return whether *path* is the only file of the folder that it can be, or the shipped one."""
    here = [name for name in USUAL_NAMES if os.path.isfile(name)]  # noqa: PTH113  names alone
    if here == [path]:
        return True
    return os.path.realpath(path) == os.path.realpath(default_path())
