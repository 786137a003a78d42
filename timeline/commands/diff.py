"""`timeline diff`: what became of an event file, in words."""

from typing import Annotated

import typer

from timeline.commands.support.options import Display, takes_families


@takes_families
def diff(
    display: Display,
    old: Annotated[
        str | None,
        typer.Argument(metavar="[OLD]", help="A file, or REV:FILE of git: HEAD~3:events.yaml."),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(metavar="[NEW]", help="Likewise; without it, OLD's file as it is now."),
    ] = None,
    exit_code: Annotated[  # noqa: FBT002  an option
        bool, typer.Option("--exit-code", help="Exit 1 where anything differs, as git does.")
    ] = False,
) -> None:
    """Say what differs between two event files, or two versions of one, field by field.

    One FILE alone is compared with what is committed (HEAD); REV:FILE with the file as
    it is now. `REV:` alone, and nothing at all, are about the file of --file or
    TIMELINE_FILE; `:FILE` is what is staged.

    For example: timeline diff HEAD~1:events.yaml events.yaml
    """
    from timeline.commands import showing_changes as showing  # noqa: PLC0415  not for --help

    compared = showing.compared(display, old, new)
    showing.changes(display, compared)
    if exit_code and compared.changes:
        raise typer.Exit(1)
