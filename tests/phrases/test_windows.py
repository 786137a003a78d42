"""Words -> windows, and windows -> words."""

from datetime import date

import pytest

from timeline import edtf, phrases

MONDAY = date(2026, 11, 23).toordinal()

IN = [
    ("2019", "2019-01-01", "2019-12-31"),
    ("2019-03", "2019-03-01", "2019-03-31"),
    ("23 Jan 2019", "2019-01-23", "2019-01-23"),
    ("late Oct 2025", "2025-10-21", "2025-10-31"),
    ("c. 2014", "2014-01-01", "2014-12-31"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("winter 2019", "2019-12-01", "2020-02-29"),
    ("19th century", "1801-01-01", "1900-12-31"),
    ("2018-2020", "2018-01-01", "2020-12-31"),
    ("2018/2020", "2018-01-01", "2020-12-31"),
    ("2018..2020", "2018-01-01", "2020-12-31"),
    ("2018 to Mar 2020", "2018-01-01", "2020-03-31"),
    ("2018..", "2018-01-01", None),
    ("..2020", None, "2020-12-31"),
    ("Mar..Jun 2019", "2019-03-01", "2019-06-30"),
    ("late Oct to early Nov 2025", "2025-10-21", "2025-11-10"),
    ("early to mid Oct 2025", "2025-10-01", "2025-10-20"),
    ("early to mid 2019", "2019-01-01", "2019-08-31"),
    ("since late Oct 2025", "2025-10-21", None),
    ("until Aug 2025", None, "2025-08-31"),
    ("before 1990", None, "1989-12-31"),
    ("after 2010", "2011-01-01", None),
    ("last month", "2026-10-01", "2026-10-31"),
    ("last 3 months", "2026-08-24", "2026-11-23"),
    ("last month to yesterday", "2026-10-01", "2026-11-22"),
    ("last week to today", "2026-11-16", "2026-11-23"),
    ("44 BCE", "-0043-01-01", "-0043-12-31"),
    ("1985/", "1985-01-01", None),
]

ONE_SIDED = [
    (phrases.since, "2025-08", "2025-08-01", None, "since 2025-08"),
    (phrases.since, "late  Oct 2025", "2025-10-21", None, "since late Oct 2025"),
    (phrases.since, "last month", "2026-10-01", None, "since last month"),
    (phrases.since, "2019..2021", "2019-01-01", None, "since 2019..2021"),
    (phrases.after, "2025-08", "2025-09-01", None, "after 2025-08"),
    (phrases.after, "2025", "2026-01-01", None, "after 2025"),
    (phrases.after, "../1985", "1986-01-01", None, "after ../1985"),
    (phrases.before, "2025", None, "2024-12-31", "before 2025"),
    (phrases.before, "1 Mar 2024", None, "2024-02-29", "before 1 Mar 2024"),
    (phrases.until, "2025", None, "2025-12-31", "until 2025"),
    (phrases.until, "yesterday", None, "2026-11-22", "until yesterday"),
]

DESCRIBED = [
    ("2019", "2019", "2019"),
    ("2018..2020", "2018–2020", "2018..2020"),
    ("Aug 2025", "Aug 2025", "Aug 2025"),
    ("2025-08..2025-10", "Aug–Oct 2025", "Aug-Oct 2025"),
    ("2018-12..2019-02", "Dec 2018 – Feb 2019", "Dec 2018 - Feb 2019"),
    ("2019-01-23", "23 Jan 2019", "23 Jan 2019"),
    ("2025-10-24..2025-10-26", "24–26 Oct 2025", "24-26 Oct 2025"),
    ("2025-08-01..2025-10-15", "1 Aug – 15 Oct 2025", "1 Aug - 15 Oct 2025"),
    ("2018-12-28..2019-01-03", "28 Dec 2018 – 3 Jan 2019", "28 Dec 2018 - 3 Jan 2019"),
    ("since 2025-08", "since 1 Aug 2025", "since 1 Aug 2025"),
    ("until 2025-10", "until 31 Oct 2025", "until 31 Oct 2025"),
    ("44 BCE", "44 BCE", "44 BCE"),
    ("100-44 BCE", "100–44 BCE", "100..44 BCE"),
    ("0079..0081", "79–81 CE", "79..81 CE"),
    ("44 BCE..AD 14", "44 BCE – 14 CE", "44 BCE - 14 CE"),
    ("-0043-03", "Mar 44 BCE", "Mar 44 BCE"),
    ("15 March 44 BC", "15 Mar 44 BCE", "15 Mar 44 BCE"),
    ("Dec 45 BCE..Feb 44 BCE", "Dec 45 BCE – Feb 44 BCE", "Dec 45 BCE - Feb 44 BCE"),
    ("2025-10-31..2025-11-30", "31 Oct – 30 Nov 2025", "31 Oct - 30 Nov 2025"),
    ("2024-01-01..2024-02-29", "Jan–Feb 2024", "Jan-Feb 2024"),
]


def _iso(day: int | None) -> str | None:
    return None if day is None else edtf.iso(day)


@pytest.mark.parametrize(("text", "first", "last"), IN)
def test_in(text: str, first: str | None, last: str | None) -> None:
    """The window of "in X" runs from the first day X can mean to the last."""
    window = phrases.span(text, MONDAY)
    assert (_iso(window.first), _iso(window.last)) == (first, last)
    assert window.text == text


@pytest.mark.parametrize(("door", "text", "first", "last", "asked"), ONE_SIDED)
def test_since_after_before_until(door, text, first, last, asked) -> None:
    """`since` and `until` include the period they name, `after` and `before` exclude it."""
    window = door(text, MONDAY)
    assert (_iso(window.first), _iso(window.last), window.text) == (first, last, asked)


@pytest.mark.parametrize(("text", "words", "plain"), DESCRIBED)
def test_a_window_in_words(text: str, words: str, plain: str) -> None:
    """A heading names whole years, whole months or days, and what is shared once."""
    window = phrases.span(text)
    assert window.describe() == words
    assert window.describe(ascii=True) == plain


@pytest.mark.parametrize("text", [row[0] for row in DESCRIBED])
def test_the_words_of_a_window_can_be_read_again(text: str) -> None:
    """What a heading says, asked again, is the same window."""
    window = phrases.span(text)
    for words in (window.describe(), window.describe(ascii=True)):
        again = phrases.span(words)
        assert (again.first, again.last) == (window.first, window.last)


def test_no_bounds_at_all() -> None:
    """A window with neither bound is all time."""
    assert phrases.Window(None, None, "").describe() == "all time"
