"""How many events have a value, and when: what counts and their columns over time are made of."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from typing import TypeAlias

from msgspec import Struct

from timeline.edtf import When, calendar_date
from timeline.model.keys import SEVERAL
from timeline.model.records import Event
from timeline.model.schema import EVENT

Above: TypeAlias = Callable[[str], Iterable[str]]
"""From a value to those under which it counts: itself, and all of which it is a part."""


class Tally(Struct, frozen=True):
    """The events that have a value: how many certainly answer, and how many only possibly.

    Of `alone` of them it is the only value. `first` and `last` are the dates of the first
    and the last of them in their order. `months` is month → how many are sorted into it,
    as `month_of` has it.
    """

    certain: int
    possible: int
    alone: int
    first: When
    last: When
    months: Mapping[int, int]

    @property
    def total(self) -> int:
        """Certain and possible events together."""
        return self.certain + self.possible


def tallies(answers: Iterable[tuple[Event, bool]], key: str, above: Above) -> Mapping[str, Tally]:
    """Return a tally for each value that events have under a *key*, as they come.

    An event counts once under each value to which *above* leads from one of its own.
    *answers* are the events in their order, each with whether it is certain; they are gone
    through once.
    """
    own_of = values_of(key)
    reached = cache(lambda value: tuple(dict.fromkeys(above(value))))
    counted = _Counted()
    for event, is_certain in answers:
        own = own_of(event)
        if len(own) == 1:
            counted.add(event.date, is_certain, True, reached(*own))
        elif own:
            under = dict.fromkeys(chain.from_iterable(map(reached, own)))
            counted.add(event.date, is_certain, False, under)
    return {value: counted.tally(value) for value in counted.places}


class _Counted:
    """What has been counted: of each event by its number, of each value by those of its events."""

    def __init__(self) -> None:
        self.places: dict[str, list[int]] = {}
        self._first: dict[str, When] = {}
        self._last: dict[str, When] = {}
        self._months: list[int] = []
        self._certain = bytearray()
        self._alone = bytearray()

    def add(self, date: When, is_certain: bool, is_alone: bool, under: Iterable[str]) -> None:  # noqa: FBT001
        """Count an event under some values, of which one is its only one if it *is_alone*."""
        at = len(self._months)
        self._months.append(month_of(date))
        self._certain.append(is_certain)
        self._alone.append(is_alone)
        for value in under:
            places = self.places.get(value)
            if places is None:
                places = self.places[value] = []
                self._first[value] = date
            places.append(at)
            self._last[value] = date

    def tally(self, value: str) -> Tally:
        """Return the tally of a *value*."""
        places = self.places[value]
        certain = sum(map(self._certain.__getitem__, places))
        alone = sum(map(self._alone.__getitem__, places))
        months = Counter(map(self._months.__getitem__, places))
        dates = self._first[value], self._last[value]
        return Tally(certain, len(places) - certain, alone, *dates, months)


def values(event: Event, key: str) -> Collection[str]:
    """Return the values that *event* has under a *key*, each once; of records the ids they name."""
    return values_of(key)(event)


@cache
def values_of(key: str) -> Callable[[Event], Collection[str]]:
    """Return the way from an event to its `values` under a *key*."""
    match EVENT[key].kind:
        case "citations":
            return lambda event: dict.fromkeys(citation.source for citation in event.citations)
        case "links":
            return lambda event: dict.fromkeys(link.target for link in event.links)
    value = attrgetter(key)
    if EVENT[key].kind in SEVERAL:
        return lambda event: dict.fromkeys(filter(None, value(event)))

    def one(event: Event) -> Collection[str]:
        said = value(event)
        return (said,) if said else ()

    return one


def month_of(when: When) -> int:
    """Return the month by which *when* is sorted, counted from January of year 0."""
    return _month(when.sort_key[0])


@lru_cache(maxsize=65_536)
def _month(day: int) -> int:
    year, month, _ = calendar_date(day)
    return 12 * year + month - 1
