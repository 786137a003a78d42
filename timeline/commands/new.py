"""`timeline new`, `timeline schema`: a first event file, and what editors know of it."""

from typing import Annotated

import typer

from timeline.commands.support.options import takes_families


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
    from timeline.commands import beginning  # noqa: PLC0415  not for --help
    from timeline.commands.support.outputs import STANDARD_OUTPUT, Outputs  # noqa: PLC0415

    beginning.begin(Outputs(force=force).take(file or STANDARD_OUTPUT), title, with_schema=schema)
