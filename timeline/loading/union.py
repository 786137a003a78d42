"""Documents without problems → one timeline."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from timeline.loading.documents import Document, drafts, registry
from timeline.loading.events import Draft
from timeline.model.file_fields import named
from timeline.model.joined import closing_day
from timeline.model.nests import Geography
from timeline.model.records import Event, Ids
from timeline.model.registries import ENTRIES, Late
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline


def union(documents: Sequence[Document], today: int | None) -> Timeline:
    """Return the timeline of all *documents*: the first title, the earliest `as_of`.

    An open end is still going on at the `as_of` of its own file, or *today* where that
    does not say.
    """
    registries = {name: registry(documents, name) for name in REGISTRIES}
    found = (followed(document, draft, today) for document, draft in drafts(documents))
    events = [event for event in found if event]
    if registries["places"]:
        geography = Geography(registries["places"])
        events = [_placed(event, geography) for event in events]
    entries = {name: found or _implied(name, events) for name, found in registries.items()}
    return Timeline(
        events,
        title=next((each.title for each in documents if each.title), ""),
        summary=next((each.summary for each in documents if each.summary), ""),
        as_of=closing_day(each.as_of for each in documents),
        **entries,
    )


def followed(document: Document, draft: Draft, today: int | None) -> Event | None:
    """Return the event of a draft, with its settled id, and an open end at the day of its file."""
    event = draft.event
    if event is None:
        return None
    day = today if document.as_of is None else document.as_of
    date = event.date if day is None else event.date.as_of(day)
    same = draft.id == event.id and date is event.date
    return event if same else replace(event, id=draft.id, date=date)


def _placed(event: Event, geography: Geography) -> Event:
    """Return an event whose places are called by their names, however it says them."""
    names = tuple(dict.fromkeys(map(geography.name, event.places)))
    return event if names == event.places else replace(event, places=names)


def _implied(name: str, events: Iterable[Event]) -> Mapping[str, Any]:
    """Return a registry that no file has, which is made when it is asked for."""
    return MappingProxyType(Late(partial(_names, name, events)))


def _names(name: str, events: Iterable[Event]) -> dict[str, Any]:
    """Return the entries of a registry that no file has: each name stands for itself."""
    registry_ = REGISTRIES[name]
    ids = dict.fromkeys(id_ for id_ in named(events, name) if id_)
    made = ENTRIES[name]
    return {id_: made(id=id_, **{registry_.naming: id_}) for id_ in ids}


def settle(documents: Sequence[Document]) -> None:
    """Give every event that was written without an id one that no other event has."""
    all_drafts = [draft for _, draft in drafts(documents)]
    ids = Ids(draft.id for draft in all_drafts if "id" in draft.fields)
    for draft in all_drafts:
        if "id" not in draft.fields:
            draft.id = ids.free(draft.id)
