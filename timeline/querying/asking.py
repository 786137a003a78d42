"""Options and the text of a query → one query.

An option given twice means any of its values; different options, and the text,
mean all of them (design, section 5). They are terms of the same tree.
"""

from collections.abc import Mapping, Sequence

from timeline.querying.language.fields import FIELDS, Context
from timeline.querying.language.grammar import parse
from timeline.querying.language.logic import AllOf, AnyOf, Term

# The fields that are options too, in the order in which a heading says them.
BEGINNINGS = "beginnings only"  # what a heading says of `--starts`
OPTIONS = ("actor", "year", "since", "until", "place", "arc", "status", "tag", "source")


def ask(asked: Mapping[str, Sequence[str]], text: str, context: Context) -> AllOf:
    """Return the query for *asked*, option → what was typed, and the query *text*.

    Raises `UnknownName` for a name nothing carries, `PhraseError` for a date that
    cannot be understood, and `QueryError` for a fault in *text*.
    """
    options = tuple(_any_of(field, asked[field], context) for field in OPTIONS if asked.get(field))
    said = parse(text, context)
    terms = (*options, *(said.terms if isinstance(said, AllOf) else (said,)))
    return AllOf(terms, BEGINNINGS if context.starts else "")


def _any_of(field: str, typed: Sequence[str], context: Context) -> Term:
    terms = tuple(FIELDS[field](field, each, context) for each in typed)
    return terms[0] if len(terms) == 1 else AnyOf(terms)
