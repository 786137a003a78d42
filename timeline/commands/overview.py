"""`timeline` alone: what this file is. Also where `--version` and the shared options stand."""

from typing import Annotated

import typer

from timeline import __version__
from timeline.commands import streams
from timeline.commands.app import app
from timeline.commands.options import Display, takes_families

__all__ = ["app", "overview"]


def _version(wanted: bool) -> None:  # noqa: FBT001  as Typer calls it
    if wanted:
        streams.write(f"timeline {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
@takes_families
def overview(
    ctx: typer.Context,
    display: Display,
    version: Annotated[  # noqa: ARG001, FBT002  an option; it has done its work before
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it and exit.")
    ] = False,
) -> None:
    """Explore a cited chronology: vague dates, claims and sources, kept honest.

    Without a command: what this timeline is. Without a file: Moscow and Caracas.
    """
    if ctx.invoked_subcommand is None:
        from timeline.commands import showing  # noqa: PLC0415  heavy, and not for --help
        from timeline.commands.run import Run  # noqa: PLC0415

        showing.the_timeline(Run(display))
