"""The dates of events as days: which of them lie in a window, without a look at each.

The events of single days stand in a row, day by day. The others are grouped by how long they
last: of those that last fewer than so many days, all that begin in a window and so long before
its end are within it, and only those at its edges are looked at. Where a date says more than its
bounds (a list, days left out) it is left to whoever asks the event: it may lie there.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec
from msgspec import Struct

from timeline.edtf import Part, When
from timeline.edtf.days import or_far
from timeline.indexing import bits
from timeline.indexing.database import Database, OddIndex, decoded
from timeline.indexing.limits import Limits, exactly

_NEVER: Final = 2**63 - 1  # the day by which nothing has begun
_ODD: Final = -1  # the length of those that are looked at one by one
_BLOCK: Final = 4_096  # spans in a block
_COLUMNS: Final = 8  # of a span and its place: what a block has, each in 8 bytes


class Span(NamedTuple):
    """A date as days: of all readings, and those by which it has begun and is not over in each.

    One that *goes on* is not over today. These days *tell* all of when it was, or it *begins*
    plainly: on a day from the first to that by which it has begun.
    """

    first: int
    last: int
    begun: int
    lasted: int
    goes_on: bool
    tells: bool
    begins: bool

    @property
    def is_day(self) -> bool:
        """Whether it is one day, and says nothing else."""
        return self.begins and self.first == self.last == self.begun == self.lasted

    @property
    def length(self) -> int:
        """The least power of 2 that is more days than it has; -1 where it is looked at."""
        if not self.begins or self.begun > self.last or self.lasted < self.first:
            return _ODD
        return 1 << (self.last - self.first + 1).bit_length()


def span(when: When, *, goes_on: bool) -> Span:
    """Return the days of a date; it *goes on* where its end is open and its file says no more."""
    begun, lasted = when.certain
    sure = or_far(begun, _NEVER), or_far(lasted, -_NEVER)
    is_plain = not when.parts and when.earliest_start is not None
    tells = not when.parts or (not goes_on and _is_one_stretch(when.parts))
    return Span(*when.hull, *sure, goes_on, tells, is_plain)


def _is_one_stretch(parts: Sequence[Part]) -> bool:
    return len(parts) == 1 and (parts[0].is_span or not parts[0].point)


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
        self._contents = decoded(_CONTENTS, database.cell(base))
        self._days = _array(self._contents.days)
        self._places = _array(self._contents.places)

    def lying(self, first: int | None, last: int | None, number: int, *, starts: bool) -> Limits:
        """Return which of a *number* of events lie between two days, or with *starts* begin."""
        first, last = or_far(first, -_NEVER), or_far(last, _NEVER)
        found = exactly(self._on_days(first, last, number))
        asked = _Asked(first, last, first > self._today, starts)
        for group in self._contents.groups:
            for block in _reached(group, first, last):
                here = asked.of_block(self._block(block), group.length)
                may, does, unsure = (bits.bits(each, number) for each in here)
                found = found.beside(Limits(may, does | unsure, may & ~unsure, does))
        return found

    def _on_days(self, first: int, last: int, number: int) -> int:
        """Return which of a *number* of events are of one of the days between two."""
        ends = [*self._places, number]
        start = ends[bisect_left(self._days, first)]
        end = ends[bisect_right(self._days, last)]
        return self._is_day & bits.between(start, end)

    def _block(self, number: int) -> "Sequence[array[int]]":
        try:
            found = _BLOCKS.decode(self._database.cell(self._base + number))
            block = [_array(each) for each in found]
        except (msgspec.DecodeError, ValueError) as error:
            raise OddIndex("spans are odd") from error
        if len({*map(len, block)}) > 1:
            raise OddIndex("spans are odd")
        return block


class _Asked(NamedTuple):
    """What is asked of spans: the days between which they lie, or with *starts* begin.

    It *is_later* than what goes on today is known to go on.
    """

    first: int
    last: int
    is_later: bool
    starts: bool

    def of_block(
        self, block: "Sequence[array[int]]", length: int
    ) -> tuple[list[int], list[int], list[int]]:
        """Return the places of a block that may answer, that do, and of which it is not known."""
        places, begins = block[0], block[1]
        if length == _ODD:
            return self._looked_at(block, range(len(places)))
        since = bisect_left(begins, self.first)
        until = bisect_right(begins, self.last - length)
        before = range(bisect_left(begins, self.first - length), since)
        after = range(max(since, until), bisect_right(begins, self.last))
        may, does, unsure = self._looked_at(block, (*before, *after))
        within = places[since:until]
        return [*may, *within], [*does, *within], unsure

    def _looked_at(
        self, block: "Sequence[array[int]]", rows: Iterable[int]
    ) -> tuple[list[int], list[int], list[int]]:
        if self.starts:
            return self._begun(block, rows)
        places, begins, ends, begun, lasted, goes_on, tells, _ = block
        first, last = self.first, self.last
        may = [at for at in rows if begins[at] <= last and ends[at] >= first]
        does = [
            places[at]
            for at in may
            if begun[at] <= last and (lasted[at] >= first or (goes_on[at] and not self.is_later))
            if tells[at]
        ]
        return [places[at] for at in may], does, [places[at] for at in may if not tells[at]]

    def _begun(
        self, block: "Sequence[array[int]]", rows: Iterable[int]
    ) -> tuple[list[int], list[int], list[int]]:
        """Return the same of what begins; what does not plainly do so may where it may lie."""
        places, begins, ends, begun, _, _, _, is_plain = block
        first, last = self.first, self.last
        may = [
            at
            for at in rows
            if begins[at] <= last and (begun[at] if is_plain[at] else ends[at]) >= first
        ]
        does = [
            places[at] for at in may if is_plain[at] and begins[at] >= first and begun[at] <= last
        ]
        return [places[at] for at in may], does, [places[at] for at in may if not is_plain[at]]


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
