"""Events held together by links: the tree around one event, and whole stories."""

import msgspec

from timeline.edtf import When
from timeline.model.answers import Match
from timeline.model.records import Event


class Relation(msgspec.Struct, frozen=True):
    """A link as it is met on the way along a thread; *back* is against its direction."""

    type: str
    back: bool


class Node(msgspec.Struct, frozen=True):
    """A place in a thread: an event, how it is linked to the one above, and what hangs on it.

    `again` marks an event that stands further up already; nothing hangs on it here.
    `beyond` is how many linked events lie further off than was asked for.
    """

    match: Match
    depth: int
    relations: tuple[Relation, ...] = ()
    children: tuple["Node", ...] = ()
    again: bool = False
    beyond: int = 0


class Story(msgspec.Struct, frozen=True):
    """Events that links hold together: how many, from when to when, and where to start.

    `start` is the event that is linked with the most others, the earliest of several.
    """

    events: tuple[Event, ...]
    links: int
    start: Event

    @property
    def first(self) -> When:
        """The date of the event that comes first."""
        return self.events[0].date

    @property
    def last(self) -> When:
        """The date of the event that comes last."""
        return self.events[-1].date
