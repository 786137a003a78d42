"""All events of a store as a selection, which asks the store what it is asked."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from operator import add

from timeline.model.answers import Anything, Begun, Dated, Match, Rank, Selection, Verdict
from timeline.model.briefs import Ends, Name
from timeline.model.records import Event
from timeline.model.store import Store
from timeline.model.tallies import Above, Tally


class Everything(Selection):
    """All events of a store, each of them certain; it asks the store what it is asked."""

    def __init__(self, store: Store) -> None:
        """Hold what *store* has."""
        self._store = store

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """All matches, in order."""
        return tuple(Match(event, Verdict.YES) for event in self._store)

    def __iter__(self) -> Iterator[Match]:
        """Go through the matches in order; none is kept, for there may be a million."""
        return (Match(event, Verdict.YES) for event in self._store)

    def __len__(self) -> int:
        """Return how many events there are."""
        return len(self._store)

    @property
    def certain(self) -> int:
        """How many events answer in every reading: all."""
        return len(self._store)

    @property
    def deduced(self) -> int:
        """How many of them do so by their order alone: none."""
        return 0

    @property
    def undated(self) -> int:
        """How many of them have their date by their order alone."""
        return self._store.select(Anything()).undated

    def part(self, most: int | None, *, reverse: bool = False) -> Sequence[Match]:
        """Return the first *most* matches, all without a number; with *reverse* from the end."""
        number = len(self)
        if not most or most >= number:
            return super().part(most, reverse=reverse)
        places = range(number)[::-1] if reverse else range(number)
        return list(map(self.at, places[:most]))

    def by_report(self, rank: Rank, most: int | None, *, reverse: bool = False) -> Sequence[Match]:
        """Return as many matches as `part` does, by their *rank* instead of their order."""
        return self._store.select(Anything()).by_report(rank, most, reverse=reverse)

    def at(self, place: int) -> Match:
        """Return the match at a *place* in their order, which counts from 0."""
        return Match(self._store.at(place), Verdict.YES)

    def briefs(self, name: Name, ends: Ends) -> Iterator[str]:
        """Yield the lines of the matches in order, with their *ends*; actors have a *name*."""
        return map(add, self._store.briefs(name), repeat(ends.certain))

    def place(self, event: Event) -> int | None:
        """Return the place of *event*, which the store has."""
        return self._store.place(event.id)

    def match(self, event: Event) -> Match | None:
        """Return the match of *event*, which the store has."""
        return Match(event, Verdict.YES)

    def dates(self) -> Iterator[Dated]:
        """Yield the dates of the events in their order: how many in a row are alike."""
        return (Dated(date, Verdict.YES, number) for date, number in self._store.dates())

    def beginnings(self) -> Iterator[Begun]:
        """Yield when the events may have begun, in no order: how many are alike."""
        return (Begun(each, Verdict.YES, number) for each, number in self._store.beginnings())

    def tallies(self, key: str, above: Above) -> Mapping[str, Tally]:
        """Return a tally for each value under a *key*, as they come."""
        return self._store.tallies(key, above)

    def beginnings_by(self, key: str, above: Above) -> Mapping[str, Sequence[Begun]]:
        """Return the beginnings of the events under each value of a *key*, as they come."""
        return self._store.select(Anything()).beginnings_by(key, above)

    def only(self, verdict: Verdict | None) -> Selection:
        """Return what answers with *verdict*; everything without one."""
        return Selection(()) if verdict is Verdict.MAYBE else self
