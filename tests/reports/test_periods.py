"""When the events of each value begin, in the same periods for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.edtf import day_number
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline
from timeline.query.fields import Context
from timeline.query.grammar import ask
from timeline.reports.groups import GROUPINGS
from timeline.reports.periods import over_time

TODAY = day_number(2026, 11, 23)


def _select(timeline, text):
    return timeline.select(ask({}, text, Context(timeline, TODAY)))


def test_all_values_have_the_same_years(small):
    """From 1998 to 2019; of the tag `war` both events begin in 2018."""
    found = small.select()
    spread = over_time(found, GROUPINGS["tags"](small).tallies(found))
    assert (spread.year, spread.month, spread.months, spread.number) == (1998, 1, 12, 22)
    assert spread.over == {"war": (*[0] * 20, 2, 0)}
    assert spread.last == (2019, 12)


def test_few_years_are_counted_by_month(small):
    """The war begins in March 2018, the occupation in February 2019: twelve months."""
    found = _select(small, "since:2018")
    spread = over_time(found, GROUPINGS["places"](small).tallies(found))
    assert (spread.year, spread.month, spread.months, spread.number) == (2018, 3, 1, 12)
    assert spread.over["Harbour"] == (1, *[0] * 10, 1)
    assert spread.last == (2019, 2)


def test_nothing_has_no_period(small):
    """And no value."""
    found = _select(small, "year:2005")
    spread = over_time(found, GROUPINGS["tags"](small).tallies(found))
    assert (spread.number, spread.over) == (0, {})


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2019-01-01", "2021-01-31", 1),
        ("2019-01-01", "2021-03-01", 3),
        ("2000", "2025", 12),
        ("2000", "2026", 24),
        ("-0043", "2019", 1200),
        ("Y-17E7", "2019", 120_000_000),
    ],
)
def test_periods_are_as_short_as_twenty_six_allow(first, last, months):
    """Months, quarters, years, then longer, beginning in round years."""
    spread = _over_time([first, last])
    assert spread.months == months
    assert (12 * spread.year + spread.month - 1) % months == 0


@given(st.lists(st.integers(-5000, 5000), min_size=1, max_size=20))
def test_every_event_counts_once(years):
    """In whatever order they come; the first and last period are not empty."""
    texts = [f"Y{year}" if abs(year) > 9999 else _four(year) for year in years]
    spread = _over_time(texts)
    numbers = spread.over["all"]
    assert sum(numbers) == len(years)
    assert len(numbers) == spread.number <= 26
    assert numbers[0]
    assert numbers[-1]


def _four(year):
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def _over_time(texts):
    timeline = Timeline(
        Event(id=f"e{at}", date=edtf.parse(text), title="", place=Place("f", 1), tags=("all",))
        for at, text in enumerate(texts)
    )
    return over_time(timeline.select(), timeline.tallies("tags"))
