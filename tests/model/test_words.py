"""From when to when some dates go, and what a status is called, in words."""

import pytest

from timeline.edtf import parse
from timeline.loading import load
from timeline.model.words import span_words, status_word, year_span

# Dates in their order -> the words; what nobody wrote is in none of them.
SPANS = [
    ([], ""),
    (["0534"], "534"),
    (["0534", "1992-03-29"], "534 → 29 Mar 1992"),
    (["{1815}", "{1900-05}"], "1815 → May 1900"),
    (["1998~", "2019?"], "c. 1998 → 2019?"),
    (["201X", "2025-10~"], "2010s → c. Oct 2025"),
    # What ends last is last, wherever it stands; what holds all the others stands alone.
    (["2018/2030", "2019-05"], "2018–30"),
    (["2018", "2019/2021-03", "2020"], "2018 → Mar 2021"),
    (["2019", "2019-12-31"], "2019"),
    (["2017-05/2018", "2019/2020"], "May 2017 → 2020"),
    # What has no end is as late as it began, and last if nothing begins later.
    (["2013/..", "2014", "2025-11-23~"], "2013 → c. 23 Nov 2025"),
    (["2014", "2019-02/.."], "2014 → Feb 2019 →"),
    (["2014", "2019-02/..", "2020"], "2014 → 2020"),
    (["1998~", "2019", "2019-02/.."], "c. 1998 → Feb 2019 →"),
    (["1985/", "1990"], "1985 → 1990"),
    (["1990", "../1995"], "1990 → 1995"),
    (["-0043-03-15", "0014"], "15 Mar 44 BCE → 14 CE"),
]


@pytest.mark.parametrize(("texts", "words"), SPANS)
def test_a_span_of_dates_is_as_exact_as_they_are(texts, words):
    """A year is said as a year."""
    assert span_words([parse(text) for text in texts]) == words


def test_a_span_in_ascii():
    """With the arrow of the page."""
    dates = [parse("2019/2020"), parse("2024-05/2025")]
    assert span_words(dates, "->", ascii=True) == "2019 -> 2025"


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2018-03", "2019/.."], "2018–2019"),
        (["2018-03", "2018-12"], "2018"),
        (["-0043", "0079"], "44 BCE–79 CE"),
        (["../1985", "2019", "2020"], "1985–2020"),
    ],
)
def test_from_which_year_to_which(dates, words):
    """Of the first and the last date alone; a year that is both stands once."""
    assert year_span([parse(date) for date in dates], "–") == words


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("status: denied, links: [{denies: a}]", "denial"),
        ("status: denied, kind: statement, links: [{denies: a}]", "denial"),
        ("status: denied, kind: statement", "claim denied"),
        ("status: denied", "denied"),
        ("status: claimed, kind: statement, links: [{denies: a}]", "claimed"),
        ("kind: statement", ""),
    ],
)
def test_a_denial_is_not_called_denied(tmp_path, said, word):
    """Nor is it denied that a statement was made."""
    path = tmp_path / "a.yaml"
    path.write_text(
        f"- {{id: a, date: 2018, title: A}}\n- {{id: b, date: 2019, title: B, {said}}}\n"
    )
    assert status_word(load.load(str(path)).get("b")) == word
