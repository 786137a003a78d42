"""Questions and their answers: a query, a verdict for every event, a selection, counts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import cached_property
from itertools import chain
from typing import NamedTuple, Protocol, TypeAlias

import msgspec

from timeline.edtf import When
from timeline.model.beginnings import Beginning, beginning
from timeline.model.briefs import Ends, Name, line
from timeline.model.records import Event
from timeline.model.tallies import Above, Tally, tallies, values_of

Rank: TypeAlias = Callable[[Event], tuple[int, ...]]
"""From an event to where it stands by its first report, as `inference.known.rank` has it.

It follows from the registries of a timeline, so that what was ranked once is not ranked again.
"""


class Verdict(IntEnum):
    """How an event answers a question; `MAYBE` when only some readings of it fit."""

    NO = 0
    MAYBE = 1
    YES = 2


class Match(msgspec.Struct, frozen=True):
    """An event and how it answers the question that was asked.

    It is *deduced* where its date alone would only possibly answer, and the order of
    events makes it certain.
    """

    event: Event
    verdict: Verdict
    deduced: bool = False

    @property
    def certain(self) -> bool:
        """Whether the event answers in every reading of its date."""
        return self.verdict is Verdict.YES


class Query(Protocol):
    """A question with a three-valued answer for every event."""

    def matches(self, event: Event) -> Verdict:
        """Return how *event* answers."""
        ...


class Anything:
    """The query that asks for all."""

    def matches(self, _: Event) -> Verdict:
        """Return yes."""
        return Verdict.YES


class Dated(NamedTuple):
    """A date, and how many events in a row have it and answer alike."""

    date: When
    verdict: Verdict
    number: int


class Begun(NamedTuple):
    """When events may have begun, and how many of those that answer alike it is."""

    beginning: Beginning
    verdict: Verdict
    number: int


class Selection:
    """The events that answer a question, in order, each with its verdict.

    Reports ask it what they need, and go through the matches only where nothing else
    answers: a store that has its events elsewhere makes selections of its own, which find
    out no more than they are asked.
    """

    def __init__(self, matches: Iterable[Match]) -> None:
        """Hold *matches* in the order in which they come."""
        self._found = tuple(matches)

    @property
    def matches(self) -> tuple[Match, ...]:
        """All matches, in order."""
        return self._found

    def __iter__(self) -> Iterator[Match]:
        """Go through the matches in order."""
        return iter(self.matches)

    def __len__(self) -> int:
        """Return how many events there are, certain and possible."""
        return len(self.matches)

    @cached_property
    def certain(self) -> int:
        """How many events answer in every reading."""
        return sum(match.certain for match in self.matches)

    @property
    def deduced(self) -> int:
        """How many of them do so by their order alone."""
        return sum(match.deduced for match in self.matches)

    @property
    def undated(self) -> int:
        """How many of them have their date by their order alone."""
        return sum(match.event.undated for match in self.matches)

    @property
    def possible(self) -> int:
        """How many events answer only in some reading."""
        return len(self) - self.certain

    def part(self, most: int | None, *, reverse: bool = False) -> Sequence[Match]:
        """Return the first *most* matches, all without a number; with *reverse* from the end."""
        matches = self.matches[::-1] if reverse else self.matches
        return matches[:most] if most else matches

    def by_report(self, rank: Rank, most: int | None, *, reverse: bool = False) -> Sequence[Match]:
        """Return as many matches as `part` does, by their *rank* instead of their order."""
        found = sorted(self.matches, key=lambda match: rank(match.event))
        turned = found[::-1] if reverse else found
        return turned[:most] if most else turned

    def briefs(self, name: Name, ends: Ends) -> Iterator[str]:
        """Yield the lines of the matches in order, with their *ends*; actors have a *name*."""
        for match in self.matches:
            certain = ends.deduced if match.deduced else ends.certain
            end = certain if match.certain else ends.possible
            yield f"{line(match.event, name)}{end}"

    def at(self, place: int) -> Match:
        """Return the match at a *place* in their order, which counts from 0."""
        return self.matches[place]

    def place(self, event: Event) -> int | None:
        """Return the place of *event* among the matches; None if it is none of them."""
        ids = (match.event.id for match in self.matches)
        return next((at for at, id_ in enumerate(ids) if id_ == event.id), None)

    def match(self, event: Event) -> Match | None:
        """Return the match of *event*; None if it is none of these."""
        return self._by_id.get(event.id)

    @cached_property
    def _by_id(self) -> Mapping[str, Match]:
        return {match.event.id: match for match in self.matches}

    def dates(self) -> Iterator[Dated]:
        """Yield the dates of the events in their order: how many in a row are alike."""
        return (Dated(match.event.date, match.verdict, 1) for match in self.matches)

    def beginnings(self) -> Iterator[Begun]:
        """Yield when the events may have begun, in no order: how many are alike."""
        for date, verdict, number in self.dates():
            yield Begun(beginning(date), verdict, number)

    def beginnings_by(self, key: str, above: Above) -> Mapping[str, Sequence[Begun]]:
        """Return the beginnings of the events under each value of a *key*, as they come.

        An event counts as `tallies` has it; one without a value under "".
        """
        found: dict[str, list[Begun]] = {}
        for match in self.matches:
            event = match.event
            begun = Begun(beginning(event.date), match.verdict, 1)
            under = chain.from_iterable(map(above, values_of(key)(event)))
            for value in dict.fromkeys(under) or ("",):
                found.setdefault(value, []).append(begun)
        return found

    def stretches(self) -> Iterator[tuple[range, Dated]]:
        """Yield the places of events in a row that are alike, and what they have in common."""
        start = 0
        for dated in self.dates():
            stop = start + dated.number
            yield range(start, stop), dated
            start = stop

    def tallies(self, key: str, above: Above) -> Mapping[str, Tally]:
        """Return a tally for each value under a *key*, as they come, as `tallies` makes them."""
        answers = ((match.event, match.certain) for match in self.matches)
        return tallies(answers, key, above)

    def only_certain(self) -> "Selection":
        """Return the selection without its maybes."""
        return self.only(Verdict.YES)

    def only(self, verdict: Verdict | None) -> "Selection":
        """Return what answers with *verdict*; everything without one."""
        if verdict is None:
            return self
        return Selection(match for match in self.matches if match.verdict is verdict)
