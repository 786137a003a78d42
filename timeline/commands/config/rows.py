"""What is set, a row for each key, query and file: to what, and by what."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from timeline import settings
from timeline.commands.support import which_file
from timeline.commands.support.options import Display
from timeline.files.content import shown
from timeline.text import enumerated, visible

_VARIABLES = {
    "default_file": ("TIMELINE_FILE",),
    "width": ("COLUMNS",),
    "color": ("NO_COLOR", "FORCE_COLOR"),
    "pager": ("PAGER",),
    "cache": ("TIMELINE_CACHE",),
}


class Row(NamedTuple):
    """A line: what is set, to what, and by what; or that it is not there."""

    name: str
    value: str = ""
    by: str = ""
    is_there: bool = True


def setting_files() -> Iterator[Row]:
    """Yield the files of settings: the one for this folder, and a person's own."""
    there = settings.files()
    near = next((each for each in there if each != settings.own_file()), "")
    missing = "" if near else "there is none here or above"
    yield Row("here", near or settings.NAME, missing, bool(near))
    own = settings.own_file()
    yield Row("yours", own, "" if own in there else "there is none", own in there)


def event_files(display: Display) -> Iterator[Row]:
    """Yield the files that a command reads now."""
    which = which_file.which(display.file)
    why = {
        which_file.NAMED: "--file",
        which_file.SURROUNDING: "TIMELINE_FILE",
        which_file.FOUND: "the nearest",
        which_file.SET: "default_file",
        which_file.SHIPPED: f"no {enumerated(which_file.USUAL_NAMES, 'or')} here or above",
    }
    for path in which.paths:
        yield Row("file", shown(path), why[which.by])


def keys(found: settings.Settings, display: Display) -> Iterator[Row]:
    """Yield each key that may be set: as typed, as the environment says, as a file does."""
    for key, about in settings.KEYS.items():
        typed = getattr(display, key, None)
        said = [name for name in _VARIABLES.get(key, ()) if os.environ.get(name)]
        here = found.values.get(key)
        if typed is not None:
            option = f"--no-{key}" if typed is False else f"--{key}"
            yield Row(key, written(typed), option)
        elif said:
            yield Row(key, os.environ[said[0]], said[0])
        elif here:
            yield Row(key, written(here.value), here.place)
        else:
            yield Row(key, "", f"not set: {about.means}", is_there=False)


def queries(found: settings.Settings) -> Iterator[Row]:
    """Yield the saved queries."""
    for name, saved in sorted(found.queries.items()):
        yield Row(f"@{name}", saved.value, saved.place)


def written(value: object) -> str:
    """Return a value as it is typed."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def tabbed(rows: Iterable[Row]) -> Iterator[str]:
    """Yield *rows* for a pipe."""
    return ("\t".join(map(visible, row[:3])) for row in rows)


def aligned(rows: Sequence[Row]) -> Iterator[str]:
    """Yield *rows* for a terminal: in columns, what is long below none."""
    names = max(len(row.name) for row in rows)
    values = min(max(len(row.value) for row in rows), 40)
    for name, value, by, _ in rows:
        line = f"{visible(name):{names}}  {visible(value):{values}}  {visible(by)}"
        yield line.rstrip()
