"""Answers → the screen, in the form that was chosen: a page, lines, or data."""

from collections.abc import Sequence

from timeline import querying
from timeline.commands import streams
from timeline.commands.options import Format
from timeline.commands.session import Answer, Session
from timeline.model import Count, Event
from timeline.rendering import data, lines


def events(session: Session, answer: Answer) -> None:
    """Show the events of *answer*, and how many there are."""
    screen, timeline = session.screen, session.timeline
    if screen.format is Format.json:
        screen.json(data.selection_data(answer.shown, timeline, answer.query.describe()))
    elif screen.format is Format.jsonl:
        screen.jsonl(data.event_rows(answer.shown, timeline))
    elif not answer.found:
        nothing_found(session, answer)
    elif screen.is_page:
        from timeline.commands import paging  # noqa: PLC0415  Rich is for pages only

        paging.events(session, answer)
    else:
        screen.lines(lines.event_lines(answer.shown, timeline))
        streams.remark(answer.count())


def details(session: Session, found: Sequence[Event]) -> None:
    """Show everything about each of the events that were *found*."""
    screen = session.screen
    rows = [data.event_data(event, session.timeline) for event in found]
    if screen.format is Format.json:
        screen.json({"format": data.FORMAT, "events": rows})
    elif screen.format is Format.jsonl:
        screen.jsonl(rows)
    else:
        from timeline.commands import paging  # noqa: PLC0415

        paging.details(session, found)


def numbers(
    session: Session, answer: Answer, found: Sequence[Count], *, dated: bool = True
) -> None:
    """Show the counts that were *found* in the events of *answer*, *dated* with first and last."""
    screen = session.screen
    if screen.format is Format.json:
        rows = list(data.count_rows(found))
        screen.json({"format": data.FORMAT, "query": answer.query.describe(), "counts": rows})
    elif screen.format is Format.jsonl:
        screen.jsonl(data.count_rows(found))
    elif not found:
        nothing_found(session, answer)
    elif screen.is_page:
        from timeline.commands import paging  # noqa: PLC0415

        paging.numbers(session, answer, found, dated=dated)
    else:
        screen.lines(lines.count_lines(found))


def the_timeline(session: Session) -> None:
    """Show what the timeline is."""
    if session.screen.format in (Format.json, Format.jsonl):
        session.screen.json(data.timeline_data(session.timeline, session.timeline.select()))
    else:
        from timeline.commands import paging  # noqa: PLC0415

        paging.the_timeline(session)


def nothing_found(session: Session, answer: Answer) -> None:
    """Say that no event matches, and in which years some would."""
    asked = answer.query.describe(ascii=session.screen.ascii)
    streams.remark(f"No event matches {asked}." if asked else "This timeline has no events.")
    elsewhere = session.timeline.select(answer.query.without_dates())
    if years := querying.year_list(elsewhere):
        streams.remark(f"There are events in {years}.")
