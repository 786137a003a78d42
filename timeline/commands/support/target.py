"""What the commands that change an event file share: which file, and what may become of it."""

import os
from collections.abc import Iterator, Sequence
from glob import glob
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from timeline.commands.support import named, streams, which_file
from timeline.commands.support.command_line import argument, command, option
from timeline.editing.place import Told
from timeline.errors import UsageError
from timeline.exchange import formats
from timeline.files.change import changeable
from timeline.files.content import STANDARD_INPUT, missing, shown
from timeline.likeness import did_you_mean
from timeline.loading import load, problems
from timeline.loading.shipped import is_shipped
from timeline.model.timeline import Timeline
from timeline.text import enumerated, quoted, visible

_COPIES = ("mine.yaml",)
_ENDINGS = (".yaml", ".yml")


class Target(NamedTuple):
    """The files of a timeline, by their names, and the one of them that is changed."""

    files: tuple[str, ...]
    name: str

    def holds(self, text: str, today: int) -> Timeline:
        """Return the timeline that there is if *text* is what the file holds.

        Raises `InvalidFile` if there is none.
        """
        return load.load(*self.files, today=today, instead={self.name: text})

    def told(self, timeline: Timeline) -> list[Told]:
        """Return the events of *timeline* that the file holds, in its order."""
        name = shown(self.name)
        own = [event for event in timeline if event.place.file == name]
        own.sort(key=lambda event: event.place.line)
        return [Told(event.id, None if event.undated else event.date) for event in own]


def files_to_change(given: Sequence[str] | None) -> tuple[str, ...]:
    """Return the files of the timeline.

    Raises `UsageError` for the one that is shipped, and where there is none of one's own.
    """
    files = own_files(given)
    if any(is_shipped(each) for each in files):
        message = "the curated timeline belongs to the installed program, and is not changed"
        copy = _free_name(_COPIES)
        hint = f"make a copy of your own: timeline export yaml -o {copy}, then add `-f {copy}`"
        raise UsageError(message, hint)
    if STANDARD_INPUT in files:
        raise UsageError("standard input cannot be changed", "name a file with -f")
    return files


def own_files(given: Sequence[str] | None) -> tuple[str, ...]:
    """Return the files that are *given*, or the one that is found; it is said which.

    Raises `UsageError` where there is none of one's own: what the program brings along is
    not for curators; and for a file in a format of others.
    """
    found = which_file.which(given)
    if not found.is_own:
        raise no_file_of_ones_own()
    for each in found.paths:
        _refuse_foreign(each)
    found.tell()
    return found.paths


def _refuse_foreign(name: str) -> None:
    """Refuse a file in a format of others, which can be read, but not curated."""
    found = formats.foreign(name)
    if not found or not os.path.isfile(name):  # noqa: PTH113  as it was written
        return
    made = str(Path(name).with_suffix(".yaml"))
    line = command("import", *option("--output", made), *argument(name))
    hint = f"make one of it: {line}" if line else "import it first"
    raise UsageError(f"{shown(name)} is no event file: its name says {found}", hint)


def no_file_of_ones_own() -> UsageError:
    """Return the refusal to take what the program brings along, with the ways to a file."""
    names = enumerated(which_file.USUAL_NAMES, "or")
    message = f"no file is named, and there is no {names} here or in a folder above"
    ways = (*_lying_here(), *_ways_to_begin())
    return UsageError(message, "\n".join(ways))


def _lying_here() -> Iterator[str]:
    """Yield how to take the one event file that lies in the folder we are in."""
    all_names = (each for end in _ENDINGS for each in glob(f"*{end}"))  # noqa: PTH207  names
    names = list(filter(os.path.isfile, all_names))
    if len(names) == 1 and (words := command(files=names)):
        option = words.removeprefix("timeline ")
        yield f"to take {visible(names[0])}, which lies here, add `{option}`"


def _ways_to_begin() -> Iterator[str]:
    """Yield how to have a file of one's own: an empty one, and a copy."""
    name = _free_name((which_file.USUAL_NAMES[0], *_COPIES))
    yield f"to begin one: timeline new {name}"
    yield f"to begin with a copy of Moscow and Caracas: timeline export yaml -o {name}"


def _free_name(first: Sequence[str]) -> str:
    """Return a name for an event file that nothing in this folder has, one of the *first*."""
    numbered = (f"mine-{number}.yaml" for number in count(2))
    return next(name for name in chain(first, numbered) if not os.path.lexists(name))


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
