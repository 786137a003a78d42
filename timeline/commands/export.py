"""`timeline export`: a selection in another format, with a report of what was lost."""

from enum import StrEnum
from typing import Annotated

import typer

from timeline.commands.support.options import Origin, Question, takes_families
from timeline.commands.support.parameters import WRITTEN, Delivery


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
    delivery: Delivery,
    by: Annotated[
        Lane | None,
        typer.Option(help="html, svg: a lane for each value; arc.", rich_help_panel=WRITTEN),
    ] = None,
) -> None:
    """Write the events in another format; what it cannot hold is told.

    For example: timeline export ics --year 2025 -o events.ics
    """
    from timeline.commands import sending  # noqa: PLC0415
    from timeline.commands.support import (  # noqa: PLC0415
        files,
        loss_report,
        outputs,
    )
    from timeline.commands.support.run import Run  # noqa: PLC0415

    output, report = outputs.delivered(delivery, files.read_by(origin.file))
    run = Run(origin, with_remarks=target is Target.yaml)
    text, losses = sending.written(run, run.answer(question), target, by)
    name = output.name if output.is_file else target
    if not (delivery.strict and losses):
        output.write(text)
    loss_report.told(losses, name, report=report, strict=delivery.strict)
