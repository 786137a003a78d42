"""The project's own choices: docs/dates.md#where-the-specification-is-silent."""

import pytest

from timeline.edtf import FAR, When, day_number, iso, parse


def day(text):
    """Return the day number of an ISO date, None for an empty text."""
    if not text:
        return None
    year, month, day_of_month = text.rsplit("-", 2)
    return day_number(int(year), int(month), int(day_of_month))


# text -> first and last day
ENVELOPES = [
    # Seasons are meteorological; a winter runs into the next year.
    ("2001-21", "2001-03-01", "2001-05-31"),
    ("2001-22", "2001-06-01", "2001-08-31"),
    ("2001-23", "2001-09-01", "2001-11-30"),
    ("2001-24", "2001-12-01", "2002-02-28"),
    ("2003-24", "2003-12-01", "2004-02-29"),
    ("2001-28", "2001-12-01", "2002-02-28"),
    # 29 to 32 are southern.
    ("2001-29", "2001-09-01", "2001-11-30"),
    ("2001-30", "2001-12-01", "2002-02-28"),
    ("2001-31", "2001-03-01", "2001-05-31"),
    ("2001-32", "2001-06-01", "2001-08-31"),
    # Quarters, quadrimesters and semesters divide the calendar year.
    ("2001-36", "2001-10-01", "2001-12-31"),
    ("2001-38", "2001-05-01", "2001-08-31"),
    ("2001-41", "2001-07-01", "2001-12-31"),
    # Seasons with qualifiers, of unspecified years, and as ends of intervals.
    ("2001-21~", "2001-03-01", "2001-05-31"),
    ("200X-24", "2000-12-01", "2010-02-28"),
    ("2001-21/2003-24", "2001-03-01", "2004-02-29"),
    # S counts the digits of the magnitude; the sign comes after.
    ("Y171010000S3", "171000000-01-01", "171999999-12-31"),
    ("-1950S2", "-1999-01-01", "-1900-12-31"),
    ("0950S2", "950-01-01", "959-12-31"),
    ("1950S4", "1950-01-01", "1950-12-31"),
    ("Y-17E7S1", "-199999999-01-01", "-100000000-12-31"),
    # X is any digit, literally; only days that exist count.
    ("XXXX-12-XX", "0-12-01", "9999-12-31"),
    ("-004X", "-49-01-01", "-40-12-31"),
    # There is no year minus zero: 2 BCE is the last year with a minus.
    ("-XXXX", "-9999-01-01", "-1-12-31"),
    ("-000X", "-9-01-01", "-1-12-31"),
    ("1X50", "1050-01-01", "1950-12-31"),
    ("201X-02-29", "2012-02-29", "2016-02-29"),
    ("2019-XX-31", "2019-01-31", "2019-12-31"),
    ("2019-X1-31", "2019-01-31", "2019-01-31"),
    ("2019-02-X9", "2019-02-09", "2019-02-19"),
    ("2025-10-2X", "2025-10-20", "2025-10-29"),
    ("2025-02-2X", "2025-02-20", "2025-02-28"),
    ("2025-10-3X", "2025-10-30", "2025-10-31"),
    ("2004-0X", "2004-01-01", "2004-09-30"),
    ("2004-X2", "2004-02-01", "2004-12-31"),
    # X with qualifiers.
    ("201X~", "2010-01-01", "2019-12-31"),
    ("?201X-10", "2010-10-01", "2019-10-31"),
    # A time is kept; the day is the one that is written, whatever the offset.
    ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
    ("1985-04-12T00:10:00+14:00", "1985-04-12", "1985-04-12"),
    ("2016-12-31T23:59:60Z", "2016-12-31", "2016-12-31"),
    ("1985-04-12T23:20", "1985-04-12", "1985-04-12"),
    # Equal and nested ends.
    ("2019/2019", "2019-01-01", "2019-12-31"),
    ("2019/2019-03", "2019-01-01", "2019-03-31"),
    ("2019-03/2019", "2019-03-01", "2019-12-31"),
    # Lists are as wide as their outermost members, in any order.
    ("[2025-10-21..2025-10-31]", "2025-10-21", "2025-10-31"),
    ("{1960-12,1958}", "1958-01-01", "1960-12-31"),
    ("[2019]", "2019-01-01", "2019-12-31"),
    ("[..1989]", "", "1989-12-31"),
    ("[1990..]", "1990-01-01", ""),
    ("[1985,1990..,1995]", "1985-01-01", ""),
    # Years are astronomical and have no limits.
    ("0000", "0-01-01", "0-12-31"),
    ("-0043-03-15", "-43-03-15", "-43-03-15"),
    ("Y12345", "12345-01-01", "12345-12-31"),
    ("Y1E3", "1000-01-01", "1000-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), ENVELOPES, ids=lambda value: value or "-")
def test_first_and_last_day(text, first, last):
    """A date lies between these days, both included."""
    when = parse(text)
    assert (when.earliest_start, when.latest_end) == (day(first), day(last))


# interval -> earliest and latest start, earliest and latest end
INTERVALS = [
    ("2018/2020", "2018-01-01", "2018-12-31", "2020-01-01", "2020-12-31"),
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-06-30", "2004-07-03", "2004-07-03"),
    # No reading ends before it starts.
    ("2019/2019-03", "2019-01-01", "2019-03-31", "2019-03-01", "2019-03-31"),
    ("2019-03/2019", "2019-03-01", "2019-03-31", "2019-03-01", "2019-12-31"),
    # An open or unknown start is no later than the end.
    ("../1985", "", "1985-12-31", "1985-01-01", "1985-12-31"),
    ("/1985", "", "1985-12-31", "1985-01-01", "1985-12-31"),
    # An open or unknown end is no earlier than the start.
    ("2025-08/..", "2025-08-01", "2025-08-31", "2025-08-01", ""),
    ("2025-08/", "2025-08-01", "2025-08-31", "2025-08-01", ""),
]


@pytest.mark.parametrize(
    ("text", "s0", "s1", "e0", "e1"), INTERVALS, ids=lambda value: value or "-"
)
def test_four_bounds_of_intervals(text, s0, s1, e0, e1):
    """Start and end each lie between two days."""
    when = parse(text)
    assert (when.earliest_start, when.latest_start) == (day(s0), day(s1))
    assert (when.earliest_end, when.latest_end) == (day(e0), day(e1))


def test_one_date_has_the_same_bounds_twice():
    """Of a date or list, start and end are the same unknown day."""
    for text in ["2019", "201X", "[2025-10-21..2025-10-31]", "{1960,1961-12}", "2001-24"]:
        when = parse(text)
        assert (when.earliest_start, when.latest_start) == (when.earliest_end, when.latest_end)
        assert when.latest_start == when.latest_end


def test_open_is_not_unknown():
    """`..` still goes on; an empty end is not known."""
    assert parse("1985/..").end_kind == "open"
    assert parse("1985/").end_kind == "unknown"
    assert parse("../1985").start_kind == "open"
    assert parse("/1985").start_kind == "unknown"
    assert parse("1985/..") != parse("1985/")


def test_as_of():
    """What is still going on lasts until the day asked about; what is unknown does not."""
    today = day("2026-11-23")
    assert parse("2025-08/..").as_of(today).earliest_end == today
    assert parse("2025-08/..").as_of(today).latest_end is None
    assert parse("2025-08/..").as_of(day("2024-01-01")).earliest_end == day("2025-08-01")
    for text in ["2025-08/", "[1990..]", "../1985", "2019", "2018/2020"]:
        assert parse(text).as_of(today) is parse(text)


# text -> spans of the members
MEMBERS = [
    (
        "[1667,1668,1670..1672]",
        [("1667-01-01", "1667-12-31"), ("1668-01-01", "1668-12-31"), ("1670-01-01", "1672-12-31")],
    ),
    ("{1960,1961-12}", [("1960-01-01", "1960-12-31"), ("1961-12-01", "1961-12-31")]),
    ("[1760-01,1760-12..]", [("1760-01-01", "1760-01-31"), ("1760-12-01", "")]),
    ("{..1984}", [("", "1984-12-31")]),
    ("2019", []),
    ("2019/2020", []),
]


@pytest.mark.parametrize(("text", "spans"), MEMBERS, ids=lambda value: str(value)[:24])
def test_members(text, spans):
    """A list keeps the span of each member; a range in it is one."""
    assert parse(text).members == tuple((day(first), day(last)) for first, last in spans)


# text -> precision
PRECISIONS = [
    ("2019", "year"),
    ("201X", "year"),
    ("1950S2", "year"),
    ("2019-40", "semester"),
    ("2019-37", "quadrimester"),
    ("2019-33", "quarter"),
    ("2019-21", "season"),
    ("2019-XX", "month"),
    ("2019-XX-XX", "day"),
    ("2019-01-01T10", "hour"),
    ("2019-01-01T10:00", "minute"),
    ("2019-01-01T10:00:00Z", "second"),
    ("2019-01/2020", "year"),
    ("2019-01-05/..", "day"),
    ("[2019-01-05,2019-02]", "month"),
]


@pytest.mark.parametrize(("text", "precision"), PRECISIONS)
def test_precision(text, precision):
    """The smallest unit a date gives; of several dates the coarsest one."""
    assert parse(text).precision.value == precision


# as written -> canonical
CANONICAL = [
    ("?2019", "2019?"),
    ("?2019-?06-?11", "2019-06-11?"),
    ("2019?-06?", "2019-06?"),
    ("~2004-~06-11", "2004-06~-11"),
    ("2004~-06-11?", "%2004-?06-?11"),
    ("?2014~", "2014%"),
    ("Y0012345", "Y12345"),
    ("Y017E07", "Y17E7"),
    ("1950S02", "1950S2"),
    ("[2019..2019]", "[2019]"),
    ("2019?/?2020", "2019?/2020?"),
]


@pytest.mark.parametrize(("text", "canonical"), CANONICAL)
def test_canonical_text(text, canonical):
    """What can be written in several ways is written back in one; the text is kept."""
    when = parse(text)
    assert str(when) == canonical
    assert when.text == text
    assert parse(canonical).sort_key == when.sort_key


def test_equality_is_exact():
    """A date equals what is the same in every field, not what it overlaps."""
    assert parse("2019") == parse("2019")
    assert parse("2019") != parse("2019-01-01/2019-12-31")
    assert parse("2019") != parse("2019?")
    assert isinstance(parse("2019"), When)


def test_far_years_are_clamped():
    """Beyond 2**62 days there is nothing to tell apart, and nothing hangs."""
    assert parse("Y1E999999").earliest_start == FAR
    assert parse("Y-1E999999").latest_end == -FAR
    assert parse("Y1E999999S2~").possible == (FAR, FAR)
    assert parse("Y" + "9" * 9_000).latest_end == FAR


def test_iso_text_order_is_day_order():
    """Within four-digit years, the days sort as their ISO texts do."""
    days = [
        parse(f"{year:04}-{month:02}").latest_end for year in (0, 999, 2024) for month in (1, 2)
    ]
    assert sorted(map(iso, days)) == [iso(number) for number in sorted(days)]
