"""What differs between two timelines: record by record, and key by key."""

from typing import Generic, Literal, TypeAlias, TypeVar

import msgspec

from timeline.model.records import Actor, Arc, Event, Location, Source

WordSign: TypeAlias = Literal["", "+", "-"]
Record = TypeVar("Record", Arc, Actor, Location, Source, Event)

MORE_CERTAIN = "more certain"
LESS_CERTAIN = "less certain"
WITHOUT_SOURCE = "without a new source"
IN_ANOTHER_ORDER = "in another order"


class Words(msgspec.Struct, frozen=True):
    """Words of a text that stand in both versions, or came (`+`), or went (`-`)."""

    sign: WordSign
    text: str


class Change(msgspec.Struct, frozen=True):
    """A key that is not as it was; `old` and `new` are "" where nothing is said.

    Of a list every item that came or went is a change of its own. `item` is the
    type of a link, or the source of a citation whose own key differs. `means` says
    what a change amounts to, if that can be said: "more certain", "vaguer". `words`
    is how a text was reworded. The key "order" has what it stands after, among
    events of the same date.
    """

    key: str
    old: str = ""
    new: str = ""
    item: str = ""
    means: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()


class Revised(msgspec.Struct, Generic[Record], frozen=True):
    """A record that is in both timelines, perhaps under another id, and how it differs."""

    old: Record
    new: Record
    changes: tuple[Change, ...] = ()

    @property
    def renamed(self) -> bool:
        """Whether it has another id now."""
        return self.old.id != self.new.id

    @property
    def means(self) -> frozenset[str]:
        """What its changes amount to."""
        return frozenset(each for change in self.changes for each in change.means)


class Difference(msgspec.Struct, Generic[Record], frozen=True):
    """What came, what went, and what differs, in the order of the timelines."""

    added: tuple[Record, ...] = ()
    removed: tuple[Record, ...] = ()
    revised: tuple[Revised[Record], ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is any."""
        return bool(self.added or self.removed or self.revised)


class Changes(msgspec.Struct, frozen=True):
    """All that differs between two timelines: the header, the registries, the events."""

    header: tuple[Change, ...] = ()
    arcs: Difference[Arc] = Difference()
    actors: Difference[Actor] = Difference()
    places: Difference[Location] = Difference()
    sources: Difference[Source] = Difference()
    events: Difference[Event] = Difference()

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(
            self.header or self.arcs or self.actors or self.places or self.sources or self.events
        )
