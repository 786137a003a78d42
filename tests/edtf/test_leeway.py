"""What `~` and `?` do to the days that questions ask, by hand (docs/dates.md#qualifiers)."""

import pytest

from timeline.edtf import FAR, iso, parse

NEVER = "-"  # no bound, or nothing certain


def _said(days):
    return tuple(NEVER if day is None else iso(day) for day in days)


# A date -> the first and last day of all its readings.
POSSIBLE = [
    # One calendar unit at each side: years of 365 or 366 days, months of 28 to 31.
    ("2013~", "2012-01-01", "2014-12-31"),
    ("2025-10~", "2025-09-01", "2025-11-30"),
    ("2025-03~", "2025-02-01", "2025-04-30"),
    ("2024-01~", "2023-12-01", "2024-02-29"),
    ("2024-02~", "2024-01-01", "2024-03-31"),
    ("2024-02-29~", "2024-02-28", "2024-03-01"),
    ("2019-12-31~", "2019-12-30", "2020-01-01"),
    # Decades, centuries, millennia; S leaves digits open as X does.
    ("201X~", "2000-01-01", "2029-12-31"),
    ("19XX~", "1800-01-01", "2099-12-31"),
    ("2XXX~", "1000-01-01", "3999-12-31"),
    ("1950S2~", "1800-01-01", "2099-12-31"),
    ("1950S3~", "1940-01-01", "1969-12-31"),
    ("20X9~", "2008-01-01", "2100-12-31"),
    # Parts of a year by their own length; a winter is followed by March.
    ("2001-21~", "2000-12-01", "2001-08-31"),
    ("2001-24~", "2001-09-01", "2002-05-31"),
    ("2001-33~", "2000-10-01", "2001-06-30"),
    ("2001-37~", "2000-09-01", "2001-08-31"),
    ("2001-40~", "2000-07-01", "2001-12-31"),
    # Years before 1 go on as they are numbered: 44 BCE is -0043.
    ("-0043~", "-0044-01-01", "-0042-12-31"),
    ("0000~", "-0001-01-01", "0001-12-31"),
    # Of components under different signs, the coarsest that is approximate counts.
    ("2004~-06-11", "2003-06-11", "2005-06-11"),
    ("2004~-02-29", "2003-02-28", "2005-02-28"),
    ("2004-06~-11", "2004-05-11", "2004-07-11"),
    ("2004-~06-11", "2004-05-11", "2004-07-11"),
    ("2004-06-~11", "2004-06-10", "2004-06-12"),
    ("~2004-06-~11", "2003-06-11", "2005-06-11"),
    ("2004-01~-31", "2003-12-31", "2004-02-29"),
    # `%` is about as far as `~`; `?` moves nothing.
    ("2013%", "2012-01-01", "2014-12-31"),
    ("2013?", "2013-01-01", "2013-12-31"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    # Spans: each end by its own sign.
    ("2014~/2016-05", "2013-01-01", "2016-05-31"),
    ("2014/2016-05~", "2014-01-01", "2016-06-30"),
    ("2014~/..", "2013-01-01", NEVER),
    ("2000~/", "1999-01-01", NEVER),
    ("/2000~", NEVER, "2001-12-31"),
    ("2004-10?/2004", "2004-10-01", "2004-12-31"),
    ("2004~/2004-10", "2003-01-01", "2004-10-31"),
    # Lists: each member by its own sign.
    ("[2000~,2001]", "1999-01-01", "2001-12-31"),
    ("{2000~,2003}", "1999-01-01", "2003-12-31"),
    ("[2000?..2002~]", "2000-01-01", "2003-12-31"),
    ("[..2000~]", NEVER, "2001-12-31"),
    ("[2001~..]", "2000-01-01", NEVER),
]


@pytest.mark.parametrize(("text", "first", "last"), POSSIBLE)
def test_about_is_a_calendar_unit_at_each_side(text, first, last):
    """And the bounds of the text stay as they are: they are those without the sign."""
    when = parse(text)
    assert _said(when.possible) == (first, last)
    plain = parse("".join(char for char in text if char not in "?~%"))
    bounds = (plain.earliest_start, plain.latest_end)
    assert (when.earliest_start, when.latest_end) == bounds


# A date -> the day by which it has surely begun, and the one that it surely outlasts.
CERTAIN = [
    ("2013~", "2014-12-31", "2012-01-01"),
    ("2025-10~", "2025-11-30", "2025-09-01"),
    # What is doubted is never certain.
    ("2013?", NEVER, NEVER),
    ("2013%", NEVER, NEVER),
    ("2004-?06", NEVER, NEVER),
    # A span: what the other end says still holds.
    ("2000?/2005", "2005-12-31", "2005-01-01"),
    ("2000/2005?", "2000-12-31", "2000-01-01"),
    ("2000?/2005?", NEVER, NEVER),
    ("2000~/2005~", "2001-12-31", "2004-01-01"),
    # An end that is open, unknown, or limited by a doubted one rests on it.
    ("2000~/", "2001-12-31", "1999-01-01"),
    ("2000?/", NEVER, NEVER),
    ("/2000~", "2001-12-31", "1999-01-01"),
    ("/2000?", NEVER, NEVER),
    ("../2000?", NEVER, NEVER),
    ("2004-10?/2004", "2004-12-31", "2004-01-01"),
    ("2004/2004-03?", "2004-12-31", "2004-01-01"),
    ("2004~/2004-10", "2004-10-31", "2004-10-01"),
    # One of several: certain is what all say.
    ("[2000~,2001]", "2001-12-31", "1999-01-01"),
    ("[2000?,2001]", NEVER, NEVER),
    ("[2000?..2002~]", NEVER, NEVER),
    ("[..2000~]", "2001-12-31", NEVER),
    ("[2001?..]", NEVER, NEVER),
    # All of several: certain is what one says.
    ("{2000~,2003}", "2001-12-31", "2003-01-01"),
    ("{2000?,2003}", "2003-12-31", "2003-01-01"),
    ("{1903,1905-07}", "1903-12-31", "1905-07-01"),
    ("{2018..2020}", "2018-12-31", "2020-01-01"),
    ("{2018~..2020?}", "2019-12-31", "2017-01-01"),
]


@pytest.mark.parametrize(("text", "begun", "lasted"), CERTAIN)
def test_nothing_is_certain_that_rests_on_a_doubt(text, begun, lasted):
    """And what `~` adds is a reading like any other."""
    assert _said(parse(text).certain) == (begun, lasted)


# A date with X -> the stretches of days that it may mean.
READINGS = [
    ("2019-X2", [("2019-02-01", "2019-02-28"), ("2019-12-01", "2019-12-31")]),
    ("2019-X2~", [("2019-01-01", "2019-03-31"), ("2019-11-01", "2020-01-31")]),
    ("2025-10-3X", [("2025-10-30", "2025-10-31")]),
    ("2019-02-X9", [("2019-02-09", "2019-02-09"), ("2019-02-19", "2019-02-19")]),
    ("201X-02-29", [("2012-02-29", "2012-02-29"), ("2016-02-29", "2016-02-29")]),
    ("1X00-02-29", [("1200-02-29", "1200-02-29"), ("1600-02-29", "1600-02-29")]),
    ("201X", [("2010-01-01", "2019-12-31")]),
    ("2019-0X-XX", [("2019-01-01", "2019-09-30")]),
    ("[2019-X2,2020]", [("2019-02-01", "2019-02-28"), ("2019-12-01", "2020-12-31")]),
    ("[2000~,2001]", [("1999-01-01", "2001-12-31")]),
    ("2019-X2/2020", [("2019-02-01", "2019-02-28"), ("2019-12-01", "2019-12-31")]),
    ("{1903,1905-07}", [("1903-01-01", "1903-12-31")]),
    ("{1903,1903-03,1905}", [("1903-01-01", "1903-03-31")]),
]


@pytest.mark.parametrize(("text", "spans"), READINGS)
def test_it_began_only_where_a_reading_lies(text, spans):
    """Of all in a list the first began first."""
    assert [_said(span) for span in parse(text).first_days] == spans


@pytest.mark.parametrize(
    ("text", "number"), [("20X9", 10), ("2019-XX-31", 7), ("2019-XX-15", 12), ("20X9-24", 10)]
)
def test_readings_are_counted(text, number):
    """Seven months have a 31st; ten years of a century end in 9."""
    assert len(parse(text).first_days) == number


def test_very_many_readings_are_one_stretch_but_asked_exactly():
    """Christmas of ten thousand years is no list; whether it is in a window is known."""
    [part] = parse("XXXX-12-25").meant
    assert len(part.days) == 1
    day = parse("2019-12-25").earliest_start
    assert part.reaches(day, day)
    assert not part.reaches(day + 1, day + 364)
    assert part.reaches(day + 1, day + 366)  # 2020 has a 29 February


def test_a_sure_stretch_is_drawn_as_sure():
    """Between the latest start and the earliest end; where `..` opens the start, from ever on."""
    assert _said(parse("2018~/2021").sure_days) == ("2019-12-31", "2021-01-01")
    assert _said(parse("../1985").sure_days) == (NEVER, "1985-01-01")
    for text in ("2018", "2019-05-05~", "2018?/2021", "/1985", "[2018,2019]", "{2018,2019}"):
        assert parse(text).sure_days is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2013~", "2012-01-01", "2014-12-31"),
        ("2013?", "2013-01-01", "2013-12-31"),
        ("2013-05/..", "2013-05-01", None),
        ("../2013", None, "2013-12-31"),
    ],
)
def test_the_hull_is_what_is_possible_with_numbers_for_no_bound(text, first, last):
    """It can be compared, whatever the date."""
    when = parse(text)
    low = -FAR if first is None else parse(first).earliest_start
    high = FAR if last is None else parse(last).earliest_start
    assert when.hull == (low, high)


@pytest.mark.parametrize(
    "text", ["2013", "2013-05/2014", "2013/..", "../2013", "2013~", "[..2013]"]
)
def test_a_date_overlaps_what_shares_a_day_with_its_hull(text):
    """A day at each edge is shared, the next one is not; no bound is none of the window either."""
    when = parse(text)
    first, last = when.hull
    assert when.overlaps(None, None)
    assert when.overlaps(*when.possible)
    assert when.overlaps(first, first)
    assert when.overlaps(last, None)
    assert when.overlaps(None, first)
    assert not when.overlaps(last + 1, last + 1)
    assert not when.overlaps(first - 1, first - 1)


def test_one_day_is_what_is_written():
    """Whatever its qualifiers say; a span that begins and ends with it has it too."""
    day = parse("2013-05-01").earliest_start
    assert {parse(text).one_day for text in ("2013-05-01", "2013-05-01~", "2013-05-01?")} == {day}
    assert parse("2013-05-01/2013-05-01").one_day == day
    assert [parse(text).one_day for text in ("2013-05", "2013-05-01/..", "../2013")] == [None] * 3


def test_what_is_written_has_no_leeway():
    """`~` widens what is possible, and not what is written."""
    assert parse("2013~").written == parse("2013").possible
