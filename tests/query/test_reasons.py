"""Verdicts against every reading of vague dates, by trying them all.

A small calendar of nine days; a vague date is a set of readings, each a span of
days. A single term about time must be exactly "in every reading" and "in some";
of a compound, a yes and a no are never wrong, and a maybe may be one that deeper
thought could decide (Kleene).
"""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import When, day_number, parse
from timeline.model.answers import Verdict
from timeline.model.records import Event, Place
from timeline.phrases import Window
from timeline.query.logic import AllOf, AnyOf, Not, Term
from timeline.query.terms import During

FIRST = day_number(2020, 1, 1)
days = st.integers(1, 9)


def _text(day):
    return f"2020-01-{day:02}"


def _vague(draw_kind, numbers):
    """Return the EDTF of a vague date, and its readings as pairs of days."""
    low, high = min(numbers), max(numbers)
    if draw_kind == "day":
        return _text(low), [(low, low)]
    if draw_kind == "one of":
        members = sorted(set(numbers))
        return f"[{','.join(map(_text, members))}]", [(day, day) for day in members]
    if draw_kind == "between":
        return f"[{_text(low)}..{_text(high)}]", [(day, day) for day in range(low, high + 1)]
    if draw_kind == "span":
        return f"{_text(low)}/{_text(high)}", [(low, high)]
    # 2020-01-0X is one of the first nine days.
    return "2020-01-0X", [(day, day) for day in range(1, 10)]


vague_dates = st.builds(
    _vague,
    st.sampled_from(["day", "one of", "between", "span", "some day"]),
    st.lists(days, min_size=1, max_size=3),
)


def _during(pair):
    low, high = min(pair), max(pair)
    return During("date", "", Window(FIRST + low - 1, FIRST + high - 1, ""))


terms = st.tuples(days, days).map(_during)
queries = st.recursive(
    terms,
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(AllOf)
        | st.lists(inner, min_size=2, max_size=3).map(tuple).map(AnyOf)
        | inner.map(Not)
    ),
    max_leaves=6,
)


def _event(text):
    return Event(id="e", date=parse(text), title="", place=Place("", 1))


def _holds(query: Term, reading) -> bool:
    """Return whether the query is true in one reading, by plain logic."""
    if isinstance(query, AllOf):
        return all(_holds(term, reading) for term in query.terms)
    if isinstance(query, AnyOf):
        return any(_holds(term, reading) for term in query.terms)
    if isinstance(query, Not):
        return not _holds(query.term, reading)
    assert isinstance(query, During)
    begin, end = (FIRST + day - 1 for day in reading)
    return begin <= query.window.last and end >= query.window.first


@given(vague_dates, terms)
def test_a_single_term_is_exact(date, term):
    """Yes is true in every reading, no in none, and maybe in some."""
    text, readings = date
    truths = {_holds(term, reading) for reading in readings}
    expected = {(True,): Verdict.YES, (False,): Verdict.NO}.get(tuple(truths), Verdict.MAYBE)
    assert term.matches(_event(text)) is expected


@given(vague_dates, queries)
def test_a_compound_is_never_wrong(date, query):
    """A yes holds in every reading, a no in none."""
    text, readings = date
    truths = {_holds(query, reading) for reading in readings}
    verdict = query.matches(_event(text))
    assert verdict is Verdict.MAYBE or truths == {verdict is Verdict.YES}


@given(vague_dates, terms)
def test_not_turns_an_exact_answer_around(date, term):
    """`not` of a single term is exact too."""
    text, readings = date
    truths = {not _holds(term, reading) for reading in readings}
    expected = {(True,): Verdict.YES, (False,): Verdict.NO}.get(tuple(truths), Verdict.MAYBE)
    assert Not(term).matches(_event(text)) is expected


def test_a_maybe_may_be_one_that_thought_could_decide():
    """`date or not date` is true in every reading, and yet a maybe: the price of Kleene."""
    term = _during((1, 3))
    event = _event("2020-01-0X")
    assert AnyOf((term, Not(term))).matches(event) is Verdict.MAYBE


def test_a_span_with_vague_ends_is_tried_too():
    """January 2020 to some time in 2020, asked about each day of March."""
    when = parse("2020-01/2020")
    for day in range(1, 32):
        window = Window(day_number(2020, 3, day), day_number(2020, 3, day), "")
        truths = {
            start <= window.last and end >= window.first
            for start, end in product(_ends(when), _ends(when, last=True))
            if start <= end
        }
        expected = Verdict.YES if truths == {True} else Verdict.MAYBE
        assert During("date", "", window).matches(_event(when.text)) is expected


def _ends(when: When, *, last: bool = False):
    bounds = (
        (when.earliest_end, when.latest_end)
        if last
        else (
            when.earliest_start,
            when.latest_start,
        )
    )
    return range(bounds[0], bounds[1] + 1)
