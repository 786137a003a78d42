"""Which files a run is about, and how they were found: the one place that decides."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from timeline import settings
from timeline.commands.support import streams
from timeline.files.content import each_once, shown
from timeline.files.nearest import nearest
from timeline.loading.shipped import default_path

USUAL_NAMES = ("timeline.yaml", "events.yaml")
"""What the file of a folder is called: the first of them that lies there is meant."""

NAMED, SURROUNDING, FOUND, SET, SHIPPED = "named", "surrounding", "found", "set", "shipped"


class Which(NamedTuple):
    """The files that are read, at least one, and by what.

    That is a name, the environment, a search, a setting, or nothing of these.
    """

    paths: tuple[str, ...]
    by: str

    @property
    def is_own(self) -> bool:
        """Whether it is a person's own choice, and not what the program brings along."""
        return self.by != SHIPPED

    @property
    def surprise(self) -> str:
        """The files, for the heading of a page; "" where anybody would have guessed."""
        if self.by == SURROUNDING:
            return ", ".join(map(shown, self.paths))
        return self._unexpected

    def tell(self) -> None:
        """Say on standard error which file it is, unless anybody would have guessed."""
        if self._unexpected:
            streams.remark(self._said)

    def tell_without_page(self) -> None:
        """Say so if the run ends without a page, of which it is the heading."""
        if self._unexpected:
            streams.keep(self._said)

    @property
    def _unexpected(self) -> str:
        """The file that was found or set, as people call it; "" for one that is expected.

        What the environment names, whoever has written it there expects: a script.
        """
        if self.by not in (FOUND, SET) or _is_obvious(self.paths[0]):
            return ""
        return shown(self.paths[0])

    @property
    def _said(self) -> str:
        return f"the file is {self._unexpected}"


def which(given: Sequence[str] | None) -> Which:
    """Return the files that are *given*, or those that are meant where none is.

    That is, in this order: what TIMELINE_FILE names; the nearest `timeline.yaml` or
    `events.yaml`, from the folder we are in upward; `default_file` of the settings; the
    timeline that is shipped. Raises `InvalidSettings`.
    """
    if given:
        return Which(each_once(given), NAMED)
    from_outside = os.environ.get("TIMELINE_FILE", "").split(os.pathsep)
    if named := tuple(filter(None, from_outside)):
        return Which(each_once(named), SURROUNDING)
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
