"""Double years: a day by both of the years that it was counted in is one day.

The expectations follow from Lady Day: 1 January to 24 March of 1699/00 are of 1700.
"""

import pytest

from timeline import edtf, phrases
from timeline.exchange import date_texts
from timeline.exchange.dates import TWO_YEARS, NotADate

DAYS = [
    ("1 Jan 1750/51", "1751-01-01"),
    ("1 Jan 1750/1", "1751-01-01"),
    ("1 JAN 1750/1751", "1751-01-01"),
    ("1 Jan 1750 / 1751", "1751-01-01"),
    ("12-Mar-1637/38", "1638-03-12"),
    ("1st of January 1750/1", "1751-01-01"),
    ("January 1, 1750/51", "1751-01-01"),
    ("Tuesday, 1 Jan 1750/51", "1751-01-01"),
    ("11 Feb 1699/00", "1700-02-11"),
    ("11 Feb 1699/1700", "1700-02-11"),
    ("24 March 1743/44", "1744-03-24"),
    ("Jan 1699/1700", "1700-01"),
    ("March 1731/32", "1732-03"),
    ("29 Feb 1703/4", "1704-02-29"),
    ("5 Feb 1796/97", "1797-02-05"),
    ("1711/12 Feb 5", "1712-02-05"),
    ("1711/12 February", "1712-02"),
    ("c. 1 Jan 1750/51", "1751-01-01~"),
    ("Feb 1711/12?", "1712-02?"),
    ("early Jan 1750/51", "[1751-01-01..1751-01-10]"),
    ("24-26 Feb 1750/51", "1751-02-24/1751-02-26"),
    ("Jan - Mar 1750/51", "1751-01/1751-03"),
    ("3 Feb to 5 Mar 1750/51", "1751-02-03/1751-03-05"),
    ("Dec 1750 to Jan 1750/51", "1750-12/1751-01"),
    ("between 1 and 5 Feb 1750/51", "[1751-02-01..1751-02-05]"),
]
WINTERS = [
    ("Winter 2021/2022", "2021-24"),
    ("winter 2021/22", "2021-24"),
    ("the winter of 1999/00", "1999-24"),
    ("winter 1743/4", "1743-24"),
    ("2021/22 winter", "2021-24"),
]
REFUSED = [
    ("5 Feb 1711/1715", "whose second is not the next"),
    ("5 Feb 1711/15", "whose second is not the next"),
    ("5 Feb 1711/11", "whose second is not the next"),
    ("Jan 1750/1749", "whose second is not the next"),
    ("winter 2021/2025", "whose second is not the next"),
    ("25 March 1743/44", "after 24 March"),
    ("20 May 1743/1744", "after 24 March"),
    ("Dec 1743/44", "after 24 March"),
    ("5 Feb 2011/12", "after 1797"),
    ("5 Feb 2011/2012", "after 1797"),
    ("summer 2021/2022", "only a winter"),
    ("Q3 2019/20", "only a winter"),
    ("2019/2020 Q3", "only a winter"),
    ("2021/2022 summer", "only a winter"),
    ("2021/2025 winter", "whose second is not the next"),
    ("1711/1715 Feb 5", "whose second is not the next"),
    ("spring 1743/44", "only a winter"),
]
SPANS = [
    ("1750/1751", "1750/1751"),
    ("1750-01/1751", "1750-01/1751"),
    ("1711/1712-02-05", "1711/1712-02-05"),
    ("5 Feb 1711 to 1715", "1711-02-05/1715"),
    ("Jan 1750 / Feb 1751", "1750-01/1751-02"),
]


@pytest.mark.parametrize(("text", "expected"), [*DAYS, *WINTERS])
def test_two_years_are_one_date(text, expected):
    """In words, in a question, and in the cell of a table, where it is told."""
    assert phrases.to_edtf(text) == expected
    found = date_texts.read(text)
    assert (found.text, found.guessed) == (expected, TWO_YEARS)
    when = edtf.parse(expected)
    window = phrases.span(text)
    assert window.first == when.earliest_start
    assert window.last == when.latest_end


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_two_years_that_no_date_has_are_refused(text, why):
    """With the reason; nothing of it becomes a span of years. What the hint says can be read."""
    with pytest.raises(phrases.PhraseError, match=why) as found:
        phrases.to_edtf(text)
    assert phrases.to_edtf(found.value.hint.removeprefix("write one year: "))
    with pytest.raises(NotADate, match=why):
        date_texts.read(text)


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_a_span_of_years_stays_one(text, expected):
    """Years alone, and EDTF, are what they are everywhere else."""
    assert phrases.to_edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan 1750/5 Feb 1751", "1750-01/1751-02-05"),
        ("1 Jan 1750/1 Jan 1751", "1750-01-01/1751-01-01"),
        ("Feb 1711/12 Mar 1712", "1711-02/1712-03-12"),
        ("c. 1914/1918", "1914~/1918"),
        ("1750/1751", "1750/1751"),
    ],
)
def test_a_slash_between_dates_is_a_span(text, expected):
    """In the cell of a table, where the other end has a month of its own, or neither has."""
    assert date_texts.read(text).text == expected


@pytest.mark.parametrize("text", ["1750/51", "1743/4", "Feb 1711/12 Mar"])
def test_what_can_be_two_things_is_refused(text):
    """A short second year alone may be a span; no month says otherwise."""
    with pytest.raises(NotADate):
        date_texts.read(text)
