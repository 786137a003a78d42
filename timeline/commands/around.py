"""`timeline around`: what happened near an event or a date."""

from typing import Annotated

import typer

from timeline.commands.support import completion
from timeline.commands.support.options import Display, Question, takes_families
from timeline.commands.support.parameters import WHICH, at_most


@takes_families
def around(
    near: Annotated[
        str,
        typer.Argument(
            metavar="ID|DATE",
            help="A whole id; else a date; else a part of one id.",
            autocompletion=completion.field("id"),
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
            rich_help_panel=WHICH,
        ),
    ] = None,
    limit: Annotated[
        int | None, at_most("The nearest on each side; else 5, or all --within.")
    ] = None,
) -> None:
    """Show what happened near an event or a date, and how many days from it.

    For example: timeline around 2019-03-23 --within 30d
    """
    from timeline.commands import showing_following  # noqa: PLC0415  see above
    from timeline.commands.support.run import Run  # noqa: PLC0415

    showing_following.around(Run(display), question, near, within, limit)
