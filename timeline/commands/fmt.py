"""`timeline fmt`: event files in canonical order, or what would change in them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, NamedTuple

import typer

from timeline.commands.support.options import Colour, Origin, takes_families


class Done(StrEnum):
    """What is done with what would change."""

    write = "write"
    check = "check"
    diff = "diff"


class Task(NamedTuple):
    """The files that are formatted in one run, and what is done with them."""

    names: tuple[str, ...]
    done: frozenset[Done]
    color: Colour | None


@takes_families
def fmt(
    ctx: typer.Context,
    origin: Origin,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="Event files; - is standard input to output."),
    ] = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; name what would, and exit 1.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Change nothing; show what would, line by line.")
    ] = False,
    color: Annotated[
        Colour | None, typer.Option("--color", help="Of --diff; NO_COLOR is heeded.")
    ] = None,
) -> None:
    """Put events, keys and dates of event files into their order; comments go with them.

    For example: timeline fmt --diff mine.yaml
    """
    asked = {Done.check: check, Done.diff: diff}
    done = frozenset(each for each, wanted in asked.items() if wanted)
    chosen = color or ctx.ensure_object(dict).get("color")  # it may stand before the command
    task = Task(_named(files, origin), done or frozenset({Done.write}), chosen)
    exits = [_finished(task, name) for name in task.names]
    if any(exits):
        raise typer.Exit(max(exits))


def _named(files: Sequence[str] | None, origin: Origin) -> tuple[str, ...]:
    """Return the files to format: not the one that is shipped with the program."""
    from timeline.commands.support import target  # noqa: PLC0415
    from timeline.files.content import STANDARD_INPUT  # noqa: PLC0415

    named = tuple(dict.fromkeys(files or ()))
    to_change = [name for name in named if name != STANDARD_INPUT]
    if to_change:
        target.files_to_change(to_change)
    return named or target.files_to_change(origin.file)


def _finished(task: Task, name: str) -> int:
    """Do one file; return the exit that it deserves, its problems shown."""
    from timeline.commands import formatting_files  # noqa: PLC0415
    from timeline.commands.support import streams  # noqa: PLC0415
    from timeline.errors import TimelineError  # noqa: PLC0415

    try:
        return formatting_files.finish(task, name)
    except TimelineError as error:
        streams.failed(str(error))
        return error.exit_code
