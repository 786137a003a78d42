"""`timeline compare`: two questions side by side."""

from typing import Annotated

import typer

from timeline.commands.support import completion
from timeline.commands.support.options import Question, RowsDisplay, takes_families

_SIDE = "A query in quotes; or just an arc or an actor by its full name, or a year."
_PANEL = "Days before and after"


@takes_families
def compare(
    first: Annotated[str, typer.Argument(metavar="A", help=_SIDE, autocompletion=completion.query)],
    second: Annotated[
        str, typer.Argument(metavar="B", help="Likewise.", autocompletion=completion.query)
    ],
    question: Question,
    display: RowsDisplay,
    align: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="ID ID",
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
) -> None:
    """Put two queries side by side: in order of time, or by days from an event of each.

    What else is asked, as a QUERY or by options, holds for both. Counted are the events of A,
    those of B, and those that are in both; an event of both stands once, as AB.

    For example: timeline compare arc:syria-assad arc:caribbean-2025 --since 2024
    """
    from timeline.commands import showing_comparison as showing  # noqa: PLC0415  not for --help
    from timeline.commands.support.run import Run  # noqa: PLC0415

    run = Run(display)
    showing.comparison(run, showing.compared(run, (first, second), question, align, within))
