"""What is counted: the sources under a selection, and when the events of a value begin."""

from collections.abc import Mapping

import msgspec

from timeline.edtf import When
from timeline.model.records import Source


class Reference(msgspec.Struct, frozen=True):
    """A source, and how many events of a selection rest on it.

    *alone* is how many of them cite nothing else; *first* and *last* are dates of
    the events, None where there is none.
    """

    source: Source
    certain: int = 0
    possible: int = 0
    alone: int = 0
    first: When | None = None
    last: When | None = None

    @property
    def total(self) -> int:
        """Certain and possible events together."""
        return self.certain + self.possible


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


def _month_after(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the year and month (from 1) that come so many *months* after *month* of *year*."""
    years, before = divmod(month - 1 + months, 12)
    return year + years, before + 1
