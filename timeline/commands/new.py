"""`timeline new`: a first event file, and beside it what editors know of one."""

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from timeline.commands import INTERRUPTED
from timeline.commands.support import outputs, prompts, streams
from timeline.commands.support.command_line import command
from timeline.commands.support.families import takes_families
from timeline.editing import starter
from timeline.files import output as writing
from timeline.text import visible
from timeline.views import schema as schemas


@takes_families
def new(
    ctx: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help="Where it is written, if nothing is there yet."),
    ] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="What the timeline is called.")] = "",
    summary: Annotated[
        str, typer.Option(metavar="TEXT", help="In a sentence or two, what it tells.")
    ] = "",
    example: Annotated[  # noqa: FBT002  an option
        bool, typer.Option("--example", help="With the story of a bridge in it, to be replaced.")
    ] = False,
    schema: Annotated[  # noqa: FBT002  likewise
        bool, typer.Option("--schema/--no-schema", help="With a schema beside it, for editors.")
    ] = True,
    force: Annotated[  # noqa: FBT002  likewise
        bool, typer.Option("--force", help="Replace the file, if there is one.")
    ] = False,
) -> None:
    """Write an event file without events, whose comments say what may stand in it.

    Without FILE, to standard output. On a terminal it asks for title and summary, and offers to
    add a first event. Beside the file goes timeline.schema.json, from which editors know its
    keys: see `timeline schema -h`.
    """
    output = outputs.Outputs(force=force).take(file or outputs.STANDARD_OUTPUT)
    outputs.refuse_other_name(output)
    asks = output.is_file and not example and prompts.on_terminal()
    if asks:
        title, summary = _asked(title, summary)
    if example:
        output.write(starter.example(title, with_schema=schema))
    else:
        output.write(starter.empty(title, summary, with_schema=schema))
    if not output.is_file:
        return
    _tell(output.name, example=example)
    if schema:
        _write_schema(output.name)
    if asks:
        _offer_event(ctx, output.name)


def _asked(title: str, summary: str) -> tuple[str, str]:
    """Return *title* and *summary*, asked for where they are missing; Enter leaves one out."""
    prompts.opening("Enter skips what may be left out, Ctrl-C leaves without a file.")
    try:
        title = title or prompts.line(prompts.labelled("Title"))
        summary = summary or prompts.line(prompts.labelled("Summary"))
    except prompts.Stopped:
        streams.remark("Nothing was written.")
        raise typer.Exit(INTERRUPTED) from None
    return title, summary


def _tell(name: str, *, example: bool) -> None:
    """Say what was written, and what to do with it where that can be typed."""
    wrote = f"wrote {visible(name)}"
    see = command(files=[name]) if example else command("add", files=[name])
    what = "see it with" if example else "add an event with"
    streams.remark(f"{wrote}: {what} `{see}`" if see else wrote)


def _offer_event(ctx: typer.Context, name: str) -> None:
    """Ask for a first event, if one is wanted, as `timeline add` does."""
    try:
        wanted = prompts.letter("\nAdd a first event now? [Y/n] ", {"y": "yes", "n": "no"}, "y")
    except prompts.Stopped:
        return
    if wanted == "n":
        return
    group = ctx.find_root().command
    add = group.get_command(ctx, "add")  # type: ignore[attr-defined]  # it is a group
    ended = add.main(["-f", name], prog_name="timeline add", standalone_mode=False)
    raise typer.Exit(ended or 0)


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
