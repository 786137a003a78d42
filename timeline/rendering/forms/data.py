"""Events, counts and sources → plain values for JSON. The shape is format 1 (docs/json.md).

What is shown is given whole. Each answer is an object with `format`, the
`timeline`'s title and the `query` as it was understood, and a list: `events`,
`counts` or `sources`; in JSON Lines, only what would be in the list, one object a
line. A date is raw EDTF, or an object with it, its words and its four bounds as
ISO days. What an event or a source does not say is null; a list may be empty.
Keys are only ever added within a format.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from timeline.edtf import When, day_number, iso
from timeline.model.answers import Match, Selection
from timeline.model.records import Citation, Event, Source
from timeline.model.timeline import Timeline
from timeline.rendering.forms.lines import SURE
from timeline.reports.counts import Count
from timeline.reports.periods import Spread
from timeline.reports.sources import Reference

FORMAT: Final = 1
Object: TypeAlias = Mapping[str, Any]


def answer_data(timeline: Timeline, query: str, **rest: object) -> Object:
    """Return a whole answer: the format, the timeline, what was asked, and the *rest*."""
    return {"format": FORMAT, "timeline": timeline.title, "query": query, **rest}


def selection_data(
    selection: Selection, timeline: Timeline, query: str, found: int | None = None
) -> Object:
    """Return the whole answer: what was asked, how many, and the events in order.

    *found* is how many there were before a limit.
    """
    return {
        **answer_data(timeline, query),
        "found": len(selection) if found is None else found,
        "certain": selection.certain,
        "possible": selection.possible,
        "events": list(event_rows(selection, timeline)),
    }


def timeline_data(timeline: Timeline, everything: Selection) -> Object:
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


def event_rows(selection: Selection, timeline: Timeline) -> Iterable[Object]:
    """Return the data of each event of *selection*, in order."""
    return (match_data(match, timeline) for match in selection)


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


def detail_data(event: Event, timeline: Timeline) -> Object:
    """Return everything about an event: also the links to it, what is next to it, its place."""
    before, after = timeline.neighbours(event)
    back = timeline.links_to(event)
    return {
        **event_data(event, timeline),
        "linked_from": [{"type": type_, "event": other.id} for type_, other in back],
        "before": before.id if before else None,
        "after": after.id if after else None,
        "file": event.place.file,
        "line": event.place.line,
    }


def when_data(when: When) -> Object:
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


def counts_data(
    counts: Iterable[Count], timeline: Timeline, query: str, spread: Spread | None = None
) -> Object:
    """Return the whole answer of a counting command, with the periods of *spread*."""
    return {
        **answer_data(timeline, query),
        **({"periods": _periods(spread)} if spread else {}),
        "counts": list(count_rows(counts, spread)),
    }


def count_rows(counts: Iterable[Count], spread: Spread | None = None) -> Iterable[Object]:
    """Return the data of each count; with *spread*, how many events begin in each period."""
    return (
        {
            "key": count.key,
            "name": count.name,
            "certain": count.certain,
            "possible": count.possible,
            "first": count.first.text,
            "last": count.last.text,
            **({"over_time": spread.over[count.key]} if spread else {}),
        }
        for count in counts
    )


def references_data(references: Iterable[Reference], timeline: Timeline, query: str) -> Object:
    """Return the whole answer of a command that lists sources."""
    return {
        **answer_data(timeline, query),
        "sources": list(reference_rows(references)),
    }


def reference_rows(references: Iterable[Reference]) -> Iterable[Object]:
    """Return the data of each source, and of how many events rest on it."""
    return (
        {
            **_source_data(each.source),
            "note": each.source.note or None,
            "certain": each.certain,
            "possible": each.possible,
            "alone": each.alone,
            "first": each.first.text if each.first else None,
            "last": each.last.text if each.last else None,
        }
        for each in references
    )


def _periods(spread: Spread) -> Object:
    first = day_number(spread.year, spread.month, 1)
    return {"first": iso(first), "months": spread.months, "number": spread.number}


def _citation_data(citation: Citation, timeline: Timeline) -> Object:
    source = timeline.sources[citation.source]
    return {
        **_source_data(source),
        "source_note": source.note or None,
        "credibility": citation.credibility or None,
        "note": citation.note or None,
    }


def _source_data(source: Source) -> Object:
    return {
        "id": source.id,
        "publisher": source.publisher or None,
        "title": source.title or None,
        "date": source.date.text if source.date else None,
        "url": source.url or None,
        "reliability": source.reliability or None,
    }


def _day(day: int | None) -> str | None:
    return None if day is None else iso(day)
