"""`timeline list`, `timeline show`: the events, and everything about one.

What is heavy is imported by the command that uses it: `--help` and `--version`
start without it, and a test holds that.
"""

from enum import StrEnum
from typing import Annotated

import typer

from timeline.commands import completing
from timeline.commands.options import Display, Order, Question, takes_families


class By(StrEnum):
    """The orders of a list."""

    date = "date"
    known = "known"


@takes_families
def list_events(
    question: Question,
    order: Order,
    display: Display,
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            help="By date, or by when a source first told it, with the lag.",
            rich_help_panel="How they are shown",
        ),
    ] = None,
) -> None:
    """List the events, in order, grouped by year.

    For example: timeline list --actor russia --year 2019
    """
    from timeline.commands import showing  # noqa: PLC0415  see above
    from timeline.commands.run import Run  # noqa: PLC0415

    run = Run(display)
    if by is By.known:
        showing.reports(run, *run.reports(question, order))
    else:
        showing.events(run, run.answer(question, order))


@takes_families
def show_events(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="A unique part is enough.",
            autocompletion=completing.field("id"),
        ),
    ],
    display: Display,
) -> None:
    """Show everything about an event: sources, links both ways, what is next to it.

    For example: timeline show letter-to-putin
    """
    from timeline.commands import showing  # noqa: PLC0415  see above
    from timeline.commands.run import Run  # noqa: PLC0415

    run = Run(display)
    showing.details(run, [run.timeline.get(name) for name in ids])
