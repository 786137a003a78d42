"""The help on dates: every form that it shows is what it says."""

import re

import pytest

from timeline import edtf, phrases
from timeline.edtf import day_number
from timeline.model.answers import Verdict
from timeline.phrases import Window, guide
from timeline.query.dates import lies_in

TODAY = day_number(2026, 11, 23)
TEXT = guide.guide()
LINES = TEXT.splitlines()
SHOWN = [re.split(r"  +", line)[1:] for line in LINES if re.match(r"  \S+(?: \S+)*  ", line)]
IN_EDTF = [line.split(maxsplit=1) for line in LINES if line.startswith(" " * 20)]

# By hand, from the calendar: the first and last day, as a phrase that asks for them.
DAYS = {
    "26 Oct 2025": "2025-10-26",
    "Aug 2025": "2025-08",
    "2019": "2019",
    "44 BCE": "-0043",
    "spring 2001": "2001-03..2001-05",
    "winter 2018-19": "2018-12-01..2019-02-28",
    "Q3 2025": "2025-07..2025-09",
    "first half of 1939": "1939-01..1939-06",
    "week 5 of 2020": "2020-01-27..2020-02-02",
    "1930s": "1930..1939",
    "19th century": "1801..1900",
    "early 2019": "2019-01..2019-04",
    "late 1930s": "1937..1939",
    "end of May 1940": "1940-05-21..1940-05-31",
    "late summer 1940": "1940-08",
    "between 1940 and 1943": "1940..1943",
    "1940 or 1943": "1940..1943",
    "before 1943": "..1942",
    "by 1943": "..1943",
    "1943 or later": "1943..",
    "c. 2014": "2013..2015",
    "2014?": "2014",
    "1940 to late 1943": "1940..1943",
    "since Aug 2025": "2025-08..",
    "until 1985": "..1985",
    "1985 - ?": "1985..",
}


def _words(line):
    return line[0].split(", ")


def test_every_form_of_the_table_is_shown():
    """None is left out, and none is there without its days."""
    listed = [form for forms in guide.FORMS.values() for form in forms]
    assert [line[0] for line in SHOWN] == listed
    assert {_words(line)[0] for line in SHOWN} == set(DAYS)


@pytest.mark.parametrize("line", SHOWN, ids=lambda line: line[0])
def test_a_form_is_the_edtf_beside_it(line):
    """Each of the words on a line, which are two at most."""
    for words in _words(line):
        assert phrases.to_edtf(words) == line[1]


@pytest.mark.parametrize("line", SHOWN, ids=lambda line: line[0])
def test_a_form_means_the_days_beside_it(line):
    """The first and last of them; what is shown for a single date is read as the same."""
    asked = phrases.span(DAYS[_words(line)[0]])
    assert edtf.parse(line[1]).possible == (asked.first, asked.last)
    if not re.match("from|until 1985|.* or ", line[2]):
        shown = phrases.span(line[2].removeprefix("perhaps "))
        assert (shown.first, shown.last) == (asked.first, asked.last)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("1940/1943", "from 1940 to 1943"),
        ("2025-08/..", "from Aug 2025, going on"),
        ("../1985", "until 1985, begun before"),
        ("1985/", "from 1985, end unknown"),
        ("/1985", "until 1985, start unknown"),
        ("[1940,1943]", "1940 or 1943"),
        ("2014?", "perhaps 2014"),
        ("2014%", "perhaps 2013–2015"),
        ("1940?/1943", "perhaps from 1940 to 1943"),
        ("{1940,1943}", "1940 and 1943"),
    ],
)
def test_what_a_date_means_in_words(text, means):
    """Of each kind of date."""
    assert guide.meaning(text) == means


@pytest.mark.parametrize(
    "line", [*(line[1:] for line in SHOWN), *IN_EDTF], ids=lambda line: line[0]
)
def test_a_question_about_all_its_days_is_answered_as_it_says(line):
    """By yes, or after `perhaps` by maybe; about the day before by no."""
    when = edtf.parse(line[0]).as_of(TODAY)
    first, last = when.possible
    sure = Verdict.MAYBE if line[1].startswith("perhaps") else Verdict.YES
    assert lies_in(when, Window(first, last, "")) is sure
    if first is not None:
        assert lies_in(when, Window(None, first - 1, "")) is Verdict.NO


@pytest.mark.parametrize("words", guide.RELATIVE)
def test_what_is_counted_from_today_is_for_questions(words):
    """A file needs a fixed date."""
    assert words in " ".join(TEXT.split())
    assert phrases.span(words, TODAY)
    with pytest.raises(phrases.PhraseError, match="a file needs a fixed date"):
        phrases.to_edtf(words)


@pytest.mark.parametrize("words", guide.REFUSED)
def test_what_has_two_readings_is_refused_with_both(words):
    """The hint has the one and the other."""
    assert words in TEXT
    with pytest.raises(phrases.PhraseError) as caught:
        phrases.to_edtf(words, TODAY)
    assert re.search(r" or |, ", caught.value.hint)


def test_it_fits_a_screen_and_a_half():
    """Of 80 columns."""
    assert max(map(len, LINES)) <= 80
    assert len(LINES) <= 48
