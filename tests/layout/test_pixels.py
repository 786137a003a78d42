"""The layout of a picture: to scale, and nothing over anything else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.layout.pixels.axis import axis, ticks
from timeline.layout.pixels.rows import Bounds, packed
from timeline.layout.pixels.spots import spot
from timeline.layout.pixels.widths import clipped, measured
from timeline.model.answers import Match, Verdict
from timeline.model.records import Event, Place


def _match(date, title="An event", verdict=Verdict.YES):
    event = Event(id=title, date=edtf.parse(date), title=title, place=Place("f", 1))
    return Match(event, verdict)


def _days(date):
    when = edtf.parse(date)
    return when.earliest_start, when.latest_end


@pytest.fixture(name="year")
def _year():
    """Draw the 365 days of 2019 on 730 pixels: two pixels a day, beginning at 100."""
    return axis(*_days("2019"), 100.0, 830.0)


def test_an_exact_day_is_a_sign_in_its_middle(year):
    """1 January is the first two pixels: its sign stands in the middle of them."""
    placed = spot(_match("2019-01-01"), year)
    assert (placed.left, placed.right, placed.sign) == (100, 102, 101)
    assert placed.is_point


def test_a_month_is_as_long_as_its_days(year):
    """February 2019 has 28 days: 56 pixels, from 31 days on; nothing of it is sure."""
    placed = spot(_match("2019-02"), year)
    assert (placed.left, placed.right, placed.solid) == (162, 218, None)
    assert placed.sign == 190


def test_a_span_is_sure_between_its_vague_ends(year):
    """From January to March: sure from the last of January to the first of March."""
    placed = spot(_match("2019-01/2019-03"), year)
    assert (placed.left, placed.right) == (100, 280)
    assert placed.solid == (160, 220)


def test_ends_beyond_the_axis(year):
    """What goes on has an arrow, what nobody knows a question mark, on its own side."""
    assert (spot(_match("2018/2020"), year).before, spot(_match("2018/2020"), year).after) == (
        "on",
        "on",
    )
    assert spot(_match("2019-02-01/.."), year).after == "on"
    assert spot(_match("2019-02-01/"), year).after == "unknown"
    assert spot(_match("/2019-02-01"), year).before == "unknown"
    assert spot(_match("2019-02-01/2019-03-01"), year).after == ""


def test_folds_take_no_days():
    """A folded silence has a fixed width, and a day in it is in its middle."""
    first, last = _days("2019")
    fold = _days("2019-03/2019-10")
    on = axis(first, last, 0.0, 300.0, [fold])
    assert [each.first for each in on.stretches] == [first, fold[1] + 1]
    assert on.stretches[0].right < on.x(fold[0] + 30) < on.stretches[1].left
    assert on.right == pytest.approx(300)


@given(
    st.integers(-(10**12), 10**12),
    st.integers(0, 10**10),
    st.lists(st.integers(0, 10**10), max_size=9),
)
def test_time_never_runs_back(first, length, inside):
    """Later days are never further left, and labels of the axis never touch."""
    on = axis(first, first + length, 10.0, 1000.0)
    places = [on.x(first + day) for day in sorted(inside)]
    assert places == sorted(places)
    labels = [tick for tick in ticks(on) if tick.label]
    assert labels
    assert all(one.x + measured(one.label, 11) < other.x for one, other in pairwise(labels))


dates = st.sampled_from(
    [
        *(f"2019-01-0{day}" for day in range(1, 10)),
        *(f"2019-{month:02}" for month in range(1, 13)),
        *("2019", "2019~", "2018/2020", "2019-05/..", "../2019-05", "2019-06/", "/2019-06"),
        *("[2019-01-03,2019-11-01]", "2019-02-01/2019-03-05", "2019-04-1X", "201X"),
    ]
)


@given(
    st.lists(st.tuples(dates, st.text(max_size=80), st.booleans()), max_size=60), st.integers(1, 20)
)
def test_nothing_stands_over_anything_else(given_events, rows):
    """In a row, marks with their labels keep apart and stay within; every event is there."""
    on = axis(*_days("2019"), 36.0, 1004.0)
    spots = [
        spot(_match(date, title, Verdict.YES if sure else Verdict.MAYBE), on)
        for date, title, sure in given_events
    ]
    made, more = packed(spots, Bounds(20.0, 1020.0, rows))
    drawn = [each for row in made for placed in row for each in placed.spots]
    assert len(drawn) + more == len(spots)
    for row in made:
        reaches = sorted(placed.reach for placed in row)
        assert all(one[1] < other[0] for one, other in pairwise(reaches))
        assert all(start >= 19 and end <= 1021 for start, end in reaches)


@given(st.text(), st.floats(10, 400))
def test_a_clipped_label_fits(text, room):
    """A label takes no more than its room, and is whole where it fits."""
    assert measured(clipped(text, room)) <= max(room, measured("…"))
    assert clipped(text, measured(text)) == text
