"""Answers → pages, with Rich."""

from collections.abc import Sequence

from rich.text import Text

from timeline import querying
from timeline.commands.session import Answer, Session
from timeline.model import Count, Event, Reference, Report, Selection, Spread
from timeline.querying import spreading
from timeline.rendering.following.reports import ReportPage
from timeline.rendering.heading import heading
from timeline.rendering.look import arc_colours
from timeline.rendering.pages.counts import CountPage
from timeline.rendering.pages.detail import EventDetail
from timeline.rendering.pages.listing import EventPage
from timeline.rendering.pages.overview import Overview
from timeline.rendering.pages.sources import Bibliography, SourcePage

_TRIES = (
    ("who did what, and when", "timeline list --actor {actor} --year {year}"),
    ("all about one event", "timeline show {event}"),
    ("the names to filter by", "timeline actors"),
)


def events(session: Session, answer: Answer) -> None:
    """Show the events of *answer* under a heading."""
    page = EventPage(answer.shown, session.timeline, session.screen.look)
    session.screen.page(_heading(session, answer), page)


def reports(session: Session, answer: Answer, found: Sequence[Report]) -> None:
    """Show events under the dates on which they became known."""
    page = ReportPage(found, session.timeline, session.screen.look)
    session.screen.page(_heading(session, answer), page)


def details(session: Session, found: Sequence[Event]) -> None:
    """Show everything about each of the events that were *found*."""
    look, timeline = session.screen.look, session.timeline
    session.screen.page(*(EventDetail(event, timeline, look) for event in found))


def numbers(
    session: Session, answer: Answer, found: Sequence[Count], *, spread: Spread | None, part: str
) -> None:
    """Show the counts that were *found*, under a heading; *spread* is when their events begin."""
    page = CountPage(
        found,
        session.screen.look,
        arc_colours(session.timeline),
        dated=spread is not None,
        spread=spread,
    )
    session.screen.page(_heading(session, answer, part), Text(), page)


def sources(session: Session, answer: Answer, found: Sequence[Reference], part: str) -> None:
    """Show the sources that were *found*, with their grades and numbers."""
    page = SourcePage(found, session.screen.look)
    session.screen.page(_heading(session, answer, part), Text(), page)


def bibliography(session: Session, answer: Answer, found: Sequence[Reference], count: str) -> None:
    """Show the sources that were *found* as a numbered list."""
    page = Bibliography(found, session.screen.look)
    session.screen.page(_heading(session, answer, count), page)


def the_timeline(session: Session) -> None:
    """Show what the timeline is."""
    everything = session.timeline.select()
    page = Overview(
        session.timeline,
        everything,
        chart=spreading.chart(everything, session.timeline),
        arcs=querying.by_arc(everything, session.timeline),
        statuses=querying.by_status(everything),
        tries=_tries(session, everything),
        look=session.screen.look,
    )
    session.screen.page(page)


def _heading(session: Session, answer: Answer, part: str = "") -> Text:
    look = session.screen.look
    asked = answer.query.describe(ascii=look.ascii)
    count = look.dot.join(filter(None, (answer.count(), part)))
    return heading(session.timeline.title, asked, count, look)


def _tries(session: Session, everything: Selection) -> list[tuple[str, str]]:
    """Return what commands show, and the commands, about this very file."""
    actors = querying.by_actor(everything, session.timeline)
    years = querying.by_year(everything)
    linked = max(everything, key=lambda match: len(match.event.links), default=None)
    if not (actors and years and linked):
        return []
    busiest = max(years, key=lambda count: count.total)
    known = {"actor": actors[0].key, "year": busiest.key, "event": linked.event.id}
    return [(shows, command.format(**known)) for shows, command in _TRIES]
