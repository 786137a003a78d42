"""Documents without problems → one timeline."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from timeline.loading.documents import Document, drafts, entries
from timeline.model import Actor, Arc, Event, Source, Timeline


def union(documents: Sequence[Document], today: int | None) -> Timeline:
    """Return the timeline of all *documents*; title and `as_of` are the first that stand.

    An open end is still going on at `as_of`, or *today* in a file without it.
    """
    as_of = next((each.as_of for each in documents if each.as_of is not None), None)
    events = list(_events(documents, as_of if as_of is not None else today))
    return Timeline(
        events,
        title=next((each.title for each in documents if each.title), ""),
        summary=next((each.summary for each in documents if each.summary), ""),
        as_of=as_of,
        actors=_registry(documents, "actors") or _implied_actors(events),
        arcs=_registry(documents, "arcs") or _implied_arcs(events),
        sources=_registry(documents, "sources") or _implied_sources(events),
    )


def _events(documents: Sequence[Document], day: int | None) -> Iterator[Event]:
    """Return the events, with their settled ids, and open ends set to *day*."""
    for _, draft in drafts(documents):
        if event := draft.event:
            date = event.date if day is None else event.date.as_of(day)
            same = draft.id == event.id and date is event.date
            yield event if same else replace(event, id=draft.id, date=date)


def _registry(documents: Sequence[Document], name: str) -> dict[str, Any]:
    return {entry.record.id: entry.record for _, entry in entries(documents, name)}


def _implied_actors(events: Iterable[Event]) -> dict[str, Actor]:
    return {name: Actor(name, name) for event in events for name in event.actors}


def _implied_arcs(events: Iterable[Event]) -> dict[str, Arc]:
    return {event.arc: Arc(event.arc, event.arc) for event in events if event.arc}


def _implied_sources(events: Iterable[Event]) -> dict[str, Source]:
    cited = (citation.source for event in events for citation in event.sources)
    return {name: Source(name, publisher=name) for name in cited}
