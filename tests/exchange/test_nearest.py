"""The days nearest to a vague date, and the date again from its words and these days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edtf.strategies import edtf_texts
from timeline import edtf
from timeline.exchange.facts import cited, facts
from timeline.exchange.markup import harmless
from timeline.exchange.nearest import days, in_words

_AS_OF = edtf.parse("2025-11-30").earliest_start


def _number(text):
    return edtf.parse(text).earliest_start


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2014~", "2014-01-01", "2014-12-31"),
        ("[2025-10-21..2025-10-31]", "2025-10-21", "2025-10-31"),
        ("2025-08/..", "2025-08-01", "2025-11-30"),
        ("2026-08/..", "2026-08-01", "2026-08-31"),
        ("1985/", "1985-01-01", "1985-12-31"),
        ("../1985", "1985-01-01", "1985-12-31"),
        ("[..1989]", "1989-12-31", "1989-12-31"),
        ("[1990..]", "1990-01-01", "1990-01-01"),
        ("../0000", "0000-01-01", "0000-12-31"),
    ],
)
def test_the_nearest_days(text, first, last):
    """What goes on is still going on when the timeline ends; nothing else is made longer."""
    assert days(edtf.parse(text), _AS_OF) == (_number(first), _number(last))


@given(text=edtf_texts(), as_of=st.none() | st.integers(1, 3_000_000))
def test_the_nearest_days_are_in_order_and_within_the_bounds(text, as_of):
    """A date with bounds on both sides is written from the one to the other."""
    when = edtf.parse(text)
    first, last = days(when, as_of)
    assert first <= last
    if when.earliest_start is not None and when.latest_end is not None:
        assert (first, last) == (when.earliest_start, when.latest_end)


@pytest.mark.parametrize(
    ("words", "first", "last", "text"),
    [
        ("late Oct 2025", "2025-10-21", "2025-10-31", "[2025-10-21..2025-10-31]"),
        ("late Oct 2025", "2025-10-21", "2025-10-30", None),
        ("since Aug 2025", "2025-08-01", "2026-01-01", "2025-08/.."),
        ("since Aug 2025", "2025-08-01", "2025-08-02", None),
        ("until 1985", "1985-01-01", "1985-12-31", "../1985"),
        ("until 1985", "1950-01-01", "1985-12-31", None),
        ("yesterday", "2025-11-29", "2025-11-29", None),
        ("The war", "1939-09-01", "1945-09-02", None),
        ("", "2019-01-01", "2019-12-31", None),
        ("c. 2014" * 1_000, "2014-01-01", "2014-12-31", None),
    ],
)
def test_words_are_believed_where_the_days_are_theirs(words, first, last, text):
    """What was edited on one side alone no longer agrees."""
    assert in_words(words, _number(first), _number(last)) == text


def test_what_is_known_of_an_event_in_words(small):
    """All but text and date; a source with its grades, its address apart."""
    assert list(facts(small.get("war"), small)) == [
        ("status", "confirmed"),
        ("actors", "The Union, Army of the Union, Rebels"),
        ("places", "Old Town; Harbour"),
        ("arc", "The north"),
        ("tags", "war"),
    ]
    assert ("links", "denies general-speaks") in facts(small.get("rebels-deny"), small)
    assert [(each.words, each.url) for each in cited(small.get("war"), small)] == [
        (
            "The Gazette, “War begins”, 2 Mar 2018 (B usually reliable)",
            "https://gazette.example/war?a=1",
        ),
        ("Rumours (F reliability cannot be judged; 4 doubtful; in Latin; says April)", ""),
    ]


def test_control_characters_are_symbols_and_line_ends_are_one_kind():
    """Nothing in a text would be obeyed by whoever shows it."""
    assert harmless("a\r\nb\rc\x1b[31m\td\ud800") == "a\nb\nc␛[31m d\ufffd"
