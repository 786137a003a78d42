"""The small chart, and bars."""

import pytest

from timeline.model import Period
from timeline.rendering.bars import bar
from timeline.rendering.columns import chart
from timeline.rendering.look import Look


def _periods(*numbers, first=2000, length=1):
    return [Period(first + at * length, length, number, 0) for at, number in enumerate(numbers)]


def test_the_highest_column_fills_the_height():
    """Five rows; half as many events are half as high."""
    rows = [row.plain.rstrip() for row in chart(_periods(8, 4, 0, 8), Look(40))]
    assert rows == [
        "    8  ██       ██",
        "       ██       ██",
        "       ██ ▄▄    ██",
        "       ██ ██    ██",
        "       ██ ██    ██",
        "       2000     2003",
    ]


def test_a_single_event_among_many_is_still_seen():
    """Anything above nothing shows at least a sliver."""
    rows = chart(_periods(1, 1000), Look(40))
    assert rows[-2].plain.endswith("▁▁ ██")


def test_what_is_only_possible_is_lighter():
    """Of two columns of two, the certain one is full and the possible one dim."""
    *_, bottom, _ = chart([Period(2000, 1, 0, 2), Period(2001, 1, 2, 0)], Look(40))
    dim = [span for span in bottom.spans if span.style == "dim" and span.start >= len("    2  ")]
    assert [bottom.plain[span.start : span.end].strip() for span in dim] == ["██"]
    assert (bottom.style, dim[0].start) == ("", len("    2  "))


def test_nothing_is_drawn_for_nothing():
    """No events, no chart."""
    assert chart([], Look(40)) == []


def test_ascii_columns_are_ascii():
    """Whole cells only."""
    assert all(row.plain.isascii() for row in chart(_periods(1, 5, 9), Look(40, ascii=True)))


@pytest.mark.parametrize("number", [1, 2, 5, 12, 25, 40])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_chart_fits_its_page(number, width):
    """However many columns, up to the forty that a chart has."""
    rows = chart(_periods(*range(1, number + 1)), Look(width))
    assert max(len(row.plain) for row in rows) <= max(width, number + 11)


@pytest.mark.parametrize(
    ("value", "most", "drawn"),
    [(0, 8, ""), (8, 8, "████"), (4, 8, "██"), (1, 8, "▌"), (1, 1000, "▏")],
)
def test_a_bar_is_to_scale(value, most, drawn):
    """Four cells are the most; anything above nothing shows."""
    assert bar(value, most, 4, ascii=False) == drawn


@pytest.mark.parametrize(("value", "drawn"), [(0, ""), (8, "####"), (4, "##"), (1, "#")])
def test_a_bar_in_ascii(value, drawn):
    """Whole cells only."""
    assert bar(value, 8, 4, ascii=True) == drawn
