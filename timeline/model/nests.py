"""What belongs to what, transitively: actors `of` others, places `in` others."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from timeline.model.records import Location


def reached(names: Iterable[str], steps: Mapping[str, Collection[str]]) -> list[str]:
    """Return *names* and all to which *steps* lead from them, the nearest first, each once."""
    found = list(dict.fromkeys(names))
    known = set(found)
    for name in found:  # it grows meanwhile
        new = [each for each in steps.get(name, ()) if each not in known]
        found += dict.fromkeys(new)
        known.update(new)
    return found


def turned(steps: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Return the same steps the other way: name → those that lead to it, in their order."""
    found: dict[str, list[str]] = {}
    for name, others in steps.items():
        for other in others:
            found.setdefault(other, []).append(name)
    return found


def circles(above: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Return the ways from a name back to itself through those *above* it, in the order found.

    Every circle shares a name with one of them. A name begins at most one.
    """
    told: set[str] = set()
    done: set[str] = set()
    for start in above:
        path = {} if start in done else {start: iter(above[start])}
        while path:
            name = next(reversed(path))
            for each in path[name]:
                if each in path and told.isdisjoint((name, each)):
                    way = list(path)
                    circle = way[way.index(each) :]
                    told.update(circle)
                    yield circle
                elif each in above and each not in done and each not in path:
                    path[each] = iter(above[each])
                    break
            else:
                path.popitem()
                done.add(name)


class Geography:
    """The places that a registry knows, and the names that stand for them in events.

    A place that it does not know is itself: it lies in nothing, and nothing in it.
    """

    def __init__(self, places: Mapping[str, Location]) -> None:
        """Know *places* by their ids."""
        self._places = places
        self._outer = {id_: place.outer for id_, place in places.items()}
        self._inner = turned(self._outer)
        self._ids = _ids(places)

    def name(self, said: str) -> str:
        """Return the name of the place that is *said* by id, by name, or by an alias of its own."""
        id_ = self._ids.get(said)
        return self._places[id_].name if id_ else said

    def has(self, said: str) -> bool:
        """Return whether the registry knows a place that is *said* so."""
        return said in self._ids

    def outer(self, said: str) -> list[str]:
        """Return the names of a place and of all in which it lies, the nearest first."""
        return self._around(said, self._outer)

    def inner(self, said: str) -> list[str]:
        """Return the names of a place and of all that lie in it, the nearest first."""
        return self._around(said, self._inner)

    def beside(self, said: str) -> tuple[str, ...]:
        """Return the names of the places of which it is said that this one lies in them."""
        id_ = self._ids.get(said, "")
        return tuple(self._places[each].name for each in self._outer.get(id_, ()))

    def _around(self, said: str, steps: Mapping[str, Collection[str]]) -> list[str]:
        if said not in self._ids:
            return [said]
        return [self._places[id_].name for id_ in reached([self._ids[said]], steps)]


def _ids(places: Mapping[str, Location]) -> dict[str, str]:
    """Return what may be said → the id: an id before a name, a name before an alias.

    An alias that several bear stands for none of them.
    """
    aliases = turned({id_: dict.fromkeys(place.aliases) for id_, place in places.items()})
    alone = {alias: ids[0] for alias, ids in aliases.items() if len(ids) == 1}
    names = {place.name: id_ for id_, place in reversed(list(places.items()))}
    return alone | names | {id_: id_ for id_ in places}
