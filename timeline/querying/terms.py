"""The parts of a query, each a frozen value with one question: does an event match.

Kleene's three-valued logic holds them together: `and` is the least of the
answers, `or` the greatest (design, section 5). A term knows how it would be
typed (`str`) and how it is said in a heading (`describe`).
"""

from collections.abc import Callable, Mapping

import msgspec

from timeline.model import Event, Verdict
from timeline.phrases import Window
from timeline.querying.dates import lies_in
from timeline.text import fold, listed


class Term(msgspec.Struct, frozen=True):
    """A question that can be said in words."""

    def matches(self, event: Event) -> Verdict:
        """Return how *event* answers."""
        raise NotImplementedError

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002  as When has it
        """Return the term as a heading says it."""
        raise NotImplementedError


class AllOf(Term, frozen=True):
    """Every term must match; an empty one is a yes."""

    terms: tuple[Term, ...]

    def matches(self, event: Event) -> Verdict:
        """Return the least of the answers."""
        answer = Verdict.YES
        for term in self.terms:
            answer = min(answer, term.matches(event))
            if answer is Verdict.NO:
                break
        return answer

    def without_dates(self) -> "AllOf":
        """Return the query without its terms about time."""
        return AllOf(tuple(term for term in self.terms if not _is_about_time(term)))

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002
        """Return the terms one after another."""
        dot = " - " if ascii else " · "
        return dot.join(term.describe(ascii=ascii) for term in self.terms)


class AnyOf(Term, frozen=True):
    """One of the terms must match."""

    terms: tuple[Term, ...]

    def matches(self, event: Event) -> Verdict:
        """Return the greatest of the answers."""
        return max(term.matches(event) for term in self.terms)

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002
        """Return the terms with "or" between them."""
        return " or ".join(term.describe(ascii=ascii) for term in self.terms)


class During(Term, frozen=True):
    """The event's date overlaps a window."""

    window: Window

    def matches(self, event: Event) -> Verdict:
        """Return whether the date lies in the window in every reading, or in some."""
        return lies_in(event.date, self.window)

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002
        """Return the window as it was resolved."""
        return self.window.describe(ascii=ascii)


class Has(Term, frozen=True):
    """One of the *wanted* values stands in a field of the event."""

    field: str
    said: str
    wanted: frozenset[str]
    values: Callable[[Event], tuple[str, ...]]

    def matches(self, event: Event) -> Verdict:
        """Return yes or no: names are never vague."""
        return Verdict.NO if self.wanted.isdisjoint(self.values(event)) else Verdict.YES

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002, ARG002
        """Return the field and what was found under the name."""
        return f"{self.field} {self.said}"


class Words(Term, frozen=True):
    """A word or phrase stands in title, summary, actors, places or tags."""

    text: str
    names: Mapping[str, str]

    def matches(self, event: Event) -> Verdict:
        """Return yes or no; accents and case make no difference."""
        wanted = fold(self.text)
        return (
            Verdict.YES if any(wanted in fold(text) for text in self._texts(event)) else Verdict.NO
        )

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002
        """Return the words in quotation marks."""
        return listed([self.text]) if ascii else f"“{self.text}”"

    def _texts(self, event: Event) -> tuple[str, ...]:
        actors = (self.names.get(actor, actor) for actor in event.actors)
        return (event.title, event.summary, *actors, *event.places, *event.tags)


def _is_about_time(term: Term) -> bool:
    parts = term.terms if isinstance(term, AnyOf) else (term,)
    return all(isinstance(part, During) for part in parts)
