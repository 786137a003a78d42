"""Events, counts and sources → plain values for JSON. The shape is format 1 (docs/json.md).

What is shown is given whole. Each answer is an object with `format`, the
`timeline`'s title and the `query` as it was understood, and a list: `events`,
`counts` or `sources`; in JSON Lines, only what would be in the list, one object a
line. A date is raw EDTF, or an object with it, its words and its four bounds as
ISO days. What an event or a source does not say is null; a list may be empty.
Keys are only ever added within a format.
"""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from timeline.edtf import When, iso
from timeline.model.answers import Match
from timeline.model.records import Citation, Event, Source
from timeline.model.timeline import Timeline

FORMAT: Final = 1
Object: TypeAlias = Mapping[str, Any]

SURE: Final[Mapping[bool, str]] = {True: "certain", False: "possible"}


def answer_data(timeline: Timeline, query: str, **rest: object) -> Object:
    """Return a whole answer: the format, the timeline, what was asked, and the *rest*."""
    return {"format": FORMAT, "timeline": timeline.title, "query": query, **rest}


def match_data(match: Match, timeline: Timeline) -> Object:
    """Return an event with its verdict."""
    return {"verdict": SURE[match.certain], **event_data(match.event, timeline)}


def event_data(event: Event, timeline: Timeline) -> Object:
    """Return an event with names and sources resolved."""
    return {
        "id": event.id,
        "date": when_data(event.date),
        "title": event.title,
        "summary": event.summary,
        "kind": event.kind or None,
        "actors": [{"id": id_, "name": timeline.actor_name(id_)} for id_ in event.actors],
        "places": event.places,
        "arc": event.arc or None,
        "arc_title": timeline.arcs[event.arc].title if event.arc else None,
        "tags": event.tags,
        "status": event.status or None,
        "sources": [_citation_data(citation, timeline) for citation in event.sources],
        "links": [{"type": link.type, "event": link.target} for link in event.links],
        "note": event.note or None,
    }


def when_data(when: When) -> Object:
    """Return a date: as written, in words, and its four bounds as ISO days or null."""
    return {
        "edtf": when.text,
        "text": when.describe(),
        "earliest_start": iso_day(when.earliest_start),
        "latest_start": iso_day(when.latest_start),
        "earliest_end": iso_day(when.earliest_end),
        "latest_end": iso_day(when.latest_end),
        "start": when.start_kind,
        "end": when.end_kind,
        "uncertain": when.uncertain,
        "approximate": when.approximate,
    }


def _citation_data(citation: Citation, timeline: Timeline) -> Object:
    source = timeline.sources[citation.source]
    return {
        **source_data(source),
        "source_note": source.note or None,
        "credibility": citation.credibility or None,
        "note": citation.note or None,
    }


def source_data(source: Source) -> Object:
    """Return a source; what it does not say is null."""
    return {
        "id": source.id,
        "publisher": source.publisher or None,
        "title": source.title or None,
        "date": source.date.text if source.date else None,
        "url": source.url or None,
        "reliability": source.reliability or None,
    }


def iso_day(day: int | None) -> str | None:
    """Return a day number as ISO 8601; null where there is no limit."""
    return None if day is None else iso(day)
