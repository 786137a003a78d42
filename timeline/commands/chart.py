"""`timeline chart`: how many events began when."""

from enum import StrEnum
from typing import Annotated

import typer

from timeline.commands.support import run as runs
from timeline.commands.support import show
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display, Question
from timeline.commands.support.parameters import DRAWN, From, To, Value
from timeline.pages import chart as page
from timeline.reports import chart as charts
from timeline.reports import extent
from timeline.views import chart as views


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
            min=1,
            metavar="N",
            help="With --split: no more than N rows, those with the most events.",
            rich_help_panel=DRAWN,
        ),
    ] = None,
    start: From = None,
    end: To = None,
) -> None:
    """Chart how many events began in each year, month or day; vague ones are shared out."""
    run = runs.Run(display)
    answer = run.answer(question)
    window = extent.stretch(answer.query, start, end, run.today)
    if show.nothing_to_show(run, answer):
        return
    most = show.rows_of_a_page(run.screen, rows)
    made = charts.chart(answer.found, run.timeline, by=by, split=split, window=window, most=most)
    show.show(run.screen, views.ChartView(answer, made, split), page)
