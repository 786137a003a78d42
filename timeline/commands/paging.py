"""Answers → pages, with Rich."""

from collections.abc import Sequence

from rich.text import Text

from timeline.commands.offering import argument, option
from timeline.commands.options import Question
from timeline.commands.run import Answer, Run
from timeline.inference.known import Report
from timeline.model.answers import Selection
from timeline.model.records import Event
from timeline.pages.counts import CountPage
from timeline.pages.list import EventPage, ReportPage
from timeline.pages.overview import Overview
from timeline.pages.parts import heading
from timeline.pages.show import EventDetail
from timeline.pages.sources import Bibliography, SourcePage
from timeline.query.names import UnknownName
from timeline.reports import chart, counts
from timeline.reports.counts import Count
from timeline.reports.periods import Spread
from timeline.reports.sources import Reference
from timeline.views.parts.look import arc_colours


def events(run: Run, answer: Answer) -> None:
    """Show the events of *answer* under a heading."""
    page = EventPage(answer.shown, run.timeline, run.screen.look)
    run.screen.page(_heading(run, answer), page)


def reports(run: Run, answer: Answer, found: Sequence[Report]) -> None:
    """Show events under the dates on which they became known."""
    page = ReportPage(found, run.timeline, run.screen.look)
    run.screen.page(_heading(run, answer), page)


def details(run: Run, found: Sequence[Event]) -> None:
    """Show everything about each of the events that were *found*."""
    look, timeline = run.screen.look, run.timeline
    run.screen.page(*(EventDetail(event, timeline, look) for event in found))


def numbers(
    run: Run, answer: Answer, found: Sequence[Count], *, spread: Spread | None, part: str
) -> None:
    """Show the counts that were *found*, under a heading; *spread* is when their events begin."""
    page = CountPage(
        found,
        run.screen.look,
        arc_colours(run.timeline),
        dated=spread is not None,
        spread=spread,
    )
    run.screen.page(_heading(run, answer, part), Text(), page)


def sources(run: Run, answer: Answer, found: Sequence[Reference], part: str) -> None:
    """Show the sources that were *found*, with their grades and numbers."""
    page = SourcePage(found, run.screen.look)
    run.screen.page(_heading(run, answer, part), Text(), page)


def bibliography(run: Run, answer: Answer, found: Sequence[Reference], count: str) -> None:
    """Show the sources that were *found* as a numbered list."""
    page = Bibliography(found, run.screen.look)
    run.screen.page(_heading(run, answer, count), page)


def the_timeline(run: Run) -> None:
    """Show what the timeline is."""
    everything = run.timeline.select()
    page = Overview(
        run.timeline,
        everything,
        chart=chart.chart(everything, run.timeline),
        arcs=counts.by_arc(everything, run.timeline),
        statuses=counts.by_status(everything),
        tries=_tries(run, everything),
        look=run.screen.look,
    )
    run.screen.page(page)


def _heading(run: Run, answer: Answer, part: str = "") -> Text:
    look = run.screen.look
    asked = answer.query.describe(ascii=look.ascii)
    count = look.dot.join(filter(None, (answer.count(), part)))
    return heading(run.timeline.title, asked, count, look)


def _tries(run: Run, everything: Selection) -> list[tuple[str, str]]:
    """Return what commands show, and the commands, about this very file: each works as it is."""
    actors = counts.by_actor(everything, run.timeline)
    linked = max(everything, key=lambda match: len(match.event.links), default=None)
    if not (actors and linked):
        return []
    tries = (
        ("who did what, and when", _who_and_when(run, actors[0].key)),
        ("all about one event", run.command("show", *argument(linked.event.id))),
        ("the names to filter by", run.command("actors")),
    )
    return [(shows, command) for shows, command in tries if command]


def _who_and_when(run: Run, actor: str) -> str:
    """Return the command that lists what *actor* did in the year of most; "" where none can."""
    name = f"={actor}" if actor.startswith("=") else actor
    try:
        found = run.timeline.select(run.query(Question(actor=[name])))
    except UnknownName:  # a key that no name finds: signs alone
        return ""
    years = counts.by_year(found)
    if not years:
        return ""
    busiest = max(years, key=lambda count: count.total)
    return run.command("list", *option("--actor", name), *option("--year", busiest.key))
