"""Events that have no date of their own: what says nothing but their order gives them one."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from timeline.edtf import EdtfError, Span, When, iso, parse
from timeline.inference.narrowed import day_texts
from timeline.inference.order import Order, whole
from timeline.model.nests import circles
from timeline.model.records import Event
from timeline.model.scales import PURE_ORDER
from timeline.model.timeline import Timeline
from timeline.text import listed, quoted


class Fault(NamedTuple):
    """Why order gives an event no date, and what to do."""

    message: str
    hint: str


def dates(timeline: Timeline) -> tuple[Mapping[str, When], Mapping[str, Fault]]:
    """Return id → the date of each undated event, and id → why another has none.

    A date has the days from the first to the last that the event may touch in any way in
    which all can be true. Events that only date each other have one fault, at the first.
    """
    order = whole(timeline, None, pure=True)
    events = [event for event in timeline if event.undated]
    spans = {event.id: order.left(event) for event in events}
    found = {id_: date for id_, span in spans.items() if span and (date := _date(span))}
    undone = [event for event in events if event.id not in found]
    torn = {each.id: _torn(each, order) for each in undone if spans[each.id] is None}
    return found, torn | dict(_without([each for each in undone if each.id not in torn]))


def _date(span: Span) -> When | None:
    """Return one of the days of *span* as a date; None if it has no bound, or no date says it."""
    if span == (None, None):
        return None
    text = iso(span[0] or 0) if span[0] == span[1] else list(day_texts(span))[-1]
    try:
        return parse(text)
    except EdtfError:
        return None


def _torn(event: Event, order: Order) -> Fault:
    """Return that the first day of *event* would be after its last, and whose dates say so."""
    days = order.days(event)
    least, most = order.at_least(days.start), order.at_most(days.start)
    if not (least and most and least.day > most.day):
        least, most = order.at_least(days.end), order.at_most(days.end)
    if not (least and most):
        return _nothing()
    since = f"not before {iso(least.day)} ({quoted(least.root.id)})"
    until = f"not after {iso(most.day)} ({quoted(most.root.id)})"
    message = f"order leaves no day for this event: {since}, and {until}"
    return Fault(message, "one of these dates or links is wrong")


def _without(events: list[Event]) -> Iterator[tuple[str, Fault]]:
    """Yield why *events* have no day at all: in a circle once, at its first."""
    ids = {event.id for event in events}
    above = {event.id: [id_ for id_ in _beside(event) if id_ in ids] for event in events}
    told: set[str] = set()
    for circle in circles(above):
        told.update(circle)
        yield circle[0], _circle(circle)
    for event in events:
        if event.id not in told:
            yield event.id, _nothing()


def _beside(event: Event) -> list[str]:
    return [link.target for link in event.links if link.type in PURE_ORDER]


def _circle(circle: list[str]) -> Fault:
    message = f"{listed(circle, 'and')} have no date but by each other"
    return Fault(message, "give one of them a date")


def _nothing() -> Fault:
    message = "order gives this event no day: nothing it is linked to has a sure date"
    return Fault(message, "add 'date: 2019-01-23', or a link to an event that has a date")
