"""What lines show of events, packed together: a list of many reads little of each.

Events that stand close together in their order, as those of a year do, are read from one cell.
Of those that stand apart, each is read from its own, but no more of it than a line shows.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final
from zlib import compress, decompress, error

import msgspec
from msgspec import Struct

from timeline.indexing import cells
from timeline.indexing.database import Database, OddIndex, decoded
from timeline.model.briefs import Brief
from timeline.model.records import Event

_BLOCK: Final = 64  # events in a cell
_FEW: Final = 8  # of a block, that are sooner read from their own cells
_QUICK: Final = 1  # how much is done to make a cell small


class _Text(Struct, array_like=True, gc=False):
    """A date as it is written."""

    text: str


class _Packed(Struct, array_like=True, gc=False):
    """An event as it stands in a block."""

    id: str
    date: _Text
    title: str
    status: str
    arc: str
    actors: tuple[str, ...]


class _Date(Struct, gc=False):
    """As much of a date as a line shows."""

    text: str


class _Part(Struct, gc=False):
    """As much of an event as a line shows, read from the cell of the event."""

    id: str
    date: _Date
    title: str
    status: str = ""
    arc: str = ""
    actors: tuple[str, ...] = ()


_ENCODER: Final = msgspec.msgpack.Encoder()
_BLOCKS: Final = msgspec.msgpack.Decoder(list[_Packed])
_PARTS: Final = msgspec.msgpack.Decoder(_Part)


class Briefs:
    """What lines show of the events in a *database*."""

    def __init__(self, database: Database) -> None:
        """Read nothing yet."""
        self._database = database

    def at(self, places: Iterable[int]) -> Iterator[tuple[int, Brief]]:
        """Yield the events at *places*, in whose order they come, each behind its place."""
        apart: list[int] = []
        for block, group in groupby(places, lambda place: place // _BLOCK):
            together = list(group)
            if len(together) < _FEW:
                apart += together
            else:
                yield from self._apart(apart)
                apart = []
                yield from self._together(block, together)
            if len(apart) > _BLOCK:
                yield from self._apart(apart)
                apart = []
        yield from self._apart(apart)

    def _apart(self, places: Sequence[int]) -> Iterator[tuple[int, Brief]]:
        """Yield the events at *places* from their own cells."""
        return zip(places, map(_part, self._database.cells(places)), strict=True)

    def _together(self, block: int, places: Sequence[int]) -> Iterator[tuple[int, Brief]]:
        """Yield the events at *places*, all of which are in a *block*."""
        found = _packed(self._database.cell(cells.BRIEFS + block))
        try:
            return iter([(place, found[place % _BLOCK]) for place in places])
        except IndexError as odd:
            raise OddIndex("a block of lines is odd") from odd


def _part(data: bytes) -> _Part:
    return decoded(_PARTS, data)


def _packed(data: bytes) -> list[_Packed]:
    try:
        return decoded(_BLOCKS, decompress(data))
    except error as odd:
        raise OddIndex("a block of lines is odd") from odd


class Growing:
    """What lines show of events while these are gone through."""

    def __init__(self) -> None:
        """Begin without one."""
        self._block: list[_Packed] = []
        self._number = 0

    def add(self, event: Event) -> Iterator[tuple[int, bytes]]:
        """Take in an event, the next in their order; yield the cell that is full with it."""
        date = _Text(event.date.text)
        self._block.append(
            _Packed(event.id, date, event.title, event.status, event.arc, event.actors)
        )
        if len(self._block) == _BLOCK:
            yield from self.rest()

    def rest(self) -> Iterator[tuple[int, bytes]]:
        """Yield the cell of those that are in none yet."""
        if self._block:
            yield cells.BRIEFS + self._number, compress(_ENCODER.encode(self._block), _QUICK)
            self._block, self._number = [], self._number + 1
