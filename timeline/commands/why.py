"""`timeline why`: why an event matches a query or not, term by term."""

from typing import Annotated

import typer

from timeline.commands.support import completion
from timeline.commands.support.options import Question, TreeDisplay, takes_families


@takes_families
def why(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A unique part is enough.", autocompletion=completion.field("id")
        ),
    ],
    question: Question,
    display: TreeDisplay,
) -> None:
    """Show why an event matches a query or not, term by term.

    For example: timeline why letter-to-putin actor:putin year:2025
    """
    from timeline.commands import showing_following  # noqa: PLC0415
    from timeline.commands.support.run import Run  # noqa: PLC0415

    showing_following.why(Run(display), question, name)
