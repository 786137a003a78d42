"""`timeline around`, `on`, `gaps`, `why`: what lies near, anniversaries, silences, reasons.

What is heavy is imported by the command that uses it, as in `reading`.
"""

from dataclasses import replace
from typing import Annotated, Any

import typer

from timeline.commands import completing
from timeline.commands.options import (
    Display,
    Order,
    Question,
    RowsDisplay,
    TreeDisplay,
    takes_families,
)

_SHOWN = "How they are shown"


def _most(help: str, *, default: bool = False) -> Any:  # noqa: A002, ANN401  as Typer
    """Return the option -n, which limits something else in each command."""
    return typer.Option(
        "--limit", "-n", min=1, metavar="N", help=help, show_default=default, rich_help_panel=_SHOWN
    )


@takes_families
def around(
    near: Annotated[
        str,
        typer.Argument(
            metavar="ID|DATE",
            help="A whole id; else a date; else a part of one id.",
            autocompletion=completing.field("id"),
        ),
    ],
    question: Question,
    display: Display,
    within: Annotated[
        str | None,
        typer.Option(
            "--within",
            metavar="LENGTH",
            help="Only what may be so near: 30d, 6w, 3m, 1y.",
            rich_help_panel="Which events",
        ),
    ] = None,
    limit: Annotated[
        int | None, _most("The nearest on each side; else 5, or all --within.")
    ] = None,
) -> None:
    """Show what happened near an event or a date, and how many days from it.

    For example: timeline around 2019-03-23 --within 30d
    """
    from timeline.commands import showing_following  # noqa: PLC0415  see above
    from timeline.commands.run import Run  # noqa: PLC0415

    showing_following.around(Run(display), question, near, within, limit)


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
    from timeline.commands.run import Run  # noqa: PLC0415

    words = [word for word in (day, *(question.query or ())) if word]
    showing_following.on_day(Run(display), replace(question, query=words), order)


@takes_families
def gaps(
    question: Question,
    display: RowsDisplay,
    limit: Annotated[int, _most("At most so many of each kind.", default=True)] = 10,
) -> None:
    """Show the longest silences between events, and those that a vague date may fill.

    What goes on breaks a silence; with --starts they are counted from beginning to beginning.

    For example: timeline gaps --actor putin
    """
    from timeline.commands import showing_following  # noqa: PLC0415
    from timeline.commands.run import Run  # noqa: PLC0415

    showing_following.gaps(Run(display), question, limit)


@takes_families
def why(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A unique part is enough.", autocompletion=completing.field("id")
        ),
    ],
    question: Question,
    display: TreeDisplay,
) -> None:
    """Show why an event matches a query or not, term by term.

    For example: timeline why letter-to-putin actor:putin year:2025
    """
    from timeline.commands import showing_following  # noqa: PLC0415
    from timeline.commands.run import Run  # noqa: PLC0415

    showing_following.why(Run(display), question, name)
