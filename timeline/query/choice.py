"""What a curator calls an actor, an arc, a source, an event → its one id.

A query may mean several and takes any part of a name; what goes into a file must be
one, called so in full or by whole words of its name: "Putin" is Vladimir Putin. A
registry that is not in the file is one in which names stand for themselves.
"""

from collections.abc import Iterable, Mapping, Sequence

from timeline.errors import UsageError
from timeline.likeness import nearest, without_negation
from timeline.model.records import Actor, Arc, Source
from timeline.model.timeline import Timeline
from timeline.query.called import (
    UnknownName,
    called,
    is_same,
    names_of_actors,
    names_of_arcs,
    names_of_places,
    plain,
)
from timeline.text import listed, quoted

_MOST_LISTED = 6


def actor(name: str, timeline: Timeline) -> str:
    """Return the id of the actor called *name*; raises `UsageError` for none or several."""
    return _one("actor", name, names_of_actors(timeline), free=implied(timeline, "actors"))


def arc(name: str, timeline: Timeline) -> str:
    """Return the id of the arc called *name*; raises `UsageError` for none or several."""
    return _one("arc", name, names_of_arcs(timeline), free=implied(timeline, "arcs"))


def source(name: str, timeline: Timeline) -> str:
    """Return the id of the source of that id, publisher, title or address.

    Raises `UsageError` for none or several.
    """
    known = {
        id_: (id_, each.publisher, each.title, each.url) for id_, each in timeline.sources.items()
    }
    return _one("source", name, known, free=implied(timeline, "sources"))


def place(name: str, timeline: Timeline) -> str:
    """Return the name of the place called *name*, by id, name or alias, whatever its case.

    What no place is called, or several are, is a name as it stands.
    """
    known = names_of_places(timeline)
    found = [name] if name in known else called(plain(name), known, (is_same,))
    return found[0] if len(found) == 1 else name


def location(name: str, timeline: Timeline) -> str:
    """Return the id of the registered place called *name*; raises `UsageError` otherwise."""
    known = {id_: each.names for id_, each in timeline.places.items()}
    return _one("place", name, known, free=False)


def word(field: str, name: str, known: Iterable[str]) -> str:
    """Return the one of the *known* words that is *name*, whatever its case.

    Raises `UsageError` with the nearest ones; to what says that it is none of them, none is near.
    """
    if name not in known and without_negation(name):
        raise UsageError(f"no {field} is called {quoted(name)}", f"write {listed(known)}")
    return _one(field, name, {each: (each,) for each in known}, free=False)


def implied(timeline: Timeline, registry: str) -> bool:
    """Whether the file has no such *registry*, or an empty one: names are just used then."""
    return all(
        record == _implied(registry, id_) for id_, record in getattr(timeline, registry).items()
    )


def _implied(registry: str, id_: str) -> Actor | Arc | Source:
    """Return what loading makes of a name in a file without the *registry*."""
    if registry == "actors":
        return Actor(id_, id_)
    if registry == "arcs":
        return Arc(id_, id_)
    return Source(id_, publisher=id_)


def _one(noun: str, name: str, known: Mapping[str, Iterable[str]], *, free: bool) -> str:
    wanted = plain(name)
    if name in known:
        return name
    found = called(wanted, known, (is_same, _has_words)) if wanted else []
    if len(found) == 1:
        return found[0]
    if found:
        raise _several(noun, name, found)
    if free and wanted:
        return name
    every = [each for those in known.values() for each in those if each]
    if nearest(name, every):
        raise UnknownName(noun, name, every)
    raise UnknownName(noun, name, known)


def _has_words(name: str, wanted: str) -> bool:
    """Return whether what is *wanted* is whole words of a *name*."""
    return f" {wanted} " in f" {name} "


def _several(noun: str, name: str, found: Sequence[str]) -> UsageError:
    """Return the refusal of a *name* that all those *found* are called."""
    hint = f"write {listed(found[:_MOST_LISTED])}"
    if len(found) > _MOST_LISTED:
        hint += f" and {len(found) - _MOST_LISTED} more"
    return UsageError(f"{len(found)} {noun}s are called {quoted(name)}", hint)
