"""How terms are held together: Kleene's three-valued logic (docs/architecture.md#three-answers).

`and` is the least of the answers, `or` the greatest, `not` turns yes and no
around and leaves maybe. The answer to a compound is never wrong, but it may be a
maybe where deeper thought could decide: `year:2019 or not year:2019` is certain,
and yet a maybe for an event of `2019~`.
"""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from timeline.model.answers import Verdict
from timeline.model.records import Event


class Reason(msgspec.Struct, frozen=True):
    """Why an event answers as it does: a term as typed, its answer, and what decided."""

    term: str
    verdict: Verdict
    because: str = ""
    parts: tuple["Reason", ...] = ()


_NO = Verdict.NO  # looked up for every event: worth a name of its own

# How tightly a term holds what it is made of: `or` least.
_OR, _AND, _NOT, _LEAF = range(4)


class Term(msgspec.Struct, frozen=True):
    """A question: it matches events, and can be typed, said and explained.

    `str` is the term as it would be typed, and reads back to the same term.
    """

    holds: ClassVar[int] = _LEAF
    about_time: ClassVar[bool] = False

    def matches(self, event: Event) -> Verdict:
        """Return how *event* answers."""
        raise NotImplementedError

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002  as `When` has it
        """Return the term as a heading says it, with what it was understood as."""
        raise NotImplementedError

    def explain(self, event: Event) -> Reason:
        """Return why *event* answers as it does."""
        raise NotImplementedError


class AllOf(Term, frozen=True):
    """Every term must match; an empty one is a yes.

    A *note* is what holds for all of them, such as that only beginnings count.
    """

    terms: tuple[Term, ...] = ()
    note: str = ""
    holds: ClassVar[int] = _AND

    def __str__(self) -> str:
        """Return the terms with a space between them."""
        return " ".join(_within(term, _AND) for term in self.terms)

    def matches(self, event: Event) -> Verdict:
        """Return the least of the answers; after a no, nothing more is asked."""
        answer = Verdict.YES
        for term in self.terms:
            verdict = term.matches(event)
            if verdict is _NO:
                return verdict
            answer = min(answer, verdict)
        return answer

    def without_dates(self) -> "AllOf":
        """Return the query without its terms about time."""
        terms = tuple(term for term in self.terms if not _is_about_time(term))
        return AllOf(terms, self.note)

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002
        """Return the terms one after another, and the note."""
        dot = " - " if ascii else " · "
        said = [term.describe(ascii=ascii) for term in self.terms]
        if self.note:
            said.append(self.note)
        return dot.join(said)

    def explain(self, event: Event) -> Reason:
        """Return the reasons of all terms; the least of them decides."""
        parts = tuple(term.explain(event) for term in self.terms)
        return Reason("all of", self.matches(event), parts=parts)


class AnyOf(Term, frozen=True):
    """One of the terms must match."""

    terms: tuple[Term, ...]
    holds: ClassVar[int] = _OR

    def __str__(self) -> str:
        """Return the terms with `or` between them."""
        return " or ".join(_within(term, _OR) for term in self.terms)

    def matches(self, event: Event) -> Verdict:
        """Return the greatest of the answers."""
        return max(term.matches(event) for term in self.terms)

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002
        """Return the terms with "or" between them."""
        return " or ".join(_said_within(term, ascii=ascii) for term in self.terms)

    def explain(self, event: Event) -> Reason:
        """Return the reasons of all terms; the greatest of them decides."""
        parts = tuple(term.explain(event) for term in self.terms)
        return Reason("any of", self.matches(event), parts=parts)


class Not(Term, frozen=True):
    """The term must not match; what only may match is a maybe still."""

    term: Term
    holds: ClassVar[int] = _NOT

    def __str__(self) -> str:
        """Return `not` and the term."""
        return f"not {_within(self.term, _NOT)}"

    def matches(self, event: Event) -> Verdict:
        """Return the answer turned around."""
        return Verdict(Verdict.YES - self.term.matches(event))

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002
        """Return "not" and the term."""
        return f"not {_said_within(self.term, ascii=ascii)}"

    def explain(self, event: Event) -> Reason:
        """Return the reason of the term, to be turned around."""
        return Reason("not", self.matches(event), parts=(self.term.explain(event),))


def leaves(term: Term) -> Iterator[Term]:
    """Yield the terms that are not made of others, from left to right."""
    if isinstance(term, Not):
        yield from leaves(term.term)
    elif isinstance(term, AllOf | AnyOf):
        for part in term.terms:
            yield from leaves(part)
    else:
        yield term


def _within(term: Term, holder: int) -> str:
    """Return *term* as typed, in parentheses if it would fall apart inside its holder."""
    return f"({term})" if term.holds <= holder else str(term)


def _said_within(term: Term, *, ascii: bool) -> str:  # noqa: A002  as `When` has it
    said = term.describe(ascii=ascii)
    is_several = isinstance(term, AllOf) and len(term.terms) > 1
    return f"({said})" if is_several else said


def _is_about_time(term: Term) -> bool:
    return all(leaf.about_time for leaf in leaves(term))
