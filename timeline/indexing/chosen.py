"""What a query finds in an index: no more is found out than is asked.

Of most events the index knows how they answer; the others are read and asked when it matters.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice
from typing import Protocol

from timeline.edtf import When
from timeline.indexing import bits
from timeline.indexing.candidates import Index, candidates
from timeline.model.answers import Dated, Match, Query, Selection, Verdict
from timeline.model.records import Event


class Events(Index, Protocol):
    """An index that has the events as well."""

    def __len__(self) -> int:
        """Return how many events there are."""
        ...

    def dates(self) -> Iterator[tuple[When, int]]:
        """Yield the dates of the events in their order: how many in a row have the same."""
        ...

    def placed(self, places: Iterable[int]) -> Iterator[tuple[int, Event]]:
        """Yield the events at *places*, each behind its place."""
        ...


class Chosen(Selection):
    """The events of an *index* that answer a *query*."""

    def __init__(self, index: Events, query: Query) -> None:
        """Find out who may answer, and who surely does."""
        self._index = index
        self._query = query
        self._may, self._does = candidates(query, index)
        self._is_sure = bits.members(self._does, len(index))

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """All matches, in order."""
        return tuple(self._answers(self._may, reverse=False))

    def __len__(self) -> int:
        """Return how many events there are, certain and possible."""
        return self._does.bit_count() + len(self._asked)

    @cached_property
    def certain(self) -> int:
        """How many events answer in every reading."""
        return self._does.bit_count() + sum(found is Verdict.YES for found in self._asked)

    @property
    def deduced(self) -> int:
        """How many of them do so by their order alone: none, of which nothing is known here."""
        return 0

    def part(self, most: int | None, *, reverse: bool = False) -> Sequence[Match]:
        """Return the first *most* matches, all without a number; with *reverse* from the end."""
        if not most:
            return super().part(most, reverse=reverse)
        return tuple(islice(self._answers(self._may, reverse=reverse), most))

    def dates(self) -> Iterator[Dated]:
        """Yield the dates of the events in their order: how many in a row are alike."""
        return self._known_dates() if self._may == self._does else super().dates()

    def _known_dates(self) -> Iterator[Dated]:
        """Yield the dates of those who surely answer, none of which is read."""
        runs = list(self._index.dates())
        numbers = bits.counts(self._does, accumulate(number for _, number in runs))
        for (date, _), number in zip(runs, numbers, strict=True):
            if number:
                yield Dated(date, Verdict.YES, number)

    def has_some(self) -> bool:
        """Return whether there is one."""
        return self._does > 0 or next(self._answers(self._may, reverse=False), None) is not None

    @cached_property
    def _asked(self) -> list[Verdict]:
        """The answers of those of whom the index alone does not know; none that is a no."""
        answers = self._answers(self._may ^ self._does, reverse=False)
        return [match.verdict for match in answers]

    def _answers(self, places: int, *, reverse: bool) -> Iterator[Match]:
        """Yield the matches at *places*: who surely answers is not asked."""
        for place, event in self._index.placed(bits.places(places, reverse=reverse)):
            verdict = Verdict.YES if self._is_sure(place) else self._query.matches(event)
            if verdict is not Verdict.NO:
                yield Match(event, verdict)
