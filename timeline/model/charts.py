"""The records of a chart: how many events began in each of a row of periods."""

import msgspec

from timeline.phrases.units import Unit
from timeline.phrases.windows import Window


class Bar(msgspec.Struct, frozen=True, gc=False):
    """The events that began in a period: so many certainly, and the share of the others.

    An event that may have begun in several periods gives each its share of 1,
    by days; `possible` is the sum of such shares.
    """

    certain: int = 0
    possible: float = 0.0

    @property
    def total(self) -> float:
        """Certain events and shares of possible ones together."""
        return self.certain + self.possible


class Series(msgspec.Struct, frozen=True):
    """A bar for each period of a chart, for the events that have a value, or for all.

    `events` is what the bars and the three numbers beside them add up to:
    `earlier` and `later` than the periods, and `undated`, of which nothing is
    known that would place them.
    """

    key: str
    name: str
    events: int
    bars: tuple[Bar, ...]
    earlier: float = 0.0
    later: float = 0.0
    undated: int = 0


class Chart(msgspec.Struct, frozen=True):
    """Periods of one *unit*, in order and without a gap, and the rows of their bars.

    `all` has every event; `rows` has one row for each value it was split by, but for
    `others` that have fewer events. An event with several values stands in the row
    of each.
    """

    unit: Unit
    periods: tuple[Window, ...]
    all: Series
    rows: tuple[Series, ...] = ()
    others: int = 0
