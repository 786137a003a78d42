"""What is not EDTF: what is said, where it points, what is advised."""

import pytest

from tests.advice import advised
from timeline.edtf import EdtfError, parse
from timeline.errors import TimelineError

EXAMPLES = "write 2019, 2019-03, 2019-03-15, 2019/2020, 2019~ or 201X"
MONTHS = "months are 01 to 12; 21 to 41 are seasons, quarters and halves"
LISTS = "write [2019,2020] for one of these, {2019,2020} for all of them"
HOURS = "times go from 00:00:00 to 23:59:59"
ENDS = "give it a start or an end, as in 2019/.. or ../2019"
DRAFT = "for a digit is from an older draft"
SHORT = "is too short for a year, which has four digits"

# Hints that give no date to write.
RULES = {
    *(MONTHS, HOURS, "offsets go from -14:00 to +14:00", "days are 01 to 31", "end it with ]"),
    *("end it with }", "a list stands alone", "put ~ behind the dates inside it"),
}

# text, position, reason, hint
REFUSALS = [
    ("", 0, "there is no date here", EXAMPLES),
    # months and days that are none
    ("1985-13", 5, "this reads as month 13, and there is none", MONTHS),
    ("2019-00", 5, "this reads as month 00, and there is none", "write 2019 for the year alone"),
    ("1943-00-00", 5, "this reads as month 00, and there is none", "write 1943 for the year alone"),
    (
        "1999-00",
        5,
        "this reads as month 00, and there is none",
        "write 1999 for the year alone or 1999/2000 for the years",
    ),
    (
        "2019-00-15",
        5,
        "this reads as month 00, and there is none",
        "write 2019 for the year alone or 2019-XX-15 for a day of an unknown month",
    ),
    ("2020-05-00", 8, "there is no day 00", "write 2020-05 for the month"),
    ("2019-2X", 5, "this reads as month 2X, and there is none", MONTHS),
    (
        "2019-20",
        5,
        "this reads as month 20, and there is none",
        "write 2019/2020 for the years",
    ),
    (
        "2025-13-10",
        5,
        "this reads as month 13, and there is none",
        "the month comes before the day: write 2025-10-13",
    ),
    (
        "2025-26-10",
        8,
        "26 is a season or part of a year, without days",
        "write 2025-26, or 2025-10-26 for a day",
    ),
    ("2019/2019-13", 10, "this reads as month 13, and there is none", MONTHS),
    (
        "2001-21-05",
        8,
        "21 is a season or part of a year, without days",
        "write 2001-21, or 2001-05-21 for a day",
    ),
    (
        "2019-02-29",
        8,
        "February 2019 has 28 days",
        "write 2019-02-28 for its last day, or 2019-02",
    ),
    (
        "1900-02-29",
        8,
        "February 1900 has 28 days",
        "write 1900-02-28 for its last day, or 1900-02",
    ),
    (
        "2019-04-31",
        8,
        "April 2019 has 30 days",
        "write 2019-04-30 for its last day, or 2019-04",
    ),
    (
        "XXX1-02-29",
        8,
        "no month that fits has a day 29",
        "write XXX1-02-XX for a day that is not known",
    ),
    ("2019-05-32", 8, "there is no day 32", "days are 01 to 31"),
    # years
    (
        "198",
        0,
        f"'198' {SHORT}",
        "write 198X for one of 1980 to 1989 or 0198 for the year 198",
    ),
    (
        "19",
        0,
        f"'19' {SHORT}",
        "write 1919, 2019, 19XX for one of 1900 to 1999 or 0019 for the year 19",
    ),
    ("79", 0, f"'79' {SHORT}", "write 1979, 2079 or 0079 for the year 79"),
    ("79-08", 0, f"'79' {SHORT}", "write 1979-08, 2079-08 or 0079-08 for the year 79"),
    ("00", 0, f"'00' {SHORT}", "write 1900, 2000 or 0000 for 1 BCE"),
    ("XX", 0, f"'XX' {SHORT}", "write XXXX for a year that is not known"),
    ("-44", 0, f"'44' {SHORT}", "write -0044 for 45 BCE or -0043 for 44 BCE"),
    ("-1", 0, f"'1' {SHORT}", "write -0001 for 2 BCE or 0000 for 1 BCE"),
    ("-0", 0, f"'0' {SHORT}", "write 0000 for 1 BCE"),
    ("8", 0, f"'8' {SHORT}", "write 0008 for the year 8"),
    ("12345", 0, "a year has four digits, or a Y before more", "write Y12345"),
    (
        "20251026",
        0,
        "a year has four digits, or a Y before more",
        "write 2025-10-26 or Y20251026 for the year",
    ),
    ("Y2019", 0, "Y is for years of more than four digits", "write 2019"),
    ("Y-44", 0, "Y is for years of more than four digits", "write -0044"),
    ("Y00000", 0, "the year 0 takes no Y", "write 0000"),
    ("Y12345-03", 7, "a year with Y or S takes no month", "write Y12345"),
    ("Y17XXX", 3, "a year with Y has no X", "write Y17000S2"),
    ("Y17XX", 3, "a year with Y has no X", "write 17XX"),
    ("-0000", 0, "there is no year minus zero", "write 0000 for 1 BCE"),
    ("+2019", 0, "a year has no plus sign", "write 2019"),
    ("1950S0", 5, "no significant digits leave no year", "write 1950S1 or more"),
    ("1950S5", 5, "S5 asks for more digits than the year has", "write 1950"),
    ("19XXS2", 5, "a year has X or S, not both", "write 19XX, or 1950S2 for a number"),
    ("1950S", 4, "'S' does not belong in a date", EXAMPLES),
    # older drafts
    ("198u", 3, f"'u' {DRAFT}", "write 198X"),
    ("19uu", 2, f"'u' {DRAFT}", "write 19XX"),
    ("2004-uu", 5, f"'u' {DRAFT}", "write 2004-XX"),
    (
        "unknown",
        0,
        "'unknown' is a word; EDTF writes dates in numbers",
        "leave an unknown end empty, as in 2019/",
    ),
    (
        "2019/open",
        5,
        "'open' is a word; EDTF writes dates in numbers",
        "write .. for an open end, as in 2019/..",
    ),
    ("2014?~", 4, "?~ is more than one qualifier", "write 2014%"),
    ("2014~~", 4, "~~ is more than one qualifier", "write 2014~"),
    ("198x", 3, "'x' must be a capital", "write 198X"),
    ("y17e7", 0, "'y' must be a capital", "write Y17E7"),
    # what people write instead
    ("２０１９", 0, "'２' is not one of the digits 0 to 9", "write 2019"),
    ("2019-0３", 6, "'３' is not one of the digits 0 to 9", "write 2019-03"),
    ("2019–2020", 4, "'–' is not a hyphen", "write 2019/2020 for the years"),
    ("2019–21", 4, "'–' is not a hyphen", "write 2019/2021 for the years"),
    ("2019 - 21", 4, "EDTF has no spaces", "write 2019/2021 for the years"),
    (
        "2001 - 10",
        4,
        "EDTF has no spaces",
        "write 2001-10 for the month or 2001/2010 for the years",
    ),
    ("2014–", 4, "'–' does not belong at the end of a date", "write 2014/.. for an open end"),
    (
        "2014-05 -",
        8,
        "'-' does not belong at the end of a date",
        "write 2014-05/.. for an open end",
    ),
    ("– 2014", 0, "'–' does not belong before a date", "write ../2014 for an open start"),
    (
        "2019-01-05-07",
        10,
        "a span has a slash between its ends",
        "write 2019-01-05/2019-01-07",
    ),
    ("2019‑03", 4, "'‑' is not a hyphen", "write 2019-03"),
    ("2014 ?", 4, "EDTF has no spaces", "write 2014?"),
    (" 2014", 0, "EDTF has no spaces", "write 2014"),
    ("2014\n", 4, "EDTF has no spaces, and this is a line end", "write 2014"),
    ("2014\t", 4, "EDTF has no spaces, and this is a tab", "write 2014"),
    ("2014\xa0", 4, "EDTF has no spaces, and this is a no-break space", "write 2014"),
    ("2014\u2009~", 4, "EDTF has no spaces, and this is a thin space", "write 2014~"),
    (
        "1985-04-12 23:20:30",
        10,
        "EDTF has no spaces",
        "write 1985-04-12T23:20:30",
    ),
    ("[1667, 1668]", 6, "EDTF has no spaces", "write [1667,1668]"),
    (
        "[1943-04-11, 1943-04-13]",
        12,
        "EDTF has no spaces",
        "write [1943-04-11,1943-04-13]",
    ),
    ("[2019 .. 2021]", 5, "EDTF has no spaces", "write [2019..2021]"),
    ("2019 / 2021", 4, "EDTF has no spaces", "write 2019/2021"),
    ("[1667,166x]", 9, "'x' must be a capital", "write [1667,166X]"),
    ("2018/20l9", 7, "'l' is a letter", "write 2018/2019"),
    ("Oct 2019", 0, "'Oct' is a word; EDTF writes dates in numbers", "write 2019-10"),
    (
        "26 October 2025",
        3,
        "'October' is a word; EDTF writes dates in numbers",
        "write 2025-10-26",
    ),
    ("yesterday", 0, "'yesterday' is a word; EDTF writes dates in numbers", EXAMPLES),
    ("21/10/2025", 0, "a date begins with the year", "write 2025-10-21"),
    ("10.11.2025", 0, "a date begins with the year", "write 2025-11-10 or 2025-10-11"),
    ("5-5-2025", 0, "a date begins with the year", "write 2025-05-05"),
    ("31/04/2022", 0, "April 2022 has 30 days", "write 2022-04-30 for its last day or 2022-04"),
    ("29.02.2019", 0, "February 2019 has 28 days", "write 2019-02-28 for its last day or 2019-02"),
    ("31/02/2019", 0, "February 2019 has 28 days", "write 2019-02-28 for its last day or 2019-02"),
    ("12-08", 0, "there is no year", "put the year first, as in 2020-12-08"),
    ("31.12.", 0, "there is no year", "put the year first, as in 2020-12-31"),
    ("12/2014", 0, "a date begins with the year", "write 2014-12"),
    ("5-2020", 0, "a date begins with the year", "write 2020-05"),
    ("13/2014", 0, "there is no month 13", "write 2014 for the year alone"),
    ("2022/04", 5, "'04' is not a whole date", "write 2022-04"),
    (
        "2010/11",
        5,
        "'11' is not a whole date",
        "write 2010-11 for the month or 2010/2011 for the years",
    ),
    (
        "1743/4",
        5,
        "'4' is not a whole date",
        "write 1743-04 for the month or 1743/1744 for the years",
    ),
    ("2019/3", 5, "'3' is not a whole date", "write 2019-03"),
    ("1999/00", 5, "'00' is not a whole date", "write 1999/2000"),
    ("2019/03/15", 4, "the parts of a date are joined by hyphens", "write 2019-03-15"),
    ("2019/15/3", 4, "the parts of a date are joined by hyphens", "write 2019-03-15"),
    ("2019_03_15", 4, "the parts of a date are joined by hyphens", "write 2019-03-15"),
    ("2019.0", 4, "'.' does not belong in a date", "write 2019"),
    ("2019,", 4, "',' does not belong in a date", "write 2019"),
    ("2019-2-30", 5, "months and days have two digits", "write 2019-02"),
    ("20??", 2, "?? is more than one qualifier", "write 20XX"),
    ("2O19", 1, "'O' is a letter", "write 2019"),
    ("(2019)", 0, "'(' does not belong here", "write 2019"),
    ("2019-05-05Z", 10, "a zone needs a time of day before it", "write 2019-05-05"),
    ("2019-03-15T9:00", 11, "this is not a time", "write 2019-03-15T09:00"),
    ("2025.10.26", 4, "the parts of a date are joined by hyphens", "write 2025-10-26"),
    ("2025-1-5", 5, "months and days have two digits", "write 2025-01-05"),
    ("2025-10-5~", 8, "months and days have two digits", "write 2025-10-05~"),
    ("n.d.", 0, "this is not a date", EXAMPLES),
    ("2019!", 4, "'!' does not belong in a date", EXAMPLES),
    # times
    ("1985-04T23:20:30", 7, "a time needs a whole day before it", "write 1985-04"),
    ("1985-04-12T25:00:00", 11, "there is no time 25:00:00", HOURS),
    ("1985-04-12T24:00:00", 11, "there is no time 24:00:00", HOURS),
    ("1985-04-12T10:60", 11, "there is no time 10:60", HOURS),
    ("1985-04-12T10:20:60", 11, "there is no time 10:20:60", HOURS),
    (
        "1985-04-12T23:20:30+15",
        19,
        "no clock is +15 from UTC",
        "offsets go from -14:00 to +14:00",
    ),
    (
        "1985-04-12T23:20:30-04:75",
        19,
        "no clock is -04:75 from UTC",
        "offsets go from -14:00 to +14:00",
    ),
    ("1985-04-12T2320", 11, "this is not a time", "write a time as in 1985-04-12T23:20:30Z"),
    (
        "1985-04-12T23:20:30~",
        19,
        "a date with a time has no qualifier",
        "write 1985-04-12T23:20:30",
    ),
    (
        "1985-04-XXT23:20:30",
        11,
        "a time needs a day without X, ?, ~ or %",
        "write 1985-04-XX without the time",
    ),
    (
        "1985-04-12T23:20:30/1986",
        10,
        "an interval takes no time of day",
        "write 1985-04-12 without it",
    ),
    (
        "[1985,1986-04-12T23:20:30]",
        16,
        "a list takes no time of day",
        "write 1986-04-12 without it",
    ),
    # intervals
    ("2008/1964", 5, "this interval ends before it starts", "write 1964/2008"),
    ("2019/20", 5, "'20' is not a whole date", "write 2019/2020"),
    ("2019-03/06", 8, "'06' is not a whole date", "write 2019-03/2019-06"),
    ("2019-03-05/9", 11, "'9' is not a whole date", "write 2019-03-05/2019-03-09"),
    ("../..", 0, "an interval without any date says nothing", ENDS),
    ("/", 0, "an interval without any date says nothing", ENDS),
    ("../", 0, "an interval without any date says nothing", ENDS),
    (
        "2019/2020/2021",
        9,
        "an interval has one slash",
        "write 2019/2020, or 2025-10-21 for a day",
    ),
    (
        "[2019,2020]/2021",
        11,
        "nothing may follow a list",
        "a list stands alone",
    ),
    # lists
    ("[2019", 5, "'[' is not closed", "end it with ]"),
    ("{2019]", 6, "'{' is not closed", "end it with }"),
    ("[2019,]", 6, "a date is missing in this list", LISTS),
    ("{}", 1, "a date is missing in this list", LISTS),
    ("[..]", 1, "a date is missing in this list", LISTS),
    ("[2020..2019]", 7, "this range ends before it starts", "write [2019..2020]"),
    (
        "[2019,2020]~",
        11,
        "nothing may follow a list",
        "put ~ behind the dates inside it",
    ),
    (
        "2019,2020",
        4,
        "',' does not belong here",
        "write [2019,2020] for one of these, {2019,2020} for all of them",
    ),
    (
        "..",
        0,
        "'..' stands for an open end or, in a list, for a range",
        "write 2019/.., ../2019 or [2019..2021]",
    ),
    (
        "2019..2020",
        4,
        "'..' stands for an open end or, in a list, for a range",
        "write 2019/2020 for a span, [2019..2020] for a day in it",
    ),
    (
        "2019...2020",
        4,
        "'...' does not belong in a date",
        "write 2019/2020 for a span, [2019..2020] for a day in it",
    ),
    (
        "2019..",
        4,
        "'..' stands for an open end or, in a list, for a range",
        "write 2019/..",
    ),
]


@pytest.mark.parametrize(
    ("text", "position", "reason", "hint"), REFUSALS, ids=lambda v: str(v)[:20]
)
def test_refusal(text, position, reason, hint):
    """One line says what is wrong and where; another what to write."""
    with pytest.raises(EdtfError) as refusal:
        parse(text)
    error = refusal.value
    place = f" (character {position + 1} of {text!r})" if text else ""
    assert error.message == f"{reason}{place}"
    assert (error.position, error.reason, error.hint) == (position, reason, hint)
    assert str(error) == f"{reason}{place}\n{hint}"


@pytest.mark.parametrize("hint", sorted({hint for *_, hint in REFUSALS}))
def test_advice_can_be_taken(hint):
    """Whatever a hint says to write is EDTF itself; the others give a rule."""
    dates = advised(hint)
    assert all(parse(date) for date in dates)
    assert dates or hint in RULES


def test_long_texts_are_quoted_in_part():
    """However long the text is, the message is one short line."""
    with pytest.raises(EdtfError) as refusal:
        parse("9" * 1_000_000)
    error = refusal.value
    assert error.position == 10_000
    assert error.message == (
        "1000000 characters are too many for a date, which has 10000 at most"
        f" (character 10001 of …'{'9' * 40}'…)"
    )


def test_family():
    """A refusal is one of ours, and a ValueError for those who expect one."""
    assert issubclass(EdtfError, TimelineError)
    assert issubclass(EdtfError, ValueError)
