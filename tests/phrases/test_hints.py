"""Hints are taken at their word: what they say to write is typed, and means what was meant."""

from datetime import date

import pytest

from tests.advice import advised
from timeline import edtf, phrases

MONDAY = date(2026, 11, 23).toordinal()

# What people write, and the EDTF of what they most likely mean: all that the hint offers.
# A refusal with a general hint offers nothing that is in this table.
MISTAKES = {
    # Years and months.
    "march": ["2026-03"],
    "Oct 26": ["2026-10-26"],
    "Feb 29": ["2024-02-29"],
    "late Oct": ["[2026-10-21..2026-10-31]"],
    "Jan 5-7": ["2026-01-05/2026-01-07"],
    "Q3": ["2026-35"],
    "26 Oct 25": ["2025-10-26", "1925-10-26"],
    "79": ["1979", "2079", "0079"],
    "XX": ["XXXX"],
    "-43": ["-0043", "-0042"],
    "2020-05-00": ["2020-05"],
    "1943-00-00": ["1943"],
    "1999-00": ["1999", "1999/2000"],
    "13/2014": ["2014"],
    "31/04/2022": ["2022-04-30", "2022-04"],
    "29/02/2019": ["2019-02-28", "2019-02"],
    "8.12.2019": ["2019-12-08", "2019-08-12"],
    "15.3.2019": ["2019-03-15", "2019-03-15"],
    "2019/03/15": ["2019-03-15"],
    "2019 03 15": ["2019-03-15"],
    "2019_03_15": ["2019-03-15"],
    "2019.0": ["2019"],
    "2019,": ["2019"],
    "(2019)": ["2019"],
    "２０１９": ["2019"],
    "2O19": ["2019"],
    "20??": ["20XX"],
    "2019-03 -15": ["2019-03-15"],
    # Two years, or a part of a year, or a month.
    "2019-21": ["2019/2021", "2019-21"],
    "1932-33": ["1932/1933", "1932-33"],
    "1921-22": ["1921/1922", "1921-22"],
    "1939-40": ["1939/1940", "1939-40"],
    "1917-23": ["1917/1923", "1917-23"],
    "2024-25": ["2024/2025", "2024-03/2024-05"],
    "2019-37": ["2019/2037", "2019-01/2019-04"],
    "1999-21": ["1999/2021", "1999-21"],
    "c. 2019-21": ["2019/2021", "2019-21"],
    "since 2019-21": ["2019/2021", "2019-21"],
    "2019-21~": ["2019/2021", "2019-21"],
    "2019-20": ["2019/2020"],
    "1914-18": ["1914/1918"],
    "2001–10": ["2001/2010", "2001-10"],
    "2010/11": ["2010/2011", "2010-11"],
    "1743/4": ["1743/1744", "1743-04"],
    "1939/40": ["1939/1940"],
    "1999/00": ["1999/2000"],
    "2019 – 03": ["2019-03"],
    "2019 - 21": ["2019/2021"],
    "2019 -21": ["2019/2021"],
    "c. 1860-70": ["1860~/1870"],
    "5 FEB 1711-12": ["1712-02-05"],
    # Spans and open ends.
    "2019 -": ["2019/.."],
    "2014–": ["2014/.."],
    "2014-": ["2014/.."],
    "May 2020-": ["2020-05/.."],
    "2019 to": ["2019/.."],
    "- 2019": ["../2019"],
    "–2014": ["../2014"],
    "2019...2021": ["2019/2021", "[2019..2021]"],
    "2019…2021": ["2019/2021"],
    "2019:2021": ["2019/2021", "[2019..2021]"],
    "2019-01-05-07": ["2019-01-05/2019-01-07"],
    "2019-01-05 - 07": ["2019-01-05/2019-01-07"],
    "44 BC - 14": ["-0043/0014"],
    "2021..2019": ["2019/2021"],
    "April/May 2022": ["2022-04/2022-05"],
    "3/4 May 2020": ["2020-05-03/2020-05-04"],
    "3/6 May 2020": ["[2020-05-03,2020-05-06]"],
    "2 and 4 March 2019": ["{2019-03-02,2019-03-04}"],
    "3 and 4 March 2019": ["2019-03-03/2019-03-04"],
    "Jan and Mar 2019": ["{2019-01,2019-03}"],
    "at least 2014": ["[2014..]"],
    "at most 2014": ["[..2014]"],
    # Lists.
    "[1943-04-11, 1943-04-13]": ["[1943-04-11,1943-04-13]"],
    "{2019, 2020}": ["{2019,2020}"],
    "2018,2019": ["[2018,2019]", "{2018,2019}"],
    "2019 and 2020": ["{2019,2020}"],
    # Words.
    "22th century": ["[2101..2200]"],
    "the 3th of May 2020": ["2020-05-03"],
    "the 60s": ["196X"],
    "mid-90s": ["[1994..1996]"],
    "early '90s": ["[1990..1993]"],
    "late nineties": ["[1997..1999]"],
    "the seventies": ["197X"],
    "19th c.": ["[1801..1900]"],
    "early 20th c.": ["[1901..1933]"],
    "5th c. BC": ["[-0499..-0400]"],
    "fifth century BC": ["[-0499..-0400]"],
    "the twentieth century": ["[1901..2000]"],
    "twenty-first century": ["[2001..2100]"],
    "10,000 BC": ["-9999"],
    "c. 12,500 BCE": ["Y-12499~"],
    "the year 2019": ["2019"],
    "2019 spring": ["2019-21"],
    ">=2019": ["2019/.."],
    "<2019": ["[..2018]"],
    "augst 2025": ["2025-08"],
    "end 2019": ["[2019-09..2019-12]"],
    "year end 2019": ["[2019-09..2019-12]"],
    "middle May 2020": ["[2020-05-11..2020-05-20]"],
    "3 May 2020 17:00": ["2020-05-03T17:00"],
    "3 May 2020 at 7:05": ["2020-05-03T07:05"],
    "now": ["2026-11-23"],
    "Christmas 2018": ["2018-12-25"],
    "around New Year 2019": ["2019-01-01~"],
    "Christmas Eve 1914": ["1914-12-24"],
    "New Year's Eve 1999": ["1999-12-31"],
    "noon 5 March 2014": ["2014-03-05"],
    "5 March 2014, in the evening": ["2014-03-05"],
    "night of 3-4 March 2019": ["2019-03-03/2019-03-04"],
    # A Monday, a Wednesday, a Sunday; a day that is said to be the first.
    "the week of 10 November 2025": ["[2025-11-10..2025-11-16]"],
    "week of March 5, 2014": ["[2014-03-03..2014-03-09]"],
    "week of Sunday 2 March 2014": ["[2014-03-02..2014-03-08]"],
    "week beginning 2014-03-05": ["[2014-03-05..2014-03-11]"],
    "a fortnight ago": ["2026-11-09"],
}


def _edtf(text):
    return phrases.to_edtf(text, MONDAY)


@pytest.mark.parametrize("typed", MISTAKES)
def test_a_hint_can_be_typed_and_is_what_was_meant(typed):
    """Each phrase in the hint, through the same door."""
    with pytest.raises(phrases.PhraseError) as caught:
        _edtf(typed)
    assert [_edtf(phrase) for phrase in advised(caught.value.hint)] == MISTAKES[typed]


@pytest.mark.parametrize("door", [phrases.span, phrases.since, phrases.until])
@pytest.mark.parametrize("typed", MISTAKES)
def test_a_hint_in_a_question_can_be_typed(door, typed):
    """Whatever asks: in, since or until; or it is refused there for having no such end."""
    with pytest.raises(phrases.PhraseError) as caught:
        door(typed, MONDAY)
    for phrase in advised(caught.value.hint):
        window = phrases.span(phrase, MONDAY)
        if None not in (window.first, window.last):  # else there is no end to count from
            assert door(phrase, MONDAY)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("12-08", "put the year first, as in 2020-12-08"),
        ("31.12.", "put the year first, as in 2020-12-31"),
        ("..", "write a date at one end, as in 2019.. or ..2021"),
        ("since", "write a date behind it, as in since 2019"),
        ("probably", "write a date behind it, as in probably 2019"),
        ("2019–15", "write both years, as in 2018–2020"),
        ("Easter 2019", "write for example Aug 2025, 2019..2021 or last month"),
        ("Pfingsten 2020", "write for example Aug 2025, 2019..2021 or last month"),
    ],
)
def test_where_nothing_is_meant_for_certain_a_hint_gives_an_example(typed, hint):
    """An example can be typed as well."""
    with pytest.raises(phrases.PhraseError) as caught:
        phrases.span(typed, MONDAY)
    assert caught.value.hint == hint
    assert all(phrases.span(phrase, MONDAY) for phrase in advised(hint))


@pytest.mark.parametrize("code", range(21, 42))
@pytest.mark.parametrize("year", [1914, 1917, 1939, 1980, 1999, 2019, 2024])
def test_a_part_of_a_year_is_never_read_where_two_years_may_be_meant(year, code):
    """Of the next fifty years, one that ends in these digits; both readings are told."""
    years = [year + length for length in range(1, 51) if (year + length) % 100 == code]
    typed = f"{year}-{code}"
    if not years:
        assert _edtf(typed) == typed
        return
    with pytest.raises(phrases.PhraseError) as caught:
        _edtf(typed)
    span, part = advised(caught.value.hint)
    assert _edtf(span) == f"{year}/{years[0]}"
    asked, coded = phrases.span(part, MONDAY), edtf.parse(typed)
    assert (asked.first, asked.last) == (coded.earliest_start, coded.latest_end)


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_is_always_a_month(month):
    """2019-10 too, whatever may follow 2009."""
    assert _edtf(f"2009-{month:02}") == f"2009-{month:02}"


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("2024-01-05T09:00", "2024-01-05"),
        ("2024-01-05T09", "2024-01-05"),
        ("2024-01-05T09:00:30Z", "2024-01-05"),
        ("2024-01-05T09:00:30.5+01:00", "2024-01-05"),
        ("2024-01-05 09:00", "2024-01-05"),
        ("2024-01-05 9:00 am", "2024-01-05"),
        ("5 Jan 2024, 9pm", "5 Jan 2024"),
        ("5 Jan 2024 at 21:00 UTC", "5 Jan 2024"),
        ("2024-01-05T09:00..2024-01-06T10:00", "2024-01-05..2024-01-06"),
        ("since 2024-01-05T09:00", "since 2024-01-05"),
    ],
)
@pytest.mark.parametrize(
    "door", [phrases.span, phrases.since, phrases.until, phrases.before, phrases.after]
)
def test_a_question_with_a_time_is_refused_with_the_day(door, typed, days):
    """A question is about days; nobody is answered for a day who asked for an hour."""
    with pytest.raises(phrases.PhraseError) as caught:
        door(typed, MONDAY)
    assert caught.value.message == f"'{typed}' has a time, and questions are about days"
    assert advised(caught.value.hint) == [days]
    assert phrases.span(days, MONDAY)


def test_a_time_may_be_written_into_a_file():
    """Times order events and are shown; and `T` is where EDTF has it."""
    assert _edtf("2024-01-05T09:00") == "2024-01-05T09:00"
    with pytest.raises(phrases.PhraseError) as caught:
        _edtf("2024-01-05 9:00")
    assert advised(caught.value.hint) == ["2024-01-05T09:00"]
