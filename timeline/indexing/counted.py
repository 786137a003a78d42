"""How many of the events that answer have each value, by the sets of those that have it.

That takes a look at each value instead of one at each event, so that it is worth it where
there are many events to a value. Months are counted when somebody asks for them.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, groupby
from typing import Protocol

from timeline.indexing import bits
from timeline.indexing.dates import Dates
from timeline.model.records import Event
from timeline.model.tallies import Above, Tally, values_of


class Index(Protocol):
    """What is asked of an index."""

    @property
    def dated(self) -> Dates:
        """The dates of the events, by their places."""
        ...

    def at(self, place: int) -> Event:
        """Return the event at a *place* in their order, which counts from 0."""
        ...

    def having_each(self, key: str) -> Iterator[tuple[str, int]]:
        """Yield each value that events have under a *key*, with those that have it."""
        ...


class _Months(Mapping[int, int]):
    """Month → how many of the events that are *found*."""

    def __init__(self, dated: Dates, found: int) -> None:
        self._dated = dated
        self._found = found

    @cached_property
    def _months(self) -> Mapping[int, int]:
        return self._dated.months_of(self._found)

    def __len__(self) -> int:
        return len(self._months)

    def __iter__(self) -> Iterator[int]:
        return iter(self._months)

    def __getitem__(self, month: int) -> int:
        return self._months[month]


def tallies(index: Index, yes: int, maybe: int, key: str, above: Above) -> Mapping[str, Tally]:
    """Return a tally for each value under a *key* of those that answer, as `tallies` has it."""
    both = yes | maybe
    own = {value: found & both for value, found in index.having_each(key) if found & both}
    alone = _once(own.values())
    under: dict[str, int] = {}
    only: dict[str, int] = {}
    for value, found in own.items():
        for each in dict.fromkeys(above(value)):
            under[each] = under.get(each, 0) | found
            only[each] = only.get(each, 0) | found & alone
    return {
        value: _tally(index, under[value] & yes, under[value] & maybe, only[value].bit_count())
        for value in _as_they_come(index, under, key, above)
    }


def _tally(index: Index, yes: int, maybe: int, alone: int) -> Tally:
    both, dated = yes | maybe, index.dated
    first, last = dated.at(bits.first(both)), dated.at(both.bit_length() - 1)
    return Tally(yes.bit_count(), maybe.bit_count(), alone, first, last, _Months(dated, both))


def _once(sets: Iterable[int]) -> int:
    """Return those that are in one of the *sets*, and no other."""
    once = several = 0
    for found in sets:
        several |= once & found
        once |= found
    return once & ~several


def _as_they_come(index: Index, under: Mapping[str, int], key: str, above: Above) -> Iterator[str]:
    """Yield the values in the order of the first events that count under them."""
    firsts = {value: bits.first(found) for value, found in under.items()}
    for place, together in groupby(sorted(firsts, key=firsts.__getitem__), firsts.__getitem__):
        values = list(together)
        if len(values) > 1:
            own = values_of(key)(index.at(place))
            order = [*dict.fromkeys(chain.from_iterable(map(above, own)))]
            values.sort(key=order.index)
        yield from values
