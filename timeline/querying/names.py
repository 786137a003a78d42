"""What people call actors, arcs, places … → the values that events carry.

A name that no event could ever match is refused with the nearest names, never
answered with an empty list in silence (design, section 5).
"""

from collections.abc import Iterable, Mapping

from timeline.errors import UsageError
from timeline.model import Timeline
from timeline.text import enumerated, fold, listed, nearest

_SHOWN = 12  # names listed where there are few enough to choose from


class UnknownName(UsageError):
    """Nothing in the timeline is called so."""

    def __init__(self, field: str, name: str, known: Iterable[str]) -> None:
        """Refuse *name*; the hint names what comes near, or everything if that is little."""
        names = list(dict.fromkeys(known))
        near = nearest(name, names)
        hint = f"did you mean {listed(near)}?" if near else _all(field, names)
        super().__init__(f"no {field} is called '{name}'", hint)


def called(name: str, known: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the ids that are called *name*; *known* is id → names.

    Called so in full, or else with a word that begins so, or else somewhere in a
    name. Accents and case make no difference.
    """
    wanted = fold(name).strip()
    folded = {id_: [_plain(each) for each in names] for id_, names in known.items()}
    tests = (
        lambda each: each in (wanted, _plain(wanted)),
        lambda each: f" {_plain(wanted)}" in f" {each}",
        lambda each: _plain(wanted) in each,
    )
    for test in tests if wanted else ():
        if found := [id_ for id_, names in folded.items() if any(map(test, names))]:
            return found
    return []


def actors(name: str, timeline: Timeline) -> tuple[str, frozenset[str]]:
    """Return what *name* was understood as, and the ids of those actors and their members.

    `=russia` is that actor alone, without those who are `of` it.
    """
    alone = name.startswith("=")
    asked = name.removeprefix("=")
    found = called(asked, {id_: actor.names for id_, actor in timeline.actors.items()})
    if alone:
        found = [id_ for id_ in found if fold(asked) in map(fold, timeline.actors[id_].names)]
    if not found:
        raise UnknownName("actor", asked, _every_name(timeline))
    said = enumerated([timeline.actor_name(id_) for id_ in found], "or")
    members = frozenset(found if alone else _with_members(found, timeline))
    return said + (" and its members" if len(members) > len(found) else ""), members


def arcs(name: str, timeline: Timeline) -> tuple[str, frozenset[str]]:
    """Return what *name* was understood as, and the ids of those arcs."""
    found = called(name, {id_: (id_, arc.title) for id_, arc in timeline.arcs.items()})
    if not found:
        raise UnknownName("arc", name, timeline.arcs)
    return enumerated([timeline.arcs[id_].title for id_ in found], "or"), frozenset(found)


def sources(name: str, timeline: Timeline) -> tuple[str, frozenset[str]]:
    """Return what *name* was understood as, and the ids of those sources."""
    known = {id_: (id_, source.publisher) for id_, source in timeline.sources.items()}
    found = called(name, known)
    if not found:
        publishers = (source.publisher for source in timeline.sources.values())
        raise UnknownName("source", name, [*publishers, *timeline.sources])
    return name, frozenset(found)


def values(field: str, name: str, known: Iterable[str], *, part: bool) -> frozenset[str]:
    """Return the *known* values of a field without a registry that are called *name*."""
    names = list(known)
    wanted = fold(name).strip()
    found = called(name, {each: (each,) for each in names}) if part else []
    found = found or [each for each in names if fold(each) == wanted]
    if not found:
        raise UnknownName(field, name, names)
    return frozenset(found)


def _plain(name: str) -> str:
    return fold(name).replace("-", " ").strip()


def _with_members(ids: Iterable[str], timeline: Timeline) -> Iterable[str]:
    return (member for id_ in ids for member in timeline.members(id_))


def _every_name(timeline: Timeline) -> list[str]:
    return [name for actor in timeline.actors.values() for name in (actor.name, *actor.names)]


def _all(field: str, names: list[str]) -> str:
    if not names:
        return f"this timeline names no {field}"
    if len(names) <= _SHOWN:
        return f"there are {', '.join(names)}"
    return f"`timeline {field}s` lists them" if field in ("actor", "arc") else ""
