"""Options and words → one query.

An option given twice means any of its values; different options, and every
word, mean all of them (design, section 5).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from timeline import phrases
from timeline.model import STATUSES, Event, Timeline
from timeline.querying import names
from timeline.querying.terms import AllOf, AnyOf, During, Has, Term, Words

# A field's way from what was typed, the timeline and today to a term.
Build: TypeAlias = Callable[[str, Timeline, int], Term]


def ask(
    asked: Mapping[str, Sequence[str]], words: Iterable[str], timeline: Timeline, today: int
) -> AllOf:
    """Return the query for *asked*, field → what was typed, and for the *words*.

    *today* is a day number. Raises `UnknownName` for a name nothing carries, and
    `PhraseError` for a date that cannot be understood.
    """
    terms = [_any_of(field, typed, timeline, today) for field, typed in asked.items() if typed]
    called = {id_: actor.name for id_, actor in timeline.actors.items()}
    return AllOf((*terms, *(Words(word, called) for word in words if word.strip())))


def _any_of(field: str, typed: Sequence[str], timeline: Timeline, today: int) -> Term:
    terms = tuple(FIELDS[field](each, timeline, today) for each in typed)
    return terms[0] if len(terms) == 1 else AnyOf(terms)


def _actor(typed: str, timeline: Timeline, _: int) -> Term:
    said, wanted = names.actors(typed, timeline)
    return Has("actor", said, wanted, _actors)


def _arc(typed: str, timeline: Timeline, _: int) -> Term:
    said, wanted = names.arcs(typed, timeline)
    return Has("arc", said, wanted, _arcs)


def _source(typed: str, timeline: Timeline, _: int) -> Term:
    said, wanted = names.sources(typed, timeline)
    return Has("source", said, wanted, _sources)


def _place(typed: str, timeline: Timeline, _: int) -> Term:
    known = (place for match in timeline.select() for place in match.event.places)
    wanted = names.values("place", typed, dict.fromkeys(known), part=True)
    return Has("place", typed, wanted, _places)


def _tag(typed: str, timeline: Timeline, _: int) -> Term:
    known = (tag for match in timeline.select() for tag in match.event.tags)
    return Has("tag", typed, names.values("tag", typed, dict.fromkeys(known), part=False), _tags)


def _status(typed: str, timeline: Timeline, _: int) -> Term:  # noqa: ARG001  fits `Build`
    return Has("status", typed, names.values("status", typed, STATUSES, part=False), _statuses)


def _year(typed: str, _: Timeline, today: int) -> Term:
    return During(phrases.span(typed, today))


def _since(typed: str, _: Timeline, today: int) -> Term:
    return During(phrases.since(typed, today))


def _until(typed: str, _: Timeline, today: int) -> Term:
    return During(phrases.until(typed, today))


FIELDS: dict[str, Build] = {
    "actor": _actor,
    "year": _year,
    "since": _since,
    "until": _until,
    "arc": _arc,
    "status": _status,
    "tag": _tag,
    "place": _place,
    "source": _source,
}


def _actors(event: Event) -> tuple[str, ...]:
    return event.actors


def _arcs(event: Event) -> tuple[str, ...]:
    return (event.arc,)


def _sources(event: Event) -> tuple[str, ...]:
    return tuple(citation.source for citation in event.sources)


def _places(event: Event) -> tuple[str, ...]:
    return event.places


def _tags(event: Event) -> tuple[str, ...]:
    return event.tags


def _statuses(event: Event) -> tuple[str, ...]:
    return (event.status,)
