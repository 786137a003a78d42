"""`timeline list`: the events, in order."""

from enum import StrEnum
from typing import Annotated

import typer

from timeline.commands.support import run as runs
from timeline.commands.support import show
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display, Order, Question
from timeline.commands.support.parameters import SHOWN, Brief
from timeline.pages import list as page
from timeline.views import list as views


class By(StrEnum):
    """The orders of a list."""

    date = "date"
    known = "known"


@takes_families
def list_events(
    question: Question,
    order: Order,
    display: Display,
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            help="By date, or by when a source first told it, with the lag.",
            rich_help_panel=SHOWN,
        ),
    ] = None,
    brief: Brief = None,
) -> None:
    """List the events, in order, grouped by year."""
    run = runs.Run(display)
    if by is By.known:
        answer, reports = run.reports(question, order)
        view: views.ListView = views.ReportView(answer, reports)
    else:
        answer = run.answer(question, order)
        view = views.ListView(answer)
    if show.nothing_to_show(run, answer):
        return
    show.show(run.screen, view, page, brief=brief)
    if by is not By.known:
        show.remark_on_words(run, answer)
