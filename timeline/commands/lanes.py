"""`timeline lanes`: events to scale."""

from typing import Annotated

import typer

from timeline.commands.support import run as runs
from timeline.commands.support import show
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Question, RowsDisplay
from timeline.commands.support.parameters import DRAWN, From, To, Value
from timeline.pages import lanes as page
from timeline.reports import extent
from timeline.reports import lanes as reports
from timeline.views import lanes as views


@takes_families
def lanes(
    question: Question,
    display: RowsDisplay,
    by: Annotated[
        Value, typer.Option(help="A lane for each value.", rich_help_panel=DRAWN)
    ] = Value.arc,
    most: Annotated[
        int | None,
        typer.Option(
            "--lanes",
            min=1,
            metavar="N",
            help="Draw no more than N lanes, those with the most events.",
            rich_help_panel=DRAWN,
        ),
    ] = None,
    start: From = None,
    end: To = None,
    fold: Annotated[  # noqa: FBT002  an option
        bool, typer.Option("--fold", help="Leave out long silences.", rich_help_panel=DRAWN)
    ] = False,
) -> None:
    """Lay the events out in lanes, to scale: spans, vague dates, open ends."""
    run = runs.Run(display)
    answer = run.answer(question)
    window = extent.stretch(answer.query, start, end, run.today)
    if show.nothing_to_show(run, answer):
        return
    rows = show.rows_of_a_page(run.screen, most)
    made = reports.lanes(answer.found, run.timeline, by=by, window=window, most=rows, fold=fold)
    show.show(run.screen, views.LanesView(answer, made, by), page)
