"""Which days of an axis are drawn for a date, surely and perhaps, and what is beyond its ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import day_number, parse
from timeline.layout.reach import lengths, reach, stretches

AXIS = (day_number(1980, 1, 1), day_number(2019, 12, 31))
NAMES = {
    day_number(1985, 1, 1): "1985",
    day_number(1985, 12, 31): "end of 1985",
    day_number(1990, 1, 1): "1990",
    day_number(1990, 12, 31): "end of 1990",
    AXIS[0]: "first",
    AXIS[1]: "last",
    None: "edge",
}


@pytest.mark.parametrize(
    ("text", "first", "last", "before", "after"),
    [
        ("1985", "1985", "end of 1985", "", ""),
        ("1985/1990", "1985", "end of 1990", "", ""),
        ("1970/1990", "edge", "end of 1990", "on", ""),
        ("1985/2030", "1985", "edge", "", "on"),
        ("../1990", "edge", "end of 1990", "on", ""),
        ("/1990", "1990", "end of 1990", "unknown", ""),
        ("1985/", "1985", "1985", "", "unknown"),
        ("1985/..", "1985", "1985", "", "on"),
        ("[1985..]", "1985", "edge", "", "on"),
        ("[..1985]", "edge", "end of 1985", "on", ""),
    ],
)
def test_a_reach_is_on_the_axis_or_goes_beyond_it(text, first, last, before, after):
    """An end that is not known is drawn as far as something is known of the date."""
    found = reach(parse(text), AXIS)
    assert (NAMES[found.first], NAMES[found.last]) == (first, last)
    assert (found.before, found.after) == (before, after)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("1985", None),
        ("1985-05-05", (day_number(1985, 5, 5),) * 2),
        ("1985/1990", (day_number(1985, 12, 31), day_number(1990, 1, 1))),
        ("../1990", (AXIS[0], day_number(1990, 1, 1))),
        ("../1979", None),
        ("[1985,1986]", None),
    ],
)
def test_what_is_sure_lies_there_in_every_reading(text, sure):
    """Of a year no day is sure; what has no beginning is sure from the first day drawn."""
    assert reach(parse(text), AXIS).sure == sure


@given(st.lists(st.integers(2, 98), min_size=2, max_size=8, unique=True))
def test_stretches_and_folds_are_all_days(days):
    """Nothing is lost, and nothing is there twice."""
    days = sorted(days)[: len(days) // 2 * 2]
    folds = [(first, last - 1) for first, last in zip(days[::2], days[1::2], strict=True)]
    parts = stretches(1, 99, folds)
    assert sum(lengths(parts)) + sum(lengths(folds)) == 99
    assert parts[0][0] == 1
    assert parts[-1][1] == 99
