"""`timeline thread`: what is linked with an event, and which stories links make."""

from typing import Annotated

import typer

from timeline.commands.support import completion
from timeline.commands.support.options import Question, TreeDisplay, takes_families

_DEEPEST = 99
_PANEL = "How far"


@takes_families
def thread(
    question: Question,
    display: TreeDisplay,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="A unique part is enough.",
            autocompletion=completion.field("id"),
        ),
    ] = None,
    depth: Annotated[
        int,
        typer.Option(
            help="Follow so many links.", min=1, max=_DEEPEST, metavar="N", rich_help_panel=_PANEL
        ),
    ] = 3,
    every: Annotated[  # noqa: FBT002  an option
        bool,
        typer.Option("--all", help="List the separate stories instead.", rich_help_panel=_PANEL),
    ] = False,
) -> None:
    """Follow the links of an event as a tree, both ways: the story, its denial, what came of it.

    A QUERY or options leave out of the tree, or of the stories, what they do not match.

    For example: timeline thread letter-to-putin
    """
    from timeline.commands import showing_thread as showing  # noqa: PLC0415  not for --help
    from timeline.commands.support.run import Run  # noqa: PLC0415

    run = Run(display)
    if every:
        showing.stories(run, showing.with_word(question, name))
    else:
        showing.thread(run, showing.start(run, name), question, depth)
