"""What people call actors, arcs, places … → the values that events carry.

Accents and case make no difference. A name stands for what is called so in full,
or else has a word that begins so, or else contains it; after `=` only the full
name counts. A name that no event could ever match is refused with the nearest
ones, never answered with an empty list in silence (design, section 5).
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from timeline.errors import UsageError
from timeline.model import Timeline
from timeline.text import enumerated, fold, listed, nearest

# From a name to what it was understood as, and the values that events carry.
Resolve: TypeAlias = Callable[[str, Timeline], tuple[str, frozenset[str]]]

_FEW = 12  # names that are listed when none is near


class UnknownName(UsageError):
    """Nothing in the timeline is called so."""

    def __init__(self, field: str, name: str, known: Iterable[str]) -> None:
        """Refuse *name*; the hint names what comes near, or everything if that is little."""
        names = list(dict.fromkeys(known))
        near = nearest(name, names)
        hint = f"did you mean {listed(near)}?" if near else _all(field, names)
        super().__init__(f"no {field} is called '{name}'", hint)


def actors(name: str, timeline: Timeline) -> tuple[str, frozenset[str]]:
    """Return the actors called *name* and everyone who is `of` them; `=name` alone."""
    found = _called(name, {id_: actor.names for id_, actor in timeline.actors.items()})
    if not found:
        every = (each for actor in timeline.actors.values() for each in (actor.name, *actor.names))
        raise UnknownName("actor", name.removeprefix("="), every)
    said = enumerated([timeline.actor_name(id_) for id_ in found], "or")
    if name.startswith("="):
        return f"{said} alone", frozenset(found)
    members = frozenset(member for id_ in found for member in timeline.members(id_))
    return said + (" and its members" if len(members) > len(found) else ""), members


def arcs(name: str, timeline: Timeline) -> tuple[str, frozenset[str]]:
    """Return the arcs whose id or title is called *name*."""
    found = _called(name, {id_: (id_, arc.title) for id_, arc in timeline.arcs.items()})
    if not found:
        raise UnknownName("arc", name.removeprefix("="), timeline.arcs)
    return enumerated([timeline.arcs[id_].title for id_ in found], "or"), frozenset(found)


def sources(name: str, timeline: Timeline) -> tuple[str, frozenset[str]]:
    """Return the sources whose id or publisher is called *name*."""
    known = {id_: (id_, source.publisher) for id_, source in timeline.sources.items()}
    found = _called(name, known)
    if not found:
        publishers = (source.publisher for source in timeline.sources.values())
        raise UnknownName("source", name.removeprefix("="), [*publishers, *timeline.sources])
    return name.removeprefix("="), frozenset(found)


def values(field: str, name: str, known: Iterable[str], *, part: bool) -> frozenset[str]:
    """Return the *known* values called *name*; only in full unless a *part* is enough."""
    names = list(known)
    asked = name if part or name.startswith("=") else f"={name}"
    found = _called(asked, {each: (each,) for each in names})
    if not found:
        raise UnknownName(field, name.removeprefix("="), names)
    return frozenset(found)


def _called(name: str, known: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the ids that are called *name*; *known* is id → names."""
    wanted = _plain(name.removeprefix("="))
    folded = {id_: [_plain(each) for each in names] for id_, names in known.items()}
    tests = (
        lambda each: each == wanted,
        lambda each: f" {wanted}" in f" {each}",
        lambda each: wanted in each,
    )
    for test in tests[: 1 if name.startswith("=") else 3] if wanted else ():
        if found := [id_ for id_, names in folded.items() if any(map(test, names))]:
            return found
    return []


def _plain(name: str) -> str:
    return fold(name).replace("-", " ").strip()


def _all(field: str, names: list[str]) -> str:
    if not names:
        return f"this timeline names no {field}"
    if len(names) <= _FEW:
        return f"there are {', '.join(names)}"
    return "" if field in ("id", "source") else f"`timeline {field}s` lists them"
