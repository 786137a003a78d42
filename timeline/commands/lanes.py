"""`timeline lanes`: events to scale."""

from typing import Annotated

import typer

from timeline.commands.support.options import Question, RowsDisplay, takes_families
from timeline.commands.support.parameters import DRAWN, From, To, Value


@takes_families
def lanes(
    question: Question,
    display: RowsDisplay,
    by: Annotated[
        Value, typer.Option(help="A lane for each value.", rich_help_panel=DRAWN)
    ] = Value.arc,
    most: Annotated[
        int | None,
        typer.Option("--lanes", min=1, metavar="N", help="The N fullest.", rich_help_panel=DRAWN),
    ] = None,
    start: From = None,
    end: To = None,
    fold: Annotated[  # noqa: FBT002  an option
        bool, typer.Option("--fold", help="Leave out long silences.", rich_help_panel=DRAWN)
    ] = False,
) -> None:
    """Lay the events out in lanes, to scale: spans, vague dates, open ends.

    For example: timeline lanes --by actor --from 2025-08
    """
    from timeline.commands import showing_charts as showing  # noqa: PLC0415  not for --help
    from timeline.commands.support.run import Run  # noqa: PLC0415

    run = Run(display)
    zoom = showing.Zoom(start, end)
    showing.lanes(run, run.answer(question), zoom, by=by, most=most, fold=fold)
