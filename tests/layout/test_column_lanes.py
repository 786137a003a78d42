"""Lanes → a layout: every event is drawn or counted, within the width, and nothing over another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from timeline.edtf import parse
from timeline.layout.columns.lanes import MOST_NOTES, clipped, layout
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline
from timeline.reports.lanes import lanes
from timeline.text import cells

TITLES = (
    "War",
    "A treaty is drafted in the old town",
    "会議が開かれる",
    "de\u0301cide\u0301 \u202e",
    "",
)
DATES = st.one_of(
    st.builds("{:04}-{:02}-{:02}".format, st.integers(1990, 2025), st.integers(1, 12), st.just(9)),
    st.builds("{:04}-{:02}".format, st.integers(1990, 2025), st.integers(1, 12)),
    st.builds("{:04}/{:04}".format, st.integers(1960, 2000), st.integers(2001, 2040)),
    st.sampled_from(
        ["201X", "../1985", "/1985", "1985/", "2010/..", "[..1989]", "[1990..]", "XXXX-12-25"]
    ),
)


def timeline_of(dates, titles):
    """Return a timeline of *dates* with *titles*, each in one of three arcs."""
    return Timeline(
        Event(
            id=f"e{at}",
            date=parse(date).as_of(737_000),
            title=title,
            tags=(f"tag {at % 3}",),
            place=Place("", 1),
        )
        for at, (date, title) in enumerate(zip(dates, titles, strict=False))
    )


def events_of(placed_lane):
    """Return the number of events that a lane draws, one by one or counted, or leaves out."""
    drawn = sum(len(each.matches) for row in placed_lane.rows for each in row)
    return drawn + placed_lane.more


@examples(120)
@given(
    st.lists(DATES, min_size=1, max_size=60),
    st.lists(st.sampled_from(TITLES), min_size=60, max_size=60),
    st.integers(20, 120),
    st.booleans(),
)
def test_every_event_is_drawn_or_counted_and_none_overwritten(dates, titles, width, fold):
    """Whatever the dates, the titles and the width: the properties of a layout."""
    timeline = timeline_of(dates, titles)
    found = lanes(timeline.select(), timeline, by="tag", fold=fold)
    made = layout(found, width)
    for placed_lane in made.lanes:
        assert events_of(placed_lane) == len(placed_lane.lane.matches)
        for row in placed_lane.rows:
            assert all(each.start >= 0 and each.end < width for each in row)
            assert all(one.end < other.start for one, other in pairwise(row))
            marks = [each.mark.left for each in row]
            assert marks == sorted(marks)
    assert len(made.notes) <= MOST_NOTES


@examples(60)
@given(st.lists(DATES, min_size=2, max_size=40), st.integers(30, 100))
def test_order_on_the_axis_is_order_in_time(dates, width):
    """What begins later is never drawn further left."""
    timeline = timeline_of(dates, ["x"] * len(dates))
    made = layout(lanes(timeline.select(), timeline, by="status"), width)
    begun = [
        (match.event.date.earliest_start, each.mark.left)
        for row in made.lanes[0].rows
        for each in row
        for match in each.matches[:1]
        if match.event.date.start_kind == "closed"
    ]
    starts = sorted(begun)
    assert [left for _, left in starts] == sorted(left for _, left in starts)


def test_labels_stand_where_there_is_room(small):
    """Right of a mark, or left of it at the edge; the sign of each event is there."""
    [north, _] = layout(lanes(small.select(), small), 80).lanes
    [quarrel, _, war] = [placed for row in north.rows for placed in row]
    assert (quarrel.label, quarrel.label_at) == ("An old quarrel begins", quarrel.mark.right + 2)
    assert war.label.startswith("War of the Union [sic]")
    assert war.end == war.mark.right


def test_what_has_no_room_for_a_label_has_a_number():
    """Three lanes of thirteen events, a month apart: notes, lane by lane."""
    dates = [f"{2001 + at // 12}-{at % 12 + 1:02}-01" for at in range(39)]
    timeline = timeline_of(dates, ["A long title of an event"] * 39)
    made = layout(lanes(timeline.select(), timeline, by="tag"), 30)
    numbers = [[each.number for row in lane.rows for each in row] for lane in made.lanes]
    assert [sorted(each) for each in numbers] == [
        list(range(1, 14)),
        list(range(14, 27)),
        list(range(27, 40)),
    ]
    assert [match.event.date.text for match in made.notes[:13]] == dates[::3]


def test_a_crowd_is_counted():
    """Ninety events on one day, and one thirty years before: a count and a sign."""
    dates = ["1990-01-01", *["2020-06-01"] * 90]
    timeline = timeline_of(dates, ["A title"] * 91)
    [lane] = layout(lanes(timeline.select(), timeline, by="status"), 60).lanes
    [row] = lane.rows
    assert [len(each.matches) for each in row] == [1, 90]
    assert row[0].label == "A title"


def test_counts_do_not_run_into_each_other():
    """Sixty events in neighbouring columns: 7 and 5 are never read as 75."""
    dates = [f"20{year:02}-06-01" for year in range(10, 30) for _ in range(6)]
    timeline = timeline_of(dates, ["x"] * len(dates))
    [lane] = layout(lanes(timeline.select(), timeline, by="status"), 20).lanes
    for one, other in pairwise(lane.rows[0]):
        touching = one.end + 1 == other.start
        assert not (touching and len(one.matches) > 1 and len(other.matches) > 1)


def test_equally_vague_events_are_counted_together():
    """A hundred events of some day in 2019 are one soft line with their number."""
    timeline = timeline_of(["2015", *["2019"] * 100], ["x"] * 101)
    [lane] = layout(lanes(timeline.select(), timeline, by="status"), 80).lanes
    assert sorted(len(each.matches) for row in lane.rows for each in row) == [1, 100]


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("A treaty", 8, "A treaty"),
        ("A treaty", 7, "A trea…"),
        ("A treaty", 3, "A…"),
        ("会議が開かれる", 6, "会議…"),
        ("会議が開かれる", 14, "会議が開かれる"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("anything", 1, "…"),
    ],
)
def test_a_label_is_clipped_between_signs(text, width, cut):
    """A wide character is whole or not there, an accent stays on its letter."""
    assert clipped(text, width) == cut
    assert cells(cut) <= width
