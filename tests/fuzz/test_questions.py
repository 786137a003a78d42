"""Queries, dates and phrases that nobody would think of: answered or refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.mutants import mutants
from timeline import edtf, phrases
from timeline.errors import TimelineError
from timeline.model.answers import Verdict
from timeline.query.fields import Context
from timeline.query.grammar import parse

TODAY = edtf.day_number(2026, 11, 23)
QUERIES = (
    "actor:union year:2018",
    "(tag:war or not status:denied) -rebels since:2018-05",
    'sources>=1 reliability>B "old town" known:..2019 =war *and*',
    "title:=treaty links<2 on:2018-06-01 before:2020 id:war",
)
DATES = (
    "2019-03-15",
    "2014~/2016?",
    "[1667,1668-12,1670..1672]",
    "{2001..2003}",
    "1950S2",
    "20X9-XX",
)
PHRASES = (
    "late October 2025",
    "from 3 to 5 May 1850",
    "c. 44 BC",
    "winter 1750/51",
    "last month",
    "between 1850 and 1855",
    "Oct 26, 2025 - present",
)


@given(mutants(*QUERIES))
def test_a_query_is_answered_or_refused(small, text):
    """With a verdict for every event, the same twice; never with another error."""
    try:
        query = parse(text, Context(small, TODAY))
    except TimelineError:
        return
    for match in small.select():
        verdict = query.matches(match.event)
        assert isinstance(verdict, Verdict)
        assert verdict is query.matches(match.event)


@given(mutants(*DATES))
def test_a_date_is_read_or_refused(text):
    """What is read has words, a place in the order, and canonical text of the same bounds."""
    try:
        when = edtf.parse(text)
    except edtf.EdtfError:
        return
    again = edtf.parse(str(when))
    bounds = ("earliest_start", "latest_start", "earliest_end", "latest_end")
    assert [getattr(again, each) for each in bounds] == [getattr(when, each) for each in bounds]
    assert when.describe().strip()
    assert when.describe(ascii=True).isascii()
    assert again.sort_key == when.sort_key


DOORS = ("to_when", "span", "since", "after", "before", "until")


@pytest.mark.parametrize("door", DOORS)
def test_a_phrase_is_read_or_refused(door):
    """Whichever way it is asked."""

    @given(mutants(*PHRASES, *DATES), st.sampled_from([TODAY, 1, edtf.day_number(9999, 12, 31)]))
    def whatever(text, today):
        try:
            found = getattr(phrases, door)(text, today)
        except TimelineError:
            return
        assert found is not None

    whatever()
