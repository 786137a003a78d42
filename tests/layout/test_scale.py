"""Days → columns: order on the axis is order in time, and nothing leaves the axis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import day_number, parse
from timeline.layout.columns.scale import mark, scale

FORTY_YEARS = scale(day_number(1980, 1, 1), day_number(2019, 12, 31), 40)
AS_OF = day_number(2010, 1, 1)


def drawn(text):
    """Return the mark of a date on forty years, in signs."""
    placed = mark(parse(text).as_of(AS_OF), FORTY_YEARS)
    row = ["."] * (placed.right + 1)
    row[: placed.left] = " " * placed.left
    if placed.solid:
        row[placed.solid[0] : placed.solid[1] + 1] = "=" * (placed.solid[1] - placed.solid[0] + 1)
    for end, at, arrow in ((placed.before, placed.left, "<"), (placed.after, placed.right, ">")):
        if end:
            row[at] = arrow if end == "on" else "?"
    row[placed.sign] = "*"
    return "".join(row)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("1980-05-05", "*"),
        ("1982", "  *"),
        ("1985/1995", "     *=========="),
        ("1985-02-03/1985-04-05", "     *"),
        ("1982/1990-06-01", "  *========"),
        ("198X", "....*....."),
        ("[1982-01-01..1985-12-31]", "  .*.."),
        ("1985/..", "     *=========================>"),
        ("1985/", "     *..?"),
        ("/1985", "  ?..*"),
        ("../1985", "<====*"),
        ("[..1985]", "<....*"),
        ("[2015..]", " " * 35 + "*....>"),
        ("1970/1985", "<*===="),
        ("2015/2030", " " * 35 + "*====>"),
        ("1970/2030", "<*" + "=" * 38 + ">"),
        ("XXXX-12-25", "<" + "." * 19 + "*" + "." * 19 + ">"),
    ],
)
def test_a_date_is_drawn_as_it_is(text, signs):
    """Solid in every reading, soft in some, an arrow or a question mark for what has no end."""
    assert drawn(text) == signs


def test_a_day_may_be_wider_than_a_column():
    """Seven days on seventy columns."""
    week = scale(1, 7, 70)
    assert [week.column(day) for day in (1, 2, 7)] == [0, 10, 60]
    assert [week.right(day) for day in (1, 2, 7)] == [9, 19, 69]
    assert mark(parse("0001-01-02"), week).right == 10  # a single day is a point


def test_a_fold_takes_two_columns():
    """Of ten days and ten days with a thousand between, each half has half of the rest."""
    folded = scale(1, 1020, 22, [(11, 1010)])
    assert [(piece.start, piece.end) for piece in folded.pieces] == [(0, 9), (12, 21)]
    assert (folded.folds, folded.columns) == ((10,), 22)
    assert [folded.column(day) for day in (1, 10, 500, 1011, 1020)] == [0, 9, 10, 12, 21]


def test_folds_without_room_are_not_made():
    """Five columns cannot hold two folds and what is between them."""
    assert scale(1, 1000, 5, [(10, 100), (200, 900)]).folds == ()


@given(
    st.integers(-(10**9), 10**9),
    st.integers(0, 10**7),
    st.integers(2, 120),
    st.lists(st.integers(0, 10**7), min_size=2, max_size=8),
)
def test_order_on_the_axis_is_order_in_time(first, length, columns, days):
    """A later day is never further left, and every day is on the axis."""
    on = scale(first, first + length, columns)
    places = [on.column(first + day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= place < columns for place in places)
    assert all(on.column(first + day) <= on.right(first + day) < columns for day in days)
