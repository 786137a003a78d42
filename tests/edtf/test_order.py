"""The order of dates (docs/dates.md#order)."""

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


# In seconds from midnight UTC: none, then -32400, 0, 25200, 32399, 32400, 32401, 86400, 100800.
ONE_DAY = [
    "2024-01",
    "2024-01-05/2024-01-06",
    "2024-01-05",
    "2024-01-05T01:00+10:00",
    "2024-01-05T00Z",
    "2024-01-05T10:00:00+03:00",
    "2024-01-05T08:59:59",
    "2024-01-05T09:00",
    "2024-01-05T09:00:01Z",
    "2024-01-05T23:59:60",
    "2024-01-05T23:00-05:00",
    "2024-01-06T00:10+01:00",
]


def test_within_a_day_the_times_count():
    """What has none comes first; an offset counts, and without one it is the time as written."""
    assert in_order(ONE_DAY[::-1]) == ONE_DAY
    assert in_order(ONE_DAY[::2] + ONE_DAY[1::2]) == ONE_DAY


def test_moments_are_seconds_from_midnight():
    """Of the day that is written, UTC where the time says how far it is from that."""
    moments = [parse(text).moment for text in ONE_DAY]
    assert moments[:3] == [None] * 3
    assert moments[3:11] == [-32400, 0, 25200, 32399, 32400, 32401, 86400, 100800]
    assert parse("2024-01-05T12:30-03:30").moment == 16 * 3600
    assert [parse(text).has_offset for text in ONE_DAY[2:6]] == [False, True, True, True]
    assert not parse("2024-01-05T09:00").has_offset


def test_the_same_moment_leaves_the_curators_order():
    """Nine o'clock, to the hour, to the minute, to the second, and in UTC."""
    same = ["2024-01-05T09:00Z", "2024-01-05T09", "2024-01-05T09:00:00", "2024-01-05T10:00+01"]
    assert len({parse(text).sort_key for text in same}) == 1
    assert in_order(same) == same


@given(st.permutations(ONE_DAY))
def test_times_have_one_order_whatever_the_order_before(texts):
    """With and without offsets: total and transitive, since each has one number."""
    assert in_order(texts) == ONE_DAY


@given(st.lists(edtf_texts(), max_size=8))
def test_order_is_total(texts):
    """Any dates can be sorted, and the result is in order."""
    keys = [parse(text).sort_key for text in in_order(texts)]
    assert all(one <= other for one, other in pairwise(keys))
