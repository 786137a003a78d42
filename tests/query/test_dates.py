"""Does a date lie in a window? See docs/dates.md#yes-maybe-no."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline import phrases
from timeline.edtf import day_number, parse
from timeline.model.answers import Verdict
from timeline.phrases import Window
from timeline.query.dates import begins_in, lies_in, why_it_lies

TODAY = day_number(2026, 11, 23)
NO, MAYBE, YES = Verdict.NO, Verdict.MAYBE, Verdict.YES

WINDOWS = {
    "in 2019": phrases.span("2019", TODAY),
    "in 2019-03": phrases.span("2019-03", TODAY),
    "since 2025-08": phrases.since("2025-08", TODAY),
    "after 2025-08": phrases.after("2025-08", TODAY),
    "before 2025": phrases.before("2025", TODAY),
    "until 2025": phrases.until("2025", TODAY),
    "in 2013": phrases.span("2013", TODAY),
}

# The table of the reference, row by row, in the order of WINDOWS.
TABLE = {
    "2019": (YES, MAYBE, NO, NO, YES, YES, NO),
    "2019-03": (YES, YES, NO, NO, YES, YES, NO),
    "2019-03-15": (YES, YES, NO, NO, YES, YES, NO),
    "2018/2020": (YES, YES, NO, NO, YES, YES, NO),
    "201X": (MAYBE, MAYBE, NO, NO, YES, YES, MAYBE),
    "2014~": (NO, NO, NO, NO, YES, YES, MAYBE),
    "2019~": (MAYBE, MAYBE, NO, NO, YES, YES, NO),
    "2025": (NO, NO, MAYBE, MAYBE, NO, YES, NO),
    "[2025-10-21..2025-10-31]": (NO, NO, YES, YES, NO, YES, NO),
    "2025-08/..": (NO, NO, YES, YES, NO, YES, NO),
    "2025-08/": (NO, NO, YES, MAYBE, NO, YES, NO),
    "../1985": (NO, NO, NO, NO, YES, YES, NO),
    "/1985": (NO, NO, NO, NO, YES, YES, NO),
}


@pytest.mark.parametrize("text", TABLE)
def test_the_table_of_the_reference_holds(text):
    """Every cell of the table in docs/dates.md#yes-maybe-no, as of 23 November 2026."""
    when = parse(text).as_of(TODAY)
    assert tuple(lies_in(when, window) for window in WINDOWS.values()) == TABLE[text]


# What qualifiers do, row by row: a date, a question, the answer.
QUALIFIED = [
    ("2013~", "2011", NO),
    ("2013~", "2012", MAYBE),
    ("2013~", "2013", MAYBE),
    ("2013~", "2014", MAYBE),
    ("2013~", "2015", NO),
    ("2013~", "2012..2014", YES),
    ("2013~", "2012..2013", MAYBE),
    ("2013~", "2012-01-02..2014", MAYBE),
    ("2025-10~", "2025-09..", YES),
    ("2025-10~", "..2025-11", YES),
    ("2025-10~", "2025-09..2025-11", YES),
    ("2025-10~", "2025-10", MAYBE),
    ("2025-10~", "2025-08", NO),
    ("2025-10~", "2025-12", NO),
    ("2019-01~/2021-01~", "..2019-02", YES),
    ("2019-01~/2021-01~", "..2019-01", MAYBE),
    ("2013?", "2012", NO),
    ("2013?", "2013", MAYBE),
    ("2013?", "2010..2020", MAYBE),
    ("2013?", "2010..", MAYBE),
    ("2013%", "2012", MAYBE),
    ("2013%", "2011", NO),
    ("2013%", "2012..2014", MAYBE),
    # No sign is lost where an end is unknown, open, or limited by the other.
    ("2000~/", "2000..", MAYBE),
    ("2000~/", "1999..", YES),
    ("/2000~", "..2000", MAYBE),
    ("/2000~", "..2001", YES),
    ("2000~/..", "2000..", YES),
    ("2000~/..", "..2000", MAYBE),
    ("2004-10?/2004", "2004-10..", MAYBE),
    ("2004-10?/2004", "2004..", YES),
    ("2004~/2004-10", "2003", MAYBE),
    ("2004~/2004-10", "2004-10", YES),
    # Nor on a member of a list.
    ("[2000~,2001]", "2000..", MAYBE),
    ("[2000~,2001]", "1999..2001", YES),
    ("{2000~,2003}", "2000..", YES),
    ("{2000~,2003}", "2001", MAYBE),
    ("{2000~,2003}", "2002", NO),
    ("[2000?..2002~]", "2000..", MAYBE),
    ("[2000?..2002~]", "2003", MAYBE),
    ("[..2000~]", "..2000", MAYBE),
    ("[..2000~]", "..2001", YES),
    ("[2001?..]", "2001..", MAYBE),
    ("[2000~]", "2000", MAYBE),
    # All of a range is a stretch of time, as a span is.
    ("{2018..2020}", "2019", YES),
    ("{2018..2020}", "2019..", YES),
    ("{2018..2020}", "2018-04", MAYBE),
    ("{2018-03-01..2018-05-31}", "2018-04", YES),
    ("{1984..}", "1985..", YES),
    ("{1984..}", "1990", YES),
    ("{1984..}", "2027", MAYBE),
    ("{..1984}", "1960", YES),
    # Only what a reading has is possible.
    ("2019-X2", "2019-06", NO),
    ("2019-X2", "2019-12", MAYBE),
    ("2019-X2", "2019-02..2019-12", YES),
    ("2019-X2~", "2019-03", MAYBE),
    ("2019-X2~", "2019-06", NO),
    ("2019-XX-31", "2019-02", NO),
    ("2019-XX-15", "2019-06-16..2019-07-14", NO),
    ("20X9", "2015", NO),
    ("20X9", "2019", MAYBE),
    ("20X9~", "2018", MAYBE),
    ("20X9~", "2015", NO),
    ("XXXX-12-25", "2019-12-26..2020-12-24", NO),
    ("XXXX-12-25", "2019-12", MAYBE),
    ("[2019-X2,2020]", "2019-06", NO),
    ("{2019-X2,2020}", "2019-06", NO),
    # There is no year minus zero.
    ("-XXXX", "1 BCE", NO),
    ("-XXXX", "2 BCE", MAYBE),
]


@pytest.mark.parametrize(("text", "asked", "verdict"), QUALIFIED)
def test_qualifiers_lists_and_gaps(text, asked, verdict):
    """Worked out by hand, as of 23 November 2026."""
    assert lies_in(parse(text).as_of(TODAY), phrases.span(asked, TODAY)) is verdict


# A date, a question, and why it is answered as it is.
REASONS = [
    ("2013~", "2012..2014", "c. 2013 (2012–2014): lies in 2012–2014"),
    (
        "2013~",
        "2013",
        "c. 2013 (2012–2014): may begin after 31 Dec 2013 or be over before 1 Jan 2013",
    ),
    ("2013~", "2011", "c. 2013 (2012–2014): does not begin by 31 Dec 2011"),
    ("2013?", "2013", "2013?: may be wrong; as it is written it lies in 2013"),
    ("2013?", "2012", "2013?: does not begin by 31 Dec 2012"),
    (
        "2000~/",
        "2000..",
        "c. 2000 – ? (start 1999–2001): may be over before 1 Jan 2000",
    ),
    ("2019-X2", "2019-06", "Feb or Dec 2019: between its days"),
    ("2004-10?/2004", "2004..", "Oct 2004? – 2004: is not over before 1 Jan 2004"),
]


@pytest.mark.parametrize(("text", "asked", "reason"), REASONS)
def test_why(text, asked, reason):
    """The days that `~` makes of a date stand behind it; a doubt is named."""
    assert why_it_lies(parse(text), phrases.span(asked, TODAY)) == reason


def test_of_all_members_one_in_the_window_is_enough():
    """`{1960,1961-12}` was in 1961 for certain, and never between its members."""
    when = parse("{1960,1961-12}")
    assert lies_in(when, phrases.span("1961", TODAY)) is YES
    assert lies_in(when, phrases.span("1961-11", TODAY)) is NO


def test_of_one_member_all_must_be_in_the_window():
    """`[1667,1760-12]` may have been in 1667, was never in 1700, and was before 1800."""
    when = parse("[1667,1760-12]")
    assert lies_in(when, phrases.span("1667", TODAY)) is MAYBE
    assert lies_in(when, phrases.span("1700", TODAY)) is NO
    assert lies_in(when, phrases.before("1800", TODAY)) is YES


# A small calendar: days 1 to 9 of a month; every date is a list of possible days.
DAYS = range(1, 10)
windows = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(sorted)
points = st.sampled_from(DAYS)


def _day(day: int) -> int:
    return day_number(2020, 1, day)


def _window(first: int, last: int) -> Window:
    return Window(_day(first), _day(last), "")


def _expected(readings: list[bool]) -> Verdict:
    if all(readings):
        return YES
    return MAYBE if any(readings) else NO


@given(st.sets(points, min_size=1), windows)
def test_one_of_a_set_is_judged_by_all_its_readings(days, window):
    """Yes is true in every reading, no in none: by trying them all."""
    when = parse(f"[{','.join(f'2020-01-{day:02}' for day in sorted(days))}]")
    readings = [window[0] <= day <= window[1] for day in days]
    assert lies_in(when, _window(*window)) is _expected(readings)


@given(st.lists(points, min_size=4, max_size=4).map(sorted), windows)
def test_a_vague_span_is_judged_by_all_its_readings(bounds, window):
    """A span whose ends are known to some days: every start with every end."""
    when = parse("2020-01-01/2020-01-09")
    start, end = (_day(bounds[0]), _day(bounds[1])), (_day(bounds[2]), _day(bounds[3]))
    when = replace(
        when, earliest_start=start[0], latest_start=start[1], earliest_end=end[0], latest_end=end[1]
    )
    first, last = _day(window[0]), _day(window[1])
    spans = product(range(start[0], start[1] + 1), range(end[0], end[1] + 1))
    readings = [begins <= last and ends >= first for begins, ends in spans]
    assert lies_in(when, Window(first, last, "")) is _expected(readings)


def test_a_wider_window_never_answers_less():
    """Growing a window turns no into maybe into yes, never back."""
    when = parse("2020-01-03~/2020-01-05")
    answers = [lies_in(when, Window(_day(1), _day(1) + days, "")) for days in range(12)]
    assert all(before <= after for before, after in pairwise(answers))


# A date, what is asked, and whether it began then.
BEGINNINGS = [
    ("2019", "2019", YES),
    ("2018/2020", "2019", NO),
    ("2018/2020", "2018", YES),
    ("2018/2020", "2018-05", MAYBE),
    ("2018/..", "2019", NO),
    ("2018/", "2018..2019", YES),
    ("../1985", "1984", MAYBE),
    ("../1985", "2000", NO),
    ("/1985", "..2000", YES),
    ("[2018,2019]", "2019", MAYBE),
    ("[2018,2019]", "2018..2019", YES),
    ("[2018,2020]", "2019", NO),
    ("[2018..]", "2030", MAYBE),
    ("{1960,1961-12}", "1960", YES),
    ("{1960,1961-12}", "1961", NO),
    ("2019~", "2019", MAYBE),
    ("2019~", "2018", MAYBE),
    ("2019~", "2018..2020", YES),
    ("2019?", "2019", MAYBE),
    ("2019?", "2018", NO),
    ("2018?/2020", "2018", MAYBE),
    ("2018/2020?", "2018", YES),
    ("2019-XX-31", "2019-02", NO),
    ("2019-XX-31", "2019-03", MAYBE),
]


@pytest.mark.parametrize(("text", "asked", "verdict"), BEGINNINGS)
def test_when_it_began(text, asked, verdict):
    """In every reading, in some, or in none; of a set of days the first is the beginning."""
    assert begins_in(parse(text), phrases.span(asked, TODAY)) is verdict


@pytest.mark.parametrize("text", sorted({text for text, *_ in BEGINNINGS}))
@pytest.mark.parametrize("asked", ["2018", "2019", "1960..1961", "2019-03", "..2018", "2020.."])
def test_what_began_then_was_then(text, asked):
    """A beginning is a day of the whole: it never lies where the whole does not."""
    when, window = parse(text), phrases.span(asked, TODAY)
    assert begins_in(when, window) <= lies_in(when, window)
