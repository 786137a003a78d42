"""The dates of events as days: which of them lie in a window, without a look at each.

The events of single days stand in a row, day by day. The others are grouped by how long they
last: of those that last fewer than so many days, all that begin in a window and so long before
its end are within it, and only those at its edges are looked at. What a date says beyond its
bounds (`?`, a list) is left to whoever asks the event: it may lie there, and never surely.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

import msgspec
from msgspec import Struct

from timeline.edtf import When
from timeline.edtf.days import or_far
from timeline.indexing import bits
from timeline.indexing.database import Database, OddIndex

_NEVER: Final = 2**63 - 1  # the day by which nothing has begun
_ODD: Final = -1  # the length of those that are looked at one by one
_BLOCK: Final = 4_096  # spans in a block
_COLUMNS: Final = 6  # of a span and its place: what a block has, each in 8 bytes

Both: TypeAlias = tuple[int, int]
"""The places of events that may answer, and of those that surely do."""


class Span(NamedTuple):
    """A date as days: of all readings, and those by which it has begun and is not over in each.

    One that *goes on* is not over today.
    """

    first: int
    last: int
    begun: int
    lasted: int
    goes_on: bool

    @property
    def is_day(self) -> bool:
        """Whether it is one day, and says nothing else."""
        return self.first == self.last == self.begun == self.lasted

    @property
    def length(self) -> int:
        """The least power of 2 that is more days than it has; -1 where its days do not say all."""
        if self.begun > self.last or self.lasted < self.first:
            return _ODD
        return 1 << (self.last - self.first + 1).bit_length()


def span(when: When, *, goes_on: bool) -> Span:
    """Return the days of a date; it *goes on* where its end is open and its file says no more."""
    first, last = when.hull
    begun, lasted = when.certain
    if len(when.parts) > 1 or first != when.earliest_start:  # it stands elsewhere in the order
        begun = lasted = None
    return Span(first, last, or_far(begun, _NEVER), or_far(lasted, -_NEVER), goes_on)


class _Group(Struct, frozen=True, array_like=True):
    """The blocks of spans shorter than *length*: their numbers, and with which day each begins."""

    length: int
    numbers: list[int]
    begins: list[int]


class _Contents(Struct, frozen=True, array_like=True):
    """All groups; and each day that events are of, with the place of the first of them."""

    groups: list[_Group]
    days: bytes
    places: bytes


_ENCODER: Final = msgspec.msgpack.Encoder()
_CONTENTS: Final = msgspec.msgpack.Decoder(_Contents)
_BLOCKS: Final = msgspec.msgpack.Decoder(list[bytes])


class Spans:
    """The spans of all events, read as they are asked for; their cells begin with number *base*.

    *days* are the places of those that are of one day. What goes on, goes on *today*.
    """

    def __init__(self, database: Database, base: int, days: int, today: int | None) -> None:
        """Read which blocks there are; raises `OddIndex`."""
        self._database, self._base, self._is_day = database, base, days
        self._today = -_NEVER if today is None else today
        try:
            self._contents = _CONTENTS.decode(database.cell(base))
        except msgspec.DecodeError as error:
            raise OddIndex("a list of spans is odd") from error
        self._days = _array(self._contents.days)
        self._places = _array(self._contents.places)

    def lying(self, first: int, last: int, number: int) -> Both:
        """Return which of a *number* of events lie between two days, or may."""
        possible = certain = self.days(first, last, number)
        for group in self._contents.groups:
            for block in _reached(group, first, last):
                may, does = self._of_block(block, group.length, first, last)
                possible |= bits.bits(may, number)
                certain |= bits.bits(does, number)
        return possible, certain

    def days(self, first: int, last: int, number: int) -> int:
        """Return which of a *number* of events are of one of the days between two."""
        ends = [*self._places, number]
        start = ends[bisect_left(self._days, first)]
        end = ends[bisect_right(self._days, last)]
        return self._is_day & bits.between(start, end)

    def _of_block(
        self, number: int, length: int, first: int, last: int
    ) -> tuple[list[int], list[int]]:
        """Return which events of a block may lie between two days, and which do."""
        block = self._block(number)
        places, begins = block[0], block[1]
        if length == _ODD:
            return self._looked_at(block, range(len(places)), first, last)
        since, until = bisect_left(begins, first), bisect_right(begins, last - length)
        before = range(bisect_left(begins, first - length), since)
        after = range(max(since, until), bisect_right(begins, last))
        may, does = self._looked_at(block, (*before, *after), first, last)
        within = places[since:until]
        return [*may, *within], [*does, *within]

    def _looked_at(
        self, block: "Sequence[array[int]]", rows: Iterable[int], first: int, last: int
    ) -> tuple[list[int], list[int]]:
        places, begins, ends, begun, lasted, goes_on = block
        may = [at for at in rows if begins[at] <= last and ends[at] >= first]
        is_over = first > self._today  # what goes on today may be over by then
        does = [
            places[at]
            for at in may
            if begun[at] <= last and (lasted[at] >= first or (goes_on[at] and not is_over))
        ]
        return [places[at] for at in may], does

    def _block(self, number: int) -> "Sequence[array[int]]":
        try:
            found = _BLOCKS.decode(self._database.cell(self._base + number))
            block = [_array(each) for each in found]
        except (msgspec.DecodeError, ValueError) as error:
            raise OddIndex("spans are odd") from error
        if len({*map(len, block)}) > 1:
            raise OddIndex("spans are odd")
        return block


def _reached(group: _Group, first: int, last: int) -> list[int]:
    """Return the blocks of a group in which something may lie between two days."""
    if group.length == _ODD:
        return group.numbers
    start = max(0, bisect_left(group.begins, first - group.length) - 1)
    return group.numbers[start : bisect_right(group.begins, last)]


def _array(data: bytes) -> "array[int]":
    return array("q", data)


class Growing:
    """The spans of events while these are gone through."""

    def __init__(self) -> None:
        """Begin without one."""
        self._days, self._places = array("q"), array("q")
        self._groups: dict[int, list[array[int]]] = {}

    def add(self, place: int, found: Span) -> None:
        """Take in the span of the event at *place*, the next in their order."""
        if found.is_day:
            if not self._days or self._days[-1] != found.first:
                self._days.append(found.first)
                self._places.append(place)
            return
        columns = self._groups.setdefault(found.length, [array("q") for _ in range(_COLUMNS)])
        for column, value in zip(columns, (place, *found), strict=True):
            column.append(value)

    def cells(self, base: int) -> Iterator[tuple[int, bytes]]:
        """Yield the cells of the spans, the first of which has the number *base*."""
        groups, number = [], 0
        for length, columns in self._groups.items():
            starts = range(0, len(columns[0]), _BLOCK)
            numbers = [number + at for at in range(1, len(starts) + 1)]
            groups.append(_Group(length, numbers, [columns[1][at] for at in starts]))
            for number, at in zip(numbers, starts, strict=True):
                block = [column[at : at + _BLOCK].tobytes() for column in columns]
                yield base + number, _ENCODER.encode(block)
        days, places = self._days.tobytes(), self._places.tobytes()
        yield base, _ENCODER.encode(_Contents(groups, days, places))
