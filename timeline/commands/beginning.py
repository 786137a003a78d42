"""A first event file and its schema → files, or standard output."""

import os
import shlex
from pathlib import Path

import msgspec

from timeline.commands.support import streams
from timeline.commands.support.offers import command
from timeline.commands.support.outputs import Output
from timeline.editing.starter import SCHEMA, starter
from timeline.files.output import create
from timeline.text import visible
from timeline.views.schema import schema


def begin(output: Output, title: str, *, with_schema: bool) -> None:
    """Write a first event file called *title* to *output*, and its schema beside it.

    Raises `CannotSave`, and `CannotWrite` for standard output.
    """
    output.write(starter(title, with_schema=with_schema))
    if not output.is_file:
        return
    name = output.name
    see = command(files=[name])
    streams.remark(f"wrote {visible(name)}" + (f": see it with `{see}`" if see else ""))
    if with_schema:
        _write_schema(name)


def schema_text() -> str:
    """Return the JSON Schema of event files, indented."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


def _write_schema(name: str) -> None:
    """Write the schema beside the file *name*; one that is there is left alone."""
    beside = os.path.join(os.path.dirname(name), SCHEMA)  # noqa: PTH118, PTH120  as it was written
    if not os.path.lexists(beside):
        create(beside, schema_text())
        streams.remark(f"wrote {visible(beside)}, from which editors know the keys")
    elif _differs(Path(beside)):
        renew = f"`timeline schema > {shlex.quote(visible(beside))}`"
        streams.remark(f"{visible(beside)} is there already; {renew} renews it")


def _differs(path: Path) -> bool:
    try:
        return path.read_text(encoding="utf-8") != schema_text()
    except (OSError, ValueError):
        return True
