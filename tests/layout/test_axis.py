"""The marks of an axis: round dates, as many as have room, and labels that never touch."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import day_number
from timeline.layout.columns.axis import labels, line, scale_ticks
from timeline.layout.columns.scale import scale
from timeline.phrases.units import fitting
from timeline.text import cells


def ticks(start, end, columns, folds=()):
    """Return the marks for the days from *start* to *end*."""
    return scale_ticks(scale(day_number(*start), day_number(*end), columns, folds))


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ((2019, 3, 4), (2019, 3, 8), ["4 Mar 2019", "5 Mar", "6 Mar", "7 Mar", "8 Mar"]),
        ((2019, 3, 4), (2019, 4, 3), ["4 Mar 2019", "11 Mar", "18 Mar", "25 Mar", "1 Apr"]),
        ((2019, 1, 15), (2019, 6, 30), ["Feb 2019", "Mar", "Apr", "May", "Jun"]),
        ((2018, 5, 1), (2019, 6, 30), ["Jul 2018", "Oct", "2019", "Apr"]),
        ((2015, 5, 1), (2019, 6, 30), ["2016", "2017", "2018", "2019"]),
        ((1990, 1, 1), (2025, 6, 30), ["1990", "2000", "2010", "2020"]),
        ((-499, 1, 1), (1500, 1, 1), ["500 BCE", "1 CE", "500", "1000", "1500"]),
        ((-170_000_000, 1, 1), (2019, 1, 1), ["150 million BCE", "100 million BCE"]),
    ],
)
def test_marks_are_round(start, end, said):
    """Days, Mondays, months, quarters, years, decades, millennia: whatever suits the span."""
    found = [tick.label for tick in ticks(start, end, 60) if tick.label]
    assert found[: len(said)] == said


def test_the_last_label_is_moved_rather_than_lost():
    """2020 begins in the last column but one, and its label ends with the axis."""
    *_, last = ticks((2000, 1, 1), (2020, 6, 30), 60)
    assert (last.label, last.end) == ("2020", 60)
    assert last.start < last.column


def test_every_piece_between_folds_is_dated():
    """A stretch of weeks in which no year begins has its year."""
    folds = [(day_number(1999, 1, 1), day_number(2018, 4, 30))]
    found = ticks((1998, 11, 20), (2018, 5, 30), 60, folds)
    assert "2018" in labels(found)


def test_after_a_fold_the_axis_says_where_it_goes_on():
    """March 2018, before the first new year."""
    folds = [(day_number(1999, 1, 1), day_number(2018, 2, 28))]
    found = ticks((1998, 1, 1), (2020, 6, 30), 100, folds)
    assert labels(found).split() == ["1998", "Mar", "2018", "2019", "2020"]


def test_the_line_of_an_axis():
    """Marks, breaks, and ASCII for both."""
    folds = [(day_number(1999, 1, 1), day_number(2018, 12, 31))]
    on = scale(day_number(1998, 1, 1), day_number(2019, 12, 31), 22, folds)
    made = scale_ticks(on)
    assert line(made, 22, on.folds, ascii=False) == "┬─────────╱╱┬─────────"
    assert line(made, 22, on.folds, below=True, ascii=False) == "┴─────────╱╱┴─────────"
    assert line(made, 22, on.folds, ascii=True) == "+---------//+---------"
    assert labels(made) == "1998        2019"


@given(
    st.integers(-(10**12), 10**8),
    st.one_of(st.integers(0, 3000), st.integers(0, 10**12)),
    st.integers(20, 112),
)
def test_labels_never_touch_and_never_leave_the_axis(first, length, columns):
    """Whatever the span, from a day to billions of years."""
    made = scale_ticks(scale(first, first + length, columns))
    assert all(0 <= tick.column < columns for tick in made)
    said = [tick for tick in made if tick.label]
    assert all(one.end + 2 <= other.start for one, other in pairwise(said))
    assert cells(labels(made)) <= max(columns, max((tick.end for tick in said), default=0))
    assert fitting(first, first + length, 40)
