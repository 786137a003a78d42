"""Who is called so: names that people type → the ids of those who bear one like it."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from timeline.errors import UsageError
from timeline.likeness import nearest
from timeline.model.timeline import Timeline
from timeline.text import fold, listed, quoted, visible

Test: TypeAlias = Callable[[str, str], bool]
"""Whether a name, the first, is like what was typed; both are plain."""

_FEW = 12  # names that are listed when none is near
_COUNTED = ("actor", "arc", "place", "tag")  # of which a command lists all


class UnknownName(UsageError):
    """Nothing in the timeline is called so."""

    def __init__(self, field: str, name: str, known: Iterable[str]) -> None:
        """Refuse *name*; the hint names what comes near, or everything if that is little."""
        names = list(dict.fromkeys(known))
        near = nearest(name, names)
        hint = f"did you mean {listed(near)}?" if near else _all(field, names)
        super().__init__(f"no {field} is called {quoted(name)}", hint)


def called(wanted: str, known: Mapping[str, Iterable[str]], tests: Iterable[Test]) -> list[str]:
    """Return the ids that the first of *tests* finds, those before it having found none.

    *wanted* is plain, *known* is id → names.
    """
    plainly = [(id_, plain(name)) for id_, names in known.items() for name in names if name]
    for is_like in tests:
        found = [id_ for id_, name in plainly if is_like(name, wanted)]
        if found:
            return list(dict.fromkeys(found))
    return []


def is_same(name: str, wanted: str) -> bool:
    """Return whether the whole *name* is what is *wanted*."""
    return name == wanted


def plain(name: str) -> str:
    """Return *name* without accents, case and hyphens: what two spellings of one have in common."""
    return " ".join(fold(name).replace("-", " ").split())


def names_of_actors(timeline: Timeline) -> Mapping[str, Iterable[str]]:
    """Return each actor's id with all that it is called."""
    return {id_: actor.names for id_, actor in timeline.actors.items()}


def names_of_places(timeline: Timeline) -> Mapping[str, Iterable[str]]:
    """Return the name of each place, registered or not, with all that it is called."""
    registered = {place.name: (place.name, *place.names) for place in timeline.places.values()}
    return {name: (name,) for name in timeline.values("places")} | registered


def names_of_arcs(timeline: Timeline) -> Mapping[str, Iterable[str]]:
    """Return each arc's id with itself and the title."""
    return {id_: (id_, arc.title) for id_, arc in timeline.arcs.items()}


def names_of_sources(timeline: Timeline) -> Mapping[str, Iterable[str]]:
    """Return each source's id with itself and the publisher."""
    return {id_: (id_, source.publisher) for id_, source in timeline.sources.items()}


def _all(field: str, names: list[str]) -> str:
    if not names:
        return f"this timeline names no {field}"
    if len(names) == 1:
        return f"there is {visible(names[0])}"
    if len(names) <= _FEW or field == "field":
        return f"there are {', '.join(map(visible, names))}"
    return f"`timeline {field}s` lists them" if field in _COUNTED else ""
