"""`timeline compare`: two questions side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.commands.support import command_line, named, show, streams
from timeline.commands.support import run as runs
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Question, RowsDisplay
from timeline.commands.support.parameters import Brief
from timeline.errors import UsageError
from timeline.model import records
from timeline.pages import compare as page
from timeline.query import events
from timeline.reports import compare as reports
from timeline.views import compare as views

_SIDE = "A query in quotes; or just an arc or an actor by its full name, or a year."
_PANEL = "Days before and after"


@takes_families
def compare(
    first: Annotated[str, typer.Argument(metavar="A", help=_SIDE)],
    second: Annotated[
        str, typer.Argument(metavar="B", help="Those of the other side, also a query.")
    ],
    question: Question,
    display: RowsDisplay,
    align: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="EVENT EVENT",
            help="Count days from an event for A and one for B.",
            rich_help_panel=_PANEL,
        ),
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(
            metavar="TIME", help="With --align: not further off than 90d.", rich_help_panel=_PANEL
        ),
    ] = None,
    brief: Brief = None,
) -> None:
    """Put two queries side by side: in order of time, or by days from an event of each.

    What else is asked, as a QUERY or by options, holds for both. Counted are the events of A,
    those of B, and those that are in both; an event of both stands once, as AB.
    """
    run = runs.Run(display)
    if within and not align:
        raise UsageError("--within counts from a day 0", "add --align EVENT EVENT")
    shared = run.query(question)
    context = run.context(question)
    sides = reports.side(first, context), reports.side(second, context)
    days_0 = _events(run, align) if align else None
    made = reports.compared(
        run.timeline, sides, shared, days_0, within, only=runs.verdict(question)
    )
    if not _nothing_found(run, made):
        show.show(run.screen, views.ComparisonView(made), page, brief=brief)
    elif _are_events(run, first, second):
        return
    _remark_on_words(run, made)


def _events(run: runs.Run, names: tuple[str, str]) -> tuple[records.Event, records.Event]:
    first, second = (named.event(name, run.timeline, run.today) for name in names)
    return first, second


def _nothing_found(run: runs.Run, made: reports.Comparison) -> bool:
    """Return whether there is nothing for a page or for lines, and say so."""
    if made.compared or show.is_data(run.screen):
        return False
    first, second = (answer.asked(ascii=run.screen.ascii) for answer in made.answers)
    shared = made.shared.describe(ascii=run.screen.ascii)
    within = f", {shared}" if shared else ""
    streams.remark(f"No event matches {first} or {second}{within}.")
    return True


def _are_events(run: runs.Run, *sides: str) -> bool:
    """Return whether each side names an event, and say how to count the days between the two."""
    found = [events.named(side, run.timeline, run.today).events for side in sides]
    if any(len(each) != 1 for each in found):
        return False
    first, second = (each.id for (each,) in found)
    line = run.command("around", *command_line.argument(first), f"id:{second}")
    if line:
        streams.remark(f"To count the days between the two events: {line}")
    return bool(line)


def _remark_on_words(run: runs.Run, made: reports.Comparison) -> None:
    """Say of a side without events which of its words were probably meant otherwise."""
    for answer in made.answers:
        if not answer.found:
            show.remark_on_words(run, answer)
