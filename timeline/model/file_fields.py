"""Records → plain values in the shape of an event file.

Keys stand in their canonical order; what a record does not say has no key.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from timeline.edtf import iso
from timeline.model.records import Actor, Arc, Citation, Event, Source
from timeline.model.timeline import Timeline

Fields: TypeAlias = dict[str, Any]

Remarks: TypeAlias = Mapping[tuple[str, ...], Sequence[str]]
"""The comments of an event file, by what they stand above: see `loading.remarks`."""

EVENT_KEYS: Final = (
    *("id", "date", "title", "summary", "kind", "actors", "places"),
    *("arc", "tags", "status", "sources", "links", "note"),
)
CITATION_KEYS: Final = ("source", "credibility", "note")
ARC_KEYS: Final = ("title", "summary")
ACTOR_KEYS: Final = ("name", "kind", "aliases", "of", "note")
SOURCE_KEYS: Final = ("publisher", "title", "date", "url", "reliability", "note")
HEADER_KEYS: Final = ("title", "summary", "as_of")
SECTIONS: Final = ("timeline", "arcs", "actors", "sources", "events")


def event_fields(event: Event) -> Fields:
    """Return an event as it is written in a file: texts, lists of texts, and mappings."""
    found = {key: _plain(getattr(event, key)) for key in EVENT_KEYS}
    found["sources"] = [_citation(citation) for citation in event.sources]
    found["links"] = [{link.type: link.target} for link in event.links]
    return _said(found)


def arc_fields(arc: Arc) -> Fields:
    """Return the entry of an arc, without its id."""
    return _said({key: getattr(arc, key) for key in ARC_KEYS})


def actor_fields(actor: Actor) -> Fields:
    """Return the entry of an actor, without its id."""
    return _said({key: _plain(getattr(actor, key)) for key in ACTOR_KEYS})


def source_fields(source: Source) -> Fields:
    """Return the entry of a source, without its id."""
    return _said({key: _plain(getattr(source, key)) for key in SOURCE_KEYS})


def header_fields(timeline: Timeline) -> Fields:
    """Return what stands under `timeline:`."""
    as_of = "" if timeline.as_of is None else iso(timeline.as_of)
    return _said({"title": timeline.title, "summary": timeline.summary, "as_of": as_of})


def file_fields(timeline: Timeline, events: Iterable[Event]) -> Fields:
    """Return a whole event file of *events*, with the entries that they need.

    All events of the timeline come with all entries. A registry in which every name
    stands for itself is left out, as it may be in a file. A link to an event that is not
    among *events* is written all the same.
    """
    chosen = list(events)
    arcs = {event.arc for event in chosen}
    actors = _with_groups(timeline, (actor for event in chosen for actor in event.actors))
    sources = {citation.source for event in chosen for citation in event.sources}
    whole = len(chosen) == len(timeline)
    return _said(
        {
            "timeline": header_fields(timeline),
            "arcs": _entries(timeline.arcs, arcs, arc_fields, "title", whole=whole),
            "actors": _entries(timeline.actors, actors, actor_fields, "name", whole=whole),
            "sources": _entries(timeline.sources, sources, source_fields, "publisher", whole=whole),
            "events": [event_fields(event) for event in chosen],
        }
    )


def _with_groups(timeline: Timeline, actors: Iterable[str]) -> set[str]:
    """Return *actors* and everyone they are `of`, transitively."""
    found: set[str] = set()
    waiting = list(actors)
    while waiting:
        actor = waiting.pop()
        if actor not in found:
            found.add(actor)
            waiting += timeline.actors[actor].of if actor in timeline.actors else ()
    return found


def _entries(
    registry: Mapping[str, Any],
    ids: set[str],
    fields: Any,  # noqa: ANN401  a function of the registry's records
    name: str,
    *,
    whole: bool,
) -> Fields:
    """Return the entries called *ids*, or the *whole* registry; nothing where names say it all."""
    found = {id_: fields(record) for id_, record in registry.items() if whole or id_ in ids}
    implied = all(entry == {name: id_} and id_ in ids for id_, entry in found.items())
    return {} if implied else found


def _citation(citation: Citation) -> str | Fields:
    fields = _said({key: getattr(citation, key) for key in CITATION_KEYS})
    return citation.source if len(fields) == 1 else fields


def _plain(value: object) -> object:
    """Return a date as its text, and several values as a list."""
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str) or value is None else str(value)


def _said(fields: Fields) -> Fields:
    return {key: value for key, value in fields.items() if value}
