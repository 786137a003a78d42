"""`timeline sources`: the sources that events rest on, counted."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.commands.support import run as runs
from timeline.commands.support import show, streams
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display, Question
from timeline.commands.support.parameters import WHICH, Brief, Limit, Sort, Sorted, part
from timeline.pages import sources as page
from timeline.reports import answer as answers
from timeline.reports import sources
from timeline.text import counted
from timeline.views import sources as views

Unused = Annotated[
    bool,
    typer.Option(
        "--unused",
        help="Show the sources that none of these events cites instead.",
        rich_help_panel=WHICH,
    ),
]


@takes_families
def count_sources(
    question: Question,
    display: Display,
    unused: Unused = False,  # noqa: FBT002  an option
    sort: Sorted = None,
    limit: Limit = None,
    brief: Brief = None,
) -> None:
    """Count the events that rest on each source, with its grade of reliability.

    An event counts once for each source, however often it cites it.
    Which events rest on few: timeline list 'sources<=1', timeline list sources=0
    """
    run = runs.Run(display)
    answer = run.answer(question)
    listed = sources.unused if unused else sources.references
    every = listed(answer.found, run.timeline)
    if not every and _says_so(run, answer, unused=unused):
        return
    found = sources.ranked_references(every, sort or Sort.by_count)
    noun = "uncited source" if unused else "source"
    said = part(len(found), limit, f"{noun}s") or counted(len(found), noun)
    show.show(run.screen, views.SourceView(answer, found[:limit], said), page, brief=brief)


def _says_so(run: runs.Run, answer: answers.Answer, *, unused: bool) -> bool:
    """Return whether there is nothing for a page or for lines, and say so."""
    if not unused:
        return show.nothing_cited(run, answer)
    if show.is_data(run.screen):
        return False
    streams.remark("Every source is cited.")
    return True
