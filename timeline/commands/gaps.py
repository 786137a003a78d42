"""`timeline gaps`: the longest silences."""

from __future__ import annotations

from typing import Annotated

from timeline.commands.support import run as runs
from timeline.commands.support import show, streams
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Question, RowsDisplay
from timeline.commands.support.parameters import Brief, at_most
from timeline.pages import gaps as page
from timeline.reports import answer as answers
from timeline.reports import gaps as reports
from timeline.text import counted
from timeline.views import gaps as views


@takes_families
def gaps(
    question: Question,
    display: RowsDisplay,
    limit: Annotated[int, at_most("No more than N silences of each kind.", default=True)] = 10,
    brief: Brief = None,
) -> None:
    """Show the longest silences between events, and those that a vague date may fill.

    What goes on breaks a silence; with --starts they are counted from beginning to beginning.
    """
    run = runs.Run(display)
    answer = run.answer(question)
    certain, possible = reports.silences(answer.found, limit, starts=question.starts)
    if certain or possible or not _says_so(run, answer):
        show.show(run.screen, views.GapsView(answer, certain, possible), page, brief=brief)
    if not question.starts and not show.is_data(run.screen):
        _remark_on_lasting(answer)


def _says_so(run: runs.Run, answer: answers.Answer) -> bool:
    """Return whether there is nothing for a page or for lines, and say so."""
    if show.nothing_to_show(run, answer):
        return True
    if show.is_data(run.screen):
        return False
    streams.remark("There is no silence between these events.")
    return True


def _remark_on_lasting(answer: answers.Answer) -> None:
    """Say how many events go on for so long that there is no silence during them."""
    lasting = len(reports.lasting(answer.found))
    if not lasting:
        return
    go = "goes" if lasting == 1 else "go"
    during = f"{counted(lasting, 'event')} that {go} on for over a year"
    streams.remark(f"No silence during {during}; --starts ignores that.")
