"""The terms that compare: how many sources, how reliable, how credible."""

import operator
from collections.abc import Callable, Mapping, Sequence

from timeline.model.answers import Verdict
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.query.logic import Reason, Term
from timeline.query.values import Values
from timeline.text import counted, enumerated

COMPARISONS: Mapping[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
    ":": operator.eq,
}


def agreed(fits: set[bool]) -> Verdict:
    """Return yes or no where all readings agree, else maybe; no where there is none."""
    if len(fits) > 1:
        return Verdict.MAYBE
    return Verdict.YES if True in fits else Verdict.NO


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
        return self.judged(len(self.values(event, self.timeline)))

    def judged(self, number: int) -> Verdict:
        """Return the answer of an event that has so many values: yes or no."""
        fits = COMPARISONS[self.mark](number, int(self.typed))
        return Verdict.YES if fits else Verdict.NO

    def because(self, event: Event) -> str:
        """Return how many there are."""
        number = len(self.values(event, self.timeline))
        return f"has {counted(number, self.field.removesuffix('s'))}"


class Grade(Measure, frozen=True):
    """The best of the grades that an event's sources have.

    An unknown grade (F, 6, none) may be any, so beside one the best is at least the best
    that is known. Asked for by name (`reliability=F`), F is the best where none is known.
    """

    scale: str  # the grades that are known, the best first

    def matches(self, event: Event) -> Verdict:
        """Return whether every grade that may be the best fits, or some; without sources no."""
        return self.judged(self.values(event, self.timeline))

    def judged(self, grades: Sequence[str]) -> Verdict:
        """Return the answer of an event whose sources have these *grades*, each at least once."""
        fits = {self.fits(grade) for grade in self._possible(grades)}
        return agreed(fits)

    def because(self, event: Event) -> str:
        """Return the grades that there are."""
        grades = self.values(event, self.timeline)
        if not grades:
            return "has no sources"
        said = enumerated([grade or "not at all" for grade in dict.fromkeys(grades)])
        return f"its sources are graded {said}"

    def fits(self, grade: str) -> bool:
        """Return whether *grade* compares with the one that was typed as is asked."""
        if grade not in self.scale or self.typed not in self.scale:
            return grade == self.typed
        return COMPARISONS[self.mark](self._rank(grade), self._rank(self.typed))

    def _possible(self, grades: Sequence[str]) -> Sequence[str]:
        """Return those that may be the best of *grades*; none of none."""
        known = [self.scale.index(grade) for grade in grades if grade and grade in self.scale]
        if self.typed not in self.scale:
            is_best = self.typed in grades and not known
            return [self.typed] if is_best else ()
        if len(known) == len(grades):
            return [self.scale[min(known)]] if known else ()
        return self.scale[: min(known, default=len(self.scale)) + 1]

    def _rank(self, grade: str) -> int:
        """Return a grade as a number: of letters the better is the greater, of digits the digit."""
        return int(grade) if grade.isdigit() else -self.scale.index(grade)
