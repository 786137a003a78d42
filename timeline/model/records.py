"""The records of a timeline: frozen, and as they stand in an event file."""

from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from timeline.edtf import When
from timeline.text import slug


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where something stands in an event file; lines and columns count from 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        """Return `file:line:column`, which editors can jump to."""
        return f"{self.file}:{self.line}:{self.column}"


class Arc(msgspec.Struct, frozen=True):
    """A thread of the story."""

    id: str
    title: str
    summary: str = ""


class Actor(msgspec.Struct, frozen=True):
    """A person, state or organisation; `of` names those it belongs to."""

    id: str
    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    note: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it may be called: id, name and aliases."""
        return (self.id, self.name, *self.aliases)


class _Location(msgspec.Struct, frozen=True):
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    note: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it may be called: id, name and aliases."""
        return (self.id, self.name, *self.aliases)

    @property
    def outer(self) -> tuple[str, ...]:
        """The ids of the places in which it lies: its `in`, which is a word of Python."""
        found: tuple[str, ...] = getattr(self, "in")
        return found


if TYPE_CHECKING:

    class Location(_Location, frozen=True):
        """A place where something happens; `in` names those in which it lies."""

else:
    Location = msgspec.defstruct(
        "Location",
        [("in", tuple[str, ...], ())],
        bases=(_Location,),
        namespace={"__doc__": "A place where something happens; `in` names where it lies."},
        module=__name__,
        frozen=True,
    )


class Source(msgspec.Struct, frozen=True):
    """A publication; reliability A–F, where F means that it cannot be judged."""

    id: str
    publisher: str = ""
    title: str = ""
    date: When | None = None
    url: str = ""
    reliability: str = ""
    note: str = ""


Entry: TypeAlias = Arc | Actor | Location | Source
"""An entry of a registry."""


class Citation(msgspec.Struct, frozen=True):
    """The use of a source by an event; credibility 1–6, where 6 cannot be judged."""

    source: str
    credibility: str = ""
    note: str = ""


class Link(msgspec.Struct, frozen=True):
    """A typed relation from an event to the event *target*."""

    type: str
    target: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened, or was said (`kind: statement`), at a date.

    `as_of` is the day on which its own file closes; None where that does not say.
    """

    id: str
    date: When
    title: str
    summary: str = ""
    kind: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    arc: str = ""
    tags: tuple[str, ...] = ()
    status: str = ""
    sources: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    note: str = ""
    place: Place
    as_of: int | None = None


def made_id(title: str, date: When | None) -> str:
    """Return an id made from a title and, where the date begins with one, its year."""
    year = date.text[:4] if date and date.text[:4].isdigit() else ""
    return "-".join(part for part in (slug(title), year) if part) or "event"


class Ids:
    """The ids that are taken, and a free one for whoever asks."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Know the ids that are *taken*."""
        self._taken = set(taken)
        self._numbers: dict[str, count[int]] = {}

    def free(self, made: str) -> str:
        """Return *made*, or *made* with the next number behind it, and take it."""
        id_ = made
        while id_ in self._taken:
            id_ = f"{made}-{next(self._numbers.setdefault(made, count(2)))}"
        self._taken.add(id_)
        return id_
