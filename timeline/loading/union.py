"""Documents without problems → one timeline."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from timeline.loading.documents import Document, drafts, registry
from timeline.model.records import Actor, Arc, Event, Ids, Source
from timeline.model.timeline import Timeline, closing_day


def union(documents: Sequence[Document], today: int | None) -> Timeline:
    """Return the timeline of all *documents*: the first title, the earliest `as_of`.

    An open end is still going on at the `as_of` of its own file, or *today* where that
    does not say.
    """
    events = list(_events(documents, today))
    return Timeline(
        events,
        title=next((each.title for each in documents if each.title), ""),
        summary=next((each.summary for each in documents if each.summary), ""),
        as_of=closing_day(each.as_of for each in documents),
        actors=registry(documents, "actors") or _implied_actors(events),
        arcs=registry(documents, "arcs") or _implied_arcs(events),
        sources=registry(documents, "sources") or _implied_sources(events),
    )


def _events(documents: Sequence[Document], today: int | None) -> Iterator[Event]:
    """Return the events, with their settled ids, and open ends set to the day of their file."""
    for document, draft in drafts(documents):
        day = today if document.as_of is None else document.as_of
        if event := draft.event:
            date = event.date if day is None else event.date.as_of(day)
            same = draft.id == event.id and date is event.date
            yield event if same else replace(event, id=draft.id, date=date)


def _implied_actors(events: Iterable[Event]) -> dict[str, Actor]:
    return {name: Actor(name, name) for event in events for name in event.actors}


def _implied_arcs(events: Iterable[Event]) -> dict[str, Arc]:
    return {event.arc: Arc(event.arc, event.arc) for event in events if event.arc}


def _implied_sources(events: Iterable[Event]) -> dict[str, Source]:
    cited = (citation.source for event in events for citation in event.sources)
    return {name: Source(name, publisher=name) for name in cited}


def settle(documents: Sequence[Document]) -> None:
    """Give every event that was written without an id one that no other event has."""
    all_drafts = [draft for _, draft in drafts(documents)]
    ids = Ids(draft.id for draft in all_drafts if "id" in draft.fields)
    for draft in all_drafts:
        if "id" not in draft.fields:
            draft.id = ids.free(draft.id)
