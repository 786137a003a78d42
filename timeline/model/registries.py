"""Registries and their records: which record an entry is, and which registry has it."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from functools import cached_property
from typing import Any, Final, TypeVar

from timeline.model.keys import Registry
from timeline.model.records import Actor, Arc, Entry, Location, Source
from timeline.model.schema import REGISTRIES

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

ENTRIES: Final[Mapping[str, type[Any]]] = {
    "arcs": Arc,
    "actors": Actor,
    "places": Location,
    "sources": Source,
}
"""What the entries of each registry are."""

_REGISTRY: Final = {made: REGISTRIES[section] for section, made in ENTRIES.items()}


class Late(Mapping[_Key, _Value]):
    """A registry, or another mapping, that is made when something of it is asked for."""

    def __init__(self, make: Callable[[], Mapping[_Key, _Value]]) -> None:
        """Let *make* return its entries by their ids."""
        self._make = make

    @cached_property
    def _entries(self) -> Mapping[_Key, _Value]:
        return self._make()

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._entries)

    def __iter__(self) -> Iterator[_Key]:
        """Go through their ids."""
        return iter(self._entries)

    def __getitem__(self, id_: _Key) -> _Value:
        """Return the entry with an id; raises `KeyError`."""
        return self._entries[id_]

    def __contains__(self, id_: object) -> bool:
        """Return whether there is an entry with this id."""
        return id_ in self._entries

    def values(self) -> ValuesView[_Value]:
        """Return the entries, which are gone through as quickly as those of what was made."""
        return self._entries.values()

    def items(self) -> ItemsView[_Key, _Value]:
        """Return the entries with their ids, likewise."""
        return self._entries.items()


def registry_of(entry: Entry) -> Registry:
    """Return the registry in which *entry* stands."""
    return _REGISTRY[type(entry)]
