"""How finely a date is given."""

from enum import Enum
from typing import Final


class Precision(Enum):
    """The smallest unit a date names, from the coarsest to the finest.

    Ordered: `Precision.YEAR < Precision.DAY`. Unspecified digits do not count:
    `201X` is one year of ten, so its precision is the year.
    """

    YEAR = "year"
    SEMESTER = "semester"
    QUADRIMESTER = "quadrimester"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"

    def __lt__(self, other: "Precision") -> bool:
        """Return whether this unit is coarser than *other*."""
        return _ORDER[self] < _ORDER[other]

    def __le__(self, other: "Precision") -> bool:
        """Return whether this unit is coarser than *other*, or the same."""
        return _ORDER[self] <= _ORDER[other]

    def __gt__(self, other: "Precision") -> bool:
        """Return whether this unit is finer than *other*."""
        return _ORDER[self] > _ORDER[other]

    def __ge__(self, other: "Precision") -> bool:
        """Return whether this unit is finer than *other*, or the same."""
        return _ORDER[self] >= _ORDER[other]


_ORDER: Final = {precision: rank for rank, precision in enumerate(Precision)}
