"""`timeline actors`, `years`, `places`, `tags`, `arcs`, `sources`: what to filter by, counted."""

from enum import StrEnum
from typing import Annotated

import typer

from timeline.commands.options import Display, Question, takes_families
from timeline.text import counted

_HOW = "How they are shown"


class Sort(StrEnum):
    """The orders of values."""

    by_count = "count"
    by_name = "name"


Sorted = Annotated[
    Sort | None,
    typer.Option("--sort", help="Most first, or by name.", rich_help_panel=_HOW),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", help="At most so many.", min=1, metavar="N", rich_help_panel=_HOW
    ),
]
Unused = Annotated[
    bool,
    typer.Option(
        "--unused",
        help="Instead, those in the registry that no such event cites.",
        rich_help_panel="Which events",
    ),
]


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
    """Count the events of each place."""
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
    from timeline.commands import showing  # noqa: PLC0415
    from timeline.commands.run import Run  # noqa: PLC0415
    from timeline.reports import counts as counting  # noqa: PLC0415  heavy, and not for --help

    run = Run(display)
    answer = run.answer(question)
    years = counting.by_year(answer.found, starts=question.starts)
    found = counting.ranked(years, "count") if sort is Sort.by_count else years
    showing.numbers(run, answer, found[:limit], part=_part(len(found), limit, "years"))


@takes_families
def count_sources(
    question: Question,
    display: Display,
    unused: Unused = False,  # noqa: FBT002  an option
    sort: Sorted = None,
    limit: Limit = None,
) -> None:
    """Count the events that rest on each source, with its grade of reliability.

    An event counts once for each source, however often it cites it.
    Which events rest on few: timeline list 'sources<=1', timeline list sources=0
    """
    from timeline.commands import showing  # noqa: PLC0415
    from timeline.commands.run import Run  # noqa: PLC0415
    from timeline.reports import sources  # noqa: PLC0415

    run = Run(display)
    answer = run.answer(question)
    every = (sources.unused if unused else sources.references)(answer.found, run.timeline)
    found = sources.ranked_references(every, sort or Sort.by_count)
    noun = "uncited source" if unused else "source"
    part = _part(len(found), limit, f"{noun}s") or counted(len(found), noun)
    showing.sources(run, answer, found[:limit], part=part, unused=unused)


def _count(
    kind: str, question: Question, display: Display, sort: Sort | None, limit: int | None
) -> None:
    from timeline.commands import showing  # noqa: PLC0415
    from timeline.commands.run import Run  # noqa: PLC0415
    from timeline.reports import counts as counting  # noqa: PLC0415
    from timeline.reports import groups, periods  # noqa: PLC0415

    run = Run(display)
    answer = run.answer(question)
    grouping = groups.GROUPINGS[kind](run.timeline)
    found = counting.ranked(counting.counts(answer.found, grouping), sort)
    spread = periods.over_time(answer.found, grouping.keys)
    part = _part(len(found), limit, kind)
    showing.numbers(run, answer, found[:limit], spread=spread, part=part)


def _part(number: int, limit: int | None, noun: str) -> str:
    """Return "10 of 136 actors" where a limit leaves some out."""
    return f"{limit:,} of {number:,} {noun}" if limit and limit < number else ""
