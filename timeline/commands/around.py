"""`timeline around`: what happened near an event or a date."""

from typing import Annotated

import typer

from timeline.commands.support import named, show
from timeline.commands.support import run as runs
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display, Question
from timeline.commands.support.parameters import WHICH, Brief, at_most
from timeline.pages import around as page
from timeline.reports import around as reports
from timeline.reports import centre
from timeline.views import around as views


@takes_families
def around(
    near: Annotated[
        str,
        typer.Argument(
            metavar="EVENT|DATE",
            help="A date; else an event: its handle (e17), a part of its id, words of its title.",
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
        int | None, at_most("No more than N on each side; else 5, or all that --within lets in.")
    ] = None,
    brief: Brief = None,
) -> None:
    """Show what happened near an event or a date, and how many days from it."""
    run = runs.Run(display)
    middle = centre.centre(near, run.timeline, run.today, named.chosen)
    reach = reports.reach(within)
    only, starts = runs.verdict(question), question.starts
    asked = run.answer(question.but(possible=False))  # what is certain may lie within or not
    found = reports.around(asked.found, middle, reach, limit, only=only, starts=starts)
    said = views.around_words(middle, reach, ascii=run.screen.ascii)
    if not found.shown and show.none_is(run, asked, f"lies {said}"):
        return
    answer = asked.narrowed(found.found, (near.match for near in found.shown))
    show.show(run.screen, views.AroundView(answer, found, said), page, brief=brief)
