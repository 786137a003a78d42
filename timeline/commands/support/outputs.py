"""Where a command writes: one door for every file that it makes.

    outputs = Outputs(reads=["events.yaml"], force=False)
    table = outputs.take("events.csv")
    …
    table.write(text)

All are taken before anything is done: what would be lost is refused then, and not when the
first of two is written. What is no file but a stream is written to as it stands: standard
output (`-`, /dev/stdout), a pipe, a device.
"""

import os
import re
import sys
from collections.abc import Hashable, Iterable, Sequence
from contextlib import suppress
from errno import EACCES, EISDIR, ENOTDIR
from pathlib import Path
from stat import S_ISCHR, S_ISDIR, S_ISFIFO, S_ISREG

from timeline.commands.support import descriptors, streams
from timeline.commands.support.parameters import Delivery
from timeline.errors import UsageError
from timeline.exchange import formats
from timeline.files import draft, output
from timeline.files.content import STANDARD_INPUT
from timeline.text import quoted

STANDARD_OUTPUT = "-"

_OPEN = r"(?:/dev/fd|/proc/(\d+)(?:/task/\d+)?/fd)/(\d+)"
_MOST_LINKS = 40


class Output:
    """A file or a stream that may be written to."""

    def __init__(self, name: str, number: int | None, *, is_file: bool, replaces: bool) -> None:
        """Stand for the file called *name*, or for the open descriptor *number*."""
        self.name = name
        self.is_file = is_file
        self._number = number
        self._replaces = replaces

    @property
    def is_terminal(self) -> bool:
        """Whether what is written is shown on a terminal."""
        if self._number == 1:
            return sys.stdout.isatty()
        return not self.is_file and descriptors.is_terminal(self._target)

    def write(self, content: output.Content) -> None:
        """Write *content*: to a file whole or not at all, to a stream from where it is.

        Raises `CannotSave`, and `CannotWrite` where standard output does not take it.
        """
        if self._number == 1:
            for piece in output.pieces_of(content):
                streams.write_file(piece)
            streams.flush()
        elif self.is_file and self._replaces:
            output.save(self.name, content)
        elif self.is_file:
            output.create(self.name, content)
        else:
            self._pour(output.data_of(content))

    def _pour(self, data: Iterable[bytes]) -> None:
        """Write *data* to a pipe, a device, or an open descriptor."""
        with draft.refusing(self.name), suppress(BrokenPipeError):  # who read it has read enough
            descriptors.pour(self._target, data)

    @property
    def _target(self) -> str | int:
        return self.name if self._number is None else self._number


class Outputs:
    """All that one run writes, and what it reads: none of it may be lost."""

    def __init__(self, reads: Sequence[str] = (), *, force: bool = False) -> None:
        """Know the files that the run *reads*; with *force*, others may be replaced."""
        self._force = force
        self._read = {_identity_of_input(name) for name in reads} - {None}
        self._taken: set[Hashable] = set()

    def take(self, name: str) -> Output:
        """Return the file or the stream called *name*, to be written to.

        Raises `UsageError` for what is read, what is taken already, and for a file that is
        there and may not be replaced; `CannotSave` for what the system would refuse.
        """
        number = _descriptor(name)
        with draft.refusing(name):
            found = _status(name, number)
            self._refuse_what_is_used(name, _identity(name, number, found))
            if number is None:
                self._refuse_what_is_there(name, found)
        is_file = number is None and (found is None or S_ISREG(found.st_mode))
        return Output(name, number, is_file=is_file, replaces=self._force)

    def _refuse_what_is_used(self, name: str, identity: Hashable) -> None:
        """Refuse what is read, or written already, under whatever name."""
        if identity in self._read:
            hint = "it holds all that is known; write to another"
            raise UsageError(f"{_called(name)} is the file that is read", hint)
        if identity in self._taken:
            hint = "name two files, or one file and standard output"
            raise UsageError(f"{_called(name)} would be written twice", hint)
        if identity is not None:
            self._taken.add(identity)

    def _refuse_what_is_there(self, name: str, found: os.stat_result | None) -> None:
        """Refuse a place where nothing can be written, and a file that is not to be replaced."""
        if found is None or S_ISREG(found.st_mode):
            _refuse_folder(name)
        if found is None or S_ISFIFO(found.st_mode) or S_ISCHR(found.st_mode):
            return
        if S_ISREG(found.st_mode) and not self._force:
            hint = "name another, or add --force to replace it"
            raise UsageError(f"there is a file {quoted(name)} already", hint)
        if S_ISDIR(found.st_mode):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        draft.refuse_special(name, Path(os.path.realpath(name)))


def refuse_other_name(output: Output) -> None:
    """Refuse a name under which an event file in YAML would be read as something else."""
    if not output.is_file or formats.is_yaml(output.name):
        return
    message = f"an event file is written in YAML, and {quoted(output.name)} is not read as that"
    raise UsageError(message, f"name it {quoted(str(Path(output.name).with_suffix('.yaml')))}")


def delivered(delivery: Delivery, reads: Sequence[str]) -> tuple[Output, Output | None]:
    """Return where a file in another format goes, and where its loss report, if it does."""
    outputs = Outputs(reads, force=delivery.force)
    taken = outputs.take(delivery.output or STANDARD_OUTPUT)
    report = outputs.take(delivery.report) if delivery.report else None
    return taken, report


def _called(name: str) -> str:
    return "standard output" if name == STANDARD_OUTPUT else quoted(name)


def _descriptor(name: str) -> int | None:
    """Return which open stream is called *name*: "-", /dev/stdout, /dev/fd/3, a link to one."""
    if name == STANDARD_OUTPUT:
        return 1
    for _ in range(_MOST_LINKS):
        folder, last = os.path.split(name)
        name = os.path.join(os.path.realpath(folder), last)  # noqa: PTH118  the last is no link yet
        found = re.fullmatch(_OPEN, name)
        if found and found[1] in (None, str(os.getpid())):
            return int(found[2])
        try:
            name = os.path.join(os.path.dirname(name), os.readlink(name))  # noqa: PTH115, PTH118, PTH120
        except (OSError, ValueError):
            return None
    return None


def _status(name: str, number: int | None) -> os.stat_result | None:
    """Return what the system knows of a stream or a file; None where there is none yet."""
    if number is not None:
        return os.fstat(number)
    try:
        return os.stat(name)  # noqa: PTH116
    except FileNotFoundError:
        return None


def _identity(name: str, number: int | None, found: os.stat_result | None) -> Hashable:
    """Return what is the same for all names of one file or stream; None for devices."""
    if found is None:
        return os.path.realpath(name)
    if S_ISREG(found.st_mode) or (S_ISFIFO(found.st_mode) and number is None):
        return found.st_dev, found.st_ino
    return number


def _identity_of_input(name: str) -> Hashable:
    """Return the identity of a file that is read; None of what is none, or not there."""
    try:
        found = os.fstat(0) if name == STANDARD_INPUT else os.stat(name)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    if not S_ISREG(found.st_mode):
        return None
    return found.st_dev, found.st_ino


def _refuse_folder(name: str) -> None:
    """Refuse a folder that is not there, or in which no file can be made."""
    if name.endswith(os.sep):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
    folder = Path(os.path.realpath(name)).parent
    if not S_ISDIR(folder.stat().st_mode):
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))
