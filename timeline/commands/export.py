"""`timeline export`: a selection in another format, with a report of what was lost."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

import typer

from timeline.commands.support import (
    command_line,
    files,
    loss_report,
    misreadings,
    outputs,
    which_file,
)
from timeline.commands.support import run as runs
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Origin, Question
from timeline.commands.support.parameters import WRITTEN, Delivery, Value
from timeline.errors import TimelineError, UsageError
from timeline.exchange import contract, formats, losses
from timeline.reports import answer as answers
from timeline.reports import lanes


class Target(StrEnum):
    """The formats that can be written."""

    yaml = "yaml"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    sqlite = "sqlite"
    md = "md"
    html = "html"
    svg = "svg"
    ics = "ics"
    timelinejs = "timelinejs"
    markwhen = "markwhen"
    mermaid = "mermaid"


_OURS = (Target.yaml, Target.json)  # they hold all that an event file does


class NothingToExport(TimelineError):
    """No event answers the query."""


@takes_families
def export(
    target: Annotated[
        Target, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(Target)}.")
    ],
    question: Question,
    origin: Origin,
    delivery: Delivery,
    by: Annotated[
        Value | None,
        typer.Option(
            help="Of what html and svg have a lane for each; else arc.", rich_help_panel=WRITTEN
        ),
    ] = None,
) -> None:
    """Write the events in another format; what it cannot hold is told."""
    output, report = outputs.delivered(delivery, which_file.which(origin.file).paths)
    if target in formats.BINARY and output.is_terminal:
        hint = f"name a file: --output events.{target}"
        raise UsageError(f"{target} is no text: a terminal cannot show it", hint)
    beside = files.Beside({}, {})
    run = runs.Run(origin, beside if target in _OURS else None)
    made = _export(run, run.answer(question), target, by, beside)
    lost = losses.Losses()
    text = formats.writer(target)(made, lost)
    name = output.name if output.is_file else target
    if not (delivery.strict and lost):
        output.write(text)
    loss_report.told(lost, name, report=report, strict=delivery.strict)


def _to_file(target: Target, answer: answers.Answer) -> str:
    """Return how to write a file that is named without its option; "" where none is."""
    *before, last = str(answer.query).split() or [""]
    if not last.lower().endswith((f".{target}", *_ENDINGS.get(target, ()))):
        return ""
    line = command_line.command("export", target, *before, "--output", last)
    return f"to write a file: {line}"


_ENDINGS: Final = {
    Target.markwhen: (".mw",),
    Target.timelinejs: (".json",),
    Target.yaml: (".yml",),
    Target.mermaid: (".mmd",),
    Target.sqlite: (".db",),
}


def _export(
    run: runs.Run,
    answer: answers.Answer,
    target: Target,
    by: Value | None,
    beside: files.Beside,
) -> contract.Export:
    """Return what is to be written; formats with a picture draw lanes *by* a value.

    Raises `NothingToExport`, and `UsageError` for lanes in a format without a picture.
    """
    is_drawn = target in formats.DRAWN
    if by and not is_drawn:
        raise UsageError(f"{target} has no lanes", "--by is for html and svg")
    if not answer.found:
        hint = _to_file(target, answer) or "\n".join(
            misreadings.remarks(run, answer.query, answer.found)
        )
        raise NothingToExport("nothing to export: no event answers the query", hint)
    query = answer.query
    drawn = lanes.lanes(answer.found, run.timeline, by=by or Value.arc) if is_drawn else None
    return contract.Export(
        timeline=run.timeline,
        selection=answer.found,
        query=query.describe(),
        lanes=drawn,
        typed="" if query.note else str(query),  # a page's own questions are not about beginnings
        count=answer.count(),
        remarks=beside.remarks,
        heads=beside.heads,
    )
