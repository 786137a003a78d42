"""Two selections beside each other: which events are in one, which in both, and how far off."""

import msgspec

from timeline.edtf import FAR
from timeline.model.answers import Match, Verdict
from timeline.model.records import Event


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
        first = -FAR if self.earliest is None else self.earliest
        return first, first - (FAR if self.latest is None else self.latest)

    def possibly_within(self, before: int, after: int) -> bool:
        """Return whether some reading lies at most so many days *before* or *after* day 0."""
        soon_enough = self.earliest is None or self.earliest <= after
        return soon_enough and (self.latest is None or self.latest >= -before)


ON_DAY_0 = Offset(0, 0)


class Compared(msgspec.Struct, frozen=True):
    """An event of a comparison: how it answers each question, and on which sides it stands.

    One that answers both stands once, on both sides; or, where days are counted
    from two days 0, once on each side with an offset of its own. Where no days are
    counted the offset says nothing.
    """

    event: Event
    first: Verdict
    second: Verdict
    sides: str  # "A", "B" or "AB"
    offset: Offset = ON_DAY_0

    @property
    def shared(self) -> bool:
        """Whether it answers both questions."""
        return bool(self.first and self.second)

    @property
    def match(self) -> Match:
        """The event with the verdict of where it stands; on both sides, the lesser."""
        verdicts = {"A": self.first, "B": self.second}
        return Match(self.event, min(verdicts[side] for side in self.sides))
