"""What is refused, and with which words."""

from datetime import date

import pytest

from timeline import edtf, phrases
from timeline.errors import UsageError

MONDAY = date(2026, 11, 23).toordinal()
FOR_A_FILE = "rite for example 2025-10-26, Aug 2025 or late Oct 2025"
FOR_A_QUERY = "rite for example Aug 2025, 2019..2021 or last month"
FIXED = "depends on the day it is read, and a file needs a fixed date"

REFUSED = [
    ("hello", "cannot read 'hello' as a date", f"w{FOR_A_FILE}"),
    ("", "a date is missing", f"w{FOR_A_FILE}"),
    (" \t ", "a date is missing", f"w{FOR_A_FILE}"),
    (
        "augst 2025",
        "cannot read 'augst 2025' as a date",
        f"did you mean 'august 2025'? W{FOR_A_FILE}",
    ),
    (
        "late Ocober 2025",
        "cannot read 'late Ocober 2025' as a date",
        f"did you mean 'late October 2025'? W{FOR_A_FILE}",
    ),
    (
        "since sumer 2019",
        "cannot read 'sumer 2019' as a date",
        f"did you mean 'summer 2019'? W{FOR_A_FILE}",
    ),
    ("foo-bar", "cannot read 'foo-bar' as a date", f"w{FOR_A_FILE}"),
    ("may I ask", "cannot read 'may I ask' as a date", f"w{FOR_A_FILE}"),
    ("Oct 26", "'Oct 26' has no year", "add the year: Oct 26 2024"),
    ("October", "'October' has no year", "add the year: October 2024"),
    ("Feb 29", "'Feb 29' has no year", "add the year: Feb 29 2024"),
    ("late Oct", "'late Oct' has no year", "add the year: late Oct 2024"),
    ("Mar-Jun", "'Mar-Jun' has no year", "add the year: Mar-Jun 2024"),
    ("spring", "'spring' has no year", "add the year: spring 2024"),
    (
        "26 Oct 25",
        "the year in '26 Oct 25' needs four digits",
        "write 26 Oct 2025 or 26 Oct 1925",
    ),
    ("Oct '25", 'the year in "Oct \'25" needs four digits', "write Oct 2025 or Oct 1925"),
    (
        "8/9/2025",
        "'8/9/2025' can be read in two ways",
        "write 2025-09-08 (8 Sep 2025) or 2025-08-09 (9 Aug 2025)",
    ),
    (
        "03/04/2020",
        "'03/04/2020' can be read in two ways",
        "write 2020-04-03 (3 Apr 2020) or 2020-03-04 (4 Mar 2020)",
    ),
    (
        "10.11.2025",
        "'10.11.2025' can be read in two ways",
        "write 2025-11-10 (10 Nov 2025) or 2025-10-11 (11 Oct 2025)",
    ),
    ("26/10/2025", "cannot read '26/10/2025' as a date", "write 2025-10-26 or 26 Oct 2025"),
    ("10/26/2025", "cannot read '10/26/2025' as a date", "write 2025-10-26 or 26 Oct 2025"),
    ("5-5-2025", "cannot read '5-5-2025' as a date", "write 2025-05-05 or 5 May 2025"),
    ("Feb 29 2023", "'Feb 29 2023' is not in the calendar", "Feb 2023 has 28 days"),
    ("31 April 2025", "'31 April 2025' is not in the calendar", "Apr 2025 has 30 days"),
    ("0 Oct 2025", "'0 Oct 2025' is not in the calendar", "Oct 2025 has 31 days"),
    ("Oct 45 2025", "'Oct 45 2025' is not in the calendar", "Oct 2025 has 31 days"),
    ("29 Feb 44 BC", "'29 Feb 44 BC' is not in the calendar", "Feb 44 BCE has 28 days"),
    (
        "Monday 23 Jan 2019",
        "the weekday in 'Monday 23 Jan 2019' is wrong",
        "23 Jan 2019 is a Wednesday",
    ),
    (
        "the 1900s",
        "'the 1900s' may be a decade or a century",
        "write 190X for 1900 to 1909, 19XX for 1900 to 1999",
    ),
    (
        "2001–10",
        "'2001–10' may be years or a month",
        "write 2001–2010 for years, 2001-10 for a month",
    ),
    (
        "2021..2019",
        "'2021..2019' ends before it begins",
        "write 2019 to 2021, the earlier date first",
    ),
    (
        "2021 to 2019",
        "'2021 to 2019' ends before it begins",
        "write 2019 to 2021, the earlier date first",
    ),
    ("Nov to Feb 2019", "'Nov to Feb 2019' ends before it begins", "write the year at both ends"),
    (
        "before 1990 – 1995",
        "'before 1990 – 1995' has an end with no limit",
        "write a day, month or year at both ends",
    ),
    (
        "late Oct – early Nov 2025",
        "'late Oct – early Nov 2025' is vaguer at one end than a span can be",
        "write 2025-10/2025-11, which is Oct–Nov 2025, or a day there",
    ),
    (
        "since the late 1930s",
        "'since the late 1930s' is vaguer at one end than a span can be",
        "write 193X/.., which is 1930s →, or a day there",
    ),
    (
        "1940 or 1941 to 1945",
        "'1940 or 1941 to 1945' is vaguer at one end than a span can be",
        "write 194X/1945, which is 1940s – 1945, or a day there",
    ),
    (
        "late 19th century to 1910",
        "'late 19th century to 1910' is vaguer at one end than a span can be",
        "write a day, month or year there, as in 2025-10/2025-11",
    ),
    ("throughout 1943", "cannot read 'throughout 1943' as a date", "write Jan 1943 to Dec 1943"),
    ("all of May 1943", "cannot read 'all of May 1943' as a date", "write May 1943"),
    (
        "since at least late 1943",
        "cannot read 'since at least late 1943' as a date",
        "write since late 1943",
    ),
    ("as of late 1943", "cannot read 'as of late 1943' as a date", "write since late 1943"),
    (
        "late 1943/early 1944",
        "cannot read 'late 1943/early 1944' as a date",
        "write late 1943 to early 1944",
    ),
    ("yesterday", f"'yesterday' {FIXED}", f"w{FOR_A_FILE}"),
    ("since Last Month", f"'Last Month' {FIXED}", f"w{FOR_A_FILE}"),
    ("next friday", f"'next friday' {FIXED}", f"w{FOR_A_FILE}"),
    ("winter 2018-2020", "cannot read 'winter 2018-2020' as a date", f"w{FOR_A_FILE}"),
    ("0 BC", "cannot read '0 BC' as a date", f"w{FOR_A_FILE}"),
    ("\x1b[31m2019", r"cannot read '\x1b[31m2019' as a date", f"w{FOR_A_FILE}"),
    ("x" * 5000, f"cannot read '{'x' * 39}…' as a date", f"w{FOR_A_FILE}"),
]

REFUSED_TODAY = [
    ("hello", "cannot read 'hello' as a date", f"w{FOR_A_QUERY}"),
    (
        "yesturday",
        "cannot read 'yesturday' as a date",
        f"did you mean 'yesterday'? W{FOR_A_QUERY}",
    ),
    (
        "99999 years ago",
        "'99999 years ago' is outside the years 1 to 9999",
        "dates beyond them are written as EDTF",
    ),
    (
        "last 999999999 months",
        "'last 999999999 months' is outside the years 1 to 9999",
        "dates beyond them are written as EDTF",
    ),
    ("last 0 days", "cannot read 'last 0 days' as a date", f"w{FOR_A_QUERY}"),
]

EDTF_GONE_WRONG = [
    "2025-13",
    "2019-20",
    "2025-02-30",
    "99999999999",
    "10000",
    "19",
    "8",
    "85",
    "201x",
    "2014?~",
    "10/11/12",
    "2021/2019",
    "2019-1",
    "[2019..",
]

# Section 5 of the reference lists what python-dateutil does to these by itself.
DATEUTIL_TRAPS = [
    ("2019", "2019"),
    ("August 2025", "2025-08"),
    ("2025-08", "2025-08"),
    ("Oct 26", None),
    ("19", None),
    ("8", None),
    ("85", None),
    ("0044", "0044"),
    ("10/11/12", None),
    ("Monday", None),
    ("last week", None),
    ("yesterday", None),
    ("today", None),
    ("next friday", None),
    ("late October 2025", "[2025-10-21..2025-10-31]"),
    ("about 2014", "2014~"),
    ("c. 2014", "2014~"),
    ("2014~", "2014~"),
    ("201X", "201X"),
    ("Q3 2025", "2025-35"),
    ("spring 2001", "2001-21"),
    ("1985/..", "1985/.."),
    ("-1985", "-1985"),
    ("2019-20", None),
    ("2001-21", None),
    ("2045-21", "2045-21"),
    ("99999999999", None),
    ("10000", None),
    ("Summit in May at the White House 3", None),
    ("10 am May 2025", None),
    ("5 May 2025 UTC", None),
    ("5 May 2025 10:30", None),
    ("Monday May 2025", None),
    ("5 Oct 2019 3", None),
    ("Oct 2019-10", None),
    ("October 2019 -", None),
    ("2019-..-October", None),
    ("2025-08 BC", None),
    ("2019 2000 Oct", None),
]


@pytest.mark.parametrize(("text", "message", "hint"), REFUSED)
def test_what_a_file_cannot_say(text: str, message: str, hint: str) -> None:
    """The message says what is wrong, the hint what to write instead."""
    with pytest.raises(phrases.PhraseError) as caught:
        phrases.to_edtf(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(("text", "message", "hint"), REFUSED_TODAY)
def test_what_a_question_cannot_say(text: str, message: str, hint: str) -> None:
    """Where today is known, the examples are those of a question."""
    with pytest.raises(phrases.PhraseError) as caught:
        phrases.span(text, MONDAY)
    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize("text", EDTF_GONE_WRONG)
def test_edtf_gone_wrong_is_told_by_edtf(text: str) -> None:
    """What looks like EDTF keeps the message and the hint of the EDTF reader."""
    with pytest.raises(edtf.EdtfError) as expected:
        edtf.parse(text)
    with pytest.raises(phrases.PhraseError) as caught:
        phrases.to_edtf(text)
    assert caught.value.message == expected.value.message
    assert caught.value.hint == expected.value.hint


@pytest.mark.parametrize(("text", "expected"), DATEUTIL_TRAPS)
def test_dateutil_never_guesses(text: str, expected: str | None) -> None:
    """A text is EDTF without a guess of python-dateutil in it, or refused."""
    if expected is None:
        with pytest.raises(phrases.PhraseError):
            phrases.to_edtf(text)
    else:
        assert phrases.to_edtf(text) == expected


@pytest.mark.parametrize(
    ("door", "text", "message", "hint"),
    [
        (
            phrases.since,
            "../1985",
            "'../1985' has no first day",
            "write the day, month or year to count from",
        ),
        (
            phrases.before,
            "before 1990",
            "'before 1990' has no first day",
            "write the day, month or year to count from",
        ),
        (
            phrases.until,
            "2025-08/..",
            "'2025-08/..' has no last day",
            "write the day, month or year to count to",
        ),
        (
            phrases.after,
            "1985/",
            "'1985/' has no last day",
            "write the day, month or year to count to",
        ),
    ],
)
def test_a_side_without_a_day(door, text, message, hint) -> None:
    """Nothing can be since, after, before or until where no day comes out."""
    with pytest.raises(phrases.PhraseError) as caught:
        door(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_refusal_is_wrong_use() -> None:
    """A phrase that cannot be read ends a command with exit code 2."""
    assert issubclass(phrases.PhraseError, UsageError)
    assert phrases.PhraseError.exit_code == 2
