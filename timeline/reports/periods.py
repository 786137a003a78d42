"""Periods of equal length, and the events that begin in them."""

from collections.abc import Iterator, Mapping
from itertools import count

import msgspec

from timeline.edtf import day_number
from timeline.model.answers import Selection
from timeline.model.tallies import Tally, month_of
from timeline.phrases import Window


class Spread(msgspec.Struct, frozen=True):
    """How many events begin in each of *number* periods of so many *months*, for each value.

    The periods are the same for all values, and begin with *month* (from 1) of the
    astronomical *year*. An event counts once, in the period of the day by which it
    is sorted, whether it is certain or possible.
    """

    year: int
    month: int
    months: int
    number: int
    over: Mapping[str, tuple[int, ...]]

    @property
    def last(self) -> tuple[int, int]:
        """The year and month with which the last period ends."""
        return _month_after(self.year, self.month, self.months * self.number - 1)


_MOST_CELLS = 26  # periods that a row of counts has room for


def over_time(selection: Selection, found: Mapping[str, Tally]) -> Spread:
    """Return when the events of each value that was *found* begin: the same periods for all.

    A period is a month, or so many that there are at most twenty-six of them from
    the first event to the last. Nothing selected gives no period.
    """
    ends = (*selection.part(1), *selection.part(1, reverse=True))
    if not ends:
        return Spread(1, 1, 1, 0, {})
    first, last = (month_of(match.event.date) for match in ends)
    size = next(size for size in _month_lengths() if last // size - first // size < _MOST_CELLS)
    start = first // size
    number = last // size - start + 1
    over = _Rows(found, size, start, number)
    year, before = divmod(start * size, 12)
    return Spread(year, before + 1, size, number, over)


class _Rows(Mapping[str, tuple[int, ...]]):
    """How many events of each value begin in each period, counted when somebody asks for it.

    There are *number* periods of *size* months from *start* on, for all that were *found*.
    """

    def __init__(self, found: Mapping[str, Tally], size: int, start: int, number: int) -> None:
        self._found = found
        self._size, self._start, self._number = size, start, number

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __getitem__(self, key: str) -> tuple[int, ...]:
        row = [0] * self._number
        for month, events in self._found[key].months.items():
            row[month // self._size - self._start] += events
        return tuple(row)


def years_window(first: int, last: int) -> Window:
    """Return the window from the *first* year to the end of the *last*."""
    return Window(day_number(first, 1, 1), day_number(last, 12, 31), "")


def _lengths() -> Iterator[int]:
    """Yield 1, 2, 5, 10, 20, 50 … years."""
    for power in count():
        yield from (10**power, 2 * 10**power, 5 * 10**power)


def _month_lengths() -> Iterator[int]:
    """Yield a month, a quarter, half a year; then as many months as years have."""
    yield from (1, 3, 6)
    yield from (12 * years for years in _lengths())


def _month_after(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the year and month (from 1) that come so many *months* after *month* of *year*."""
    years, before = divmod(month - 1 + months, 12)
    return year + years, before + 1
