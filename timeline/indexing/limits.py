"""What an index knows of how events answer: of each, what it says at least and at most.

Kleene's logic goes on working with limits: the least of two answers lies between the least of
their lower limits and the least of their upper ones, and so with the greatest and with the
answer turned around. What has two limits that differ must be asked.
"""

from typing import NamedTuple

from timeline.model.answers import Verdict


class Limits(NamedTuple):
    """Four sets of events, as `bits` has them, each within the one before it or after the next.

    `may` are those that are not surely a no, `could` those that are a yes at most; `some` surely
    answer with a maybe at least, and `does` with a yes. `does` is within `some` and `could`, and
    both within `may`.
    """

    may: int
    could: int
    some: int
    does: int

    @property
    def maybe(self) -> int:
        """Those that surely answer with a maybe."""
        return self.some & ~self.could

    @property
    def unsure(self) -> int:
        """Those of which nobody knows without asking them."""
        return self.may & ~self.does & ~self.maybe

    def within(self, other: "Limits") -> "Limits":
        """Return the limits of the least of two answers."""
        return Limits(*(one & two for one, two in zip(self, other, strict=True)))

    def beside(self, other: "Limits") -> "Limits":
        """Return the limits of the greatest of two answers."""
        return Limits(*(one | two for one, two in zip(self, other, strict=True)))

    def turned(self, everything: int) -> "Limits":
        """Return the limits of the answers turned around, which *everything* gives."""
        may, could, some, does = (everything ^ each for each in self)
        return Limits(may=does, could=some, some=could, does=may)

    def only(self, verdict: Verdict) -> "Limits":
        """Return the limits where all that is not *verdict* is a no."""
        if verdict is Verdict.YES:
            return Limits(self.could, self.could, self.does, self.does)
        return Limits(self.may & ~self.does, 0, self.maybe, 0)


def exactly(does: int, maybe: int = 0) -> Limits:
    """Return that those of a set answer with a yes, others with a *maybe*, and no more do."""
    return Limits(does | maybe, does, does | maybe, does)


def loosely(may: int, does: int = 0) -> Limits:
    """Return that those of a set may answer, of whom some surely do, and no more do."""
    return Limits(may, may, does, does)
