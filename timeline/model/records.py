"""The records of a timeline: frozen, and as they stand in an event file.

What is kept of them has their values alone (`array_like`), for names take as much again.
"""

from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from timeline.edtf import Precision, When
from timeline.model.scales import SUPPORTS
from timeline.text import slug, together


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where something stands in an event file; lines and columns count from 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        """Return `file:line:column`, which editors can jump to."""
        return f"{self.file}:{self.line}:{self.column}"


class Arc(msgspec.Struct, frozen=True, array_like=True):
    """A thread of the story."""

    id: str
    title: str
    summary: str = ""


class Actor(msgspec.Struct, frozen=True, array_like=True):
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


class _Location(msgspec.Struct, frozen=True, array_like=True):
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


class Source(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A publication; reliability A–F, where F means that it cannot be judged.

    `copy_of` and `relays` name its origins: ids of sources, or names of what was not
    read. `firsthand` is what is recorded: without it nobody knows.
    """

    id: str
    publisher: str = ""
    title: str = ""
    date: When | None = None
    url: str = ""
    reliability: str = ""
    note: str = ""
    author: tuple[str, ...] = ()
    type: str = ""
    language: str = ""
    pages: str = ""
    isbn: str = ""
    doi: str = ""
    archive: tuple[str, ...] = ()
    accessed: When | None = None
    of: tuple[str, ...] = ()
    copy_of: str = ""
    relays: tuple[str, ...] = ()
    firsthand: bool = False

    @property
    def origins(self) -> tuple[str, ...]:
        """Whose text or account it is, as far as its own entry says."""
        return (self.copy_of, *self.relays) if self.copy_of else self.relays


Entry: TypeAlias = Arc | Actor | Location | Source
"""An entry of a registry."""


class Citation(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The use of a source by an event; credibility 1–6, where 6 cannot be judged.

    `relays` names whose account it tells of this event, where that is not what its
    source relays anyhow. Read `side` for the stance: it is never empty.
    """

    source: str
    credibility: str = ""
    note: str = ""
    stance: str = ""
    relays: tuple[str, ...] = ()
    quote: str = ""
    locator: str = ""

    @property
    def side(self) -> str:
        """Whether it supports, denies or only mentions; it supports where nothing is said."""
        return self.stance or SUPPORTS


class Account(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How an event is told by some: who they are, what they say, since when, on what grounds."""

    by: tuple[str, ...] = ()
    date: When | None = None
    stance: str = ""
    says: str = ""
    sources: tuple[Citation, ...] = ()

    @property
    def side(self) -> str:
        """Whether it supports, denies or only mentions; it supports where nothing is said."""
        return self.stance or SUPPORTS


class Link(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A typed relation from an event to the event *target*."""

    type: str
    target: str


class Event(msgspec.Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """Something that happened, or was said (`kind: statement`), at a date.

    `by` are those who say or claim it, `accounts` how it is told by whom.
    `as_of` is the day on which its own file closes; None where that does not say.
    An *undated* one has no date in its file: its order gives it the one that it has here.
    """

    id: str
    date: When
    title: str
    summary: str = ""
    kind: str = ""
    by: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    arc: str = ""
    tags: tuple[str, ...] = ()
    status: str = ""
    sources: tuple[Citation, ...] = ()
    accounts: tuple[Account, ...] = ()
    links: tuple[Link, ...] = ()
    note: str = ""
    place: Place
    as_of: int | None = None
    undated: bool = False

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All uses of sources: its own, then those of its accounts."""
        if not self.accounts:
            return self.sources
        told = (citation for account in self.accounts for citation in account.sources)
        return (*self.sources, *told)


NO_DATE: Final = When("", None, None, None, None, "open", "open", "one-of", Precision.DAY)
"""What an undated event has until its order is settled: any day."""


def made_id(title: str, date: When | None) -> str:
    """Return an id made from a title and, where the date begins with one, its year."""
    year = date.text[:4] if date and date.text[:4].isdigit() else ""
    return together("-", slug(title), year) or "event"


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
