"""The lines of a list, as they are printed, some in a cell: a list of many reads nothing else.

Events that stand close together in their order, as those of a year do, are in the same cells.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from timeline.indexing import bits, cells
from timeline.indexing.database import Database, OddIndex

_BLOCK: Final = 32  # events in a cell, a multiple of 8
_AT_ONCE: Final = 200  # cells that are read together


class Briefs:
    """The lines of the events in a *database*."""

    def __init__(self, database: Database) -> None:
        """Read nothing yet."""
        self._database = database

    def of(self, found: int) -> Iterator[str]:
        """Yield the lines of the events in a set, in order."""
        wanted = bits.rows(found, _BLOCK)
        while some := dict(islice(wanted, _AT_ONCE)):
            held = self._database.cells([cells.BRIEFS + block for block in some])
            for chosen, data in zip(some.values(), held, strict=True):
                yield from _chosen(chosen, data)


def _chosen(found: int, data: bytes) -> Sequence[str]:
    """Return the lines of a block at the places of a set, which are those within the block."""
    try:
        lines = data.decode().split("\n")
        is_whole = found == bits.between(0, len(lines))
        return lines if is_whole else [lines[place] for place in bits.places(found)]
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
