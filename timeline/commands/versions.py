"""`timeline versions`: who tells an event how, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.commands.support import named, show, streams
from timeline.commands.support import run as runs
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display, Question
from timeline.model import answers, records
from timeline.pages import versions as page
from timeline.query import fields, logic, measures
from timeline.reports import answer as answered
from timeline.reports import versions as reports
from timeline.views import versions as views


@takes_families
def versions(question: Question, display: Display) -> None:
    """Show who tells an event how, side by side, and where they differ.

    Ids and handles name events. Of what a QUERY finds, those are shown that have accounts:
    timeline list 'accounts>=1' lists them all.
    """
    run = runs.Run(display)
    if events := named.by_ids(question, run.timeline, run.today):
        _show(run, events)
        return
    answer = run.answer(question)
    if events := named.meant(question, answer, run.today):
        _show(run, events)
        return
    if show.nothing_to_show(run, answer):
        return
    found = reports.told(_with_accounts(run, question, answer), run.timeline)
    if not found and not show.is_data(run.screen):
        streams.remark("None of these events has accounts.")
        return
    asked = answer.asked(ascii=run.screen.ascii)
    show.show(run.screen, views.VersionsView(run.timeline, found, asked), page)


def _show(run: runs.Run, events: Sequence[records.Event]) -> None:
    found = [reports.versions(event, run.timeline) for event in events]
    show.show(run.screen, views.VersionsView(run.timeline, found), page)


def _with_accounts(run: runs.Run, question: Question, answer: answered.Answer) -> answers.Selection:
    """Return what of *answer* to *question* has accounts, which an index knows of each event."""
    accounts = measures.Number("accounts", ">=", "1", fields.NUMBERS["accounts"], run.timeline)
    query = logic.AllOf((*answer.query.terms, accounts), answer.query.note)
    return run.select(query).only(runs.verdict(question))
