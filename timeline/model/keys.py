"""What a key is, a record of keys, and a registry of records.

Completion reads them: they stand on the standard library alone.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal[
    "text",
    "texts",
    "url",
    "urls",
    "date",  # in EDTF
    "day",  # one day
    "id",  # its own; with a registry, that of one entry
    "ids",  # those of entries
    "origin",  # a source that told it before: its id, or the name of one that was not read
    "origins",
    "flag",  # yes; without it, nothing is said
    "choice",  # one of a few words
    "grade",  # one sign of a scale, the last of which is no judgement
    "citations",
    "accounts",
    "links",
]
"""What the value of a key is."""

SEVERAL: Final[tuple[Kind, ...]] = ("texts", "urls", "ids", "origins")
"""The kinds whose value is a list of texts."""
PLAIN: Final[tuple[Kind, ...]] = ("text", "texts", "url", "urls", "choice")
"""The kinds whose values stand for themselves, and are said as the file has them."""


class Key(NamedTuple):
    """A key: what it is called, what its value is, and what it means.

    *choices* are the words that it may have, or the types of its links, each with what it
    means. *one* is the word for one of several values.
    *label* is the word that stands before a value. *registry* has the entries whose ids
    it gives. With a *field* a query asks for it by that name. A text may have *most*
    characters; 0 is no limit of its own.
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
    most: int = 0

    @property
    def attribute(self) -> str:
        """The name of the field of a struct that has its value: `copy_of` for `copy-of`.

        JSON and CSV call it so too; an event file, and words, as it is.
        """
        return self.name.replace("-", "_")

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
