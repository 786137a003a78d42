"""What is known of all events together: how many in a row have a date, which links there are."""

from collections.abc import Collection, Iterator
from typing import Final

import msgspec
from msgspec import Struct

from timeline.edtf import When
from timeline.indexing import cells
from timeline.model.labels import letters
from timeline.model.records import Event

_RUNS: Final = 1_024  # in a cell
_ENCODER: Final = msgspec.msgpack.Encoder()


class Run(Struct, array_like=True):
    """A date, whether it goes on today, and how many events in a row have it."""

    date: When
    goes_on: bool
    events: int


class Facts(Struct, frozen=True, array_like=True):
    """The types of links, the id of the event with most links, the letters of handles.

    `runs` is how many cells of runs there are, `sums` how many of sums, for each key of them.
    """

    link_types: list[str]
    most_linked: str
    letters: str
    runs: int
    sums: list[int]


class Growing:
    """What is known of events while these are gone through."""

    def __init__(self) -> None:
        """Begin without one."""
        self._runs: list[Run] = []
        self._link_types: dict[str, None] = {}
        self._most = -1, ""

    def add(self, event: Event, *, goes_on: bool) -> None:
        """Take in an event, the next in their order."""
        last = self._runs[-1] if self._runs else None
        if last and (last.date, last.goes_on) == (event.date, goes_on):
            last.events += 1
        else:
            self._runs.append(Run(event.date, goes_on, 1))
        self._link_types.update(dict.fromkeys(link.type for link in event.links))
        if len(event.links) > self._most[0]:
            self._most = len(event.links), event.id

    def cells(self, ids: Collection[str], sums: list[int]) -> Iterator[tuple[int, bytes]]:
        """Yield the cells of what is known of all events, which have these *ids*.

        There are so many cells of *sums* for each key.
        """
        starts = range(0, len(self._runs), _RUNS)
        for number, at in enumerate(starts):
            yield cells.RUNS + number, _ENCODER.encode(self._runs[at : at + _RUNS])
        facts = Facts([*self._link_types], self._most[1], letters(ids), len(starts), sums)
        yield cells.FACTS, _ENCODER.encode(facts)
