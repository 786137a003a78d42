"""Dates that follow from order: said to be so by tables of ours, told as a loss elsewhere."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from timeline.exchange.contract import Export
from timeline.exchange.event_lists import InMemory, Spooled
from timeline.exchange.losses import Losses
from timeline.inference import undated
from timeline.model.records import Event, Link
from timeline.model.scales import PURE_ORDER
from timeline.model.timeline import Timeline

UNTOLD: Final = "undated: that its date follows from order; it stands there as any other"
DEDUCED: Final = "that it answers the query by its order alone"
_STATED: Final = "a date that is said to follow from order, which leaves other days: it is stated"
_MOST_ROUNDS: Final = 2


def settled(events: InMemory | Spooled, losses: Losses) -> InMemory | Spooled:
    """Return *events*, undated only where their order gives them just the dates they have.

    Others have these for their own, and that is noted.
    """
    for _ in range(_MOST_ROUNDS):
        if not (wrong := _others(events)):
            return events
        events = _stated(events, wrong, losses)
    return _stated(events, {event.id for event in events if event.undated}, losses)


def note_order(export: Export, losses: Losses) -> None:
    """Note what is so by order alone, and what a format has as if a file had said it."""
    for match in export.selection:
        if match.deduced:
            losses.drop(DEDUCED, match.event.id)
        if match.event.undated:
            losses.drop(UNTOLD, match.event.id, match.event.date.describe())


def _others(events: Sequence[Event]) -> set[str]:
    """Return the ids of the undated events to which order gives other dates, or none."""
    undated_ = [event for event in events if event.undated]
    if not undated_:
        return set()
    bare = {event.id for event in undated_ if not any(map(_is_pure, event.links))}
    dated = (replace(event, undated=False) if event.id in bare else event for event in events)
    dates, _ = undated.dates(Timeline(dated))
    return bare | {each.id for each in undated_ if dates.get(each.id) != each.date}


def _is_pure(link: Link) -> bool:
    return link.type in PURE_ORDER


def _stated(events: Iterable[Event], ids: set[str], losses: Losses) -> InMemory:
    stated = InMemory()
    for event in events:
        if event.id in ids:
            losses.guess(_STATED, event.place, event.date.text)
            stated.append(replace(event, undated=False))
        else:
            stated.append(event)
    return stated
