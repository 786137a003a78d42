"""The dates of events: each once, and by its number which of them an event has.

There are fewer dates than events, and far fewer beginnings, for many dates differ in their ends
alone: what is counted by dates or by beginnings is counted by their numbers.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain, groupby
from typing import Final

import msgspec
from msgspec import Struct

from timeline.edtf import When
from timeline.indexing import bits, cells
from timeline.indexing.database import Database, OddIndex, decoded
from timeline.model.beginnings import Beginning, beginning
from timeline.model.tallies import month_of

_AT_ONCE: Final = 1_024  # dates in a cell
_CODE: Final = "I"  # of numbers in an array


class _Dated(Struct, frozen=True, array_like=True):
    """A date, and whether it goes on today."""

    date: When
    goes_on: bool


class _Contents(Struct, frozen=True, array_like=True):
    """All beginnings, and how many events have each; for each date its beginning, and its month."""

    beginnings: list[Beginning]
    events: list[int]
    begin: bytes
    months: bytes


_ENCODER: Final = msgspec.msgpack.Encoder()
_DATED: Final = msgspec.msgpack.Decoder(list[_Dated])
_CONTENTS: Final = msgspec.msgpack.Decoder(_Contents)


class Dates:
    """The dates of a *number* of events in a *database*; what goes on is *followed* to today."""

    def __init__(self, database: Database, number: int, followed: Callable[[When], When]) -> None:
        """Read nothing yet."""
        self._database = database
        self._number = number
        self._followed = followed
        self._blocks: dict[int, list[When]] = {}
        self._pieces: dict[int, array[int]] = {}

    def runs(self) -> Iterator[tuple[When, int]]:
        """Yield the dates of all events in their order: how many in a row have the same."""
        pieces = map(self._piece, range((self._number - 1) // bits.PIECE + 1))
        for number, alike in groupby(chain.from_iterable(pieces)):
            yield self._date(number), sum(1 for _ in alike)

    def at(self, place: int) -> When:
        """Return the date of the event at a *place*."""
        return self._date(self._piece(place // bits.PIECE)[place % bits.PIECE])

    def of(self, found: int) -> Iterator[When]:
        """Yield the date of each event in a set, in order."""
        return map(self._date, self._numbers(found))

    def beginnings(self) -> Iterator[tuple[Beginning, int]]:
        """Yield each beginning with how many of all events have it."""
        return zip(self._contents.beginnings, self._contents.events, strict=True)

    def beginnings_of(self, found: int) -> Iterator[tuple[Beginning, int]]:
        """Yield each beginning with how many events in a set have it."""
        counted: Counter[int] = Counter()
        for number, events in Counter(self._numbers(found)).items():
            counted[self._begin[number]] += events
        return ((self._contents.beginnings[at], events) for at, events in counted.items())

    def months_of(self, found: int) -> "Counter[int]":
        """Return month → how many events in a set are sorted into it."""
        return Counter(map(self._months.__getitem__, self._numbers(found)))

    def _numbers(self, found: int) -> Iterator[int]:
        """Yield the number of the date of each event in a set, in order."""
        whole = (1 << bits.PIECE) - 1
        for at in range((found.bit_length() - 1) // bits.PIECE + 1):
            if some := found >> at * bits.PIECE & whole:
                yield from map(self._piece(at).__getitem__, bits.places(some))

    def _date(self, number: int) -> When:
        block, at = divmod(number, _AT_ONCE)
        if block not in self._blocks:
            cell = self._database.cell(cells.DATES + 1 + block)
            found = decoded(_DATED, cell)
            self._blocks[block] = [
                self._followed(each.date) if each.goes_on else each.date for each in found
            ]
        return self._blocks[block][at]

    def _piece(self, at: int) -> "array[int]":
        if at not in self._pieces:
            self._pieces[at] = _array(self._database.cell(cells.NUMBERS + at))
        return self._pieces[at]

    @cached_property
    def _contents(self) -> _Contents:
        return decoded(_CONTENTS, self._database.cell(cells.DATES))

    @cached_property
    def _begin(self) -> "array[int]":
        return _array(self._contents.begin)

    @cached_property
    def _months(self) -> "array[int]":
        return _array(self._contents.months, "q")


def _array(data: bytes, code: str = _CODE) -> "array[int]":
    try:
        return array(code, data)
    except ValueError as error:
        raise OddIndex("numbers of dates are odd") from error


class Growing:
    """The dates of events while these are gone through."""

    def __init__(self) -> None:
        """Begin without one."""
        self._dates: dict[tuple[When, bool], int] = {}
        self._beginnings: dict[Beginning, int] = {}
        self._events: list[int] = []
        self._begin = array(_CODE)
        self._months = array("q")
        self._piece = array(_CODE)

    def add(self, date: When, *, goes_on: bool) -> None:
        """Take in the date of an event, the next in their order, as its file has it."""
        number = self._dates.setdefault((date, goes_on), len(self._dates))
        if number == len(self._begin):
            self._add_new(date)
        self._events[self._begin[number]] += 1
        self._piece.append(number)

    def _add_new(self, date: When) -> None:
        at = self._beginnings.setdefault(beginning(date), len(self._beginnings))
        if at == len(self._events):
            self._events.append(0)
        self._begin.append(at)
        self._months.append(month_of(date))

    def piece(self, number: int) -> tuple[int, bytes]:
        """Return the cell of a piece, after its last event."""
        data = self._piece.tobytes()
        self._piece = array(_CODE)
        return cells.NUMBERS + number, data

    def cells(self) -> Iterator[tuple[int, bytes]]:
        """Yield the cells of all dates."""
        dates = [_Dated(date, goes_on) for date, goes_on in self._dates]
        for number, at in enumerate(range(0, len(dates), _AT_ONCE), 1):
            yield cells.DATES + number, _ENCODER.encode(dates[at : at + _AT_ONCE])
        begin, months = self._begin.tobytes(), self._months.tobytes()
        contents = _Contents([*self._beginnings], self._events, begin, months)
        yield cells.DATES, _ENCODER.encode(contents)
