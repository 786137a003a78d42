"""The terms that compare: how many sources, how reliable, how credible."""

import operator
from collections.abc import Callable, Mapping

from timeline.model import Event, Reason, Timeline, Verdict
from timeline.querying.language.logic import Term
from timeline.querying.language.values import Values
from timeline.text import counted, enumerated

COMPARISONS: Mapping[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
    ":": operator.eq,
}
# What cannot be judged is not the worst: it is unknown (design, section 2).
_UNKNOWN = ("", "F", "6")
_LETTERS = "EDCBA"  # by reliability, the worst first: `>=B` is at least as reliable


class Measure(Term, frozen=True):
    """A field, a comparison, and what it compares with."""

    field: str
    mark: str
    typed: str
    values: Values
    timeline: Timeline

    def __str__(self) -> str:
        """Return the comparison as typed."""
        return f"{self.field}{self.mark}{self.typed}"

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002, ARG002  as `When` has it
        """Return the comparison with spaces around the mark."""
        mark = "=" if self.mark == ":" else self.mark
        return f"{self.field} {mark} {self.typed}"

    def explain(self, event: Event) -> Reason:
        """Return the answer with what was compared."""
        return Reason(str(self), self.matches(event), self.because(event))

    def because(self, event: Event) -> str:
        """Return what in *event* decided."""
        raise NotImplementedError


class Number(Measure, frozen=True):
    """How many values an event has in a field."""

    def matches(self, event: Event) -> Verdict:
        """Return yes or no."""
        number = len(self.values(event, self.timeline))
        return Verdict.YES if COMPARISONS[self.mark](number, int(self.typed)) else Verdict.NO

    def because(self, event: Event) -> str:
        """Return how many there are."""
        number = len(self.values(event, self.timeline))
        return f"has {counted(number, self.field.removesuffix('s'))}"


class Grade(Measure, frozen=True):
    """The best of the grades that an event's sources have.

    An unknown grade (F, 6, none) may be any: where no known one fits, the answer
    is maybe. Asked for by name (`reliability=F`), F and 6 are grades like others.
    """

    def matches(self, event: Event) -> Verdict:
        """Return yes if a grade fits, maybe if one is unknown, else no."""
        grades = self.values(event, self.timeline)
        if any(self._fits(grade) for grade in grades):
            return Verdict.YES
        asks_for_unknown = self.typed in _UNKNOWN
        unknown = any(grade in _UNKNOWN for grade in grades)
        return Verdict.MAYBE if unknown and not asks_for_unknown else Verdict.NO

    def because(self, event: Event) -> str:
        """Return the grades that there are."""
        grades = self.values(event, self.timeline)
        said = enumerated([grade or "not at all" for grade in dict.fromkeys(grades)])
        return f"its sources are graded {said}" if grades else "has no sources"

    def _fits(self, grade: str) -> bool:
        if self.typed in _UNKNOWN or grade in _UNKNOWN:
            return self.mark in ("=", ":") and grade == self.typed
        return COMPARISONS[self.mark](rank(grade), rank(self.typed))


def rank(grade: str) -> int:
    """Return a grade as a number: of letters the better is the greater, of digits the digit."""
    return _LETTERS.index(grade) if grade in _LETTERS else int(grade)
