"""`timeline on`: a day of the year, in every year."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from timeline.commands.support import run as runs
from timeline.commands.support import show, streams
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display, Order, Question
from timeline.commands.support.parameters import Brief
from timeline.model import answers as model
from timeline.pages import on as page
from timeline.query import terms
from timeline.reports import answer as answers
from timeline.reports import on as reports
from timeline.views import on as views


@takes_families
def on_day(
    question: Question,
    order: Order,
    display: Display,
    day: Annotated[
        str, typer.Argument(metavar="[DAY]", help="03-23, '23 mar'; else it is today.")
    ] = "",
    brief: Brief = None,
) -> None:
    """Show what happened on a day of the year, in every year.

    Only what is known to the day has one; 29 February is nobody's day in common years.
    """
    run = runs.Run(display)
    words = [word for word in (day, *(question.query or ())) if word]
    named = reports.day_and_words(words, run.today)
    only = runs.verdict(question)
    # What matches for certain may be of the day or not.
    question = question.but(query=named.rest, possible=False)
    asked = run.answer(question)
    _remark_on_year(run, named)
    every = reports.anniversaries(asked.found, named.day, starts=question.starts)
    if only:
        every = [each for each in every if each.match.verdict is only]
    found = answers.ordered(every, reverse=order.reverse, limit=order.limit)
    if not found and show.none_is(run, asked, f"is known to be of {named.day}"):
        return
    answer = asked.narrowed(
        model.Selection(each.match for each in every), (each.match for each in found)
    )
    view = views.OnView(answer, found, named.day, run.today)
    show.show(run.screen, view, page, brief=brief)


def _remark_on_year(run: runs.Run, named: reports.NamedDay) -> None:
    """Say how to ask for one day alone where a year was typed."""
    if re.search(r"\d{4}", named.typed):
        alone = run.command("list", f"on:{terms.typed_value(named.typed)}")
        streams.remark(f"{named.day} of every year; that one alone: {alone}")
