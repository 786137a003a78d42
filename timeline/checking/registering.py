"""Rules about what registries hold: entries nobody uses, names that lead to two of them."""

from collections.abc import Iterator, Mapping

from timeline.checking.rule import Case, Fault, entry
from timeline.model.records import Actor
from timeline.text import quoted


def unused_actor(case: Case) -> Iterator[Fault]:
    """Find actors who are in no event, nor anybody who belongs to them."""
    used = _with_groups(case.timeline.actors, {a for event in case.events for a in event.actors})
    for id_ in case.timeline.actors:
        if id_ not in used:
            message = "this actor is in no event"
            yield Fault(entry("actors", id_), message, "name it in an event, or remove it")


def _with_groups(actors: Mapping[str, Actor], acting: set[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(acting)
    while waiting:
        if (id_ := waiting.pop()) not in found:
            found.add(id_)
            waiting += actors[id_].of if id_ in actors else ()
    return found


def orphan_arc(case: Case) -> Iterator[Fault]:
    """Find arcs to which no event belongs."""
    used = {event.arc for event in case.events}
    for id_ in case.timeline.arcs:
        if id_ not in used:
            message = "no event belongs to this arc"
            yield Fault(entry("arcs", id_), message, f"write arc: {id_} in one, or remove it")


def alias_clash(case: Case) -> Iterator[Fault]:
    """Find names that lead to two actors."""
    owners: dict[str, str] = {}
    for actor in case.timeline.actors.values():
        for key, name in _named(actor):
            owner = owners.setdefault(name.casefold(), actor.id)
            if owner != actor.id:
                message = f"{quoted(name)} is a name of {quoted(owner)} too"
                hint = "let one of them have it, or make one actor of both"
                yield Fault(entry("actors", actor.id, key, name), message, hint)


def _named(actor: Actor) -> list[tuple[str, str]]:
    """Return what an actor is called, each name once, with the key that says it."""
    keys = {actor.id.casefold(): ("", actor.id)}
    for key, name in [("name", actor.name), *(("aliases", each) for each in actor.aliases)]:
        keys.setdefault(name.casefold(), (key, name))
    return list(keys.values())
