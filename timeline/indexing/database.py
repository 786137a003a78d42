"""The file of an index: an SQLite database of cells, each of which tells whether it is whole.

A cell is bytes under a number. What it holds is summed up together with its number and the name
of the file, so that nothing that was lost, changed or exchanged on the disk is ever taken for an
answer, nor is the index of other files.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Self, TypeVar
from zlib import crc32

import msgspec

from timeline.indexing.snapshot import OddSnapshot

_SUM: Final = 4  # bytes before what a cell holds
_SCHEMA: Final = "CREATE TABLE cells (number INTEGER PRIMARY KEY, data BLOB NOT NULL)"
# It is written once, under another name: what is not written to its end is thrown away.
_WRITING: Final = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF")
_READING: Final = "?mode=ro&immutable=1"  # nobody changes it, so that nothing needs a lock
_AT_ONCE: Final = 200  # cells that are asked for together

_Value = TypeVar("_Value")


class OddIndex(OddSnapshot):
    """A database is none of ours, or not whole."""


class Database:
    """The cells of an index, to be read."""

    def __init__(self, path: str) -> None:
        """Open the database at *path*; raises `OddIndex`."""
        self._seed = _seed(Path(path).name)
        try:
            uri = Path(path).absolute().as_uri() + _READING
            self._cells = sqlite3.connect(uri, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise OddIndex(str(error)) from error

    def cell(self, number: int) -> bytes:
        """Return what the cell with this *number* holds; raises `OddIndex` where it is not."""
        for _, data in self._found("number = ?", (number,)):
            return data
        raise OddIndex(f"there is no cell {number}")

    def between(self, first: int, last: int) -> Iterator[tuple[int, bytes]]:
        """Yield the cells from the *first* to the *last* number that are there, in order."""
        return self._found("number BETWEEN ? AND ? ORDER BY number", (first, last))

    def cells(self, numbers: Sequence[int]) -> Iterator[bytes]:
        """Yield what the cells with these *numbers*, all of which are there, hold, in order."""
        for at in range(0, len(numbers), _AT_ONCE):
            some = numbers[at : at + _AT_ONCE]
            marks = ",".join("?" * len(some))
            found = dict(self._found(f"number IN ({marks})", some))
            try:
                yield from [found[number] for number in some]
            except KeyError as error:
                raise OddIndex(f"there is no cell {error}") from error

    def _found(self, where: str, values: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        try:
            rows = self._cells.execute(f"SELECT number, data FROM cells WHERE {where}", values)  # noqa: S608  words of ours
            for number, data in rows:
                yield number, _whole(number, data, self._seed)
        except (sqlite3.Error, TypeError) as error:
            raise OddIndex(str(error)) from error


def decoded(decoder: "msgspec.msgpack.Decoder[_Value]", data: bytes) -> _Value:
    """Return what is in *data*, which a cell held; raises `OddIndex`."""
    try:
        return decoder.decode(data)
    except (msgspec.DecodeError, ValueError) as error:
        raise OddIndex("a record is odd") from error


def _whole(number: int, data: bytes, seed: int) -> bytes:
    """Return what a cell holds, without its sum; raises `OddIndex`, `TypeError` for no bytes."""
    held = data[_SUM:]
    if int.from_bytes(data[:_SUM]) != _sum(number, held, seed):
        raise OddIndex(f"cell {number} is not whole")
    return held


def _sum(number: int, held: bytes, seed: int) -> int:
    return crc32(held, number & 0xFFFF_FFFF ^ number >> 32 ^ seed)


def _seed(name: str) -> int:
    """Return what the sums in the file with this *name* begin with."""
    return crc32(os.fsencode(name))


class Writing:
    """A database while it is made, in a file that is there and empty."""

    def __init__(self, path: str, name: str) -> None:
        """Begin one at *path* that is read under the *name* of a file; raises `OSError`."""
        self._seed = _seed(name)
        self._cells = sqlite3.connect(path, isolation_level=None)
        for step in (*_WRITING, _SCHEMA, "BEGIN"):
            self._do(step)

    def put(self, cells: Iterable[tuple[int, bytes]]) -> None:
        """Put *cells* in; raises `OSError`."""
        seed = self._seed
        rows = ((number, _sum(number, held, seed).to_bytes(_SUM) + held) for number, held in cells)
        try:
            self._cells.executemany("INSERT INTO cells VALUES (?, ?)", rows)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def __enter__(self) -> Self:
        """Return it."""
        return self

    def __exit__(self, failure: type[BaseException] | None, *_: object) -> None:
        """Finish it, if nothing has failed; raises `OSError`."""
        try:
            if failure is None:
                self._do("COMMIT")
        finally:
            self._cells.close()

    def _do(self, step: str) -> None:
        try:
            self._cells.execute(step)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error
