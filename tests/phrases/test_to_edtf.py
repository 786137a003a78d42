"""Words -> EDTF: one table for each family of phrases."""

from datetime import date

import pytest

from timeline import edtf, phrases

MONDAY = date(2026, 11, 23).toordinal()

EDTF_ITSELF = [
    "2019",
    "2025-08",
    "2025-10-26",
    "2014~",
    "2014%",
    "201X",
    "2045-21",
    "2001-21/2002-22",
    "[2001-21,2002-22]",
    "0044",
    "-1985",
    "-0043",
    "Y-17E7",
    "2019/2020",
    "2025-08/..",
    "../1985",
    "1985/",
    "[2025-10-21..2025-10-31]",
    "{1960,1961-12}",
    "1985-04-12T23:20:30Z",
]

MONTH_NAMES = [
    ("Aug 2025", "2025-08"),
    ("august 2025", "2025-08"),
    ("AUGUST, 2025", "2025-08"),
    ("Sept 2025", "2025-09"),
    ("2025 Oct", "2025-10"),
    ("Feb 2023", "2023-02"),
    ("Oct 26, 2025", "2025-10-26"),
    ("26 Oct 2025", "2025-10-26"),
    ("26-Oct-2025", "2025-10-26"),
    ("1 October 2025", "2025-10-01"),
    ("31 Dec 2025", "2025-12-31"),
    ("Sept. 26, 2025", "2025-09-26"),
    ("26th of October 2025", "2025-10-26"),
    ("the 26th of October, 2025", "2025-10-26"),
    ("Feb 29 2024", "2024-02-29"),
    ("Wednesday 23 Jan 2019", "2019-01-23"),
    ("23 Jan 2019, Wed", "2019-01-23"),
    ("March 0044", "0044-03"),
    ("12/2014", "2014-12"),
    ("05/2020", "2020-05"),
    ("4/2022", "2022-04"),
    ("4.2022", "2022-04"),
    ("4-2022", "2022-04"),
    ("2022/04", "2022-04"),
    ("2019/2", "2019-02"),
    ("Sept/1988", "1988-09"),
    ("1988/Sept", "1988-09"),
    ("3/May/2020", "2020-05-03"),
    ("c. 12/2014", "2014-12~"),
    ("12/2014 to 3/2015", "2014-12/2015-03"),
]

ERAS = [
    ("44 BCE", "-0043"),
    ("44 BC", "-0043"),
    ("44 b.c.", "-0043"),
    ("1 BCE", "0000"),
    ("AD 79", "0079"),
    ("BC 431", "-0430"),
    ("BCE 431", "-0430"),
    ("B.C. 44", "-0043"),
    ("44 B.C", "-0043"),
    ("March BC 44", "-0043-03"),
    ("79 CE", "0079"),
    ("15 March 44 BC", "-0043-03-15"),
    ("24 August AD 79", "0079-08-24"),
    ("29 Feb 1 BCE", "0000-02-29"),
    ("12000 BCE", "Y-11999"),
    ("c. 44 BC", "-0043~"),
]

VAGUE = [
    ("c. 2014", "2014~"),
    ("c.2014", "2014~"),
    ("ca 2014", "2014~"),
    ("ca. 2014", "2014~"),
    ("circa 2014", "2014~"),
    ("about 2014", "2014~"),
    ("Around Aug 2025", "2025-08~"),
    ("about 26 Oct 2025", "2025-10-26~"),
    ("c. spring 2001", "2001-21~"),
    ("spring 1942~", "1942-21~"),
    ("Aug 2025~", "2025-08~"),
    ("Aug 2025?", "2025-08?"),
    ("2014 (?)", "2014?"),
    ("c. 2014?", "2014%"),
    ("early Oct 2025", "[2025-10-01..2025-10-10]"),
    ("mid Oct 2025", "[2025-10-11..2025-10-20]"),
    ("mid-October 2025", "[2025-10-11..2025-10-20]"),
    ("late October 2025", "[2025-10-21..2025-10-31]"),
    ("late Feb 2023", "[2023-02-21..2023-02-28]"),
    ("late Feb 2024", "[2024-02-21..2024-02-29]"),
    ("late 2025-09", "[2025-09-21..2025-09-30]"),
    ("early 2019", "[2019-01..2019-04]"),
    ("mid-2019", "[2019-05..2019-08]"),
    ("late 2019", "[2019-09..2019-12]"),
    ("2010s", "201X"),
    ("the 1990s", "199X"),
    ("1990's", "199X"),
]

PARTS_OF_TIME = [
    ("spring 2001", "2001-21"),
    ("the summer of 2019", "2019-22"),
    ("autumn 2019", "2019-23"),
    ("fall 2019", "2019-23"),
    ("winter 2019", "2019-24"),
    ("winter 2018–19", "2018-24"),
    ("winter 2018/2019", "2018-24"),
    ("winter 1999-00", "1999-24"),
    ("Q3 2025", "2025-35"),
    ("2025 Q3", "2025-35"),
    ("2025-Q3", "2025-35"),
    ("third quarter of 2025", "2025-35"),
    ("H1 2025", "2025-40"),
    ("1H 2025", "2025-40"),
    ("first half of 2025", "2025-40"),
    ("the 2nd half of 2025", "2025-41"),
    ("19th century", "[1801..1900]"),
    ("the 21st century", "[2001..2100]"),
    ("1st century", "[0001..0100]"),
    ("1st century BC", "[-0099..0000]"),
    ("2nd century BCE", "[-0199..-0100]"),
]

ONE_SIDE = [
    ("before 1990", "[..1989]"),
    ("before Aug 2025", "[..2025-07]"),
    ("before Jan 2025", "[..2024-12]"),
    ("before 1 Mar 2024", "[..2024-02-29]"),
    ("before the 1990s", "[..1989]"),
    ("before spring 2001", "[..2001-02-28]"),
    ("before late Oct 2025", "[..2025-10-20]"),
    ("before c. 1990", "[..1989~]"),
    ("before 1 BCE", "[..-0001]"),
    ("after 2010", "[2011..]"),
    ("after Dec 2024", "[2025-01..]"),
    ("after 31 Dec 2024", "[2025-01-01..]"),
    ("after 9999", "[Y10000..]"),
    ("between 1850 and 1855", "[1850..1855]"),
    ("between 1 and 5 March 1850", "[1850-03-01..1850-03-05]"),
    ("between March and May 1850", "[1850-03..1850-05]"),
    ("between the 1st and the 5th of March 1850", "[1850-03-01..1850-03-05]"),
    ("between 1850 and 1850", "1850"),
    ("March 3 or 4, 2019", "[2019-03-03,2019-03-04]"),
    ("1990 or later", "[1990..]"),
    ("1990 or earlier", "[..1990]"),
    ("since Aug 2025", "2025-08/.."),
    ("since late 1943", "1943-39/.."),
    ("late 1943 onwards", "1943-39/.."),
    ("starting in mid-1943", "1943-38/.."),
    ("beginning late in 1943", "1943-39/.."),
    ("until mid-1944", "../1944-38"),
    ("up until early 1944", "../1944-37"),
    ("ending in mid 1944", "../1944-38"),
    ("from early 2019 to late 2020", "2019-37/2020-39"),
    ("early 2019 – late 2020", "2019-37/2020-39"),
    ("from early 2019 to late 2019", "2019-37/2019-39"),
    ("from the end of 1943 to the middle of 1944", "1943-39/1944-38"),
    ("second half of 1943 to mid 1944", "1943-41/1944-38"),
    ("late 44 BC to 43 BC", "-0043-39/-0042"),
    ("between late 1943 and early 1944", "[1943-09..1944-04]"),
    ("mid- to late 1944", "[1944-05..1944-12]"),
    ("during late 1943", "[1943-09..1943-12]"),
    ("in or before 1943", "[..1943]"),
    ("during or after 1943", "[1943..]"),
    ("from 2019", "2019/.."),
    ("from 2019 on", "2019/.."),
    ("2019 onwards", "2019/.."),
    ("2019 onward", "2019/.."),
    ("Aug 2025 – present", "2025-08/.."),
    ("Aug 2025 - now", "2025-08/.."),
    ("2019-present", "2019/.."),
    ("2019 to the present", "2019/.."),
    ("2019..", "2019/.."),
    ("Aug 2025 →", "2025-08/.."),
    ("until 31 Oct 2025", "../2025-10-31"),
    ("through 2019", "../2019"),
    ("to 2019", "../2019"),
    ("up to 2019", "../2019"),
    ("..2019", "../2019"),
    ("→ 1985", "../1985"),
    ("1985 – ?", "1985/"),
    ("? – 1985", "/1985"),
]

INTERVALS = [
    ("2019 to 2021", "2019/2021"),
    ("2019 until 2021", "2019/2021"),
    ("2019 – 2021", "2019/2021"),
    ("2019–2021", "2019/2021"),
    ("2019—2021", "2019/2021"),
    ("2019-2021", "2019/2021"),
    ("2019 - 2021", "2019/2021"),
    ("2019..2021", "2019/2021"),
    ("2019 / 2021", "2019/2021"),
    ("2019–20", "2019/2020"),
    ("from Aug 2025 to Oct 2025", "2025-08/2025-10"),
    ("March to June 2019", "2019-03/2019-06"),
    ("Mar–Jun 2019", "2019-03/2019-06"),
    ("Mar-Jun 2019", "2019-03/2019-06"),
    ("from Mar until Jun 2019", "2019-03/2019-06"),
    # One end is the period in which the other lies.
    ("2019, from Mar", "2019-03/2019"),
    ("2019, until Mar", "2019/2019-03"),
    ("Oct 2019, until 26 Oct", "2019-10/2019-10-26"),
    ("Oct 2019, from 26 Oct", "2019-10-26/2019-10"),
    ("spring 2001, until Apr", "2001-21/2001-04"),
    ("winter 2001–02, until Jan 2002", "2001-24/2002-01"),
    ("44 BCE, until Mar", "-0043/-0043-03"),
    ("Dec 2018 – Feb 2019", "2018-12/2019-02"),
    ("24-26 Oct 2025", "2025-10-24/2025-10-26"),
    ("24–26 October 2025", "2025-10-24/2025-10-26"),
    ("24th to 26th of October 2025", "2025-10-24/2025-10-26"),
    ("Oct 24-26, 2025", "2025-10-24/2025-10-26"),
    ("October 24 to 26 2025", "2025-10-24/2025-10-26"),
    ("24 Oct – 3 Nov 2025", "2025-10-24/2025-11-03"),
    ("2019-03-01 – 2019-04-01", "2019-03-01/2019-04-01"),
    ("Q1 to Q3 2019", "2019-33/2019-35"),
    ("spring to autumn 2019", "2019-21/2019-23"),
    ("c. 2014 – 2016?", "2014~/2016?"),
    ("100–44 BCE", "-0099/-0043"),
    ("1200-800 BC", "-1199/-0799"),
    ("44 BCE – AD 14", "-0043/0014"),
]

WRITING = [
    ("  late   October 2025 ", "[2025-10-21..2025-10-31]"),
    ("LATE OCTOBER 2025", "[2025-10-21..2025-10-31]"),
    ("26\u00a0Oct\u00a02025", "2025-10-26"),
    ("2025\u201108", "2025-08"),
    ("\u22120043", "-0043"),
    ("\t2019\n", "2019"),
]

RELATIVE = [
    ("today", "2026-11-23"),
    ("Yesterday", "2026-11-22"),
    ("tomorrow", "2026-11-24"),
    ("this week", "2026-11-23/2026-11-29"),
    ("last week", "2026-11-16/2026-11-22"),
    ("next week", "2026-11-30/2026-12-06"),
    ("this month", "2026-11"),
    ("last month", "2026-10"),
    ("next month", "2026-12"),
    ("this year", "2026"),
    ("last year", "2025"),
    ("next year", "2027"),
    ("last 30 days", "2026-10-25/2026-11-23"),
    ("last 1 day", "2026-11-23/2026-11-23"),
    ("last 2 weeks", "2026-11-10/2026-11-23"),
    ("last 3 months", "2026-08-24/2026-11-23"),
    ("the last 3m", "2026-08-24/2026-11-23"),
    ("past 2 years", "2024-11-24/2026-11-23"),
    ("3 days ago", "2026-11-20"),
    ("3 months ago", "2026-08-23"),
    ("a year ago", "2025-11-23"),
    ("Monday", "2026-11-23"),
    ("last Monday", "2026-11-16"),
    ("next Monday", "2026-11-30"),
    ("Friday", "2026-11-20"),
    ("last fri", "2026-11-20"),
    ("next Friday", "2026-11-27"),
    ("since last week", "2026-11-16/.."),
    ("until yesterday", "../2026-11-22"),
    ("Aug 2025 to today", "2025-08/2026-11-23"),
    ("before yesterday", "[..2026-11-21]"),
]


@pytest.mark.parametrize("text", EDTF_ITSELF)
def test_edtf_comes_back_unchanged(text: str) -> None:
    """What is EDTF already is left as it is."""
    assert phrases.to_edtf(text) == text


@pytest.mark.parametrize(
    ("phrase", "text"),
    MONTH_NAMES + ERAS + VAGUE + PARTS_OF_TIME + ONE_SIDE + INTERVALS + WRITING,
)
def test_words_become_edtf(phrase: str, text: str) -> None:
    """A phrase has one reading, with and without a day for today."""
    assert phrases.to_edtf(phrase) == text
    assert phrases.to_edtf(phrase, MONDAY) == text


@pytest.mark.parametrize(("phrase", "text"), RELATIVE)
def test_relative_words_are_counted_from_today(phrase: str, text: str) -> None:
    """With a day for today, relative words are days, weeks from Monday, months and years."""
    assert phrases.to_edtf(phrase, MONDAY) == text


@pytest.mark.parametrize(("phrase", "_text"), RELATIVE)
def test_relative_words_need_today(phrase: str, _text: str) -> None:
    """Without a day for today, as in a file, they are refused."""
    with pytest.raises(phrases.PhraseError, match="a file needs a fixed date"):
        phrases.to_edtf(phrase)


def test_months_are_clipped_to_their_last_day() -> None:
    """A month before 31 March is the end of February."""
    last_of_march = date(2026, 3, 31).toordinal()
    assert phrases.to_edtf("1 month ago", last_of_march) == "2026-02-28"
    assert phrases.to_edtf("last month", last_of_march) == "2026-02"
    assert phrases.to_edtf("1 year ago", date(2024, 2, 29).toordinal()) == "2023-02-28"


def test_a_phrase_becomes_a_date() -> None:
    """`to_when` gives the bounds of what the words mean."""
    when = phrases.to_when("late Oct 2025")
    assert when.text == "[2025-10-21..2025-10-31]"
    assert when.earliest_start == edtf.day_number(2025, 10, 21)
    assert when.latest_end == edtf.day_number(2025, 10, 31)
