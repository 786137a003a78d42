"""Several timelines → one."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from timeline.model.naming import Ids
from timeline.model.records import Event, Link
from timeline.model.timeline import Timeline


def joined(timelines: Sequence[Timeline]) -> Timeline:
    """Return one timeline of all events; the first title, summary and `as_of` that stand.

    An id that a timeline before has given away gets a number, in its own links too;
    an entry of a registry that stands twice is that of the first.
    """
    if len(timelines) == 1:
        return timelines[0]
    ids = Ids()
    return Timeline(
        [event for each in timelines for event in _renamed(each, ids)],
        title=next((each.title for each in timelines if each.title), ""),
        summary=next((each.summary for each in timelines if each.summary), ""),
        as_of=next((each.as_of for each in timelines if each.as_of is not None), None),
        actors=_first(timelines, "actors"),
        arcs=_first(timelines, "arcs"),
        sources=_first(timelines, "sources"),
    )


def _renamed(timeline: Timeline, ids: Ids) -> list[Event]:
    events = [match.event for match in timeline.select()]
    new = {event.id: ids.free(event.id) for event in events}
    return [_with_ids(event, new) for event in events]


def _with_ids(event: Event, new: dict[str, str]) -> Event:
    links = tuple(Link(link.type, new.get(link.target, link.target)) for link in event.links)
    same = new[event.id] == event.id and links == event.links
    return event if same else replace(event, id=new[event.id], links=links)


def _first(timelines: Sequence[Timeline], registry: str) -> dict[str, Any]:
    return {
        id_: entry for each in reversed(timelines) for id_, entry in getattr(each, registry).items()
    }
