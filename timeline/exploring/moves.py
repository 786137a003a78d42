"""Moves within what is found: from row to row, into an event and back, along its links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from msgspec.structs import replace

from timeline.exploring import seat as seats
from timeline.exploring.ground import Ground
from timeline.exploring.seat import DETAIL, MAIN, CannotAct, Seat
from timeline.model.records import Event
from timeline.model.words import year_of
from timeline.text import counted

MOST_LINKS: Final = 9  # that a figure follows


def by(rows: int) -> Callable[[Seat, Ground], Seat]:
    """Return the move by so many *rows*, down or (below 0) up."""
    return lambda seat, ground: _to(seat, ground, ground.row(seat) + rows)


def by_pages(pages: float) -> Callable[[Seat, Ground], Seat]:
    """Return the move by so many *pages*, or halves of one."""

    def move(seat: Seat, ground: Ground) -> Seat:
        rows = round((seat.rows - 1) * pages)
        least = 1 if pages > 0 else -1
        return _to(seat, ground, ground.row(seat) + (rows or least))

    return move


def to_first(seat: Seat, ground: Ground) -> Seat:
    """Go to the first row."""
    return _to(seat, ground, 0)


def to_last(seat: Seat, ground: Ground) -> Seat:
    """Go to the last row."""
    return _to(seat, ground, len(ground.shown(seat)) - 1)


def next_year(seat: Seat, ground: Ground) -> Seat:
    """Go to the first event of the next year that has some."""
    row, rows = ground.row(seat), len(ground.shown(seat))
    later = row + 1
    while later < rows and _year(seat, ground, later) == _year(seat, ground, row):
        later += 1
    return _to(seat, ground, later)


def previous_year(seat: Seat, ground: Ground) -> Seat:
    """Go to the first event of this year, or from there of the one before."""
    row = ground.row(seat)
    before = max(0, row - 1)
    while before and _year(seat, ground, before - 1) == _year(seat, ground, before):
        before -= 1
    return _to(seat, ground, before if row else -1)


def to(seat: Seat, ground: Ground, row: int) -> Seat:
    """Go to that *row*, as a click does, whichever pane the eye was on."""
    return replace(_at(seat, ground, row), pane=MAIN, draft=None, before="")


def enter(seat: Seat, ground: Ground) -> Seat:
    """Look into the event in focus."""
    if ground.focus(seat) is None:
        raise CannotAct("there is no event to look into")
    return replace(seat, pane=DETAIL)


def back(seat: Seat, ground: Ground) -> Seat:
    """Go back to the event one came from; from the first, to the view."""
    del ground
    if seat.walked:
        *before, event = seat.walked[:-1]
        return replace(seat, walked=(*before, event) if before else (), focus=event)
    if seat.pane == MAIN:
        raise CannotAct("this is where you began")
    return replace(seat, pane=MAIN)


def up(seat: Seat, ground: Ground) -> Seat:
    """Go up one state: from an event to the view, from what narrows it to less of that."""
    del ground
    if seat.pane != MAIN:
        return replace(seat, pane=MAIN)
    narrowing: tuple[tuple[object, dict[str, Any]], ...] = (
        (seat.walked, {"walked": ()}),
        (seat.only_marked, {"only_marked": False}),
        (seat.known is not None, {"known": None}),
        (seat.period, {"period": None}),
        (seat.certain, {"certain": False}),
        (seat.query, {"query": ""}),
    )
    for is_there, without in narrowing:
        if is_there:
            return replace(seat, **without)
    raise CannotAct("all is shown; q ends it")


def follow(number: int) -> Callable[[Seat, Ground], Seat]:
    """Return the step along the link with this *number* of the event that is looked at."""

    def step(seat: Seat, ground: Ground) -> Seat:
        event = ground.focus(seat)
        linked = list(links(event, ground)) if event else []
        if not event or not linked:
            raise CannotAct("this event has no links")
        if number > len(linked):
            raise CannotAct(f"this event has {counted(len(linked), 'link')}")
        target = linked[number - 1].id
        walked = seat.walked or (event.id,)
        return replace(seat, walked=(*walked, target), focus=target, pane=DETAIL)

    return step


def links(event: Event, ground: Ground) -> Iterator[Event]:
    """Yield the events at the other ends of the links of *event*, as a page numbers them."""
    for link in event.links:
        yield ground.timeline.get(link.target)
    for _, other in ground.timeline.links_to(event):
        yield other


def mark(seat: Seat, ground: Ground) -> Seat:
    """Mark the event in focus, or take its mark away, and go on to the next."""
    event = ground.focus(seat)
    if event is None:
        raise CannotAct("there is no event to mark")
    marks = seat.marks ^ {event.id}
    only = seat.only_marked and bool(marks)
    marked = replace(seat, marks=marks, only_marked=only)
    return marked if only or seat.pane == DETAIL else _stepped(marked, ground)


def only_marked(seat: Seat, ground: Ground) -> Seat:
    """Show only the marked; again: all that is found."""
    if not seat.marks:
        raise CannotAct("nothing is marked yet: Space marks an event")
    chosen = replace(seat, only_marked=not seat.only_marked)
    if fault := ground.fault(chosen, seats.text(chosen)):
        raise CannotAct(fault.message)
    return chosen


def _stepped(seat: Seat, ground: Ground) -> Seat:
    row = min(ground.row(seat) + 1, len(ground.shown(seat)) - 1)
    return _at(seat, ground, row)


def _year(seat: Seat, ground: Ground, row: int) -> int | None:
    """Return the year under which a *row* stands."""
    shown = ground.shown(seat)
    date = shown.reports[row].date if shown.reports else shown.matches[row].event.date
    return year_of(date) if date else None


def _to(seat: Seat, ground: Ground, row: int) -> Seat:
    """Return *seat* with the focus on that *row*, or on the last one in its direction."""
    rows = len(ground.shown(seat))
    if not rows:
        raise CannotAct("there is no event to go to")
    at = min(max(row, 0), rows - 1)
    if at == ground.row(seat) and not seat.walked:
        edge = "first" if row < 1 else "last"
        raise CannotAct(f"this is the {edge} event")
    return _at(seat, ground, at)


def _at(seat: Seat, ground: Ground, row: int) -> Seat:
    event = ground.shown(seat).matches[row].event
    return replace(seat, focus=event.id, walked=())
