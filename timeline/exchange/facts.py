"""What is known of an event beside its text, in words, for formats that have nothing else."""

from collections.abc import Container, Iterator
from typing import Final

import msgspec

from timeline.exchange.markup import web_address
from timeline.model.keys import Key
from timeline.model.records import Citation, Event, Source
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.model.words import credibility_words, values_of
from timeline.text import together
from timeline.views.parts.citations import Part, archived, called, further, grade
from timeline.views.parts.look import Look

MAYBE: Final = f"{Look().maybe} "
"""What stands before the title of an event that only possibly answers the query."""

_TEXTS: Final = ("id", "date", "title", "summary", "sources")
_FIRST: Final = "status"
IN_WORDS: Final = (_FIRST, *(key for key in EVENT.names if key not in (_FIRST, *_TEXTS)))
"""The keys of an event that are told in words."""

LABELS: Final = {key: EVENT[key].words.capitalize() for key in IN_WORDS} | {"arc": "Part of"}
_BETWEEN: Final = {"by": ", ", "actors": ", ", "tags": ", "}


class Cited(msgspec.Struct, frozen=True):
    """A source of an event: what is said of it in a line, and its address, if it has one."""

    words: str
    url: str


def facts(event: Event, timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Yield (key of the event, what it says in words), for all but text, date and sources."""
    for name in IN_WORDS:
        if values := _values(EVENT[name], event, timeline):
            yield name, _BETWEEN.get(name, "; ").join(values)


def _values(key: Key, event: Event, timeline: Timeline) -> tuple[str, ...]:
    if key.kind == "links":
        return tuple(f"{parted(link.type)} {link.target}" for link in event.links)
    return values_of(key, event, timeline)


def lines(event: Event, timeline: Timeline, keys: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield those of the facts that have one of *keys*, each as a line: "Kind: statement"."""
    for key, said in facts(event, timeline):
        if key in keys:
            yield key, f"{LABELS[key]}: {said}"


def arc_title(event: Event, timeline: Timeline) -> str:
    """Return what the arc of an event is called; "" for none."""
    arc = timeline.arcs.get(event.arc)
    return arc.title if arc else event.arc


def parted(type_: str) -> str:
    """Return the words of a link, "responds to"."""
    return type_.replace("-", " ")


def cited(event: Event, timeline: Timeline) -> Iterator[Cited]:
    """Yield the sources of an event in their order; only addresses of the web are links."""
    for citation in event.sources:
        source = timeline.sources.get(citation.source) or Source(citation.source)
        yield Cited(_words(source, citation, timeline), web_address(source.url) or "")


def _words(source: Source, citation: Citation, timeline: Timeline) -> str:
    said = ", ".join(_part(part) for part in called(source))
    grades = (grade(source), credibility_words(citation.credibility))
    more = (*further(source, timeline), archived(source), *further(citation, timeline))
    remarks = together("; ", *grades, *more, source.note, citation.note)
    return f"{said} ({remarks})" if remarks else said


def _part(part: Part) -> str:
    return f"“{part.text}”" if part.key == "title" else part.text
