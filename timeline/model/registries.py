"""Registries and their records: which record an entry is, and which registry has it."""

from collections.abc import Mapping
from typing import Any, Final

from timeline.model.keys import Registry
from timeline.model.records import Actor, Arc, Entry, Location, Source
from timeline.model.schema import REGISTRIES

ENTRIES: Final[Mapping[str, type[Any]]] = {
    "arcs": Arc,
    "actors": Actor,
    "places": Location,
    "sources": Source,
}
"""What the entries of each registry are."""

_REGISTRY: Final = {made: REGISTRIES[section] for section, made in ENTRIES.items()}


def registry_of(entry: Entry) -> Registry:
    """Return the registry in which *entry* stands."""
    return _REGISTRY[type(entry)]
