"""Words of a query that may have been meant as something else: a time, or the value of a field."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import TypeAlias

import msgspec

from timeline.errors import TimelineError
from timeline.likeness import without_negation
from timeline.model.answers import Selection
from timeline.query.absence import LACKED
from timeline.query.called import names_of_actors, names_of_arcs, names_of_sources, plain
from timeline.query.fields import CHOICES, FIELDS, Context
from timeline.query.logic import AllOf, Not, Term
from timeline.query.terms import Has, Words

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_LACK = re.compile(r"(?:no|without(?: an?)?) (\w+)")
_MOST_WORDS = 7  # of a date, or of a name: between 24 march 2019 and 2 april 2019
_REGISTERED = {"source": names_of_sources, "actor": names_of_actors, "arc": names_of_arcs}


Names: TypeAlias = Mapping[str, Iterable[str]]
"""The fields of each name; names are plain."""


class Reading(msgspec.Struct, frozen=True):
    """What some words of a query may have been meant to be.

    They are *terms*, as *typed*; *query* is all that was asked with the other
    reading instead, and *found* what that finds.
    """

    typed: str
    terms: Sequence[Term]
    query: AllOf
    found: Selection
    is_name: bool


def readings(query: AllOf, answered: Selection, context: Context) -> Iterator[Reading]:
    """Yield the other readings of words of *query* that find something else than it *answered*.

    The name of an actor or a source is one only if most of what it finds is new: words are
    sought in names too. Words that stand together are taken together: `late oct 2025`.
    """
    names = _names(context)
    at = 0
    while at < len(query.terms):
        number = 1
        for run in _runs(query.terms, at):
            every = _readings(query, at, run, names, context)
            news = next((each for each in every if _is_news(each, answered)), None)
            if news:
                yield news
                number = len(run)
                break
        at += number


def _is_news(reading: Reading, answered: Selection) -> bool:
    if not reading.found:
        return False
    known = {match.event.id for match in answered}
    found = {match.event.id for match in reading.found}
    if reading.is_name:
        return len(found - known) > len(found & known)
    return found != known


def _runs(terms: Sequence[Term], at: int) -> Iterator[Sequence[Term]]:
    """Yield the words that stand together from *at* on, the most first; or one left out."""
    number = 0
    while number < _MOST_WORDS and at + number < len(terms) and _is_word(terms[at + number]):
        number += 1
    for length in range(number, 0, -1):
        yield terms[at : at + length]
    first = terms[at]
    if isinstance(first, Not) and _is_word(first.term):
        yield terms[at : at + 1]


def _is_word(term: Term) -> bool:
    return isinstance(term, Words) and not term.field


def _readings(
    query: AllOf, at: int, run: Sequence[Term], names: Names, context: Context
) -> Iterator[Reading]:
    words = " ".join(_typed(term) for term in run)
    for typed, term in _terms(words, names, context):
        terms = (*query.terms[:at], term, *query.terms[at + len(run) :])
        meant = AllOf(terms, query.note)
        is_name = isinstance(term, Has) and term.field in _REGISTERED
        yield Reading(typed, run, meant, context.timeline.select(meant), is_name)


def _typed(term: Term) -> str:
    if isinstance(term, Not):
        return f"not {_typed(term.term)}"
    return term.typed if isinstance(term, Words) else ""


def _terms(typed: str, names: Names, context: Context) -> Iterator[tuple[str, Term]]:
    """Yield the terms of fields that *typed* may mean, each behind what was typed for it."""
    for field in _fields(typed, names):
        for term in _built(field, typed, context):
            yield typed, term
    for span in _between(typed):
        for term in _built("date", span, context):
            yield span, term
    lacks = _LACK.fullmatch(typed)
    if lacks and lacks[1] in LACKED:
        yield from ((typed, term) for term in _built("no", lacks[1], context))
    yield from _left_out(typed, names, context)


def _left_out(typed: str, names: Names, context: Context) -> Iterator[tuple[str, Term]]:
    """Yield the terms that *typed* may mean where it is a `-word` or a `not word`."""
    positive = without_negation(typed)
    if _YEAR.fullmatch(positive):  # -0043 is a year
        for term in _built("year", f"-{positive}", context):
            yield f"-{positive}", term
    for field in _fields(positive, names):
        if field not in _REGISTERED:
            for term in _built(field, positive, context):
                yield typed, Not(term)


def _between(typed: str) -> Iterator[str]:
    """Yield what was said if it was `between A and B`: a query takes that `and` for its own."""
    first, *words = typed.split()
    if first.lower() != "between" or not _YEAR.search(typed):
        return
    for at in range(1, len(words)):
        yield f"{first} {' '.join(words[:at])} and {' '.join(words[at:])}"


def _fields(typed: str, names: Names) -> Iterator[str]:
    yield from names.get(plain(typed), ())
    if _YEAR.search(typed):
        yield "year" if typed.removeprefix("-").isdigit() else "date"


def _built(field: str, typed: str, context: Context) -> Iterator[Term]:
    """Yield the term; not for what is no date, or a name that is registered and not used."""
    with suppress(TimelineError):
        yield FIELDS[field](field, typed, context)


def _names(context: Context) -> Names:
    """Return the fields of each name in full that words need not find."""
    known = {
        **{field: {each: [each] for each in choices} for field, choices in CHOICES.items()},
        **{field: names(context.timeline) for field, names in _REGISTERED.items()},
    }
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for field, names in known.items():
        for name in chain.from_iterable(names.values()):
            found[plain(name or "")][field] = None
    return found
