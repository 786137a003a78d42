"""Events and counts → plain values for JSON. The shape is format 1.

What is shown is given whole: dates as EDTF with their bounds as ISO days (null
where unbounded), names resolved, the verdict of every event.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from timeline.edtf import When, iso
from timeline.model import Citation, Count, Event, Match, Selection, Timeline

FORMAT: Final = 1
_SURE = {True: "certain", False: "possible"}


def selection_data(selection: Selection, timeline: Timeline, query: str) -> Mapping[str, Any]:
    """Return the whole answer: what was asked, how many, and the events in order."""
    return {
        "format": FORMAT,
        "timeline": timeline.title,
        "query": query,
        "certain": selection.certain,
        "possible": selection.possible,
        "events": list(event_rows(selection, timeline)),
    }


def timeline_data(timeline: Timeline, everything: Selection) -> Mapping[str, Any]:
    """Return what a timeline is: its header and how much it holds."""
    dates = [match.event.date.text for match in everything]
    return {
        "format": FORMAT,
        "timeline": timeline.title,
        "summary": timeline.summary or None,
        "as_of": _day(timeline.as_of),
        "events": len(timeline),
        "actors": len(timeline.actors),
        "sources": len(timeline.sources),
        "arcs": {arc.id: arc.title for arc in timeline.arcs.values()},
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
    }


def event_rows(selection: Selection, timeline: Timeline) -> Iterable[Mapping[str, Any]]:
    """Return the data of each event of *selection*, in order."""
    return (match_data(match, timeline) for match in selection)


def match_data(match: Match, timeline: Timeline) -> Mapping[str, Any]:
    """Return an event with its verdict."""
    return {"verdict": _SURE[match.certain], **event_data(match.event, timeline)}


def event_data(event: Event, timeline: Timeline) -> Mapping[str, Any]:
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
        "tags": event.tags,
        "status": event.status or None,
        "sources": [_citation_data(citation, timeline) for citation in event.sources],
        "links": [{"type": link.type, "event": link.target} for link in event.links],
        "note": event.note or None,
    }


def when_data(when: When) -> Mapping[str, Any]:
    """Return a date: as written, in words, and its four bounds as ISO days or null."""
    return {
        "edtf": when.text,
        "text": when.describe(),
        "earliest_start": _day(when.earliest_start),
        "latest_start": _day(when.latest_start),
        "earliest_end": _day(when.earliest_end),
        "latest_end": _day(when.latest_end),
        "start": when.start_kind,
        "end": when.end_kind,
        "uncertain": when.uncertain,
        "approximate": when.approximate,
    }


def count_rows(counts: Iterable[Count]) -> Iterable[Mapping[str, Any]]:
    """Return the data of each count."""
    return (
        {
            "key": count.key,
            "name": count.name,
            "certain": count.certain,
            "possible": count.possible,
            "first": count.first.text,
            "last": count.last.text,
        }
        for count in counts
    )


def _citation_data(citation: Citation, timeline: Timeline) -> Mapping[str, Any]:
    source = timeline.sources[citation.source]
    return {
        "id": source.id,
        "publisher": source.publisher or None,
        "title": source.title or None,
        "date": source.date.text if source.date else None,
        "url": source.url or None,
        "reliability": source.reliability or None,
        "credibility": citation.credibility or None,
        "note": citation.note or source.note or None,
    }


def _day(day: int | None) -> str | None:
    return None if day is None else iso(day)
