"""What is found by following time: what lies near, anniversaries, silences.

Days are day numbers, distances are in days; None is no bound.
"""

from typing import Literal, TypeAlias

import msgspec

from timeline.edtf import When
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event

Where: TypeAlias = Literal[
    "before", "after", "before or after", "same day", "during", "going on", "overlapping"
]
"""How an event lies to a centre: inside it is "during", all around it "going on"."""

Role: TypeAlias = Literal["on", "begins", "ends", "goes on"]
"""What an event does on a day of the year: it is "on" the one day that it has."""


class Centre(msgspec.Struct, frozen=True):
    """What others lie around: an event, or all days of a date, and its four bounds."""

    text: str
    start: tuple[int | None, int | None]
    end: tuple[int | None, int | None]
    event: Event | None = None


class Near(msgspec.Struct, frozen=True):
    """An event and its distance from a centre, from `least` to `most` days; before is below 0.

    Without `sure` the place in time holds in some readings only: `least` and `most` lie on
    both sides of 0, or one of the dates is `doubted` (`?`), and the days from it too.
    """

    match: Match
    least: int | None
    most: int | None
    where: Where
    sure: bool = True
    doubted: bool = False


class Surroundings(msgspec.Struct, frozen=True):
    """A centre, all events that were found around it, and those of them that are shown.

    `shown` is in order of time, and the centre stands before its item number `at`.
    """

    centre: Centre
    found: Selection
    shown: tuple[Near, ...]
    at: int


class Anniversary(msgspec.Struct, frozen=True):
    """An event that has to do with a day of the year, in a year; None is not known which."""

    match: Match
    year: int | None
    role: Role


class Reason(msgspec.Struct, frozen=True):
    """Why an event answers as it does: a term as typed, its answer, and what decided."""

    term: str
    verdict: Verdict
    because: str = ""
    parts: tuple["Reason", ...] = ()


class Silence(msgspec.Struct, frozen=True):
    """The days from `first` to `last`, and the events on both sides of them.

    `filled` are the events that may lie there after all; a certain silence has none.
    """

    first: int
    last: int
    before: Event
    after: Event
    filled: tuple[Event, ...] = ()

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return self.last - self.first + 1


class Report(msgspec.Struct, frozen=True):
    """An event, the date on which a source first told it, and the days from one to the other.

    The lag is counted from the event's beginning, from `least` to `most` days in every
    reading of all dates; below 0 it was told before. `date` is None where no source has
    a date. Without `sure` a source other than that of `date` may be the earlier one, or a
    date is doubted; `undated` says that one has no date, so that `most` is all it says.
    """

    match: Match
    date: When | None = None
    least: int | None = None
    most: int | None = None
    sure: bool = True
    undated: bool = False
