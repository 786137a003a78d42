"""What a query finds in an index; where that proves odd, in the events that are read from files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol, TypeVar

from timeline.model.answers import Begun, Dated, Match, Query, Rank, Selection, Verdict
from timeline.model.briefs import Ends, Name
from timeline.model.records import Event
from timeline.model.store import Store
from timeline.model.tallies import Above, Tally

_Answer = TypeVar("_Answer")


class Asked(Protocol):
    """Whoever asks an index, and where that proves odd, those who were read from files."""

    def said(self, ask: Callable[[Store], _Answer]) -> _Answer:
        """Return what a store answers."""
        ...

    def each(self, ask: Callable[[Store], Iterator[_Answer]]) -> Iterator[_Answer]:
        """Yield what a store answers; where it no longer does, the rest of it from another."""
        ...


class Found(Selection):
    """What answers a *query*, with a *verdict* where one is given, among *events*."""

    def __init__(self, events: Asked, query: Query, verdict: Verdict | None = None) -> None:
        """Ask nothing yet."""
        self._events = events
        self._query = query
        self._verdict = verdict
        self._asked: tuple[Store, Selection] | None = None

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """All matches, in order."""
        return self._said(lambda found: found.matches)

    def __len__(self) -> int:
        """Return how many events there are, certain and possible."""
        return self._said(len)

    @cached_property
    def certain(self) -> int:
        """How many events answer in every reading."""
        return self._said(lambda found: found.certain)

    @property
    def deduced(self) -> int:
        """How many of them do so by their order alone: none, of which nothing is known here."""
        return 0

    @property
    def undated(self) -> int:
        """How many of them have their date by their order alone."""
        return self._said(lambda found: found.undated)

    def part(self, most: int | None, *, reverse: bool = False) -> Sequence[Match]:
        """Return the first *most* matches, all without a number; with *reverse* from the end."""
        return self._said(lambda found: found.part(most, reverse=reverse))

    def by_report(self, rank: Rank, most: int | None, *, reverse: bool = False) -> Sequence[Match]:
        """Return as many matches as `part` does, by their *rank* instead of their order."""
        return self._said(lambda found: found.by_report(rank, most, reverse=reverse))

    def dates(self) -> Iterator[Dated]:
        """Yield the dates of the events in their order: how many in a row are alike."""
        return iter(self._said(lambda found: list(found.dates())))

    def beginnings(self) -> Iterator[Begun]:
        """Yield when the events may have begun, in no order: how many are alike."""
        return iter(self._said(lambda found: list(found.beginnings())))

    def briefs(self, name: Name, ends: Ends) -> Iterator[str]:
        """Yield the lines of the matches in order, with their *ends*; actors have a *name*."""
        return self._events.each(lambda store: self._of(store).briefs(name, ends))

    def at(self, place: int) -> Match:
        """Return the match at a *place* in their order, which counts from 0."""
        return self._said(lambda found: found.at(place))

    def place(self, event: Event) -> int | None:
        """Return the place of *event* among the matches; None if it is none of them."""
        return self._said(lambda found: found.place(event))

    def match(self, event: Event) -> Match | None:
        """Return the match of *event*; None if it is none of these."""
        return self._said(lambda found: found.match(event))

    def beginnings_by(self, key: str, above: Above) -> Mapping[str, Sequence[Begun]]:
        """Return the beginnings of the events under each value of a *key*, as they come."""
        return self._said(lambda found: found.beginnings_by(key, above))

    def tallies(self, key: str, above: Above) -> Mapping[str, Tally]:
        """Return a tally for each value under a *key*, as they come."""
        return self._said(lambda found: found.tallies(key, above))

    def only(self, verdict: Verdict | None) -> Selection:
        """Return what answers with *verdict*; everything without one."""
        if verdict is None:
            return self
        if self._verdict is None:
            return Found(self._events, self._query, verdict)
        return super().only(verdict)

    def _said(self, ask: Callable[[Selection], _Answer]) -> _Answer:
        return self._events.said(lambda store: ask(self._of(store)))

    def _of(self, store: Store) -> Selection:
        """Return what *store*, which may be another than it was, finds."""
        if self._asked is None or self._asked[0] is not store:
            found = store.select(self._query)
            self._asked = store, found.only(self._verdict)
        return self._asked[1]
