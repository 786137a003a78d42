"""What is not EDTF: what is said, where it points, what is advised."""

import re

import pytest

from timeline.edtf import EdtfError, parse
from timeline.errors import TimelineError

EXAMPLES = "write 2019, 2019-03, 2019-03-15, 2019/2020, 2019~ or 201X"
MONTHS = "months are 01 to 12; 21 to 41 are seasons, quarters and halves"
LISTS = "write [2019,2020] for one of these, {2019,2020} for all of them"
HOURS = "times go from 00:00:00 to 23:59:59"
ENDS = "give it a start or an end: 2019/.. or ../2019"
DRAFT = "for a digit is from an older draft"
SHORT = "is too short for a year, which has four digits"

# text, position, reason, hint
REFUSALS = [
    ("", 0, "there is no date here", EXAMPLES),
    # months and days that are none
    ("1985-13", 5, "this reads as month 13, and there is none", MONTHS),
    ("2019-00", 5, "this reads as month 00, and there is none", MONTHS),
    ("2019-2X", 5, "this reads as month 2X, and there is none", MONTHS),
    (
        "2019-20",
        5,
        "this reads as month 20, and there is none",
        "for a span write 2019/2020",
    ),
    (
        "2025-13-10",
        5,
        "this reads as month 13, and there is none",
        "the month comes before the day: 2025-10-13",
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
        "leave the day open: XXX1-02-XX",
    ),
    ("2019-05-32", 8, "there is no day 32", "days are 01 to 31"),
    # years
    (
        "198",
        0,
        f"'198' {SHORT}",
        "write 198X for a year of the 1980s; 0198 for the year 198",
    ),
    ("19", 0, f"'19' {SHORT}", "write 19XX for a year of the 1900s; 0019 for the year 19"),
    ("-44", 0, f"'44' {SHORT}", "write -0044 for the year -44"),
    ("8", 0, f"'8' {SHORT}", "write 0008 for the year 8"),
    ("12345", 0, "a year has four digits, or a Y before more", "write Y12345"),
    (
        "20251026",
        0,
        "a year has four digits, or a Y before more",
        "write 2025-10-26; or Y20251026 for a year",
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
    ("19XXS2", 5, "a year has X or S, not both", "write 19XX, or a number: 1950S2"),
    ("1950S", 4, "'S' does not belong in a date", EXAMPLES),
    # older drafts
    ("198u", 3, f"'u' {DRAFT}", "write 198X"),
    ("19uu", 2, f"'u' {DRAFT}", "write 19XX"),
    ("2004-uu", 5, f"'u' {DRAFT}", "write 2004-XX"),
    (
        "unknown",
        0,
        "'unknown' is a word; EDTF writes dates in numbers",
        "leave an unknown end empty: 2019/",
    ),
    (
        "2019/open",
        5,
        "'open' is a word; EDTF writes dates in numbers",
        "write .. for an open end: 2019/..",
    ),
    ("2014?~", 4, "?~ is more than one qualifier", "write 2014%"),
    ("2014~~", 4, "~~ is more than one qualifier", "write 2014~"),
    ("198x", 3, "'x' must be a capital", "write 198X"),
    ("y17e7", 0, "'y' must be a capital", "write Y17E7"),
    # what people write instead
    ("２０１９", 0, "'２' is not one of the digits 0 to 9", "write 2019"),
    ("2019-0３", 6, "'３' is not one of the digits 0 to 9", "write 2019-03"),
    ("2019–2020", 4, "'–' is not a hyphen", "write 2019/2020 for a span"),
    ("2019‑03", 4, "'‑' is not a hyphen", "write 2019-03"),
    ("2014 ?", 4, "EDTF has no spaces", "write 2014?"),
    (" 2014", 0, "EDTF has no spaces", "write 2014"),
    ("2014\n", 4, "EDTF has no spaces", "write 2014"),
    (
        "1985-04-12 23:20:30",
        10,
        "EDTF has no spaces",
        "write 1985-04-12T23:20:30",
    ),
    ("[1667, 1668]", 6, "EDTF has no spaces", "write 1668"),
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
    ("1985-04-12T2320", 11, "this is not a time", "write it as 1985-04-12T23:20:30Z"),
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
    ("[2020..2019]", 7, "this range ends before it starts", "write 2019..2020"),
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
        "write a list as [2019,2020] or {2019,2020}, alone",
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


@pytest.mark.parametrize("hint", [hint for *_, hint in REFUSALS])
def test_advice_can_be_taken(hint):
    """Whatever a hint says to write is EDTF itself."""
    for word in re.findall(r"(?:write|or) (\S*[0-9]\S*[^ ,;:])", hint):
        is_range = ".." in word and "/" not in word and word[0] not in "[{"
        assert parse(f"[{word}]" if is_range else word)


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
