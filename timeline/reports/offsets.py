"""Days from the beginning of one event to the beginning of another.

Where a date is vague they are a range: the differences of the bounds, never of a middle.
"""

import msgspec

from timeline.edtf import FAR
from timeline.edtf.days import or_far
from timeline.errors import UsageError
from timeline.model.records import Event
from timeline.text import quoted


class Offset(msgspec.Struct, frozen=True):
    """Days from a day 0 to the beginning of an event, negative before it.

    A vague date makes it a range, `~` a wider one; None is unbounded. `approximate`
    says that a qualifier (`?`, `%`) leaves the days themselves in doubt.
    """

    earliest: int | None
    latest: int | None
    approximate: bool = False

    @property
    def exact(self) -> bool:
        """Whether it is one number of days, and nothing leaves it in doubt."""
        one = self.earliest is not None and self.earliest == self.latest
        return one and not self.approximate

    @property
    def sort_key(self) -> tuple[int, int]:
        """The place in an order by first day; the wider comes first, as in a timeline."""
        first = or_far(self.earliest, -FAR)
        return first, first - or_far(self.latest, FAR)

    def possibly_within(self, before: int, after: int) -> bool:
        """Return whether some reading lies at most so many days *before* or *after* day 0."""
        soon_enough = self.earliest is None or self.earliest <= after
        return soon_enough and (self.latest is None or self.latest >= -before)


ON_DAY_0 = Offset(0, 0)


def offset(event: Event, day_0: Event) -> Offset:
    """Return the days from the beginning of *day_0* to that of *event*; 0 to itself.

    Raises `UsageError` if there is no bound to count from.
    """
    first, last = beginning(day_0)
    if event.id == day_0.id:
        return Offset(0, 0)
    earliest, latest = event.date.start
    return Offset(
        _days_between(last, earliest),
        _days_between(first, latest),
        approximate=event.date.is_start_doubted or day_0.date.is_start_doubted,
    )


def _days_between(day_0: int, day: int | None) -> int | None:
    return None if day is None else day - day_0


def beginning(day_0: Event) -> tuple[int, int]:
    """Return the earliest and the latest day on which *day_0* began.

    Raises `UsageError` where nothing bounds it.
    """
    first, last = day_0.date.start
    if first is None or last is None:
        hint = "count from an event whose beginning is known"
        raise UsageError(f"{quoted(day_0.id)} has no first day to count from", hint)
    return first, last
