"""The words people use for dates (docs/dates.md#words)."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.edtf import parse
from timeline.edtf.scanner import scan
from timeline.edtf.words.describe import describe
from timeline.edtf.words.style import Style

# EDTF -> words, and words in ASCII where they differ
WORDS = [
    ("2025-10-26", "26 Oct 2025", ""),
    ("2025-08", "Aug 2025", ""),
    ("2019", "2019", ""),
    # qualifiers
    ("2014~", "c. 2014", ""),
    ("2014?", "2014?", ""),
    ("2014%", "c. 2014?", ""),
    ("2025-08~", "c. Aug 2025", ""),
    ("2004-06-11%", "c. 11 Jun 2004?", ""),
    ("2004-06-~11", "c. 11 Jun 2004", ""),
    ("2004?-06-11", "11 Jun 2004?", ""),
    ("?2004-06-~11", "c. 11 Jun 2004?", ""),
    ("2001-21~", "c. spring 2001", ""),
    ("201X~", "c. 2010s", ""),
    ("2025-10-XX?", "Oct 2025?, day?", ""),
    # thirds of months and years
    ("[2025-10-01..2025-10-10]", "early Oct 2025", ""),
    ("[2025-10-11..2025-10-20]", "mid Oct 2025", ""),
    ("[2025-10-21..2025-10-31]", "late Oct 2025", ""),
    ("[2025-02-21..2025-02-28]", "late Feb 2025", ""),
    ("[2024-02-21..2024-02-28]", "21–28 Feb 2024, day?", "21-28 Feb 2024, day?"),
    ("[2025-01..2025-04]", "early 2025", ""),
    ("[2025-05..2025-08]", "mid 2025", ""),
    ("[2025-09..2025-12]", "late 2025", ""),
    ("[2025-09,2025-10,2025-11..2025-12]", "late 2025", ""),
    # other lists
    ("[2025-10-21..2025-10-24]", "21–24 Oct 2025, day?", "21-24 Oct 2025, day?"),
    ("[2025-03..2025-05]", "Mar–May 2025, month?", "Mar-May 2025, month?"),
    ("[1670..1672]", "1670–72, year?", "1670/1672, year?"),
    ("[2019]", "2019", ""),
    ("{2025-10-21..2025-10-31}", "21–31 Oct 2025", "21-31 Oct 2025"),
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670–72", "1667, 1668 or 1670/1672"),
    ("{1667,1668,1670..1672}", "1667, 1668 and 1670–72", "1667, 1668 and 1670/1672"),
    ("{1960,1961-12}", "1960 and Dec 1961", ""),
    ("[2019-03-01,2019-03-05]", "1 or 5 Mar 2019", ""),
    ("{2019-03-01,2019-03-05,2019-03-09}", "1, 5 and 9 Mar 2019", ""),
    ("[2019-01,2019-03-05]", "Jan or 5 Mar 2019", ""),
    ("[1760-01,1760-02,1760-12..]", "Jan 1760, Feb 1760, Dec 1760 or later", ""),
    ("[2020,2019]", "2019 or 2020", ""),
    ("{1960-12,1958}", "1958 and Dec 1960", ""),
    ("[2019-03..2019-03-20]", "Mar 2019, by 20 Mar, day?", ""),
    ("[2019-03..2019]", "2019, from Mar, month?", ""),
    ("[..1989]", "before 1990", ""),
    ("[..-0044]", "before 44 BCE", ""),
    ("[..1760-12-03]", "before 4 Dec 1760", ""),
    ("[..2018-12]", "before Jan 2019", ""),
    ("[..1989~]", "c. 1989 or earlier", ""),
    ("[1990..]", "1990 or later", ""),
    ("[1760-12..]", "Dec 1760 or later", ""),
    ("{..1984}", "up to 1984", ""),
    ("{1984..}", "from 1984 on", ""),
    # unspecified digits
    ("201X", "2010s", ""),
    # "The 1900s" may be ten years or a hundred, so no century is called so.
    ("19XX", "1900–99, year?", "1900/1999, year?"),
    ("20XX", "2000–99, year?", "2000/2099, year?"),
    ("18XX~", "c. 1800–99, year?", "c. 1800/1899, year?"),
    ("19XX-12-25", "25 Dec, 1900–99, year?", "25 Dec, 1900/1999, year?"),
    ("190X", "1900–09, year?", "1900/1909, year?"),
    ("1XXX", "1000–1999, year?", "1000/1999, year?"),
    ("-004X", "50–41 BCE, year?", "50-41 BCE, year?"),
    ("1X50", "1050, 1150…1950, year?", "1050, 1150...1950, year?"),
    ("XXXX", "some year", ""),
    ("2025-XX", "2025, month?", ""),
    ("2025-10-XX", "Oct 2025, day?", ""),
    ("2025-XX-XX", "2025, day?", ""),
    ("156X-12-25", "25 Dec, 1560s", ""),
    ("XXXX-12-25", "25 Dec, year?", ""),
    ("XXXX-12-XX", "Dec, day?, year?", ""),
    ("1984-1X", "Oct–Dec 1984, month?", "Oct-Dec 1984, month?"),
    ("2004-X1", "Jan or Nov 2004", ""),
    ("2025-10-2X", "20–29 Oct 2025, day?", "20-29 Oct 2025, day?"),
    ("2025-10-3X", "30 or 31 Oct 2025", ""),
    ("2025-XX-15", "15th of a month of 2025", ""),
    ("2025-XX-31", "31st of a month of 2025", ""),
    ("2025-XX-2X", "20th–29th of a month of 2025, day?", "20th-29th of a month of 2025, day?"),
    ("2025-X2-15", "15th of Feb or Dec 2025", ""),
    (
        "2019-1X-2X",
        "20th–29th of Oct–Dec 2019, day?, month?",
        "20th-29th of Oct-Dec 2019, day?, month?",
    ),
    ("201X-XX-03", "3rd of a month, 2010s", ""),
    ("XXXX-XX-22", "22nd of a month, year?", ""),
    # Only months and years that have the day: 1200 and 1600 are leap years, no other hundred.
    ("1X00-02-29", "29 Feb, 1200 or 1600", ""),
    ("201X-02-29", "29 Feb, 2012 or 2016", ""),
    ("XXXX-02-29", "29 Feb, year?", ""),
    ("2019-X1-31", "31 Jan 2019", ""),
    ("2019-1X-31", "31st of Oct or Dec 2019", ""),
    # intervals
    ("2019/2020", "2019–20", "2019/2020"),
    ("1998/2003", "1998–2003", "1998/2003"),
    ("2000/2009", "2000–09", "2000/2009"),
    ("0476/0480", "476–480", "476/480"),
    ("2019/2019", "2019", ""),
    ("2019-03/2019-06", "Mar–Jun 2019", "Mar-Jun 2019"),
    ("2018-12/2019-02", "Dec 2018 – Feb 2019", "Dec 2018 - Feb 2019"),
    ("2025-10-24/2025-10-26", "24–26 Oct 2025", "24-26 Oct 2025"),
    ("2019-03-05/2019-04-14", "5 Mar – 14 Apr 2019", "5 Mar - 14 Apr 2019"),
    ("2019-03/2019-04-14", "Mar – 14 Apr 2019", "Mar - 14 Apr 2019"),
    # What lies in the period of the other end is said of that.
    ("2019/2019-03", "2019, until Mar", ""),
    ("2019-03/2019", "2019, from Mar", ""),
    ("2019-10/2019-10-26", "Oct 2019, until 26 Oct", ""),
    ("2001-24/2002-01", "winter 2001–02, until Jan 2002", "winter 2001/2002, until Jan 2002"),
    ("2004-10?/2004", "Oct 2004? – 2004", "Oct 2004? - 2004"),
    ("2014~/2016?", "c. 2014 – 2016?", "c. 2014 - 2016?"),
    ("2019-03~/2019-06", "c. Mar – Jun 2019", "c. Mar - Jun 2019"),
    ("2004-06-~01/2004-06-~20", "c. 1 – c. 20 Jun 2004", "c. 1 - c. 20 Jun 2004"),
    ("2001-21/2001-23", "spring–autumn 2001", "spring-autumn 2001"),
    ("201X/202X", "2010s – 2020s", "2010s - 2020s"),
    ("2019-37/2020-39", "early 2019 – late 2020", "early 2019 - late 2020"),
    ("2019-37~/2019-38", "c. early – mid 2019", "c. early - mid 2019"),
    ("2019-37/2019-06-01", "early – 1 Jun 2019", "early - 1 Jun 2019"),
    # open and unknown ends
    ("2025-08/..", "Aug 2025 →", "since Aug 2025"),
    ("../1985", "→ 1985", "until 1985"),
    ("1985/", "1985 – ?", "1985 - ?"),
    ("/1985", "? – 1985", "? - 1985"),
    ("2014~/..", "c. 2014 →", "since c. 2014"),
    # parts of a year
    ("2001-21", "spring 2001", ""),
    ("2001-23", "autumn 2001", ""),
    ("2001-24", "winter 2001–02", "winter 2001/2002"),
    ("2001-25", "spring 2001 (N)", ""),
    ("2001-32", "winter 2001 (S)", ""),
    ("2001-34", "Q2 2001", ""),
    ("2001-37", "Jan–Apr 2001", "Jan-Apr 2001"),
    ("2001-40", "H1 2001", ""),
    # far and long years
    ("-0043", "44 BCE", ""),
    ("0000", "1 BCE", ""),
    ("0044", "44 CE", ""),
    ("-0043-03-15", "15 Mar 44 BCE", ""),
    ("-0043/-0041", "44–42 BCE", "44-42 BCE"),
    ("-0043/0014", "44 BCE – 14 CE", "44 BCE - 14 CE"),
    ("-0043-03/-0043-05", "Mar–May 44 BCE", "Mar-May 44 BCE"),
    ("Y-17E7", "170 million BCE", ""),
    ("Y-45E8", "4.5 billion BCE", ""),
    ("Y-3E5", "300,000 BCE", ""),
    ("Y12345", "12345", ""),
    ("Y170000002", "170,000,002", ""),
    ("Y-170000002", "170,000,003 BCE", ""),
    ("Y1E999999", "over 10^18 CE", ""),
    ("1950S2", "c. 1950 (1900–99)", "c. 1950 (1900/1999)"),
    ("1951S3", "c. 1951 (1950s)", ""),
    ("1950S1", "c. 1950 (1000–1999)", "c. 1950 (1000/1999)"),
    ("1950S4", "c. 1950", ""),
    ("1950S2?", "c. 1950? (1900–99)", "c. 1950? (1900/1999)"),
    ("Y171010000S3", "c. 171.01 million", ""),
    # times, as written
    ("1985-04-12T23:20:30-04", "12 Apr 1985 23:20 (−04:00)", "12 Apr 1985 23:20 (-04:00)"),
    ("1985-04-12T23:20:30+04:30", "12 Apr 1985 23:20 (+04:30)", ""),
    ("1985-04-12T23:20:30Z", "12 Apr 1985 23:20 (UTC)", ""),
    ("1985-04-12T23:20", "12 Apr 1985 23:20", ""),
    ("1985-04-12T23", "12 Apr 1985 23h", ""),
]


@pytest.mark.parametrize(("text", "words", "plain"), WORDS)
def test_words(text, words, plain):
    """Short, in Unicode and in ASCII."""
    assert parse(text).describe() == words
    assert parse(text).describe(ascii=True) == (plain or words)


# EDTF -> words under a heading with the year
UNDER_A_HEADING = [
    ("2019-01-23", 2019, "23 Jan"),
    ("2025-10~", 2025, "c. Oct"),
    ("[2025-10-21..2025-10-31]", 2025, "late Oct"),
    ("[2025-10-21..2025-10-24]", 2025, "21–24 Oct, day?"),
    ("2025-08/..", 2025, "Aug →"),
    ("2025-08/", 2025, "Aug – ?"),
    ("2025-10-24/2025-10-26", 2025, "24–26 Oct"),
    ("2019-03-05/2019-04-14", 2019, "5 Mar – 14 Apr"),
    ("2019-03/2019-06", 2019, "Mar–Jun"),
    ("2001-21", 2001, "spring"),
    ("2001-34", 2001, "Q2"),
    ("2025-10-XX", 2025, "Oct, day?"),
    ("[2019-03-01,2019-03-05]", 2019, "1 or 5 Mar"),
    ("1985-04-12T23:20:30Z", 1985, "12 Apr 23:20 (UTC)"),
    ("-0043-03-15", -43, "15 Mar"),
    # A year alone keeps it, and so does what is a year by its name.
    ("2019", 2019, "2019"),
    ("2014~", 2014, "c. 2014"),
    ("2025-XX", 2025, "2025, month?"),
    ("2019/..", 2019, "2019 →"),
    ("[2019-01..2019-04]", 2019, "early 2019"),
    ("2019/2019-03", 2019, "2019, until Mar"),
    ("2019-10/2019-10-26", 2019, "Oct, until 26 Oct"),
    # What names another year too is whole.
    ("2018-12/2019-02", 2018, "Dec 2018 – Feb 2019"),
    ("2018-12/2019-02", 2019, "Dec 2018 – Feb 2019"),
    ("[2018-12,2019-02]", 2018, "Dec 2018 or Feb 2019"),
    ("[..2018-12]", 2018, "before Jan 2019"),
    ("2001-24", 2001, "winter 2001–02"),
    ("156X-12-25", 1560, "25 Dec, 1560s"),
    # Another heading leaves all in place.
    ("2019-01-23", 2020, "23 Jan 2019"),
]


@pytest.mark.parametrize(("text", "year", "words"), UNDER_A_HEADING)
def test_words_under_a_heading(text, year, words):
    """The year is left out where the heading says it, and only there."""
    assert parse(text).describe(year=year) == words


# EDTF -> words at length
AT_LENGTH = [
    ("201X", "some year in the 2010s"),
    ("190X", "some year between 1900 and 1909"),
    ("1X50", "one of the years 1050, 1150…1950"),
    ("2025-XX", "some month of 2025"),
    ("201X-XX", "some month of some year in the 2010s"),
    ("2025-10-XX", "some day of Oct 2025"),
    ("2025-XX-XX", "some day of 2025"),
    ("1984-1X", "some month between Oct and Dec 1984"),
    ("2025-10-2X", "some day between 20 and 29 Oct 2025"),
    ("2025-XX-15", "day 15 of some month of 2025"),
    ("2019-XX-31", "day 31 of some month of 2019"),
    ("2019-1X-2X", "some day between 20 and 29 of some month between Oct and Dec 2019"),
    ("19XX", "some year between 1900 and 1999"),
    ("1X00-02-29", "29 Feb of 1200 or 1600"),
    ("156X-12-25", "25 Dec of some year in the 1560s"),
    ("XXXX-12-25", "25 Dec of some year"),
    ("201X-21", "spring of some year in the 2010s"),
    ("201X~", "some year in the 2010s, approximate"),
    ("2004?-06-11", "11 Jun 2004 (year uncertain)"),
    ("?2004-06-~11", "11 Jun 2004 (year uncertain, day approximate)"),
    ("201X-~10", "Oct of some year in the 2010s (month approximate)"),
    ("[2025-10-21..2025-10-24]", "some day between 21 and 24 Oct 2025"),
    ("[2025-10-21..2025-11-02]", "some day between 21 Oct and 2 Nov 2025"),
    ("[1670..1672]", "some year between 1670 and 1672"),
    ("2001-29", "spring 2001 (southern hemisphere)"),
    ("2001-25", "spring 2001 (northern hemisphere)"),
    ("Y171010000S3", "c. 171.01 million (171,000,000 to 171,999,999)"),
    ("1985-04-12T23:20:30-04", "12 Apr 1985 23:20:30 (−04:00)"),
    # Where there is nothing to spell out, the words are the short ones.
    ("2014~", "c. 2014"),
    ("2025-08/..", "Aug 2025 →"),
    ("2019/2020", "2019–20"),
    ("[2025-10-21..2025-10-31]", "late Oct 2025"),
]


@pytest.mark.parametrize(("text", "words"), AT_LENGTH)
def test_words_at_length(text, words):
    """What the short words only hint at is spelled out."""
    assert parse(text).describe(long=True) == words


def test_words_fit_a_column():
    """All but lists, times, nested ends and days of some month fit 20 cells."""
    exempt = (
        "T",
        ",",
        "S",
        "1X50",
        "2004-06-~01",
        "X-",
        "X2-",
        "X1-",
        "2019-03..",
        "-37/",
        "/2019-10",
        "-24/",
    )
    for text, words, _ in WORDS:
        if not any(part in text for part in exempt):
            assert len(words) <= 20, text


@given(st.dates(min_value=date(1000, 1, 1)), st.booleans(), st.booleans())
@example(date(2020, 2, 29), True, False)
def test_a_day_has_the_words_that_any_date_has(day, is_below, long):
    """The short cut to them says nothing else."""
    year = day.year if is_below else day.year - 1
    style = Style(year=year, long=long)
    words = parse(day.isoformat()).describe(year=year, long=long)
    assert words == describe(scan(day.isoformat()), style)
