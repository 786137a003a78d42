"""`timeline gaps`: the longest silences."""

from typing import Annotated

from timeline.commands.support.options import Question, RowsDisplay, takes_families
from timeline.commands.support.parameters import at_most


@takes_families
def gaps(
    question: Question,
    display: RowsDisplay,
    limit: Annotated[int, at_most("At most so many of each kind.", default=True)] = 10,
) -> None:
    """Show the longest silences between events, and those that a vague date may fill.

    What goes on breaks a silence; with --starts they are counted from beginning to beginning.

    For example: timeline gaps --actor putin
    """
    from timeline.commands import showing_following  # noqa: PLC0415
    from timeline.commands.support.run import Run  # noqa: PLC0415

    showing_following.gaps(Run(display), question, limit)
