"""Events that have no date of their own: what says nothing but their order gives them one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.edtf import Span, When, calendar_date, iso, parse
from timeline.edtf.parser import is_edtf
from timeline.inference.chains import Conflict
from timeline.inference.conflicts import conflicts
from timeline.inference.contradictions import contradiction
from timeline.inference.order import Order, whole
from timeline.model.findings import Spot, Step
from timeline.model.nests import circles, reached
from timeline.model.records import Event
from timeline.model.scales import PURE_ORDER
from timeline.model.timeline import Timeline
from timeline.phrases.vocabulary import year_text
from timeline.text import enumerated, listed, quoted

_MOST_NAMED = 3


class Fault(NamedTuple):
    """Why order gives events no date, where that stands, and what to do.

    *steps* are what is wrong only together.
    """

    spot: Spot
    message: str
    hint: str
    steps: tuple[Step, ...] = ()


def dates(timeline: Timeline) -> tuple[Mapping[str, When], Sequence[Fault]]:
    """Return id → the date of each undated event, and why others have none.

    A date has the days from the first to the last that the event may touch in any way in
    which all can be true. What contradicts itself is one fault, however many events hang
    on it; events that only date each other have one, at the first.
    """
    order = whole(timeline, None, pure=True)
    events = [event for event in timeline if event.undated]
    spans = {event.id: order.left(event) for event in events}
    found = {id_: date for id_, span in spans.items() if span and (date := _date(span))}
    undone = [event for event in events if event.id not in found]
    torn = [each for each in undone if spans[each.id] is None]
    free = [each for each in undone if spans[each.id] is not None]
    faults = [*_torn(torn, order, timeline), *_without(free)] if undone else []
    return found, faults


def _date(span: Span) -> When | None:
    """Return one of the days of *span* as a date; None if it has no bound.

    EDTF has no days in years of more than four digits: there it is one of the year.
    """
    if span == (None, None):
        return None
    first, last = span
    if first == last and first is not None:
        return parse(_said(first))
    return parse(f"[{_said(first)}..{_said(last)}]")


def _said(day: int | None) -> str:
    """Return the day, or its year if no date says it; nothing for none."""
    if day is None:
        return ""
    text = iso(day)
    return text if is_edtf(text) else year_text(calendar_date(day)[0])


def _torn(events: Sequence[Event], order: Order, timeline: Timeline) -> Iterator[Fault]:
    """Yield each contradiction that leaves some of *events* no day, and which these are."""
    if not events:
        return
    beside = _beside(timeline)
    told: set[str] = set()
    for conflict in conflicts(order):
        held = set(reached(_parts(conflict), beside))
        here = [event.id for event in events if event.id in held]
        if conflict.first and here:
            told.update(here)
            yield _leaves_no_day(conflict, here)
    yield from (_nothing(event) for event in events if event.id not in told)


def _spot(event: Event) -> Spot:
    """Return its first link of order."""
    return Spot("events", event.id, "links", _targets(event)[0])


def _beside(timeline: Timeline) -> Mapping[str, list[str]]:
    """Return id → the ids of the events that links of order hold together with it."""
    found: dict[str, list[str]] = {event.id: [] for event in timeline}
    for event in timeline:
        for target in _targets(event):
            found[event.id].append(target)
            found[target].append(event.id)
    return found


def _parts(conflict: Conflict) -> Iterator[str]:
    """Yield the ids of the events that have a part in a conflict."""
    for step in conflict.steps:
        yield step.event.id
        yield step.other.id


def _leaves_no_day(conflict: Conflict, ids: Sequence[str]) -> Fault:
    told = contradiction(conflict)
    named = [quoted(id_) for id_ in ids[:_MOST_NAMED]]
    if len(ids) > _MOST_NAMED:
        named.append(f"{len(ids) - _MOST_NAMED} more")
    message = f"order leaves no day for {enumerated(named)}: {told.message}"
    return Fault(told.spot, message, told.hint, told.steps)


def _without(events: Sequence[Event]) -> Iterator[Fault]:
    """Yield why *events* have no day at all: in a circle once, at its first."""
    known = {event.id: event for event in events}
    above = {event.id: [id_ for id_ in _targets(event) if id_ in known] for event in events}
    told: set[str] = set()
    for circle in circles(above):
        told.update(circle)
        message = f"{listed(circle, 'and')} have no date but by each other"
        yield Fault(_spot(known[circle[0]]), message, "give one of them a date")
    yield from (_nothing(event) for event in events if event.id not in told)


def _targets(event: Event) -> list[str]:
    return [link.target for link in event.links if link.type in PURE_ORDER]


def _nothing(event: Event) -> Fault:
    message = "order gives this event no day: nothing it is linked to has a sure date"
    hint = "add 'date: 2019-01-23', or a link to an event that has a date"
    return Fault(_spot(event), message, hint)
