"""The words people use for what is vague: either, by, perhaps, parts of a period, weeks."""

from datetime import date

import pytest

from tests.advice import advised
from timeline import phrases

MONDAY = date(2026, 11, 23).toordinal()

ONE_OF = [
    ("1940 or 1941", "[1940,1941]"),
    ("either 1940 or 1943", "[1940,1943]"),
    ("1940, 1941 or 1943", "[1940,1941,1943]"),
    ("March or April 1940", "[1940-03,1940-04]"),
    ("3 or 4 May 1940", "[1940-05-03,1940-05-04]"),
    ("May 5, 1940 or May 7, 1940", "[1940-05-05,1940-05-07]"),
    ("summer or autumn 1940", "[1940-22,1940-23]"),
    ("late 1940 or early 1941", "[1940-09..1940-12,1941-01..1941-04]"),
    ("about 1940 or 1941", "[1940~,1941~]"),
    ("1940 or 1940", "1940"),
    ("between 1940 and 1943", "[1940..1943]"),
    ("between the late 1930s and 1943", "[1937..1943]"),
]

ONE_SIDE = [
    ("by 1943", "[..1943]"),
    ("by May 1943", "[..1943-05]"),
    ("by the end of 1943", "[..1943-12]"),
    ("not later than 1943", "[..1943]"),
    ("no later than 5 May 1943", "[..1943-05-05]"),
    ("not after 1943", "[..1943]"),
    ("1943 at the latest", "[..1943]"),
    ("1943 or before", "[..1943]"),
    ("on or before 5 May 1943", "[..1943-05-05]"),
    ("prior to 1943", "[..1942]"),
    ("not earlier than 1943", "[1943..]"),
    ("no earlier than 1943", "[1943..]"),
    ("not before May 1943", "[1943-05..]"),
    ("1943 at the earliest", "[1943..]"),
    ("1943 or after", "[1943..]"),
    ("later than 1943", "[1944..]"),
    ("before the end of 1943", "[..1943]"),
    ("after the end of 1943", "[1944..]"),
    ("from 1998 on", "1998/.."),
    ("2014 to date", "2014/.."),
    ("from 2014 to date", "2014/.."),
    ("2014 to the present day", "2014/.."),
    ("since 2014", "2014/.."),
    ("probably since 1998", "1998?/.."),
    ("since about 1998", "1998~/.."),
    ("until the end of 1943", "../1943"),
    ("from the beginning of 1940 to the end of 1943", "1940/1943"),
]

QUALIFIED = [
    ("probably 1940", "1940?"),
    ("perhaps May 1940", "1940-05?"),
    ("possibly 5 May 1940", "1940-05-05?"),
    ("maybe 1940", "1940?"),
    ("most likely 1940", "1940?"),
    ("1940 (probably)", "1940?"),
    ("1940, perhaps", "1940?"),
    ("probably c. 1940", "1940%"),
    ("approx. 1940", "1940~"),
    ("approximately May 1940", "1940-05~"),
    ("roughly 1940", "1940~"),
    ("around 1940", "1940~"),
    ("1940 or so", "1940~"),
    ("1940 approx.", "1940~"),
    ("probably summer 1942", "1942-22?"),
    # EDTF has no sign for a list: each of its ends bears it.
    ("about mid-2026", "[2026-05~..2026-08~]"),
    ("perhaps late 1940", "[1940-09?..1940-12?]"),
    ("perhaps by 1943", "[..1943?]"),
    ("probably between 1940 and 1943", "[1940?..1943?]"),
    # A date is some day of its year anyway.
    ("some time in 1940", "1940"),
    ("sometime in May 1940", "1940-05"),
    ("in 1940", "1940"),
    ("in the year 1940", "1940"),
    ("on the 5th of May 1940", "1940-05-05"),
]

PARTS = [
    ("early 1930s", "[1930..1933]"),
    ("mid-1930s", "[1934..1936]"),
    ("in the late 1930s", "[1937..1939]"),
    ("early to mid 1930s", "[1930..1936]"),
    ("mid-to-late 1930s", "[1934..1939]"),
    ("early 20th century", "[1901..1933]"),
    ("mid-20th century", "[1934..1966]"),
    ("the late 20th century", "[1967..2000]"),
    # 100 to 1 BCE is -0099 to 0000; its last 34 years are 34 to 1 BCE.
    ("late 1st century BC", "[-0033..0000]"),
    ("beginning of May 1940", "[1940-05-01..1940-05-10]"),
    ("the middle of May 1940", "[1940-05-11..1940-05-20]"),
    ("end of May 1940", "[1940-05-21..1940-05-31]"),
    ("end of 1943", "[1943-09..1943-12]"),
    ("start of the 1930s", "[1930..1933]"),
    ("end of the 19th century", "[1867..1900]"),
    ("early in 1943", "[1943-01..1943-04]"),
    ("the latter half of 1943", None),
    ("early summer of 1942", "1942-06"),
    ("mid-summer 1942", "1942-07"),
    ("late summer 1940", "1940-08"),
    ("end of the summer of 1940", "1940-08"),
    ("early winter 1940", "1940-12"),
    ("late winter 1939/40", "1940-02"),
    ("summer of 1942", "1942-22"),
    ("late Q3 2020", "2020-09"),
    ("first half of 1939", "1939-40"),
    ("the last quarter of 1939", "1939-36"),
    ("second half of the 1930s", "[1935..1939]"),
    ("first half of the 20th century", "[1901..1950]"),
    ("last quarter of the 20th century", "[1976..2000]"),
    ("first half of May 1940", "[1940-05-01..1940-05-15]"),
    ("second half of February 1940", "[1940-02-16..1940-02-29]"),
    ("third half of 1940", None),
    ("first quarter of the 1930s", None),
]

NUMBERS = [
    ("2020q4", "2020-36"),
    ("Q4 2020", "2020-36"),
    ("4Q2020", "2020-36"),
    ("2020h1", "2020-40"),
    ("12/2014", "2014-12"),
    # 1 January 2020 was a Wednesday, so week 1 began on 30 December.
    ("2020-W05", "[2020-01-27..2020-02-02]"),
    ("2020W05", "[2020-01-27..2020-02-02]"),
    ("2020-W05-3", "2020-01-29"),
    ("week 5 of 2020", "[2020-01-27..2020-02-02]"),
    ("2020-W53", "[2020-12-28..2021-01-03]"),
]

RELATIVE = [
    ("two weeks ago", "2026-11-09"),
    ("about two weeks ago", "2026-11-09~"),
    ("the last two weeks", "2026-11-10/2026-11-23"),
    ("twelve days ago", "2026-11-11"),
    ("last quarter", "2026-35"),
    ("this quarter", "2026-36"),
    ("next quarter", "2027-33"),
    ("the last month", "2026-10"),
]

REFUSED = {
    "1940s and 1950s": ["1940/1959"],
    "the 1940s and the 1950s": ["1940/1959"],
    "May and June 1940": ["1940-05/1940-06"],
    "late winter 1940": ["1940-02", "1941-02"],
    "mid-winter 1940": ["1940-01", "1941-01"],
}


@pytest.mark.parametrize(("phrase", "text"), ONE_OF + ONE_SIDE + QUALIFIED + PARTS + NUMBERS)
def test_words_become_edtf(phrase, text):
    """A phrase has one reading, with and without a day for today."""
    for today in (None, MONDAY):
        if text is None:
            with pytest.raises(phrases.PhraseError):
                phrases.to_edtf(phrase, today)
        else:
            assert phrases.to_edtf(phrase, today) == text


@pytest.mark.parametrize(("phrase", "text"), RELATIVE)
def test_numbers_in_words_and_quarters_are_counted_from_today(phrase, text):
    """Quarters are those of the calendar; without today there is none to count from."""
    assert phrases.to_edtf(phrase, MONDAY) == text
    with pytest.raises(phrases.PhraseError, match="a file needs a fixed date"):
        phrases.to_edtf(phrase)


@pytest.mark.parametrize("phrase", REFUSED)
def test_a_refusal_says_what_can_be_typed(phrase):
    """What is in the hint is read as one of the things that were meant."""
    with pytest.raises(phrases.PhraseError) as caught:
        phrases.to_edtf(phrase)
    assert [phrases.to_edtf(each) for each in advised(caught.value.hint)] == REFUSED[phrase]


def test_a_year_has_only_so_many_weeks():
    """2020 had 53 weeks, 2021 has 52."""
    with pytest.raises(phrases.PhraseError) as caught:
        phrases.to_edtf("2021-W53")
    assert caught.value.message == "'2021-W53' is not in the calendar"
    assert caught.value.hint == "2021 has 52 weeks"


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("late 1930s", "1937-01-01", "1939-12-31"),
        ("1940 or 1941", "1940-01-01", "1941-12-31"),
        ("since late summer 1940", "1940-08-01", None),
        ("late 1930s to early 1940s", "1937-01-01", "1943-12-31"),
        ("2020-W05", "2020-01-27", "2020-02-02"),
        ("last quarter", "2026-07-01", "2026-09-30"),
    ],
)
def test_a_question_counts_all_of_it(phrase, first, last):
    """From the first day that is meant to the last."""
    window = phrases.span(phrase, MONDAY)
    days = [day and date.fromordinal(day).isoformat() for day in (window.first, window.last)]
    assert days == [first, last]
