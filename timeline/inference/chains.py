"""Reasons of what follows from order: from a day that is written, step by step."""

from typing import Final

import msgspec

from timeline.edtf import When
from timeline.edtf.parts import Span
from timeline.model.records import Event, Link, Source

LATER: Final = ("reports", "denies", "confirms", "responds-to", "follows-from")
"""The types of links of what cannot have begun before that to which they lead."""


class Step(msgspec.Struct, frozen=True, gc=False):
    """Something that is written: *event*, at its place, has a *link* to *other*."""

    event: Event
    link: Link
    other: Event


class Chain(msgspec.Struct, frozen=True, gc=False):
    """Why a day is not before, or not after, a *day*.

    That is of the date of *root*, or of a *source* of it that told it by then; *steps*
    lead from there to the event that is spoken of.
    """

    day: int
    root: Event
    source: Source | None
    steps: tuple[Step, ...]

    @property
    def date(self) -> When:
        """The date that is written, from which *day* is taken."""
        if self.source and self.source.date:
            return self.source.date
        return self.root.date


class Narrowing(msgspec.Struct, frozen=True, gc=False):
    """An event with the bounds that its order leaves: *start* and *end*, as `When` has them.

    *reasons* has a chain for each bound that is narrower than what is written.
    """

    event: Event
    start: Span
    end: Span
    reasons: tuple[Chain, ...]


class Conflict(msgspec.Struct, frozen=True):
    """What cannot all be true: *steps* from *first* to *last*, in order of time.

    What is said of *first* is later than what is said of *last*; in a circle there are
    no two such.
    """

    steps: tuple[Step, ...]
    first: Chain | None = None
    last: Chain | None = None
