"""What a query finds in an index: no more is found out than is asked.

Of most events the index knows how they answer; the others are read and asked when it matters.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, groupby, islice, repeat
from operator import add
from typing import Final, NamedTuple, Protocol

from timeline.indexing import bits, counted
from timeline.indexing.candidates import Index, candidates
from timeline.indexing.limits import Limits
from timeline.model.answers import Begun, Dated, Match, Query, Rank, Selection, Verdict
from timeline.model.briefs import Ends, Name
from timeline.model.records import Event
from timeline.model.tallies import Above, Tally

_TO_A_VALUE: Final = 1  # events, for each piece of places, that make it worth a look at a value


class Events(Index, counted.Index, Protocol):
    """An index that has the events as well."""

    def __len__(self) -> int:
        """Return how many events there are."""
        ...

    def placed(self, places: Iterable[int]) -> Iterator[tuple[int, Event]]:
        """Yield the events at *places*, each behind its place."""
        ...

    def told(self, found: int) -> Iterator[str]:
        """Yield the lines of the events in a set, in order."""
        ...

    def ranks(self) -> Iterator[tuple[tuple[int, ...], int]]:
        """Yield each rank by first report that events have, with those that have it."""
        ...

    def number_of(self, key: str) -> int | None:
        """Return how many values there are under a *key*; None where that is not known."""
        ...

    def place(self, id_: str) -> int:
        """Return the place of the event whose id is *id_*."""
        ...


class Settled(NamedTuple):
    """The places of those who answer: with a yes, and with a maybe."""

    yes: int
    maybe: int

    @property
    def both(self) -> int:
        """All of them."""
        return self.yes | self.maybe


class Only(NamedTuple):
    """A query that says no wherever another one does not answer with a *verdict*."""

    query: Query
    verdict: Verdict

    def matches(self, event: Event) -> Verdict:
        """Return how *event* answers."""
        found = self.query.matches(event)
        return found if found is self.verdict else Verdict.NO


class Chosen(Selection):
    """The events of an *index* that answer a *query*, of which it knows the *limits*."""

    def __init__(self, index: Events, query: Query, limits: Limits | None = None) -> None:
        """Find out who may answer, and who surely does."""
        self._index = index
        self._query = query
        self._limits = candidates(query, index) if limits is None else limits

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """All matches, in order."""
        return tuple(self._answers(reverse=False))

    def __len__(self) -> int:
        """Return how many events there are, certain and possible."""
        return self._settled.both.bit_count()

    @cached_property
    def certain(self) -> int:
        """How many events answer in every reading."""
        return self._settled.yes.bit_count()

    @property
    def deduced(self) -> int:
        """How many of them do so by their order alone: none, of which nothing is known here."""
        return 0

    @property
    def undated(self) -> int:
        """How many of them have their date by their order alone."""
        return (self._settled.both & self._index.having("undated", ["yes"])).bit_count()

    def part(self, most: int | None, *, reverse: bool = False) -> Sequence[Match]:
        """Return the first *most* matches, all without a number; with *reverse* from the end."""
        if not most:
            return super().part(most, reverse=reverse)
        return tuple(islice(self._answers(reverse=reverse), most))

    def by_report(self, _: Rank, most: int | None, *, reverse: bool = False) -> Sequence[Match]:
        """Return as many matches as `part` does, by their rank instead of their order."""
        both = self._settled.both
        ranked = (found for _, found in sorted(self._index.ranks(), reverse=reverse))
        places = (bits.places(found & both, reverse=reverse) for found in ranked)
        first = islice(chain.from_iterable(places), most or None)
        return [Match(event, self._verdict(at)) for at, event in self._index.placed(first)]

    def briefs(self, _: Name, ends: Ends) -> Iterator[str]:
        """Yield the lines of the matches in order, with their *ends*."""
        both = self._settled.both
        return map(add, self._index.told(both), self._ends(both, ends))

    def _ends(self, both: int, ends: Ends) -> Iterator[str]:
        """Yield what stands behind the line of each match; without an end where all are certain."""
        if not self._settled.maybe:
            return repeat(ends.certain)
        is_yes = bits.members(self._settled.yes, len(self._index))
        return (ends.certain if is_yes(place) else ends.possible for place in bits.places(both))

    def at(self, place: int) -> Match:
        """Return the match at a *place* in their order, which counts from 0."""
        return self._match(bits.nth(self._settled.both, range(len(self))[place]))

    def place(self, event: Event) -> int | None:
        """Return the place of *event* among the matches; None if it is none of them."""
        at = self._index.place(event.id)
        both = self._settled.both
        return bits.below(both, at) if both >> at & 1 else None

    def match(self, event: Event) -> Match | None:
        """Return the match of *event*; None if it is none of these."""
        at = self._index.place(event.id)
        return self._match(at) if self._settled.both >> at & 1 else None

    def only(self, verdict: Verdict | None) -> Selection:
        """Return what answers with *verdict*; everything without one."""
        if verdict is None:
            return self
        return Chosen(self._index, Only(self._query, verdict), self._limits.only(verdict))

    def dates(self) -> Iterator[Dated]:
        """Yield the dates of the events in their order: how many in a row are alike."""
        both = self._settled.both
        verdicts = map(self._verdict, bits.places(both))
        for (date, verdict), alike in groupby(
            zip(self._index.dated.of(both), verdicts, strict=True)
        ):
            yield Dated(date, verdict, sum(1 for _ in alike))

    def beginnings(self) -> Iterator[Begun]:
        """Yield when the events may have begun, in no order: how many are alike."""
        return counted.begun(self._index.dated, *self._settled)

    def tallies(self, key: str, above: Above) -> Mapping[str, Tally]:
        """Return a tally for each value under a *key*, as they come."""
        if not self._has_few_values(key):
            return super().tallies(key, above)
        return counted.tallies(self._index, *self._settled, key, above)

    def beginnings_by(self, key: str, above: Above) -> Mapping[str, Sequence[Begun]]:
        """Return the beginnings of the events under each value of a *key*, as they come."""
        if not self._has_few_values(key):
            return super().beginnings_by(key, above)
        return counted.beginnings(self._index, *self._settled, key, above)

    def _has_few_values(self, key: str) -> bool:
        """Whether a look at each value takes less than one at each event."""
        values = self._index.number_of(key)
        pieces = len(self._index) // bits.PIECE + 1
        return values is not None and len(self) >= values * pieces * _TO_A_VALUE

    def has_some(self) -> bool:
        """Return whether there is one."""
        if self._limits.some:
            return True
        return next(self._answers(reverse=False), None) is not None

    @cached_property
    def _settled(self) -> Settled:
        """Who answers; those of whom the index alone does not know are asked."""
        asked: dict[Verdict, list[int]] = {verdict: [] for verdict in Verdict}
        for place, event in self._index.placed(bits.places(self._limits.unsure)):
            asked[self._query.matches(event)].append(place)
        number = len(self._index)
        return Settled(
            self._limits.does | bits.bits(asked[Verdict.YES], number),
            self._limits.maybe | bits.bits(asked[Verdict.MAYBE], number),
        )

    @cached_property
    def _verdict(self) -> Callable[[int], Verdict]:
        """How the event at a place answers, of which that is known."""
        is_yes, is_maybe = (bits.members(each, len(self._index)) for each in self._settled)

        def verdict(place: int) -> Verdict:
            if is_yes(place):
                return Verdict.YES
            return Verdict.MAYBE if is_maybe(place) else Verdict.NO

        return verdict

    def _match(self, place: int) -> Match:
        return Match(self._index.at(place), self._verdict(place))

    def _answers(self, *, reverse: bool) -> Iterator[Match]:
        """Yield the matches: who surely answers is not asked, and nobody is asked twice."""
        if "_settled" in vars(self) or not self._limits.unsure:
            places = bits.places(self._settled.both, reverse=reverse)
            for place, event in self._index.placed(places):
                yield Match(event, self._verdict(place))
            return
        is_sure = bits.members(self._limits.does, len(self._index))
        for place, event in self._index.placed(bits.places(self._limits.may, reverse=reverse)):
            verdict = Verdict.YES if is_sure(place) else self._query.matches(event)
            if verdict is not Verdict.NO:
                yield Match(event, verdict)
