"""Which files a run is about, and how they were found: the one place that decides."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from timeline import settings
from timeline.commands.support import streams
from timeline.files.content import shown
from timeline.files.nearest import nearest
from timeline.loading.shipped import default_path

USUAL_NAMES = ("timeline.yaml", "events.yaml")
"""What the file of a folder is called: the first of them that lies there is meant."""

NAMED, FOUND, SET, SHIPPED = "named", "found", "set", "shipped"


class Which(NamedTuple):
    """The files that are read, at least one, and by what: a name, a search, a setting, none."""

    paths: tuple[str, ...]
    by: str

    @property
    def is_own(self) -> bool:
        """Whether it is a person's own choice, and not what the program brings along."""
        return self.by != SHIPPED

    def tell(self) -> None:
        """Say on standard error which file it is, unless anybody would have guessed."""
        if self.by in (FOUND, SET) and not _is_obvious(self.paths[0]):
            streams.remark(f"the file is {shown(self.paths[0])}")


def which(given: Sequence[str] | None) -> Which:
    """Return the files that are *given*, or those that are meant where none is.

    That is, in this order: what TIMELINE_FILE names; the nearest `timeline.yaml` or
    `events.yaml`, from the folder we are in upward; `default_file` of the settings; the
    timeline that is shipped. Raises `InvalidSettings`.
    """
    from_outside = os.environ.get("TIMELINE_FILE", "").split(os.pathsep)
    if named := tuple(given or filter(None, from_outside)):
        return Which(named, NAMED)
    if found := nearest(USUAL_NAMES):
        return Which((found,), FOUND)
    if configured := settings.settings().default_file():
        return Which((configured,), SET)
    return Which((str(default_path()),), SHIPPED)


def _is_obvious(path: str) -> bool:
    """Return whether *path* is the only file of the folder that it can be, or the shipped one."""
    here = [name for name in USUAL_NAMES if os.path.isfile(name)]  # noqa: PTH113  names alone
    if here == [path]:
        return True
    return os.path.realpath(path) == os.path.realpath(default_path())
