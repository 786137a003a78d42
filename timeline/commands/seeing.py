"""`timeline chart`, `timeline lanes`: how many events when, and all of them to scale."""

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from timeline.commands.options import Display, Question, RowsDisplay, takes_families

_PANEL = "What is drawn"


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


class Value(StrEnum):
    """What events can be sorted by."""

    arc = "arc"
    actor = "actor"
    place = "place"
    tag = "tag"
    status = "status"


From: TypeAlias = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="Draw from here on.", rich_help_panel=_PANEL),
]
To: TypeAlias = Annotated[
    str | None,
    typer.Option("--to", metavar="DATE", help="Draw up to here.", rich_help_panel=_PANEL),
]


@takes_families
def chart(
    question: Question,
    display: Display,
    by: Annotated[
        By, typer.Option(help="The periods; auto makes at most 40.", rich_help_panel=_PANEL)
    ] = By.auto,
    split: Annotated[
        Value | None, typer.Option(help="A row for each value.", rich_help_panel=_PANEL)
    ] = None,
    rows: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="With --split: the N fullest rows.", rich_help_panel=_PANEL
        ),
    ] = None,
    start: From = None,
    end: To = None,
) -> None:
    """Chart how many events began in each year, month or day; vague ones are shared out.

    For example: timeline chart actor:russia --split arc
    """
    from timeline.commands import showing_charts as showing  # noqa: PLC0415  not for --help
    from timeline.commands.run import Run  # noqa: PLC0415

    run = Run(display)
    zoom = showing.Zoom(start, end)
    showing.chart(run, run.answer(question), zoom, by=by, split=split, most=rows)


@takes_families
def lanes(
    question: Question,
    display: RowsDisplay,
    by: Annotated[
        Value, typer.Option(help="A lane for each value.", rich_help_panel=_PANEL)
    ] = Value.arc,
    most: Annotated[
        int | None,
        typer.Option("--lanes", min=1, metavar="N", help="The N fullest.", rich_help_panel=_PANEL),
    ] = None,
    start: From = None,
    end: To = None,
    fold: Annotated[  # noqa: FBT002  an option
        bool, typer.Option("--fold", help="Leave out long silences.", rich_help_panel=_PANEL)
    ] = False,
) -> None:
    """Lay the events out in lanes, to scale: spans, vague dates, open ends.

    For example: timeline lanes --by actor --from 2025-08
    """
    from timeline.commands import showing_charts as showing  # noqa: PLC0415  not for --help
    from timeline.commands.run import Run  # noqa: PLC0415

    run = Run(display)
    zoom = showing.Zoom(start, end)
    showing.lanes(run, run.answer(question), zoom, by=by, most=most, fold=fold)
