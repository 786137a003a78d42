"""Foreign dates → EDTF: as exact as the source, never more, and never guessed."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.exchange import date_texts, dates
from timeline.exchange.date_texts import read
from timeline.exchange.dates import NotADate, Reading, of_parts, one_of, span
from timeline.exchange.ics.dates import of_datetime


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2019", "2019"),
        ("2019-03", "2019-03"),
        ("2019-03-15", "2019-03-15"),
        ("2019-3-5", "2019-03-05"),
        ("2019/03/15", "2019-03-15"),
        ("20190315", "2019-03-15"),
        ("2015-07-24T19:01:01+00:00", "2015-07-24T19:01:01+00:00"),
        ("2015-07-24 19:01:01", "2015-07-24T19:01:01"),
        ("2015-07-24 19:01 UTC", "2015-07-24T19:01Z"),
        ("2015-07-24T19:01:01+0530", "2015-07-24T19:01:01+05:30"),
        ("20150724T190101Z", "2015-07-24T19:01:01Z"),
        ("2015-07-24 7:01 PM", "2015-07-24T19:01"),
        ("2015-07-24 12:01 a.m.", "2015-07-24T00:01"),
        ("28 December 2022", "2022-12-28"),
        ("28-Dec-2022", "2022-12-28"),
        ("Dec 28, 2022", "2022-12-28"),
        ("December 28 2022 14:05", "2022-12-28T14:05"),
        ("2015-W30", "[2015-07-20..2015-07-26]"),
        ("2015-W30-5", "2015-07-24"),
        ("1998~", "1998~"),
        ("2018-03/2019-01-05", "2018-03/2019-01-05"),
        ("2018-03-02/2018-3-5", "2018-03-02/2018-03-05"),
        ("[2025-10-21..2025-10-31]", "[2025-10-21..2025-10-31]"),
        ("2025-08/..", "2025-08/.."),
        ("-0043-03-15", "-0043-03-15"),
    ],
)
def test_a_date_keeps_its_precision(written, meant):
    """A year stays a year, an instant keeps its zone, EDTF is taken as it is; nothing is lost."""
    assert read(written) == Reading(meant)


@pytest.mark.parametrize("text", ["", "  ", "unknown", "NA", "n/a", "None", "?", "-", "NaT"])
def test_what_says_that_there_is_no_date_is_none(text):
    """That is no mistake: the reader refuses the row for want of a date."""
    assert read(text) == Reading("")
    assert read(text).when is None


@pytest.mark.parametrize("text", ["3/4/2020", "12/2/2003", "8/15/2008", "15.08.2008", "3-4-2020"])
def test_day_and_month_by_number_need_a_stated_order(text):
    """Even where only one reading exists: a file that has both kinds would be read by halves."""
    with pytest.raises(NotADate) as refused:
        read(text)
    assert refused.value.message == date_texts.NO_ORDER
    assert text not in refused.value.message


def test_a_stated_order_is_kept_to():
    """15 is no month: the date is refused, not turned round."""
    assert read("3/4/2020", "dmy").text == "2020-04-03"
    assert read("3/4/2020", "mdy").text == "2020-03-04"
    assert read("8/15/2008 10:30", "mdy").text == "2008-08-15T10:30"
    with pytest.raises(NotADate, match="not in the order dmy"):
        read("8/15/2008", "dmy")


@pytest.mark.parametrize("text", ["12/2/03", "1.1.70"])
def test_a_year_of_two_digits_is_refused(text):
    """Whatever the order."""
    with pytest.raises(NotADate, match="the year has two digits"):
        read(text, "mdy")


@pytest.mark.parametrize("text", ["2 Dec 03", "Oct 26", "May"])
def test_a_named_month_needs_a_year_of_four_digits(text):
    """October 26 may be a day or a month."""
    with pytest.raises(NotADate, match="no year of four digits"):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        *("2019-13-01", "2019-02-30", "2019-01-01T25:00", "31 June 2019", "2015-W54", "2019-20"),
        *("2018/19", "2019-01-01 13:00 PM", "2019-05/2018"),
    ],
)
def test_what_is_not_in_the_calendar_is_refused(text):
    """In the same words for all, so that they are counted together; why is for the example."""
    with pytest.raises(NotADate) as refused:
        read(text)
    assert refused.value.message == "there is no such date"
    assert refused.value.hint


@pytest.mark.parametrize("text", ["yesterday", "last month", "now", "soon", "1437764461000000"])
def test_what_depends_on_today_or_is_no_date_is_refused(text):
    """The same file means the same tomorrow."""
    with pytest.raises(NotADate):
        read(text)


def test_fractions_of_a_second_are_dropped_and_told():
    """EDTF has none."""
    found = read("2015-07-24T19:01:01.123456Z")
    assert found.text == "2015-07-24T19:01:01Z"
    assert "fractions" in found.widened


def test_words_and_parts_of_a_year_are_told_as_guesses():
    """A season's number looks like the second year of a span."""
    assert read("late Oct 2025").text == "[2025-10-21..2025-10-31]"
    assert read("late Oct 2025").guessed
    assert read("2020-21").guessed
    assert not read("2020-12").guessed


def test_a_span_of_days_has_no_times():
    """EDTF has none there; within a day the start is kept, and the end told."""
    assert span("2020-01-01", "2020-02-03") == Reading("2020-01-01/2020-02-03")
    assert span("2020", "2020") == Reading("2020")
    assert span("2020-01", "..") == Reading("2020-01/..")
    within = span("2020-01-01T10:00Z", "2020-01-01T11:00Z")
    assert within == Reading("2020-01-01T10:00Z", dates.NO_END)
    across = span("2020-01-01T10:00Z", "2020-01-03T11:00Z")
    assert across == Reading("2020-01-01/2020-01-03", dates.NO_TIMES)
    with pytest.raises(NotADate):
        span("2020", "2019")


def test_parts_become_a_date_of_their_precision():
    """BCE years are astronomical; years of five digits get a Y."""
    assert of_parts(2019) == "2019"
    assert of_parts(2019, 3) == "2019-03"
    assert of_parts(-43, 3, 15) == "-0043-03-15"
    assert of_parts(12345) == "Y12345"
    assert of_parts(2019, 3, 5, "23:20Z") == "2019-03-05T23:20Z"
    with pytest.raises(NotADate):
        of_parts(2019, 2, 30)
    assert one_of("2019-03-01", "2019-03-01") == "2019-03-01"
    assert one_of("2019-03-01", "2019-03-09") == "[2019-03-01..2019-03-09]"


def test_instants_keep_their_zone():
    """Universal time is Z; a zone that no clock shows loses its seconds."""
    assert of_datetime(date(2019, 3, 5)).text == "2019-03-05"
    assert of_datetime(datetime(44, 3, 4, 5, 6, tzinfo=UTC)).text == "0044-03-04T05:06:00Z"
    west = timezone(-timedelta(hours=3, minutes=30))
    assert of_datetime(datetime(2020, 1, 1, tzinfo=west)).text == "2020-01-01T00:00:00-03:30"
    assert of_datetime(datetime(2020, 1, 1, 0, 0, 0, 5, tzinfo=UTC)).widened


@given(st.text(max_size=60) | st.from_regex(r"[0-9/.:\-TZ +]{1,30}", fullmatch=True))
def test_any_text_is_read_or_refused(text):
    """Never another exception; and what is read is EDTF."""
    try:
        found = read(text)
    except NotADate:
        return
    assert not found.text or edtf.parse(found.text)


@given(st.dates())
def test_every_day_comes_through_whatever_its_shape(day):
    """Six ways to write it."""
    named = f"{day.day} {day:%B} {day.year:04}"
    shapes = [
        day.isoformat(),
        f"{day.year:04}{day:%m%d}",
        named,
        f"{day:%b} {day.day}, {day.year:04}",
    ]
    assert {read(shape).text for shape in shapes} == {day.isoformat()}
    assert read(f"{day.day}/{day.month}/{day.year:04}", "dmy").text == day.isoformat()
    assert read(f"{day.month}/{day.day}/{day.year:04}", "mdy").text == day.isoformat()
