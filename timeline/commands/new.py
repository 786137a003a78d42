"""`timeline new`: a first event file, and beside it what editors know of one."""

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from timeline.commands.support import outputs, streams
from timeline.commands.support.command_line import command
from timeline.commands.support.options import takes_families
from timeline.editing import starter
from timeline.files import output as writing
from timeline.text import visible
from timeline.views import schema as schemas


@takes_families
def new(
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="Where it is written, if nothing is there yet."),
    ] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="What the timeline is called.")] = "",
    schema: Annotated[  # noqa: FBT002  an option
        bool, typer.Option("--schema/--no-schema", help="With a schema beside it, for editors.")
    ] = True,
    force: Annotated[  # noqa: FBT002  likewise
        bool, typer.Option("--force", help="Replace the file, if there is one.")
    ] = False,
) -> None:
    """Write a first event file that explains itself; without FILE, to standard output.

    Beside it goes timeline.schema.json, from which editors know its keys: see
    `timeline schema -h`.

    For example: timeline new bridge.yaml --title "The old bridge"
    """
    output = outputs.Outputs(force=force).take(file or outputs.STANDARD_OUTPUT)
    output.write(starter.starter(title, with_schema=schema))
    if not output.is_file:
        return
    wrote = f"wrote {visible(output.name)}"
    see = command(files=[output.name])
    streams.remark(f"{wrote}: see it with `{see}`" if see else wrote)
    if schema:
        _write_schema(output.name)


def _write_schema(name: str) -> None:
    """Write the schema beside the file *name*; one that is there is left alone."""
    folder = os.path.dirname(name)  # noqa: PTH120  as it was written
    beside = os.path.join(folder, starter.SCHEMA)  # noqa: PTH118
    if not os.path.lexists(beside):
        writing.create(beside, schemas.text())
        streams.remark(f"wrote {visible(beside)}, from which editors know the keys")
    elif _differs(Path(beside)):
        renew = f"`timeline schema > {shlex.quote(visible(beside))}`"
        streams.remark(f"{visible(beside)} is there already; {renew} renews it")


def _differs(path: Path) -> bool:
    """Whether the file is not the schema that we would write."""
    try:
        return path.read_text(encoding="utf-8") != schemas.text()
    except (OSError, ValueError):
        return True
