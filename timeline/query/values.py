"""The values that an event has in each field a query can ask about."""

from collections.abc import Callable, Container, Iterable
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Final, TypeAlias

from timeline.model.evidence import CITATION
from timeline.model.records import Event
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline

Values: TypeAlias = Callable[[Event, Timeline], tuple[str, ...]]


def every(of: Values, timeline: Timeline) -> Iterable[str]:
    """Return every value that a field has in *timeline*, each once; in order but for `texts`."""
    if key := _KEYS.get(of):
        return timeline.values(key)
    if of is texts:
        return _every_text(timeline)
    return dict.fromkeys(value for event in timeline for value in of(event, timeline) if value)


def any_of(wanted: Container[str], of: Values, timeline: Timeline) -> bool:
    """Return whether some event of *timeline* has one of the *wanted* values."""
    return any(value in wanted for value in every(of, timeline))


@cache
def of_key(name: str) -> Values:
    """Return the way to the values of the key *name* of an event, be it one or several."""
    value = attrgetter(name)

    def several(event: Event, _: Timeline) -> tuple[str, ...]:
        found: tuple[str, ...] = value(event)
        return found

    def one(event: Event, _: Timeline) -> tuple[str, ...]:
        return (value(event),)

    of: Values = several if EVENT[name].kind in ("texts", "ids") else one
    _KEYS[of] = name
    return of


_KEYS: Final[dict[Values, str]] = {}
"""The ways of which a timeline knows all values without going through its events."""


def texts(event: Event, timeline: Timeline) -> tuple[str, ...]:
    """Return everything in which words are sought."""
    names = (timeline.actor_name(actor) for actor in event.actors)
    return (event.title, event.summary, *names, *event.places, *event.tags)


def _every_text(timeline: Timeline) -> Iterable[str]:
    said = (timeline.values(key) for key in ("title", "summary", "places", "tags"))
    names = map(timeline.actor_name, timeline.values("actors"))
    return dict.fromkeys(chain(names, *said))


def notes(event: Event, _: Timeline) -> tuple[str, ...]:
    """Return what an editor remarks: the note of the event, and all texts of its citations."""
    cited = (getattr(each, name) for each in event.citations for name in _CITED)
    return (event.note, *cited)


_CITED = CITATION.of_kind("text")


def sources(event: Event, _: Timeline) -> tuple[str, ...]:
    """Return the ids of the sources, each once."""
    return tuple(dict.fromkeys(citation.source for citation in event.citations))


_KEYS[sources] = "sources"


def links(event: Event, _: Timeline) -> tuple[str, ...]:
    """Return the ids of the events that the links lead to."""
    return tuple(link.target for link in event.links)


def link_types(event: Event, _: Timeline) -> tuple[str, ...]:
    """Return the types of the links."""
    return tuple(link.type for link in event.links)


def undated(event: Event, _: Timeline) -> tuple[str, ...]:
    """Return one value for an event that has its date by order alone."""
    return ("yes",) if event.undated else ()


def reliabilities(event: Event, timeline: Timeline) -> tuple[str, ...]:
    """Return the reliability of each source; "" is none."""
    return tuple(timeline.sources[source].reliability for source in sources(event, timeline))


def credibilities(event: Event, _: Timeline) -> tuple[str, ...]:
    """Return the credibility of each citation; "" is none."""
    return tuple(citation.credibility for citation in event.citations)
