"""`timeline config`: what is set, where and by what; a key that is set, or taken out."""

import json
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from timeline import settings
from timeline.commands.config import rows
from timeline.commands.config.rows import Row
from timeline.commands.support import settings_file, settings_words, streams
from timeline.commands.support.families import takes_families
from timeline.commands.support.family import Family
from timeline.commands.support.options import Display, Format
from timeline.commands.support.parameters import SHOWN
from timeline.errors import UsageError
from timeline.files.content import shown
from timeline.likeness import did_you_mean
from timeline.text import enumerated, quoted, visible

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
    keys, queries = list(rows.keys(found, display)), list(rows.queries(found))
    if words:
        _show_one(words[0], [*keys, *queries])
        return
    files, read = list(rows.setting_files()), list(rows.event_files(display))
    if display.format is Format.json:
        _write_json(settings=files, files=read, keys=keys, queries=queries)
        return
    every = [*files, *read, *keys, *queries]
    streams.write_lines(rows.aligned(every) if sys.stdout.isatty() else rows.tabbed(every))


def _show_one(key: str, every: Sequence[Row]) -> None:
    by_name = {row.name: row for row in every}
    if key not in by_name:
        raise _unknown(key, list(by_name))
    row = by_name[key]
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
    data = {kind: list(map(_data, found)) for kind, found in kinds.items()}
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
    streams.remark(f"{key} = {rows.written(meant)}, in {shown(file)}")
    _tell_what_counts(key, file)


def _tell_what_counts(key: str, file: str) -> None:
    """Say what comes before what the *file* says of *key*, if anything does."""
    found = settings.settings()
    by_name = {row.name: row for row in rows.keys(found, Shown())}
    row = by_name.get(key, Row(key))
    here = found.values.get(key)
    if row.is_there and not (here and here.file == file and row.by == here.place):
        streams.remark(f"{row.by} comes before it: {visible(row.value) or 'empty'}")


def _unset(key: str, where: Where) -> None:
    """Take *key* out of the file that it counts from, or that is named."""
    found = settings.settings()
    names = [row.name for row in (*rows.keys(found, Shown()), *rows.queries(found))]
    if key not in names and not key.startswith("@"):
        raise _unknown(key, names)
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
