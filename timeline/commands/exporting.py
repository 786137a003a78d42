"""`timeline export`: a selection in another format, with a report of what was lost."""

from enum import StrEnum
from typing import Annotated

import typer

from timeline.commands.options import Origin, Question, takes_families

_PANEL = "How it is written"


class Target(StrEnum):
    """The formats that can be written."""

    yaml = "yaml"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    md = "md"
    html = "html"
    svg = "svg"
    ics = "ics"
    timelinejs = "timelinejs"
    markwhen = "markwhen"
    mermaid = "mermaid"


class Lane(StrEnum):
    """What the lanes of a picture can stand for."""

    arc = "arc"
    actor = "actor"
    place = "place"
    tag = "tag"
    status = "status"


@takes_families
def export(
    target: Annotated[Target, typer.Argument(metavar="FORMAT", help=f"{', '.join(Target)}.")],
    question: Question,
    origin: Origin,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file, whole or not at all; else to standard output.",
            rich_help_panel=_PANEL,
        ),
    ] = None,
    by: Annotated[
        Lane | None,
        typer.Option(help="html, svg: a lane for each value; arc.", rich_help_panel=_PANEL),
    ] = None,
    report: Annotated[
        str | None,
        typer.Option(
            "--report",
            metavar="FILE",
            help="Write what was lost to a .json file too.",
            rich_help_panel=_PANEL,
        ),
    ] = None,
    strict: Annotated[  # noqa: FBT002  an option
        bool,
        typer.Option(
            "--strict", help="Write nothing if anything would be lost.", rich_help_panel=_PANEL
        ),
    ] = False,
) -> None:
    """Write the events in another format; what it cannot hold is told.

    For example: timeline export ics --year 2025 -o events.ics
    """
    from timeline.commands import reporting, sending  # noqa: PLC0415  not for --help
    from timeline.commands.run import Run  # noqa: PLC0415

    run = Run(origin)
    sending.refuse_to_replace(output, origin)
    text, losses = sending.written(run, run.answer(question), target, by)
    reporting.told(losses, output or target, report=report, strict=strict)
    sending.deliver(text, output)
