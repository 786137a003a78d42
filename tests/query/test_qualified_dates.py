"""Verdicts on dates with `~` and `?`, against every reading, those that a qualifier adds included.

A small calendar of days; `~` adds the day before and the day after. What `?` doubts is
as it is written, or else anything at all: a yes must be true in both cases, a no only
of what is written. An end that is unknown is any day that the other allows, an open one
too, but that it was still going on on the day of `as_of`.
"""

from itertools import chain, product
from typing import NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st

from timeline.edtf import day_number, parse
from timeline.model.answers import Verdict
from timeline.phrases import Window
from timeline.query.dates import lies_in, why_it_lies

BEGIN = day_number(2020, 1, 10) - 1  # the day before day 1 of the small calendar
AS_OF = 5
DAYS = st.integers(1, 9)
SIGNS = st.sampled_from(["", "", "~", "?", "%"])
ANY = range(-20, 31)  # far enough out for whatever a window of the small calendar asks


class Dated(NamedTuple):
    """A date: its EDTF, its readings as they are written, and those that a doubt leaves.

    A reading is the spans that are all meant by it.
    """

    text: str
    written: list
    sure: list


class Day(NamedTuple):
    """A day with a qualifier: the days that it may be as it is written, or if it is wrong."""

    text: str
    written: range
    sure: range


def _day(day, sign):
    wide = sign in ("~", "%")
    written = range(day - wide, day + wide + 1)
    return Day(f"2020-01-{day + 9:02}{sign}", written, ANY if sign in ("?", "%") else written)


def _spans(starts, ends, since=ANY[0]):
    return [(start, end) for start, end in product(starts, ends) if start <= end and end >= since]


def _single(day):
    return Dated(day.text, [[(x, x)] for x in day.written], [[(x, x)] for x in day.sure])


def _interval(start, end, missing, as_of=ANY[0]):
    """Return a span; of a start or an end that is None, *missing* is the text."""
    text = f"{start.text if start else missing}/{end.text if end else missing}"
    first, last = start or Day("", ANY, ANY), end or Day("", ANY, ANY)
    since = as_of if end is None and missing == ".." else ANY[0]
    written = [[span] for span in _spans(first.written, last.written, since)]
    return Dated(text, written, [[span] for span in _spans(first.sure, last.sure, since)])


def _range(first, last):
    """Return the days of a range as one-of has it: any of them, or anything if one is doubted."""
    written = range(first.written[0], last.written[-1] + 1)
    is_sure = first.sure is first.written and last.sure is last.written
    return Day(f"{first.text}..{last.text}", written, written if is_sure else ANY)


def _one_of(members):
    text = f"[{','.join(member.text for member in members)}]"
    written = [[(x, x)] for member in members for x in member.written]
    return Dated(text, written, [[(x, x)] for member in members for x in member.sure])


def _all_of(members):
    text = f"{{{','.join(member.text for member in members)}}}"
    written = product(*(member.written for member in members))
    sure = product(*(member.sure for member in members))
    return Dated(
        text, [[*chain(*spans)] for spans in written], [[*chain(*spans)] for spans in sure]
    )


def _in_order(pair):
    return sorted(pair, key=lambda day: day.text[:10])


days = st.builds(_day, DAYS, SIGNS)
two_days = st.lists(days, min_size=2, max_size=2).map(_in_order)
missing = st.sampled_from(["", ".."])
ranges = two_days.map(lambda pair: _range(*pair))
spans = two_days.map(lambda pair: _interval(*pair, ""))
ongoing = st.builds(lambda day, text: _interval(day, None, text, AS_OF), days, missing)
begun = st.builds(lambda day, text: _interval(None, day, text), days, missing)
members = st.lists(st.one_of(days, ranges), min_size=1, max_size=3)
filled = two_days.map(lambda pair: _interval(*pair, "")).map(
    lambda span: span._replace(text=span.text.replace("/", ".."))
)
everything = st.lists(st.one_of(days.map(_single), filled), min_size=1, max_size=2)
dates = st.one_of(
    days.map(_single), spans, ongoing, begun, members.map(_one_of), everything.map(_all_of)
)
limits = st.one_of(st.none(), st.integers(-1, 12))
windows = st.tuples(limits, limits).filter(lambda w: None in w or w[0] <= w[1])


def _holds(reading, window):
    """Return whether something in a reading has a day in the window, by plain logic."""
    first, last = (ANY[0] if window[0] is None else window[0]), window[1]
    last = ANY[-1] if last is None else last
    return any(start <= last and end >= first for start, end in reading)


def _expected(date, window):
    if all(_holds(reading, window) for reading in [*date.written, *date.sure]):
        return Verdict.YES
    some = any(_holds(reading, window) for reading in date.written)
    return Verdict.MAYBE if some else Verdict.NO


def _window(window):
    return Window(*(None if day is None else BEGIN + day for day in window), "")


@given(dates, windows)
@example(_interval(_day(4, "~"), None, ""), (4, None))  # 2000~/ since 2000
@example(_interval(None, _day(4, "~"), ""), (None, 4))  # /2000~ until 2000
@example(_one_of([_day(4, "~"), _day(5, "")]), (4, None))  # [2000~,2001] since 2000
@example(_interval(_day(5, "?"), None, "..", AS_OF), (0, None))  # still going on at as_of
def test_a_qualified_date_is_judged_by_all_its_readings(date, window):
    """Yes is true in every reading, whatever is doubted; no is true in every one written."""
    when = parse(date.text).as_of(BEGIN + AS_OF)
    assert lies_in(when, _window(window)) is _expected(date, window)


@given(dates, windows)
def test_the_reason_is_of_the_answer(date, window):
    """A yes says what all readings do, a maybe what some do; no sentence is left unfinished."""
    when, asked = parse(date.text).as_of(BEGIN + AS_OF), _window(window)
    verdict = lies_in(when, asked)
    _, _, said = why_it_lies(when, asked).rpartition(": ")
    unsure = ("may ", "in some readings")
    assert said.startswith(unsure) == (verdict is Verdict.MAYBE)
    assert not said.endswith(" ")


@given(st.sampled_from(["X1", "X5", "0X", "2X", "XX"]), st.sampled_from(["", "~", "?"]), windows)
def test_a_day_with_x_is_judged_by_all_its_readings(digits, sign, window):
    """In January 2020; the days that fit, and with `~` those beside each of them."""
    fitting = [day for day in range(1, 32) if all(map(_fits, digits, f"{day:02}"))]
    around = [day + step for day in fitting for step in ((-1, 0, 1) if sign == "~" else (0,))]
    written = [[(day - 9, day - 9)] for day in around]
    sure = [[(day, day)] for day in ANY] if sign == "?" else written
    date = Dated(f"2020-01-{digits}{sign}", written, sure)
    assert lies_in(parse(date.text), _window(window)) is _expected(date, window)


def _fits(wanted, digit):
    return wanted in ("X", digit)
