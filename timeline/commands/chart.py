"""`timeline chart`: how many events began when."""

from enum import StrEnum
from typing import Annotated

import typer

from timeline.commands.support.options import Display, Question, takes_families
from timeline.commands.support.parameters import DRAWN, From, To, Value


class By(StrEnum):
    """The periods that a chart counts by."""

    auto = "auto"
    day = "day"
    week = "week"
    month = "month"
    quarter = "quarter"
    year = "year"
    decade = "decade"
    century = "century"


@takes_families
def chart(
    question: Question,
    display: Display,
    by: Annotated[
        By, typer.Option(help="The periods; auto makes at most 40.", rich_help_panel=DRAWN)
    ] = By.auto,
    split: Annotated[
        Value | None, typer.Option(help="A row for each value.", rich_help_panel=DRAWN)
    ] = None,
    rows: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="With --split: the N fullest rows.", rich_help_panel=DRAWN
        ),
    ] = None,
    start: From = None,
    end: To = None,
) -> None:
    """Chart how many events began in each year, month or day; vague ones are shared out.

    For example: timeline chart actor:russia --split arc
    """
    from timeline.commands import showing_charts as showing  # noqa: PLC0415  not for --help
    from timeline.commands.support.run import Run  # noqa: PLC0415

    run = Run(display)
    zoom = showing.Zoom(start, end)
    showing.chart(run, run.answer(question), zoom, by=by, split=split, most=rows)
