"""What a key is, a record of keys, and a registry of records.

Completion reads them: they stand on the standard library alone.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal[
    "text",
    "texts",
    "url",
    "date",  # in EDTF
    "day",  # one day
    "id",  # its own; with a registry, that of one entry
    "ids",  # those of entries
    "choice",  # one of a few words
    "grade",  # one sign of a scale, the last of which is no judgement
    "citations",
    "links",
]
"""What the value of a key is."""


class Key(NamedTuple):
    """A key: what it is called, what its value is, and what it means.

    *choices* are the words that it may have, or the types of its links, each with what it
    means. *one* is the word for one of several values.
    *label* is the word that stands before a value. *registry* has the entries whose ids
    it gives. With a *field* a query asks for it by that name.
    """

    name: str
    kind: Kind
    means: str
    examples: tuple[Any, ...] = ()
    choices: Mapping[str, str] = MappingProxyType({})
    one: str = ""
    label: str = ""
    registry: str = ""
    field: str = ""
    required: bool = False

    @property
    def single(self) -> str:
        """The word for one of its values."""
        return self.one or self.words

    @property
    def option(self) -> str:
        """The option of `add` that says it: `place` for places."""
        return self.one or self.name

    @property
    def words(self) -> str:
        """What stands before its value."""
        return self.label or self.name


class Record:
    """What may be said of a thing: its keys in canonical order."""

    def __init__(self, noun: str, *keys: Key) -> None:
        """Call it *noun*, and know its *keys*."""
        self.noun = noun
        self.keys = keys
        self.names = tuple(key.name for key in keys)
        self._by_name = dict(zip(self.names, keys, strict=True))

    def __getitem__(self, name: str) -> Key:
        """Return the key of that *name*."""
        return self._by_name[name]

    def of_kind(self, *kinds: Kind) -> tuple[str, ...]:
        """Return the names of the keys of these *kinds*."""
        return tuple(key.name for key in self.keys if key.kind in kinds)


class Registry(NamedTuple):
    """Entries by id in a *section* of a file; *naming* is the key that names an entry.

    An entry that says no name is called by its id, if it *must* have one.
    """

    section: Literal["arcs", "actors", "places", "sources"]
    record: Record
    naming: str
    must: bool = True

    @property
    def noun(self) -> str:
        """What an entry is called."""
        return self.record.noun
