"""How many events have a value, and when: what counts and their columns over time are made of."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import TypeAlias

from msgspec import Struct

from timeline.edtf import When, calendar_date
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
    rows: dict[str, _Row] = {}
    for event, is_certain in answers:
        own = tuple(values(event, key))
        if not own:
            continue
        date, month = event.date, month_of(event.date)
        for value in _counted(own, above):
            row = rows.get(value)
            if row is None:
                row = rows[value] = _Row(date, date)
            row.last = date
            row.months.append(month)
            row.certain += is_certain
            row.alone += len(own) == 1
    return {value: row.tally() for value, row in rows.items()}


def _counted(own: Sequence[str], above: Above) -> Iterable[str]:
    return dict.fromkeys(chain.from_iterable(map(above, own)))


class _Row(Struct):
    """A tally while it is counted."""

    first: When
    last: When
    certain: int = 0
    alone: int = 0
    months: list[int] = []

    def tally(self) -> Tally:
        possible = len(self.months) - self.certain
        months = Counter(self.months)
        return Tally(self.certain, possible, self.alone, self.first, self.last, months)


def values(event: Event, key: str) -> Iterable[str]:
    """Return the values that *event* has under a *key*, each once; of records the ids they name."""
    match EVENT[key].kind:
        case "citations":
            return dict.fromkeys(citation.source for citation in event.citations)
        case "links":
            return dict.fromkeys(link.target for link in event.links)
    value = attrgetter(key)(event)
    if isinstance(value, str):
        return (value,) if value else ()
    return dict.fromkeys(filter(None, value))


def month_of(when: When) -> int:
    """Return the month by which *when* is sorted, counted from January of year 0."""
    year, month, _ = calendar_date(when.sort_key[0])
    return 12 * year + month - 1
