"""`timeline thread`: what is linked with an event, and which stories links make."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.commands.support import named, show
from timeline.commands.support import run as runs
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Question, TreeDisplay, event_id
from timeline.commands.support.parameters import Brief
from timeline.errors import UsageError
from timeline.model import records
from timeline.pages import thread as page
from timeline.reports import thread as threads
from timeline.views import thread as views

_DEEPEST = 99
_PANEL = "How far"


@takes_families
def thread(
    question: Question,
    display: TreeDisplay,
    name: Annotated[str | None, event_id("[EVENT]")] = None,
    depth: Annotated[
        int,
        typer.Option(
            help="Follow links N steps away.",
            min=1,
            max=_DEEPEST,
            metavar="N",
            rich_help_panel=_PANEL,
        ),
    ] = 1,
    every: Annotated[  # noqa: FBT002  an option
        bool,
        typer.Option("--all", help="List the separate stories instead.", rich_help_panel=_PANEL),
    ] = False,
    brief: Brief = None,
) -> None:
    """Follow the links of an event as a tree, both ways: the story, its denial, what came of it.

    A QUERY or options leave out of the tree, or of the stories, what they do not match.
    """
    run = runs.Run(display)
    if every:
        _show_stories(run, _with_word(question, name), brief)
        return
    root = _start(run, name)
    answer = run.answer(question)
    tree = threads.thread(root, answer.found, run.timeline, depth)
    whole = threads.whole(root, answer.found, run.timeline)
    view = views.ThreadView(answer, tree, depth, whole)
    show.show(run.screen, view, page, brief=brief)


def _start(run: runs.Run, name: str | None) -> records.Event:
    """Return the event called *name*; raises `UsageError` if there is no name."""
    if not name:
        hint = "write `timeline thread EVENT`, or --all for a list of the stories"
        raise UsageError("which event?", hint)
    return named.event(name, run.timeline, run.today)


def _show_stories(run: runs.Run, question: Question, brief: bool | None) -> None:  # noqa: FBT001
    """Show what links hold together among the events of *question*."""
    answer = run.answer(question)
    if show.nothing_to_show(run, answer):
        return
    view = views.StoriesView(answer, threads.stories(answer.found, run.timeline))
    show.show(run.screen, view, page, brief=brief)


def _with_word(question: Question, word: str | None) -> Question:
    """Return *question* with a first *word* that was taken for an event."""
    if not word:
        return question
    return question.but(query=[word, *(question.query or ())])
