"""`timeline actors`, `years`, `places`, `tags`, `arcs`: what to filter by, counted."""

from timeline.commands.support import run as runs
from timeline.commands.support import show
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display, Question
from timeline.commands.support.parameters import Limit, Sort, Sorted, part
from timeline.pages import counts as page
from timeline.reports import counts, groups, periods
from timeline.views import counts as views


@takes_families
def count_actors(
    question: Question, display: Display, sort: Sorted = None, limit: Limit = None
) -> None:
    """Count the events of each actor; those of its members count too."""
    _count("actors", question, display, sort, limit)


@takes_families
def count_places(
    question: Question, display: Display, sort: Sorted = None, limit: Limit = None
) -> None:
    """Count the events of each place; those of what lies in it count too."""
    _count("places", question, display, sort, limit)


@takes_families
def count_tags(
    question: Question, display: Display, sort: Sorted = None, limit: Limit = None
) -> None:
    """Count the events of each tag."""
    _count("tags", question, display, sort, limit)


@takes_families
def count_arcs(
    question: Question, display: Display, sort: Sorted = None, limit: Limit = None
) -> None:
    """Count the events of each arc, a thread of the story; in the order of the file."""
    _count("arcs", question, display, sort, limit)


@takes_families
def count_years(
    question: Question, display: Display, sort: Sorted = None, limit: Limit = None
) -> None:
    """Count the events of each year; one that spans several counts in each.

    They are those that `timeline list --year` finds: what only possibly lies in a year is
    counted apart. What may span more than 200 years says nothing of any, and is left out.
    With --starts an event counts in the year in which it began.
    """
    run = runs.Run(display)
    answer = run.answer(question)
    if show.nothing_to_show(run, answer):
        return
    years = counts.by_year(answer.found, starts=question.starts)
    found = counts.ranked(years, "count") if sort is Sort.by_count else years
    view = views.CountView(answer, found[:limit], part=part(len(found), limit, "years"))
    show.show(run.screen, view, page)


def _count(
    kind: str, question: Question, display: Display, sort: Sort | None, limit: int | None
) -> None:
    run = runs.Run(display)
    answer = run.answer(question)
    if show.nothing_to_show(run, answer):
        return
    grouping = groups.GROUPINGS[kind](run.timeline)
    tallies = grouping.tallies(answer.found)
    found = counts.ranked(counts.counted(tallies, grouping), sort)
    if kind == "places":
        found = counts.nested(found, run.timeline.geography)
    spread = periods.over_time(answer.found, tallies)
    view = views.CountView(answer, found[:limit], spread, part(len(found), limit, kind))
    show.show(run.screen, view, page)
