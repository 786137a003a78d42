"""What people call actors, arcs, places … → the values that events carry.

Accents and case make no difference. A name stands for what is called so in full,
or else has a word that begins so, or else contains it; after `=` only the full
name counts, `name*` asks for all that begin so and `*name` for all that contain it.
A name that no event could ever match is refused with the nearest ones, never
answered with an empty list in silence (docs/architecture.md#a-name-that-nobody-has).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from timeline.errors import UsageError
from timeline.likeness import alike, without_negation
from timeline.model.timeline import Timeline
from timeline.query.called import (
    Test,
    UnknownName,
    called,
    is_same,
    names_of_actors,
    names_of_arcs,
    names_of_places,
    names_of_sources,
    plain,
)
from timeline.query.matches import How, bare, sought
from timeline.query.terms import typed_value
from timeline.text import enumerated, quoted, word_at

# From a name to what it was understood as, and the values that events carry.
Resolve: TypeAlias = Callable[[str, Timeline], tuple[str, frozenset[str]]]


class UnusedName(UsageError):
    """The timeline registers something by this name, but no event has it."""

    def __init__(self, field: str, name: str, *, by_members: bool = False) -> None:
        """Refuse *name*; the hint asks for its members, or where those that events have are."""
        said = quoted(bare(name))
        hint = f"`timeline {field}s` lists those that events have"
        if by_members:
            hint = f"write {field}:{typed_value(bare(name))} for {_INNER[field]}"
        super().__init__(f"{said} is registered, but no event {_HAVING[field]} it", hint)


class SilentName(UsageError):
    """The timeline registers somebody by this name, who says nothing in it."""

    def __init__(self, name: str, speaking: Iterable[str]) -> None:
        """Refuse *name*; the hint names some of those who say something."""
        said = list(speaking)
        more = ", …" if len(said) > _MOST_NAMED else ""
        hint = f"these say something: {', '.join(said[:_MOST_NAMED])}{more}" if said else ""
        super().__init__(f"{quoted(bare(name))} is registered, but no event is said by it", hint)


_MOST_NAMED = 8  # of those who say something
_LEAST = 0.8  # how much what is denied must be like a word to choose

_HAVING: Mapping[str, str] = {
    "actor": "names",
    "arc": "belongs to",
    "source": "cites",
    "place": "lies in",
}
_INNER: Mapping[str, str] = {"actor": "those who belong to it", "place": "what lies in it"}


def actors(name: str, timeline: Timeline) -> tuple[str, frozenset[str]]:
    """Return the actors called *name* and everyone who is `of` them; `=name` alone."""
    found = _called(name, names_of_actors(timeline))
    if not found:
        every = (each for actor in timeline.actors.values() for each in (actor.name, *actor.names))
        raise UnknownName("actor", bare(name), every)
    said = enumerated([timeline.actor_name(id_) for id_ in found], "or")
    if name.startswith("="):
        return f"{said} alone", frozenset(found)
    members = frozenset(member for id_ in found for member in timeline.members(id_))
    if len(members) > len(found):
        said = f"{said} and its members"
    return said, members


def places(name: str, timeline: Timeline) -> tuple[str, frozenset[str]]:
    """Return the places called *name* and all that lie in them, by name; `=name` alone.

    What events say and no registry knows is a place too.
    """
    known = names_of_places(timeline)
    found = _called(name, known)
    if not found:
        raise UnknownName("place", bare(name), (each for names in known.values() for each in names))
    if not timeline.places:
        return bare(name), frozenset(found)
    said = enumerated(found, "or")
    if name.startswith("="):
        return f"{said} alone", frozenset(found)
    inner = frozenset(place for each in found for place in timeline.geography.inner(each))
    if len(inner) > len(found):
        said = f"{said} and what lies there"
    return said, inner


def arcs(name: str, timeline: Timeline) -> tuple[str, frozenset[str]]:
    """Return the arcs whose id or title is called *name*."""
    found = _called(name, names_of_arcs(timeline))
    if not found:
        raise UnknownName("arc", bare(name), timeline.arcs)
    return enumerated([timeline.arcs[id_].title for id_ in found], "or"), frozenset(found)


def sources(name: str, timeline: Timeline) -> tuple[str, frozenset[str]]:
    """Return the sources whose id or publisher is called *name*."""
    found = _called(name, names_of_sources(timeline))
    if not found:
        publishers = (source.publisher for source in timeline.sources.values())
        raise UnknownName("source", bare(name), [*publishers, *timeline.sources])
    return name.removeprefix("="), frozenset(found)


def relayed(name: str, known: Iterable[str], timeline: Timeline) -> frozenset[str]:
    """Return those of the *known* origins, ids and names that were not read, called *name*."""
    names = {each: (each, _publisher(each, timeline)) for each in known}
    found = _called(name, names)
    if not found:
        every = (each for pair in names.values() for each in reversed(pair) if each)
        raise UnknownName("origin", bare(name), every)
    return frozenset(found)


def _publisher(source: str, timeline: Timeline) -> str:
    return timeline.sources[source].publisher if source in timeline.sources else ""


def ids(name: str, timeline: Timeline) -> frozenset[str]:
    """Return the ids called *name*, or with it in them: its words stand in what events go by."""
    likely = timeline.named(*sought(plain(name)).text.split())
    found = _called(name, {event.id: (event.id,) for event in likely})
    if not found:
        raise UnknownName("id", bare(name), timeline.values("id"))
    return frozenset(found)


def values(field: str, name: str, known: Iterable[str]) -> frozenset[str]:
    """Return the *known* values called *name*: in full, where no sign says otherwise."""
    names = list(known)
    sought(plain(name))
    is_signed = name.startswith("=") or "*" in name
    found = _called(name if is_signed else f"={name}", {each: (each,) for each in names})
    if not found:
        raise UnknownName(field, bare(name), names)
    return frozenset(found)


def choices(field: str, name: str, known: Iterable[str]) -> frozenset[str]:
    """Return the one of a few *known* words that is *name*.

    What says that it is not one of them (`unconfirmed`) is refused with that question.
    """
    choices = tuple(known)
    opposite = _nearest_choice(without_negation(bare(name)), choices)
    if opposite and plain(bare(name)) not in choices:
        message = f"no {field} is called {quoted(bare(name))}"
        raise UsageError(message, f"for all others write not {field}:{opposite}")
    return values(field, name, choices)


def _nearest_choice(name: str, choices: Iterable[str]) -> str:
    """Return the one of *choices* that *name* may be, even mistyped; "" for none."""
    return next(iter(alike(plain(name), choices, 1, _LEAST)), "")


def _called(name: str, known: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the ids that are called *name*; *known* is id → names."""
    in_full = called(plain(name[1:]), known, [is_same]) if name.startswith("=") else []
    if in_full:
        return in_full
    wanted = sought(plain(name))
    ways = [wanted.how] if wanted.how else How
    return called(wanted.text, known, [_TESTS[how] for how in ways])


_TESTS: Mapping[How, Test] = {
    How.whole: is_same,
    How.start: lambda name, wanted: word_at(name, wanted) >= 0,
    How.anywhere: lambda name, wanted: wanted in name,
}
