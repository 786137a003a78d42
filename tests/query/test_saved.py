"""Saved queries: `@name` is what was saved by that name, in any place of a query."""

import pytest

from timeline.edtf import day_number
from timeline.query.fields import Context
from timeline.query.grammar import parse
from timeline.query.tokens import QueryError

SAVED = {
    "union": "actor:union",
    "late": "since:2019 or status:denied",
    "both": "@union @late",
    "a": "war @b",
    "b": "@c",
    "c": "not @a",
    "wrong": "actor:nobody",
    "Łódź": "war",
}


@pytest.fixture(name="context", scope="module")
def _context(small):
    return Context(small, day_number(2026, 11, 23), saved=SAVED)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("@union", "actor:union"),
        ("@union year:2018", "actor:union year:2018"),
        ("@late actor:union", "(since:2019 or status:denied) actor:union"),
        ("actor:union or @late", "actor:union or since:2019 or status:denied"),
        ("not @late", "not (since:2019 or status:denied)"),
        ("-@late", "not (since:2019 or status:denied)"),
        ("(@union)|@late", "actor:union or since:2019 or status:denied"),
        ("@both", "actor:union (since:2019 or status:denied)"),
        ("@Łódź", "war"),
    ],
)
def test_it_means_what_was_saved_as_one_term(small, context, text, same):
    """Whatever stands beside it, and nested."""
    found, wanted = (list(small.select(parse(each, context))) for each in (text, same))
    assert found == wanted != []


def test_in_quotes_it_is_a_word(small, context):
    """So is what has a letter before it."""
    assert not small.select(parse('"@union"', context))
    assert not small.select(parse("x@union", context))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("war @unoin", "no query is saved as '@unoin'", "did you mean '@union'?"),
        ("@a", "saved queries go in a circle: @a > @b > @c > @a", "let one of them do without"),
        ("@b", "saved queries go in a circle: @b > @c > @a > @b", "let one of them do without"),
        ("@wrong", "in @wrong: no actor is called 'nobody'", ""),
    ],
)
def test_what_cannot_be_is_told(context, text, message, hint):
    """A name that is none, a circle with its way, and a fault within, each under its own text."""
    with pytest.raises(QueryError) as refused:
        parse(text, context)
    assert refused.value.message.startswith(message)
    assert hint in refused.value.hint


def test_where_nothing_is_saved_it_says_how(small):
    """And how to look for the word."""
    with pytest.raises(QueryError) as refused:
        parse("@putin", Context(small, 0))
    assert refused.value.hint == (
        'to look for the word itself, put it in quotes: "@putin"\n'
        "to save a query: timeline save putin QUERY"
    )


def test_what_unfolds_without_end_is_refused_at_once(small):
    """Forty queries, each twice the one before; and a nest of a hundred."""
    saved = {f"q{number}": f"@q{number + 1} @q{number + 1}" for number in range(40)}
    with pytest.raises(QueryError, match="'@q0' has more than 10,000 characters"):
        parse("@q0", Context(small, 0, saved={**saved, "q40": "war"}))
    nest = {f"q{number}": f"@q{number + 1}" for number in range(100)}
    with pytest.raises(QueryError, match="nested more than 50 deep"):
        parse("@q0", Context(small, 0, saved=nest))
