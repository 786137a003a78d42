"""The terms of a query that ask something of an event themselves."""

import re
from typing import ClassVar

from timeline.inference import known
from timeline.model.answers import Verdict
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.phrases import Window
from timeline.query.dates import begins_in, lies_in, why_it_begins, why_it_lies
from timeline.query.logic import Reason, Term
from timeline.query.matches import Sought
from timeline.query.values import Values
from timeline.text import enumerated, fold, listed, quoted, visible

_SINGLE = ("arc", "status", "kind", "id")  # fields that have one value
_EXCERPT = 30  # characters on either side of what was found in a text

# A value after `field:`; alone, a word that is no field, operator or negation.
_VALUE = r"""(?![=<>'‘‚‛])(?:(?!&&)[^\s()|"\\“”„‟«»‹›「」『』])+"""
_WORD = r"""(?![-−–—!&@'‘‚‛])(?=.*[^\W_])[^\s()|"\\“”„‟«»‹›「」『』:<>=]+"""
_OPERATORS = {"and", "or", "not"}
_SIGNS = ("=", "*")


class Leaf(Term, frozen=True):
    """A field and the value that was typed for it."""

    field: str
    typed: str

    def __str__(self) -> str:
        """Return `field:value`."""
        return f"{self.field}:{typed_value(self.typed)}"

    def explain(self, event: Event) -> Reason:
        """Return the answer with what decided it."""
        return Reason(str(self), self.matches(event), self.because(event))

    def because(self, event: Event) -> str:
        """Return what in *event* decided."""
        raise NotImplementedError


class During(Leaf, frozen=True):
    """The event's date overlaps a window; with *starts*, it began in it."""

    window: Window
    starts: bool = False
    about_time: ClassVar[bool] = True

    def matches(self, event: Event) -> Verdict:
        """Return whether the date lies in the window in every reading, or in some."""
        judged = begins_in if self.starts else lies_in
        return judged(event.date, self.window)

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002  as `When` has it
        """Return the window as it was resolved."""
        return self.window.describe(ascii=ascii)

    def because(self, event: Event) -> str:
        """Return the bound of the date that decided."""
        said = why_it_begins if self.starts else why_it_lies
        return said(event.date, self.window)


class Known(Leaf, frozen=True):
    """A source had published the event first on a day in the window."""

    window: Window
    timeline: Timeline
    about_time: ClassVar[bool] = True

    def matches(self, event: Event) -> Verdict:
        """Return whether the first report lies in the window; an undated one may."""
        return known.known_in(event, self.timeline.sources, self.window)

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002
        """Return the window as it was resolved."""
        return f"known {self.window.describe(ascii=ascii)}"

    def because(self, event: Event) -> str:
        """Return the date of the first report."""
        if not event.citations:
            return "no source tells it"
        report = known.first_report(event, self.timeline.sources)
        if report is None:
            return "no source has a date"
        said = f"first dated report {report.describe()}"
        if known.has_undated(event, self.timeline.sources):
            return f"{said}; an undated one may be earlier"
        return said


class Has(Leaf, frozen=True):
    """One of the *wanted* values stands in the field."""

    said: str
    wanted: frozenset[str]
    values: Values
    timeline: Timeline

    def matches(self, event: Event) -> Verdict:
        """Return yes or no: names are never vague."""
        missing = self.wanted.isdisjoint(self.values(event, self.timeline))
        return Verdict.NO if missing else Verdict.YES

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002, ARG002
        """Return the field and what was found under the name."""
        return f"{self.field} {visible(self.said)}"

    def because(self, event: Event) -> str:
        """Return the values that match, or else those that there are."""
        values = [value for value in self.values(event, self.timeline) if value]
        found = [value for value in values if value in self.wanted]
        said = enumerated([self._name(value) for value in found or values])
        if not said:
            return f"has no {self.field}"
        if self.field in _SINGLE:
            return f"is {said}"
        if found:
            return f"has {said}"
        return f"has only {said}"

    def _name(self, value: str) -> str:
        if self.field in ("actor", "by"):
            return self.timeline.actor_name(value)
        if self.field == "place":
            return self._with_outer(value)
        return value

    def _with_outer(self, place: str) -> str:
        """Return a place, with those around it that were asked for."""
        around = self.timeline.geography.outer(place)[1:]
        asked = [each for each in around if each in self.wanted]
        return f"{place}, in {', '.join(asked)}" if asked else place


class Lacks(Leaf, frozen=True):
    """An event says nothing under a key."""

    values: Values
    timeline: Timeline

    def matches(self, event: Event) -> Verdict:
        """Return yes or no."""
        return Verdict.NO if any(self.values(event, self.timeline)) else Verdict.YES

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002, ARG002
        """Return "without" and what is lacking."""
        return f"without {self.typed}"

    def because(self, event: Event) -> str:
        """Return whether there is some."""
        return "has some" if any(self.values(event, self.timeline)) else "has none"


class Words(Leaf, frozen=True):
    """A word or phrase stands in one of the texts of a field, or of the whole event."""

    sought: Sought
    values: Values
    timeline: Timeline

    def __str__(self) -> str:
        """Return the words, with their field where they have one."""
        if self.field:
            return super().__str__()
        return typed_value(self.typed, alone=True)

    def matches(self, event: Event) -> Verdict:
        """Return yes or no; accents and case make no difference."""
        found = any(self._at(text) >= 0 for text in self.values(event, self.timeline))
        return Verdict.YES if found else Verdict.NO

    def describe(self, *, ascii: bool = False) -> str:  # noqa: A002
        """Return the words in quotation marks."""
        said = listed([self.typed]) if ascii else f"“{visible(self.typed)}”"
        return f"{self.field} {said}" if self.field else said

    def because(self, event: Event) -> str:
        """Return the text in which the words stand, a long one cut around them."""
        for text in self.values(event, self.timeline):
            if (at := self._at(text)) >= 0:
                return f"in {quoted(_around(text, at, len(self.sought.text)))}"
        return "not in its title" if self.field == "title" else "in none of its texts"

    def _at(self, text: str) -> int:
        """Return where the words stand in *text*, folded; -1 if they do nowhere."""
        folded = fold(text)
        if "  " in folded and " " in self.sought.text:
            folded = " ".join(folded.split())
        return self.sought.at(folded)


def _around(text: str, at: int, length: int) -> str:
    """Return whole words of *text* around so many letters, with dots for what is left out."""
    first = text.rfind(" ", 0, at - _EXCERPT) + 1 if at > _EXCERPT else 0
    end = text.find(" ", at + length + _EXCERPT)
    last = len(text) if end < 0 else end
    before = "…" if first else ""
    after = "…" if last < len(text) else ""
    return f"{before}{text[first:last]}{after}"


def typed_value(text: str, *, alone: bool = False) -> str:
    """Return *text* as a value after `field:`, or as a word that stands *alone*."""
    if text.startswith(_SIGNS):
        return text[0] + _typed(text[1:], alone=alone)
    return _typed(text, alone=alone)


def exact_value(text: str) -> str:
    """Return the value after `field:` that asks for what is called *text* in full."""
    return f"={_typed(text, alone=False)}"


def named_value(text: str) -> str:
    """Return the value after `field:` that asks for what is called *text*, whatever its signs."""
    return exact_value(text) if text.startswith(_SIGNS) else typed_value(text)


def _typed(text: str, *, alone: bool) -> str:
    is_operator = alone and text.lower() in _OPERATORS
    shape = _WORD if alone else _VALUE
    if re.fullmatch(shape, text) and not text.startswith(_SIGNS) and not is_operator:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
