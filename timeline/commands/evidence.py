"""`timeline evidence`: what events rest on, for and against, and how many origins that is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from timeline.commands.support import named, show, streams
from timeline.commands.support import run as runs
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display, Order, Question
from timeline.model import records
from timeline.pages import evidence as page
from timeline.reports import answer as answers
from timeline.reports import evidence as reports
from timeline.views import evidence as views
from timeline.views.parts import reason_words

_SHOWN = "How they are shown"


class Sort(StrEnum):
    """In which order events are weighed."""

    date = "date"
    origins = "origins"


Sorted = Annotated[
    Sort | None,
    typer.Option(
        "--sort", help="By date, or those of the fewest origins first.", rich_help_panel=_SHOWN
    ),
]
Explain = Annotated[
    str | None,
    typer.Option(
        "--explain", help="Say what a reason to doubt or to trust means.", metavar="REASON"
    ),
]


@takes_families
def evidence(
    question: Question,
    order: Order,
    display: Display,
    sort: Sorted = None,
    explain: Explain = None,
) -> None:
    """Show what events rest on: origins for and against, and why to doubt or to trust them.

    Ids and handles name events: of each, and of one that a QUERY finds alone, all is shown. Of
    more there is a row each. Copies and relays are followed to their end; a publisher is one
    witness; of what is not recorded both is told, the least and the most. Nothing is scored.
    """
    if explain:
        streams.write(reason_words.explanation(explain))
        return
    run = runs.Run(display)
    if events := named.by_ids(question, run.timeline, run.today):
        _show(run, events)
        return
    answer = run.answer(question)
    if events := named.meant(question, answer, run.today):
        _show(run, events)
    elif not show.nothing_to_show(run, answer):
        _show_rows(run, answer, order, sort)


def _show(run: runs.Run, events: Sequence[records.Event]) -> None:
    found = [reports.evidence(event, run.timeline) for event in events]
    show.show(run.screen, views.EvidenceView(run.timeline, found, run.where), page)


def _show_rows(run: runs.Run, answer: answers.Answer, order: Order, sort: Sort | None) -> None:
    every = reports.weighed(answer.found, run.timeline, sort or "")
    rows = answers.ordered(every, reverse=order.reverse, limit=order.limit)
    ids = {each.event.id for each in rows}
    shown = [match for match in answer.found if match.event.id in ids]
    view = views.WeighedView(answer.narrowed(answer.found, shown), rows, every, run.where)
    show.show(run.screen, view, page)
