"""A file → the same file changed: every byte as it is to be, or as it was.

    with changing(path) as change:
        change.write(edited(change.text))

One process changes a file at a time; a second one waits a little (`lock`). The
new text is made beside the file and takes its place at once (`draft`), so that a
full disk or a killed process leaves the old file. Another name of the same file (a
hard link) keeps the old text; a symbolic link stays one.
"""

import os
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from timeline.errors import TimelineError, UsageError
from timeline.files.content import STANDARD_INPUT, Unreadable, contents, text_or_nothing
from timeline.files.draft import fill, refuse_special, refusing, settle
from timeline.files.lock import drafting
from timeline.text import quoted


class ChangedMeanwhile(TimelineError):
    """Somebody else has changed the file since it was read."""


class Change:
    """A file that nobody else may change now, its text, and the door to another one."""

    def __init__(self, name: str, path: Path, draft: Path) -> None:
        """Read the file called *name*, whose next text is made in the file *draft*."""
        self.name = name
        self._path = path
        self._draft = draft
        self._before = contents(name)
        self.text = text_or_nothing(name, self._before)

    def write(self, text: str) -> None:
        """Let *text* be all that the file holds, with the line ends that it has; once.

        The file keeps its permissions, and its byte order mark if it has one. Raises
        `ChangedMeanwhile` if it is not as it was read, and `CannotSave`.
        """
        mark = BOM_UTF8 if self._before.startswith(BOM_UTF8) else b""
        data = mark + text.encode()
        if data == self._before:
            return
        with refusing(self.name):
            self._refuse_changed()
            fill(self._draft, [data], like=self._path)
            self._refuse_changed()
            settle(self._draft, self._path)

    def _refuse_changed(self) -> None:
        """Look again, at the last moment too: not everybody who writes asks us."""
        with suppress(Unreadable):
            if contents(self.name) == self._before:
                return
        message = f"somebody else has changed {quoted(self.name)} meanwhile"
        raise ChangedMeanwhile(message, "nothing was written; look at what it holds now")


@contextmanager
def changing(name: str) -> Iterator[Change]:
    """Yield the file *name* to be changed; nobody else who asks here can, meanwhile.

    Raises what `changeable` does, `CannotSave` where its folder is read-only or the
    disk full, and `Busy` where another process does not come to an end.
    """
    path = changeable(name)
    with ExitStack() as stack:
        with refusing(name):
            draft = stack.enter_context(drafting(name, path))
        yield Change(name, path, draft)


def changeable(name: str) -> Path:
    """Return the real file that is called *name*, if it may be changed.

    Raises `UsageError` for standard input, `Unreadable` for what is not there, and
    `CannotSave` for what is read-only or no file.
    """
    if name == STANDARD_INPUT:
        raise UsageError("standard input cannot be changed", "name a file with -f")
    path = Path(os.path.realpath(name))
    with refusing(name):
        refuse_special(name, path)
    if not path.is_file():
        contents(name)  # says why: a folder, or nothing
    return path
