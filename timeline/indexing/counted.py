"""How many of the events that answer have each value, by the sets of those that have it.

That takes a look at each value instead of one at each event, so that it is worth it where
there are many events to a value. Months are counted when somebody asks for them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce
from itertools import chain, groupby
from operator import or_
from typing import Protocol

from timeline.indexing import bits
from timeline.indexing.dates import Dates
from timeline.model.answers import Begun, Verdict
from timeline.model.records import Event
from timeline.model.registries import Late
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


def tallies(index: Index, yes: int, maybe: int, key: str, above: Above) -> Mapping[str, Tally]:
    """Return a tally for each value under a *key* of those that answer, as `tallies` has it."""
    own = _own(index, yes | maybe, key)
    alone = _once(own.values())
    return {
        value: _tally(index.dated, found & yes, found & maybe, alone)
        for value, found in _under(index, own, key, above)
    }


def beginnings(
    index: Index, yes: int, maybe: int, key: str, above: Above
) -> Mapping[str, Sequence[Begun]]:
    """Return the beginnings of those that answer for each value; "" is that of those without."""
    own = _own(index, yes | maybe, key)
    none = (yes | maybe) & ~reduce(or_, own.values(), 0)
    every = chain(_under(index, own, key, above), [("", none)] if none else [])
    return {value: list(begun(index.dated, found & yes, found & maybe)) for value, found in every}


def begun(dated: Dates, yes: int, maybe: int) -> Iterator[Begun]:
    """Yield the beginnings of those that answer, in no order: how many are alike."""
    for verdict, found in ((Verdict.YES, yes), (Verdict.MAYBE, maybe)):
        for beginning, number in dated.beginnings_of(found):
            yield Begun(beginning, verdict, number)


def _own(index: Index, found: int, key: str) -> dict[str, int]:
    """Return each value of those that are *found*: the ones that have it."""
    own = ((value, having & found) for value, having in index.having_each(key))
    return {value: having for value, having in own if having}


def _under(
    index: Index, own: Mapping[str, int], key: str, above: Above
) -> Iterator[tuple[str, int]]:
    """Yield each value to which *above* leads, as they come, with those that count under it."""
    under: dict[str, int] = {}
    for value, found in own.items():
        for each in dict.fromkeys(above(value)):
            under[each] = under.get(each, 0) | found
    return ((value, under[value]) for value in _as_they_come(index, under, key, above))


def _tally(dated: Dates, yes: int, maybe: int, alone: int) -> Tally:
    both = yes | maybe
    return Tally(
        certain=yes.bit_count(),
        possible=maybe.bit_count(),
        alone=(both & alone).bit_count(),
        first=dated.at(bits.first(both)),
        last=dated.at(both.bit_length() - 1),
        months=Late(partial(dated.months_of, both)),
    )


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
