"""The order of dates (dates.md, 7.2)."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.edtf.strategies import edtf_texts
from timeline.edtf import FAR, day_number, parse

EXPECTED = [
    "Y-17E7",
    "-0043",
    "0000",
    "../1985",
    "/1985",
    "1985-12-31",
    "1986",
    "201X",
    "2014~",
    "2018/2020",
    "2019",
    "2019-01-01",
    "2019-03",
    "2019-03-15",
    "2025",
    "2025-08/..",
    "[2025-10-21..2025-10-31]",
    "2025-10-26",
]


def in_order(texts):
    """Return the texts sorted; ties keep their places."""
    return sorted(texts, key=lambda text: parse(text).sort_key)


def test_expected_order():
    """By first day, the wider first; an open start sorts by its end."""
    assert in_order(EXPECTED) == EXPECTED


def test_order_does_not_depend_on_the_order_before():
    """Read backwards, all come out in the same order but for ties."""
    ties = ["1985-12-31", "/1985", "../1985"]
    place = EXPECTED.index("../1985")
    assert in_order(EXPECTED[::-1]) == EXPECTED[:place] + ties + EXPECTED[place + 3 :]


def test_keys():
    """The anchor is the first day, or the last if the start is open or unknown."""
    first, last = day_number(2019, 1, 1), day_number(2019, 12, 31)
    assert parse("2019").sort_key == (first, first - last)
    assert parse("../2019").sort_key == (last, 0)
    assert parse("/2019").sort_key == (last, 0)
    assert parse("2019/..").sort_key == (first, first - FAR)
    assert parse("[..2018,2019..]").sort_key == (-FAR, -2 * FAR)


@given(st.lists(edtf_texts(), max_size=8))
def test_order_is_total(texts):
    """Any dates can be sorted, and the result is in order."""
    keys = [parse(text).sort_key for text in in_order(texts)]
    assert all(one <= other for one, other in pairwise(keys))
