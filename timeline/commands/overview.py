"""`timeline` alone: what this file is."""

from __future__ import annotations

from timeline.commands.support import command_line, show
from timeline.commands.support import run as runs
from timeline.commands.support.options import Display, Question
from timeline.pages import overview as page
from timeline.query import called
from timeline.reports import counts
from timeline.reports import overview as reports
from timeline.views import overview as views


def overview(display: Display) -> None:
    """Show what the timeline is, and commands to try."""
    run = runs.Run(display)
    report = reports.overview(run.timeline)
    show.show(run.screen, views.OverviewView(report, _tries(run, report)), page)


def _tries(run: runs.Run, report: reports.Overview) -> list[tuple[str, str]]:
    """Return what commands show, and the commands, about this very file: each works as it is."""
    actor, event = report.busiest_actor(), report.most_linked()
    if not event:
        return []
    tries = (
        ("who did what, and when", _who_and_when(run, actor)),
        ("all about one event", run.command("show", *command_line.argument(event))),
        ("the names to filter by", run.command("actors") if actor else ""),
        ("all of it on a screen", run.command("explore")),
    )
    return [(shows, command) for shows, command in tries if command]


def _who_and_when(run: runs.Run, actor: str) -> str:
    """Return the command that lists what *actor* did in the year of most; "" where none can."""
    if not actor:
        return ""
    name = f"={actor}" if actor.startswith("=") else actor
    try:
        found = run.answer(Question(actor=[name])).found
    except called.UnknownName:  # a key that no name finds: signs alone
        return ""
    years = counts.by_year(found)
    if not years:
        return ""
    busiest = max(years, key=lambda count: count.total)
    year = command_line.option("--year", busiest.key)
    return run.command("list", *command_line.option("--actor", name), *year)
