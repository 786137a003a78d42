"""What DATE means in GEDCOM: its value → EDTF, or a refusal.

The expectations are those of the specifications 5.5.1 and 7.0, written by hand.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.exchange.dates import NotADate
from timeline.exchange.gedcom import dates
from timeline.exchange.gedcom.calendars import julian_day

EXACT = [
    ("1830", "1830"),
    ("MAY 1830", "1830-05"),
    ("12 MAY 1830", "1830-05-12"),
    ("2 may 1830", "1830-05-02"),
    ("  12   MAY  1830 ", "1830-05-12"),
    ("@#DGREGORIAN@ 12 MAY 1830", "1830-05-12"),
    ("GREGORIAN 12 MAY 1830", "1830-05-12"),
    ("29 FEB 1904", "1904-02-29"),
    ("44 BCE", "-0043"),
    ("44 B.C.", "-0043"),
    ("1 BC", "0000"),
    ("ABT 1830", "1830~"),
    ("ABT 12 MAY 1830", "1830-05-12~"),
    ("ABT 44 BCE", "-0043~"),
    ("BET 1830 AND 1840", "[1830..1840]"),
    ("BET 12 MAY 1830 AND JUN 1840", "[1830-05-12..1840-06]"),
    ("BET 1830 AND 1830", "1830"),
    ("FROM 1830 TO 1840", "1830/1840"),
    ("FROM 12 MAY 1830 TO 15 MAY 1830", "1830-05-12/1830-05-15"),
    ("FROM 1830", "1830/"),
    ("TO MAY 1830", "/1830-05"),
    ("1699/00", "[1699,1700]"),
    ("1815/1816", "[1815,1816]"),
    ("1743/4", "[1743,1744]"),
    ("ABT 1103/1104", "[1103~..1104~]"),
    ("BET 1815/16 AND 1820/21", "[1815..1821]"),
    ("FROM 1815/16 TO 1820", "1815/1820"),
    ("FROM 1815/1816", "1815/"),
    ("TO 1815/1816", "/1816"),
    ("BET 10 AND 20", "[0010..0020]"),
    ("FROM 1 TO 1850", "0001/1850"),
    ("BET 45 AND 20 MAR 50", "[0045..0050-03-20]"),
]
BEFORE_AND_AFTER = [
    ("BEF 1830", "[..1829]", "[..1830]"),
    ("BEF MAY 1830", "[..1830-04]", "[..1830-05]"),
    ("BEF JAN 1830", "[..1829-12]", "[..1830-01]"),
    ("BEF 1 MAR 1904", "[..1904-02-29]", "[..1904-03-01]"),
    ("AFT 1830", "[1831..]", "[1830..]"),
    ("AFT DEC 1830", "[1831-01..]", "[1830-12..]"),
    ("AFT 31 DEC 1830", "[1831-01-01..]", "[1830-12-31..]"),
    ("BEF 1 BCE", "[..-0001]", "[..0000]"),
    ("BEF 1815/16", "[..1814]", "[..1816]"),
    ("AFT 1815/16", "[1817..]", "[1815..]"),
]
TOLD = [
    ("CAL 1830", "1830~"),
    ("EST MAY 1830", "1830-05~"),
    ("INT 1830 (the year of the flood)", "1830"),
    ("11 FEB 1699/00", "1700-02-11"),
    ("MAR 1731/32", "1732-03"),
    ("12 MAR 1637/1638", "1638-03-12"),
    ("11 FEB 1699/1700", "1700-02-11"),
    ("15 JAN 1743/4", "1744-01-15"),
    ("1 JAN 1750/1", "1751-01-01"),
    ("1 JAN 1750 / 1751", "1751-01-01"),
    ("JAN 1699/1700", "1700-01"),
    ("FEB 1711/1712", "1712-02"),
    ("2 FEB 999/1000", "1000-02-02"),
    ("@#DJULIAN@ 1 JAN 1750/1", "1751-01-12"),
    ("@#DJULIAN@ 29 FEB 1699/1700", "1700-03-11"),
    ("ABT 11 FEB 1699/1700", "1700-02-11~"),
    ("BEF 1 JAN 1750/1751", "[..1750-12-31]"),
    ("BET DEC 1750 AND JAN 1750/51", "[1750-12..1751-01]"),
    ("winter 1743/44", "1743-24"),
    ("BET 1 AND 5 MAR 1850", "[1850-03-01..1850-03-05]"),
    ("BET 10 AND 20 MAR 1850", "[1850-03-10..1850-03-20]"),
    ("BET MAR AND MAY 1850", "[1850-03..1850-05]"),
    ("BET 3 MAR AND 5 MAY 1850", "[1850-03-03..1850-05-05]"),
    ("BET MAR AND 5 MAY 1850", "[1850-03..1850-05-05]"),
    ("FROM 1 TO 5 MAR 1850", "1850-03-01/1850-03-05"),
    ("FROM 3 MAR TO APR 1850", "1850-03-03/1850-04"),
    ("BET 28 FEB AND 5 MAR 1750/51", "[1751-02-28..1751-03-05]"),
    ("BET 10 AND 15 MAR 44 BC", "[-0043-03-10..-0043-03-15]"),
    ("BET 1 AND @#DJULIAN@ 5 MAR 1700", "[1700-03-12..1700-03-16]"),
    ("FROM JULIAN 1 TO JULIAN 5 MAR 1700", "1700-03-12/1700-03-16"),
    ("1 TO 5 MAR 1850", "1850-03-01/1850-03-05"),
    ("@#DJULIAN@ 25 OCT 1917", "1917-11-07"),
    ("JULIAN 25 OCT 1917", "1917-11-07"),
    ("@#DJULIAN@ 29 FEB 1700", "1700-03-11"),
    ("@#DJULIAN@ 15 MAR 44 B.C.", "-0043-03-13"),
    ("@#DJULIAN@ MAY 1700", "[1700-05-12..1700-06-11]"),
    ("@#DJULIAN@ 1700", "[1700-01-11..1701-01-11]"),
    ("BEF @#DJULIAN@ 25 OCT 1917", "[..1917-11-06]"),
    ("ABT @#DJULIAN@ 1917", "[1917-01-14~..1918-01-13~]"),
    ("BET @#DJULIAN@ 1917 AND 1 FEB 1918", "[1917-01-14..1918-02-01]"),
    ("FROM @#DJULIAN@ OCT 1917 TO @#DJULIAN@ 25 OCT 1917", "1917-10-14/1917-11-07"),
    ("12 June 1830", "1830-06-12"),
    ("1830-05-12", "1830-05-12"),
]
REFUSED = [
    *("(when the river froze)", "()", "30 FEB 1830", "31 APR 1830", "0", "0 MAY 1830"),
    *("32 MAY 1830", "@#DJULIAN@ 30 FEB 1700", "29 FEB 1700", "FROM 1840 TO 1830"),
    *("BET 1840 AND 1830", "@#DFRENCH R@ 1 VEND 2", "HEBREW 1 TSH 5700", "@#DROMAN@ 1 JAN 1"),
    *("@#DUNKNOWN@ 1830", "1699/05", "12 JUN 1699/00", "12 MAY", "03/04/1850", "ABT", "BET 1830"),
    *("FROM 1830 TO", "INT (no date)", "BEF ABT 1830", "12 XXX 1830", "1" * 500),
    *("1815/1820", "5 FEB 1711/1715", "5 FEB 1711/15", "20 MAY 1743/1744", "25 MAR 1743/4"),
    *(
        "12 JAN 1815/1816",
        "44/45 BC",
        "JAN 44/45 BC",
        "BET 1 AND MAR 1850",
        "BET 28 AND 3 MAR 1850",
    ),
    *(
        "BET NOV AND FEB 1850",
        "BET 31 AND 5 FEB 1850",
        "BET 1 MAR 1850 AND 5",
        "BET 0 AND 5 MAR 1850",
    ),
]


def _read(text, *, inclusive=False):
    found = dates.read(text, inclusive=inclusive)
    assert found.reading.when is not None
    return found


@pytest.mark.parametrize(("text", "expected"), EXACT)
def test_a_date_is_read_as_exactly_as_it_is_written(text, expected):
    """Nothing is widened and nothing guessed; both versions agree."""
    for inclusive in (False, True):
        reading = _read(text, inclusive=inclusive).reading
        assert (reading.text, reading.widened, reading.guessed) == (expected, "", "")


@pytest.mark.parametrize(("text", "exclusive", "inclusive"), BEFORE_AND_AFTER)
def test_before_and_after(text, exclusive, inclusive):
    """5.5.1 means a day before or after the one that is named, 7.0 may mean that one too."""
    assert _read(text).reading.text == exclusive
    assert _read(text, inclusive=True).reading.text == inclusive


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_date_that_is_not_taken_over_as_it_stands_is_told(text, expected):
    """It becomes what it means, and the report says in which way."""
    reading = _read(text).reading
    assert reading.text == expected
    assert reading.widened or reading.guessed


def test_the_phrase_of_an_interpreted_date_is_kept():
    """What was written stands beside what it was taken to mean."""
    assert _read("INT 1830 (the year of the flood)").phrase == "the year of the flood"


@pytest.mark.parametrize("text", REFUSED)
def test_a_date_that_cannot_be_read_is_refused(text):
    """No phrase, no other calendar, no day that does not exist becomes a date."""
    with pytest.raises(NotADate):
        dates.read(text, inclusive=False)


def test_everything_that_was_understood_is_told():
    """A date may have two years, be Julian, and have lent its month to another."""
    guessed = _read("BET 1 AND @#DJULIAN@ 5 MAR 1750/51").reading.guessed
    assert "double year" in guessed
    assert "Julian" in guessed
    assert "that of the second" in guessed


@given(st.text(max_size=40) | st.from_regex(r"[A-Z0-9@#()/. ]{0,40}", fullmatch=True))
def test_any_text_is_read_or_refused(text):
    """Whatever stands there: EDTF, nothing, or `NotADate`; never another error."""
    try:
        found = dates.read(text, inclusive=False)
    except NotADate:
        return
    assert not found.reading.text or edtf.parse(found.reading.text)


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1582, 10, 5), (1582, 10, 15)),
        ((1752, 9, 3), (1752, 9, 14)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((4, 2, 29), (4, 2, 27)),
        ((325, 3, 21), (325, 3, 22)),
        ((1, 1, 1), (0, 12, 30)),
        ((-4712, 1, 1), (-4713, 11, 24)),
    ],
)
def test_julian_days(julian, gregorian):
    """The changes of calendar of 1582 and 1752, and the first Julian day of astronomers."""
    assert julian_day(*julian) == edtf.day_number(*gregorian)
