"""`timeline config`: what is set, where and by what; a key that is set, or taken out."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, NamedTuple

import typer

from timeline import settings
from timeline.commands.support import settings_file, settings_words, streams, which_file
from timeline.commands.support.families import takes_families
from timeline.commands.support.family import Family
from timeline.commands.support.options import Display, Format
from timeline.commands.support.parameters import SHOWN
from timeline.errors import UsageError
from timeline.files.content import shown
from timeline.likeness import did_you_mean
from timeline.text import enumerated, quoted, visible

_VARIABLES = {
    "default_file": ("TIMELINE_FILE",),
    "width": ("COLUMNS",),
    "color": ("NO_COLOR", "FORCE_COLOR"),
    "pager": ("PAGER",),
    "cache": ("TIMELINE_CACHE",),
}
_PANEL = "Which file is changed"


class Shown(Display):
    """As `Display`, for what has no form but a page and JSON."""

    format: Annotated[
        Format | None,
        typer.Option(
            *("--format", "-o"),
            help="In JSON, for programs.",
            metavar="<table|json>",
            rich_help_panel=SHOWN,
        ),
    ] = None


class Where(Family):
    """Which file of settings is changed."""

    own: Annotated[
        bool, typer.Option("--own", help="Your own, for all folders.", rich_help_panel=_PANEL)
    ] = False
    here: Annotated[
        bool,
        typer.Option("--here", help="The timeline.toml in this folder.", rich_help_panel=_PANEL),
    ] = False

    def file(self, usual: str = "") -> str:
        """Return which it is: the one that is named, the *usual* one, the nearest, your own."""
        if self.here:
            return settings.NAME
        if self.own:
            return settings.own_file()
        return usual or (*settings.files(), settings.own_file())[0]


class Row(NamedTuple):
    """A line: what is set, to what, and by what; or that it is not there."""

    name: str
    value: str = ""
    by: str = ""
    is_there: bool = True


@takes_families
def config(
    display: Shown,
    where: Where,
    key: Annotated[
        str | None,
        typer.Argument(metavar="[KEY]", help="What to show alone, or to set; a query is @NAME."),
    ] = None,
    value: Annotated[
        list[str] | None, typer.Argument(metavar="[VALUE]", help="What KEY is to be from now on.")
    ] = None,
    unset: Annotated[bool, typer.Option("--unset", help="Take KEY out of the file.")] = False,  # noqa: FBT002  an option
    edit: Annotated[  # noqa: FBT002  likewise
        bool, typer.Option("--edit", help="Open the file in $VISUAL or $EDITOR; it must load.")
    ] = False,
) -> None:
    """Show what is set, and by what; set a KEY to a VALUE.

    An option comes before the environment, that before the nearest timeline.toml, and that
    before your own. What is set goes into the nearest, else into your own, whose comments and
    layout stay.
    """
    words = [*([] if key is None else [key]), *(value or ())]
    _refuse_both(where, words, unset=unset, edit=edit)
    settings_words.refuse_others(words)
    if edit:
        _edit(where.file())
    elif unset:
        _unset(words[0], where)
    elif value:
        _set(words[0], value[0], where)
    else:
        _show(display, words)


def _refuse_both(where: Where, words: Sequence[str], *, unset: bool, edit: bool) -> None:
    """Refuse what cannot be meant together."""
    if where.own and where.here:
        raise UsageError("--own and --here are two files", "leave out one of them")
    if edit and (unset or words):
        raise UsageError("--edit opens the whole file", "leave out what stands beside it")
    if unset and not words:
        raise UsageError("--unset needs a KEY", "write it behind: timeline config --unset width")
    if unset and words[1:]:
        raise UsageError("--unset takes no VALUE", f"leave out {quoted(words[1])}")


def _show(display: Shown, words: Sequence[str]) -> None:
    """Show all that is set, or the value of one key alone."""
    if display.format not in (None, Format.table, Format.json):
        message = f"settings have no form {quoted(display.format)}"
        raise UsageError(message, "there are table and json")
    found = settings.settings()
    keys, queries = list(_keys(found, display)), list(_queries(found))
    if words:
        _show_one(words[0], [*keys, *queries])
        return
    files, read = list(_files()), list(_which_file(display))
    if display.format is Format.json:
        _write_json(settings=files, files=read, keys=keys, queries=queries)
        return
    rows = [*files, *read, *keys, *queries]
    streams.write_lines(_aligned(rows) if sys.stdout.isatty() else _tabbed(rows))


def _show_one(key: str, rows: Sequence[Row]) -> None:
    row = next((row for row in rows if row.name == key), None)
    if row is None:
        raise _unknown(key, [row.name for row in rows])
    if row.is_there:
        streams.write(f"{visible(row.value)}\n")
    else:
        streams.remark(f"{key} is {row.by}")


def _unknown(key: str, known: Sequence[str]) -> UsageError:
    if key.startswith("@"):
        message = f"no query is called {quoted(key)}"
        return UsageError(message, did_you_mean(key, known) or "for all: timeline help queries")
    near = did_you_mean(key, known)
    return UsageError(f"no key is called {quoted(key)}", near or f"there are {enumerated(known)}")


def _write_json(**kinds: Sequence[Row]) -> None:
    """Write each kind of rows as a list; the value of what is not set is null."""
    data = {kind: list(map(_data, rows)) for kind, rows in kinds.items()}
    streams.write(f"{json.dumps(data, indent=2)}\n")


def _data(row: Row) -> dict[str, str | bool | None]:
    value = row.value if row.value or row.is_there else None
    return {"name": row.name, "value": value, "by": row.by, "there": row.is_there}


def _set(key: str, value: str, where: Where) -> None:
    """Set *key* to what *value* says; say where, and what still comes before it."""
    is_own = key in settings.OWN
    if is_own and where.here:
        message = f"{key} names a program, which a folder may not"
        raise UsageError(message, "leave out --here: it is set in your own file")
    file = settings.own_file() if is_own else where.file()
    meant = settings.value_of(key, value)
    if key == "default_file":
        meant = settings_file.path_from(file, meant)
    settings_file.put(file, (key,), meant)
    streams.remark(f"{key} = {_written(meant)}, in {shown(file)}")
    _tell_what_counts(key, file)


def _tell_what_counts(key: str, file: str) -> None:
    """Say what comes before what the *file* says of *key*, if anything does."""
    found = settings.settings()
    row = next((row for row in _keys(found, Shown()) if row.name == key), Row(key))
    here = found.values.get(key)
    if row.is_there and not (here and here.file == file and row.by == here.place):
        streams.remark(f"{row.by} comes before it: {visible(row.value) or 'empty'}")


def _unset(key: str, where: Where) -> None:
    """Take *key* out of the file that it counts from, or that is named."""
    found = settings.settings()
    rows = {row.name: row for row in (*_keys(found, Shown()), *_queries(found))}
    if key not in rows and not key.startswith("@"):
        raise _unknown(key, list(rows))
    name = key.removeprefix("@")
    is_query = key.startswith("@")
    there = (found.queries if is_query else found.values).get(name)
    file = where.file(there.file if there else "")
    path = (settings.QUERIES, name) if is_query else (name,)
    taken_out = settings_file.take_out(file, path)
    streams.remark(f"{key} is {'no longer' if taken_out else 'not'} set in {shown(file)}")


def _edit(file: str) -> None:
    changed = settings_file.edit(file)
    streams.remark(f"{'saved' if changed else 'nothing changed in'} {shown(file)}")


def _files() -> Iterator[Row]:
    """Yield the files of settings: the one for this folder, and a person's own."""
    there = settings.files()
    near = next((each for each in there if each != settings.own_file()), "")
    missing = "" if near else "there is none here or above"
    yield Row("here", near or settings.NAME, missing, bool(near))
    own = settings.own_file()
    yield Row("yours", own, "" if own in there else "there is none", own in there)


def _which_file(display: Display) -> Iterator[Row]:
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


def _keys(found: settings.Settings, display: Display) -> Iterator[Row]:
    """Yield each key that may be set: as typed, as the environment says, as a file does."""
    for key, about in settings.KEYS.items():
        typed = getattr(display, key, None)
        said = [name for name in _VARIABLES.get(key, ()) if os.environ.get(name)]
        here = found.values.get(key)
        if typed is not None:
            option = f"--no-{key}" if typed is False else f"--{key}"
            yield Row(key, _written(typed), option)
        elif said:
            yield Row(key, os.environ[said[0]], said[0])
        elif here:
            yield Row(key, _written(here.value), here.place)
        else:
            yield Row(key, "", f"not set: {about.means}", is_there=False)


def _queries(found: settings.Settings) -> Iterator[Row]:
    """Yield the saved queries."""
    for name, saved in sorted(found.queries.items()):
        yield Row(f"@{name}", saved.value, saved.place)


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _tabbed(rows: Iterable[Row]) -> Iterator[str]:
    return ("\t".join(map(visible, row[:3])) for row in rows)


def _aligned(rows: Sequence[Row]) -> Iterator[str]:
    """Yield *rows* for a terminal: in columns, what is long below none."""
    names = max(len(row.name) for row in rows)
    values = min(max(len(row.value) for row in rows), 40)
    for name, value, by, _ in rows:
        line = f"{visible(name):{names}}  {visible(value):{values}}  {visible(by)}"
        yield line.rstrip()
