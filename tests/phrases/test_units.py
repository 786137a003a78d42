"""The periods of the calendar: every day lies in one, and the next begins the day after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import day_number, parse
from timeline.phrases.units import UNITS, Unit, fitting, units

DAYS = st.integers(-(10**12), 10**12)
LENGTHS = st.sampled_from([*UNITS.values(), Unit("year", 2), Unit("year", 5), Unit("year", 10**6)])


@given(LENGTHS, DAYS)
def test_a_day_lies_in_the_period_that_it_is_counted_in(unit, day):
    """Before Christ as after, and in the short first period of the Common Era."""
    index = unit.index(day)
    assert unit.first(index) <= day <= unit.last(index)


@given(LENGTHS, DAYS)
def test_periods_follow_each_other_without_a_gap(unit, day):
    """The first day of each has the next index."""
    index = unit.index(day)
    assert unit.index(unit.first(index)) == unit.index(unit.last(index)) == index
    assert unit.index(unit.last(index) + 1) == index + 1


@pytest.mark.parametrize(
    ("unit", "day", "text", "words"),
    [
        ("day", (2019, 3, 15), "2019-03-15", "15 Mar 2019"),
        ("week", (2019, 3, 15), "2019-03-11/2019-03-17", "11–17 Mar 2019"),
        ("month", (2020, 2, 29), "2020-02", "Feb 2020"),
        ("quarter", (2019, 3, 15), "2019-01/2019-03", "Jan–Mar 2019"),
        ("year", (-43, 3, 15), "-0043", "44 BCE"),
        ("decade", (2019, 3, 15), "2010/2019", "2010–2019"),
        ("decade", (-43, 3, 15), "-0049/-0040", "50–41 BCE"),
        ("century", (14, 8, 19), "0001/0099", "1–99 CE"),
        ("century", (0, 12, 31), "-0099/0000", "100–1 BCE"),
    ],
)
def test_a_period_has_its_edtf_and_its_words(unit, day, text, words):
    """What a pipe gets can be asked for, and means the same days."""
    found = UNITS[unit].window(UNITS[unit].index(day_number(*day)))
    assert (found.text, found.describe()) == (text, words)
    date = parse(text)
    assert (date.earliest_start, date.latest_end) == (found.first, found.last)


@pytest.mark.parametrize(
    ("unit", "day", "mark"),
    [
        (UNITS["day"], (2019, 3, 15), "15 Mar"),
        (UNITS["day"], (2019, 1, 1), "2019"),
        (UNITS["week"], (2019, 1, 9), "2019"),
        (UNITS["month"], (2019, 3, 15), "Mar"),
        (UNITS["month"], (2019, 1, 15), "2019"),
        (UNITS["decade"], (-43, 3, 15), "50 BCE"),
        (Unit("year", 10**6), (-169_999_999, 1, 1), "170 million BCE"),
    ],
)
def test_an_axis_says_where_a_period_begins(unit, day, mark):
    """The year where one begins, and otherwise no more than is new."""
    assert unit.mark(unit.index(day_number(*day))) == mark


def test_units_grow():
    """The days of a year, then 2, 5, 10 … years."""
    found = [unit.length for unit, _ in zip(units(), range(10), strict=False)]
    assert found == [1, 1, 1, 3, 1, 2, 5, 10, 20, 50]


@given(DAYS, st.integers(0, 10**9), st.integers(2, 60))
def test_what_fits_is_fine_enough(first, length, most):
    """No more periods than asked for, whatever the stretch of time."""
    unit = fitting(first, first + length, most)
    assert unit.index(first + length) - unit.index(first) < most
