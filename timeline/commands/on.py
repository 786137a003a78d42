"""`timeline on`: a day of the year, in every year."""

from dataclasses import replace
from typing import Annotated

import typer

from timeline.commands.support.options import Display, Order, Question, takes_families


@takes_families
def on_day(
    question: Question,
    order: Order,
    display: Display,
    day: Annotated[
        str, typer.Argument(metavar="[DAY]", help="03-23, '23 mar'; else it is today.")
    ] = "",
) -> None:
    """Show what happened on a day of the year, in every year.

    Only what is known to the day has one; 29 February is nobody's day in common years.

    For example: timeline on 03-23
    """
    from timeline.commands import showing_following  # noqa: PLC0415
    from timeline.commands.support.run import Run  # noqa: PLC0415

    words = [word for word in (day, *(question.query or ())) if word]
    showing_following.on_day(Run(display), replace(question, query=words), order)
