"""What the commands that change an event file share: which file, and what may become of it."""

import os
from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from timeline.commands.support import files as any_files
from timeline.commands.support import named, streams
from timeline.commands.support.command_line import argument, command
from timeline.errors import UsageError
from timeline.files.change import changeable
from timeline.files.content import STANDARD_INPUT, missing, shown
from timeline.loading import load, problems
from timeline.loading.load import default_path, is_shipped
from timeline.model.timeline import Timeline
from timeline.text import did_you_mean, enumerated, quoted

_USUAL_NAMES = ("timeline.yaml", "events.yaml", "mine.yaml")


class Target(NamedTuple):
    """The files of a timeline, by their names, and the one of them that is changed."""

    files: tuple[str, ...]
    name: str

    def holds(self, text: str, today: int) -> Timeline:
        """Return the timeline that there is if *text* is what the file holds.

        Raises `InvalidFile` if there is none.
        """
        return load.load(*self.files, today=today, instead={self.name: text})


def files_to_change(given: Sequence[str] | None) -> tuple[str, ...]:
    """Return the files of the timeline.

    Raises `UsageError` for the one that is shipped, and where none is named though
    another lies here.
    """
    files = tuple(any_files.named(given))
    if not files:
        _refuse_another_here()
        files = (str(default_path()),)
    if any(is_shipped(each) for each in files):
        message = "the curated timeline belongs to the installed program, and is not changed"
        copy = _free_name()
        hint = f"make a copy of your own: timeline export yaml -o {copy}, then add `-f {copy}`"
        raise UsageError(message, hint)
    if STANDARD_INPUT in files:
        raise UsageError("standard input cannot be changed", "name a file with -f")
    return files


def _refuse_another_here() -> None:
    """Refuse to take the curated timeline where another lies here."""
    here = lying_here()
    if here:
        message = f"no file is named, and {quoted(here)} lies here"
        raise UsageError(message, f"if that is meant, add `-f {here}`")


def lying_here() -> str:
    """Return the event file in the folder we are in that is not the curated one, by its name."""
    curated = default_path()
    files = (Path(name) for name in _USUAL_NAMES)
    ours = (each for each in files if each.is_file() and not each.samefile(curated))
    return next(map(str, ours), "")


def tell_where_none_is_named(given: Sequence[str]) -> None:
    """Say which file has been checked where none is *given*, and it does not lie here."""
    curated = str(default_path())
    if any_files.named(given) or os.sep not in shown(curated):
        return
    here = lying_here()
    another = f"; for {here} here: timeline check {here}" if here else ""
    streams.remark(f"checked the curated timeline, for no file is named{another}")


def _free_name() -> str:
    """Return a name for an event file that nothing in this folder has."""
    numbered = (f"mine-{number}.yaml" for number in count(2))
    return next(name for name in chain(("mine.yaml",), numbered) if not os.path.lexists(name))


def target(given: Sequence[str] | None, into: str | None = None) -> Target:
    """Return the file that is changed: *into*, or the one there is.

    Raises `UsageError` where there are several, `Unreadable` and `CannotSave`.
    """
    return _one_of(files_to_change(given), into)


def place(
    files: tuple[str, ...], name: str | None, into: str | None, today: int
) -> tuple[Target, int]:
    """Return the file and the line of the event called *name*.

    Without one it is the first line, and in files that cannot be loaded the line of
    the first problem. Raises `NotOneEvent`, and what `target` does.
    """
    for each in files:
        refuse_missing(each)
    try:
        timeline = load.load(*files, today=today)
    except problems.InvalidFile as error:
        streams.remark(str(error))
        found = error.problems[0].place
    else:
        if name is None:
            return _one_of(files, into), 1
        found = named.event(name, timeline, today).place
    return _one_of(files, next(each for each in files if shown(each) == found.file)), found.line


def _one_of(files: tuple[str, ...], into: str | None) -> Target:
    name = into or files[0]
    if into and into not in files:
        hint = did_you_mean(into, files) or f"there are {enumerated(files)}"
        raise UsageError(f"{quoted(into)} is not among the files", hint)
    if len(files) > 1 and not into:
        hint = f"say which with --into: {enumerated([shown(each) for each in files], 'or')}"
        raise UsageError(f"there are {len(files)} files", hint)
    refuse_missing(name)
    changeable(name)
    return Target(files, name)


def refuse_missing(name: str) -> None:
    """Refuse a file that is not there, with how to make it or what was probably meant."""
    if Path(name).exists() or name == "":
        return
    raise UsageError(*missing(name, _how_to_begin(name)))


def _how_to_begin(name: str) -> str:
    """Return how to make the file *name*, "" where that cannot be typed, or a link is there."""
    new = command("new", *argument(name))
    if not new or Path(name).is_symlink():
        return ""
    return f"to begin one: {new}"
