"""What a curator calls an actor, an arc, a source, an event → its one id.

A query may mean several and takes any part of a name; what goes into a file must be
one, called so in full or by whole words of its name: "Putin" is Vladimir Putin. A
registry that is not in the file is one in which names stand for themselves.
"""

from collections.abc import Iterable, Mapping, Sequence

from timeline.errors import UsageError
from timeline.model.records import Actor, Arc, Source
from timeline.model.timeline import Timeline
from timeline.query.names import UnknownName, plain
from timeline.text import listed, nearest, quoted

_MOST_LISTED = 6


def actor(name: str, timeline: Timeline) -> str:
    """Return the id of the actor called *name*; raises `UsageError` for none or several."""
    known = {id_: each.names for id_, each in timeline.actors.items()}
    return _one("actor", name, known, free=implied(timeline, "actors"))


def arc(name: str, timeline: Timeline) -> str:
    """Return the id of the arc called *name*; raises `UsageError` for none or several."""
    known = {id_: (id_, each.title) for id_, each in timeline.arcs.items()}
    return _one("arc", name, known, free=implied(timeline, "arcs"))


def source(name: str, timeline: Timeline) -> str:
    """Return the id of the source of that id, publisher, title or address.

    Raises `UsageError` for none or several.
    """
    known = {
        id_: (id_, each.publisher, each.title, each.url) for id_, each in timeline.sources.items()
    }
    return _one("source", name, known, free=implied(timeline, "sources"))


def word(field: str, name: str, known: Iterable[str]) -> str:
    """Return the one of the *known* words that is *name*, whatever its case.

    Raises `UsageError` with the nearest ones.
    """
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
    return Arc(id_, id_) if registry == "arcs" else Source(id_, publisher=id_)


def _one(noun: str, name: str, known: Mapping[str, Sequence[str]], *, free: bool) -> str:
    wanted = plain(name)
    if name in known:
        return name
    found = _called(wanted, known) if wanted else []
    if len(found) == 1:
        return found[0]
    if found:
        more = f" and {len(found) - _MOST_LISTED} more" if len(found) > _MOST_LISTED else ""
        hint = f"write {listed(found[:_MOST_LISTED])}{more}"
        raise UsageError(f"{len(found)} {noun}s are called {quoted(name)}", hint)
    if free and wanted:
        return name
    every = [each for those in known.values() for each in those if each]
    raise UnknownName(noun, name, every if nearest(name, every) else known)


def _called(wanted: str, known: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the ids of which *wanted* is a name; if there are none, is whole words of one."""
    names = {id_: [plain(each) for each in those if each] for id_, those in known.items()}
    return [id_ for id_, those in names.items() if wanted in those] or [
        id_ for id_, those in names.items() if any(f" {wanted} " in f" {each} " for each in those)
    ]
