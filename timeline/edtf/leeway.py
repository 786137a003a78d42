"""How far `~` reaches: one calendar unit of the precision, at each side of a date.

`2013~` may be 2012 to 2014, `2025-10~` September to November, `201X~` the decades
beside it too. Of components under different qualifiers the coarsest that is
approximate counts, with all that shares its sign: `2004-06~-11` reaches a month
(docs/dates.md#qualifiers).
"""

from typing import Final

from timeline.edtf.bounds import GROUPINGS, unspecified_digits
from timeline.edtf.days import FAR, calendar_date, day_number, days_in_month
from timeline.edtf.syntax import APPROXIMATE, UNCERTAIN, Point

_A_DAY: Final = 0
_A_MONTH: Final = 1
_A_YEAR: Final = 12


def is_doubted(point: Point) -> bool:
    """Return whether a component is uncertain (`?`, `%`)."""
    return any(mark & UNCERTAIN for mark in point.marks)


def unit(point: Point) -> int | None:
    """Return by how many months `~` widens a date: 0 for a day, None where it does not."""
    near = [bool(mark & APPROXIMATE) for mark in point.marks]
    if not any(near):
        return None
    finest = near.index(True)
    while finest + 1 < len(near) and near[finest + 1]:
        finest += 1
    return (_year_unit(point), _month_unit(point), _A_DAY)[finest]


def widened(point: Point, first: int, last: int) -> tuple[int, int]:
    """Return the days *first* to *last*, some of those of *point*, with what `~` adds."""
    months = unit(point)
    if months is None:
        return first, last
    if months == _A_DAY:
        return first - 1, last + 1
    if point.day:
        return moved(first, -months), moved(last, months)
    # A period ends where the next one begins: so February grows to the end of March.
    return moved(first, -months), moved(last + 1, months) - 1


def moved(day: int, months: int) -> int:
    """Return the same day so many *months* later, or the last one of a shorter month."""
    if abs(day) >= FAR:
        return day
    year, month, of_month = calendar_date(day)
    later, at = divmod(12 * year + month - 1 + months, 12)
    return day_number(later, at + 1, min(of_month, days_in_month(later, at + 1)))


def _year_unit(point: Point) -> int:
    """Return the months of a year, or of the decade, century … that digits are left open for."""
    decimal: int = 10 ** unspecified_digits(point.year, point.significant)
    return _A_YEAR * decimal


def _month_unit(point: Point) -> int:
    """Return the months of a month, or of a season or other part of a year."""
    if point.month in GROUPINGS:
        return GROUPINGS[point.month].months
    return _A_MONTH
