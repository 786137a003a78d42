"""The events that a reader has found, until all of them are known: in memory, or in a spool."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, overload

import msgspec

from timeline.edtf import When
from timeline.files.spool import Spool
from timeline.model.records import Event, Link
from timeline.model.sequence import in_order
from timeline.model.store import Memory, Store

_ENCODE: Final = msgspec.msgpack.Encoder().encode
_DECODE: Final = msgspec.msgpack.Decoder(Event).decode


class InMemory(list[Event]):
    """Events in memory."""

    def picked(self, places: Iterable[int]) -> "InMemory":
        """Return the events at *places*."""
        return InMemory(self[place] for place in places)

    def store(self) -> Store:
        """Return what a timeline asks for its events."""
        return Memory(self)


class _Standing(NamedTuple):
    """What the order of events asks of each, and its place among the others."""

    place: int
    id: str
    date: When
    links: tuple[Link, ...]


class Spooled(Sequence[Event]):
    """Events in a spool: each is made anew when it is asked for."""

    def __init__(
        self, spool: Spool, spots: Iterable[int] = (), odd: list[Event] | None = None
    ) -> None:
        """Know the events of *spool* at *spots*; *odd* are those that cannot be put there."""
        self._spool = spool
        self._spots = array("q", spots)
        self._odd = [] if odd is None else odd

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._spots)

    @overload
    def __getitem__(self, place: int) -> Event: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Event]: ...

    def __getitem__(self, place: int | slice) -> Event | Sequence[Event]:
        """Return the event at a *place*, or those at several."""
        if isinstance(place, slice):
            return self.picked(range(len(self))[place])
        return self._event(self._spots[place])

    def __iter__(self) -> Iterator[Event]:
        """Go through all of them."""
        return map(self._event, self._spots)

    def _event(self, spot: int) -> Event:
        return self._odd[spot] if spot < 0 else _DECODE(self._spool.at(spot))

    def append(self, event: Event) -> None:
        """Put an *event* behind all others."""
        self._spots.append(self._put(event))

    def __setitem__(self, place: int, event: Event) -> None:
        """Let *event* stand at a *place* instead."""
        self._spots[place] = self._put(event)

    def _put(self, event: Event) -> int:
        """Return where *event* is from now on: below 0, counted from the end of the odd ones."""
        try:
            return self._spool.add(_ENCODE(event))
        except (OverflowError, ValueError):  # a day so far away that its number has no room
            self._odd.insert(0, event)
            return -len(self._odd)

    def picked(self, places: Iterable[int]) -> "Spooled":
        """Return the events at *places*."""
        return Spooled(self._spool, (self._spots[place] for place in places), self._odd)

    def store(self) -> Store:
        """Return what a timeline asks for its events."""
        found = in_order(self._standing())
        return Memory((), ordered=self.picked(each.place for each in found))

    def _standing(self) -> Iterator[_Standing]:
        dates: dict[str, When] = {}  # most events share theirs with others
        for place, event in enumerate(self):
            date = dates.setdefault(event.date.text, event.date)
            yield _Standing(place, event.id, date, event.links)
