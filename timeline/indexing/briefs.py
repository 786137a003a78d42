"""The lines of a list, as they are printed, some in a cell: a list of many reads nothing else.

Events that stand close together in their order, as those of a year do, are in the same cells.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Final

from timeline.indexing import cells
from timeline.indexing.database import Database, OddIndex

_BLOCK: Final = 32  # events in a cell
_AT_ONCE: Final = 200  # cells that are read together


class Briefs:
    """The lines of the events in a *database*."""

    def __init__(self, database: Database) -> None:
        """Read nothing yet."""
        self._database = database

    def at(self, places: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Yield the lines of the events at *places*, which are in order, each behind its place."""
        blocks = groupby(places, lambda place: place // _BLOCK)
        wanted = ((block, list(together)) for block, together in blocks)
        while some := dict(islice(wanted, _AT_ONCE)):
            numbers = [cells.BRIEFS + block for block in some]
            held = self._database.cells(numbers)
            for (block, together), data in zip(some.items(), held, strict=True):
                yield from _chosen(together, block, data)


def _chosen(places: Iterable[int], block: int, data: bytes) -> Iterator[tuple[int, str]]:
    """Return the lines at *places*, all of which are in a *block*."""
    first = block * _BLOCK
    try:
        lines = data.decode().split("\n")
        return iter([(place, lines[place - first]) for place in places])
    except (UnicodeDecodeError, IndexError) as error:
        raise OddIndex("a block of lines is odd") from error


class Growing:
    """The lines of events while these are gone through."""

    def __init__(self) -> None:
        """Begin without one."""
        self._block: list[str] = []
        self._number = 0

    def add(self, line: str) -> Iterator[tuple[int, bytes]]:
        """Take in the line of the next event; yield the cell that is full with it."""
        self._block.append(line)
        if len(self._block) == _BLOCK:
            yield from self.rest()

    def rest(self) -> Iterator[tuple[int, bytes]]:
        """Yield the cell of those that are in none yet."""
        if self._block:
            yield cells.BRIEFS + self._number, "\n".join(self._block).encode()
            self._block, self._number = [], self._number + 1
