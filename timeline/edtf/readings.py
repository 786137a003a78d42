"""The days that a date with `X` may mean, as stretches of days without a gap.

`201X` is one stretch of ten years; `2019-X2` is February or December, and
`XXXX-12-25` ten thousand days. So they come one by one, from any day on.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from timeline.edtf.bounds import GROUPINGS, bounds, fitting, years
from timeline.edtf.days import FAR, calendar_date, day_number, days_in_month, month_end
from timeline.edtf.leeway import unit, widened
from timeline.edtf.syntax import Point

Stretch = tuple[int, int]
"""The first and last of some days that follow each other."""

_MOST: Final = 400  # stretches that are still told apart
_LEFT_OPEN: Final = re.compile(r"X.*\d", re.ASCII)  # and a digit after it that is not
_MONTHS: Final = 12


def has_gaps(point: Point) -> bool:
    """Return whether days lie between the bounds of a date that it cannot mean."""
    digits = point.year + point.month + point.day
    return "X" in digits and _LEFT_OPEN.search(digits) is not None


def readings(point: Point, since: int = -FAR) -> Iterator[Stretch]:
    """Yield the stretches on one of whose days *point* may be, `~` reckoned in, in order.

    Those that end before the day *since* are left out; some may share a day.
    """
    months = unit(point) or 0
    earliest = calendar_date(since)[0] - months // _MONTHS - 2  # a winter ends in the next year
    found = years(point.year, point.significant)
    for year in found[bisect_left(found, earliest) :]:
        for first, last in _within(year, point):
            wide = widened(point, first, last)
            if wide[1] >= since:
                yield wide


def all_readings(point: Point) -> tuple[Stretch, ...]:
    """Return the stretches without a gap between them; of very many, the hull alone."""
    found: list[Stretch] = []
    for first, last in readings(point):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
        if len(found) > _MOST:
            return (widened(point, point.earliest, point.latest),)
    return tuple(found)


def _within(year: int, point: Point) -> Iterator[Stretch]:
    """Yield the stretches of one year."""
    if point.month in GROUPINGS:
        yield from filter(None, [bounds((year,), point.month, "")])
        return
    months = fitting(point.month or "XX", _MONTHS)
    if not point.day:
        for first, last in _runs(months):
            yield day_number(year, first, 1), month_end(year, last)
        return
    for month in months:
        existing = fitting(point.day, days_in_month(year, month))
        for first, last in _runs(existing):
            yield day_number(year, month, first), day_number(year, month, last)


def _runs(numbers: Sequence[int]) -> Iterable[Stretch]:
    """Yield the first and last of numbers that follow each other."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield found[0], found[-1]
