"""When the public could know of an event, and in which order."""

import pytest

from timeline import phrases
from timeline.inference.known import by_report, known_in
from timeline.loading.load import load
from timeline.model.answers import Verdict
from timeline.views.list import lag_words
from timeline.views.parts.look import Look


def _reports(tmp_path, text, *most, **turned):
    path = tmp_path / "known.yaml"
    path.write_text(text, encoding="utf-8")
    timeline = load(str(path))
    return by_report(timeline.select(), timeline.sources, *most, **turned)


SOURCES = """\
sources:
  early: {date: 2020-03-05}
  late: {date: 2020-04}
  undated: {publisher: Somebody}
"""


def test_the_earliest_source_counts_and_orders(tmp_path):
    """An event of February told in March comes before one of January told in April."""
    text = (
        SOURCES
        + """\
events:
  - {id: january, date: 2020-01-01, title: a, sources: [late]}
  - {id: february, date: 2020-02-01, title: b, sources: [late, early]}
  - {id: unsourced, date: 2019, title: c}
  - {id: rumour, date: 2019, title: d, sources: [undated]}
"""
    )
    reports = _reports(tmp_path, text)
    assert [each.match.event.id for each in reports] == [
        "february",
        "january",
        "unsourced",
        "rumour",
    ]
    assert _reports(tmp_path, text, 2) == reports[:2]
    assert _reports(tmp_path, text, 3, reverse=True) == reports[:0:-1]
    assert [each.date.text if each.date else None for each in reports] == [
        "2020-03-05",
        "2020-04",
        None,
        None,
    ]


def test_the_lag_is_counted_from_the_beginning_in_every_reading(tmp_path):
    """1 February to 5 March 2020 is 33 days; 1 January to April is 91 to 120."""
    text = (
        SOURCES
        + """\
events:
  - {date: 2020-02-01, title: a day, sources: [early]}
  - {date: 2020-02-01, title: or earlier, sources: [early, undated]}
  - {date: 2020-03-05, title: same, sources: [early]}
  - {date: 2020-03-06, title: announced, sources: [early]}
  - {date: 2020-03, title: vague, sources: [early]}
  - {date: 2020-01-01, title: vague report, sources: [late]}
  - {date: ../2020, title: no beginning, sources: [early]}
"""
    )
    words = {each.match.event.title: lag_words(each, Look()) for each in _reports(tmp_path, text)}
    assert words == {
        "a day": "told 33 days later",
        "or earlier": "told 33 days later at the latest",
        "same": "told the same day",
        "announced": "told 1 day before",
        "vague": "told ≈26 days before to 4 days later",
        "vague report": "told ≈91–120 days later",
        "no beginning": "told some time later",
    }


def test_the_letter_became_known_on_the_last_day_of_october(curated):
    """The story of 31 October told it; on the 30th nobody could know."""
    letter = "maduro-letter-to-putin-2025"
    reports = by_report(curated.select(), curated.sources)
    [date] = [each.date for each in reports if each.match.event.id == letter]
    assert date.text == "2025-10-31"


DATED = """\
sources:
  vague: {date: 2025-11}
  exact: {date: 2025-11-13}
  about: {date: 2019~}
  doubted: {date: 2025-11-13?}
  lasting: {date: 1904-08-23/}
  summer: {date: "[2025-07..2025-08]"}
  gapped: {date: 2025-X1}
  undated: {publisher: Somebody}
events:
  - {id: both, date: 2025-11-01, title: a, sources: [vague, exact]}
  - {id: one, date: 2025-11-01, title: b, sources: [exact]}
  - {id: earlier, date: 2019, title: c, sources: [about]}
  - {id: unsure, date: 2025-11-01, title: d, sources: [doubted]}
  - {id: never, date: 2005-03, title: e}
  - {id: some-day, date: 2005-03, title: f, sources: [undated]}
  - {id: some-day-about, date: 2005~, title: g, sources: [undated]}
  - {id: paper, date: 1904-08-20, title: h, sources: [lasting]}
  - {id: season, date: 2025-06-30, title: i, sources: [summer, exact]}
  - {id: digits, date: 2024-12-31, title: j, sources: [gapped]}
  - {id: mixed, date: 2025-11-01, title: k, sources: [exact, undated]}
"""

# An event, a window, whether it was first told in it.
KNOWN = [
    # A vaguer source may be earlier than the exact one, which is the last day it can be.
    ("both", "2025-11-05", Verdict.MAYBE),
    ("both", "2025-11-13", Verdict.MAYBE),
    ("both", "2025-11-14", Verdict.NO),
    ("both", "..2025-11-13", Verdict.YES),
    ("both", "..2025-11-12", Verdict.MAYBE),
    ("both", "2025-11-01..2025-11-13", Verdict.YES),
    ("one", "2025-11-13", Verdict.YES),
    ("one", "2025-11-12", Verdict.NO),
    # About 2019 is 2018 to 2020; a doubted day is never certain, and only possible as written.
    ("earlier", "2019", Verdict.MAYBE),
    ("earlier", "2018", Verdict.MAYBE),
    ("earlier", "2018..2020", Verdict.YES),
    ("earlier", "2017", Verdict.NO),
    ("unsure", "2025-11-13", Verdict.MAYBE),
    ("unsure", "2025", Verdict.MAYBE),
    ("unsure", "2025-10", Verdict.NO),
    # What has no source was never told; one without a date tells nothing before the event.
    ("never", "1990", Verdict.NO),
    ("never", "2005-03", Verdict.NO),
    ("never", "2005..", Verdict.NO),
    ("some-day", "2005-02", Verdict.NO),
    ("some-day", "2005-03", Verdict.MAYBE),
    ("some-day", "2020", Verdict.MAYBE),
    ("some-day", "2005-03..", Verdict.YES),
    ("some-day-about", "2004", Verdict.MAYBE),
    ("some-day-about", "2003", Verdict.NO),
    ("mixed", "2025-11-05", Verdict.MAYBE),
    ("mixed", "2025-10", Verdict.NO),
    ("mixed", "..2025-11-13", Verdict.YES),
    ("mixed", "2025-11-14..", Verdict.NO),
    # A source whose end is not known told it from its first day on.
    ("paper", "1904-08-23..", Verdict.YES),
    ("paper", "1904-08-22", Verdict.NO),
    ("paper", "1950", Verdict.MAYBE),
    # One of two months; January or November, and nothing between.
    ("season", "2025-07..2025-08", Verdict.YES),
    ("season", "2025-08", Verdict.MAYBE),
    ("season", "2025-11", Verdict.NO),
    ("digits", "2025-06", Verdict.NO),
    ("digits", "2025-11", Verdict.MAYBE),
]


@pytest.mark.parametrize(("id_", "asked", "verdict"), KNOWN)
def test_known_is_the_earliest_of_all_sources_in_every_reading(tmp_path, id_, asked, verdict):
    """Worked out by hand."""
    path = tmp_path / "dated.yaml"
    path.write_text(DATED, encoding="utf-8")
    timeline = load(str(path))
    window = phrases.span(asked)
    assert known_in(timeline.get(id_), timeline.sources, window) is verdict


def test_a_lag_is_a_range_where_a_vaguer_source_may_be_earlier(tmp_path):
    """From 1 to 13 November 2025 are 0 to 12 days; of a doubted date one number, not sure."""
    reports = {each.match.event.id: each for each in _reports(tmp_path, DATED)}
    said = {
        id_: (each.date.text if each.date else None, each.least, each.most, each.sure)
        for id_, each in reports.items()
    }
    assert said == {
        "both": ("2025-11-13", 0, 12, False),
        "one": ("2025-11-13", 12, 12, True),
        "earlier": ("2019~", -729, 730, True),
        "unsure": ("2025-11-13?", 12, 12, False),
        "never": (None, None, None, False),
        "some-day": (None, None, None, False),
        "some-day-about": (None, None, None, False),
        "paper": ("1904-08-23/", 3, None, True),
        "season": ("[2025-07..2025-08]", 1, 62, True),
        "digits": ("2025-X1", 1, 334, True),
        "mixed": ("2025-11-13", 12, 12, False),
    }
    words = {id_: lag_words(each, Look()) for id_, each in reports.items()}
    assert words["both"] == "told ≈0–12 days later"
    assert words["unsure"] == "told ≈12 days later"
    assert words["never"] == "told by no source"
    assert words["some-day"] == "told on a day unknown"
    assert words["paper"] == "told at least 3 days later"
    assert words["mixed"] == "told 12 days later at the latest"


UNBOUNDED = """\
sources:
  before: {date: "[..2020-02-01]"}
  after: {date: "[2020-01-11..]"}
  day: {date: 2020-01-21}
events:
  - {date: 2020-01-01, title: no first day, sources: [before]}
  - {date: 2020-01-01, title: no last day, sources: [after]}
  - {date: 2020-01-01, title: one of them may be first, sources: [before, day]}
"""


def test_a_source_without_a_bound_leaves_the_lag_open_at_that_side(tmp_path):
    """It may have told it any time before, or after; and so been earlier than one with a day."""
    reports = {
        each.match.event.title: (each.date.text, each.least, each.most, each.sure)
        for each in _reports(tmp_path, UNBOUNDED)
    }
    assert reports == {
        "no first day": ("[..2020-02-01]", None, 31, False),
        "no last day": ("[2020-01-11..]", 10, None, True),
        "one of them may be first": ("2020-01-21", None, 20, False),
    }


@pytest.mark.parametrize(
    ("title", "window", "verdict"),
    [
        ("no first day", "1000", Verdict.MAYBE),
        ("no first day", "..2020-02-01", Verdict.YES),
        ("no first day", "..2020-01-31", Verdict.MAYBE),
        ("no first day", "1000..2020-02-01", Verdict.MAYBE),
        ("no first day", "2020-02-02..", Verdict.NO),
        ("no last day", "3000", Verdict.MAYBE),
        ("no last day", "2020-01-11..", Verdict.YES),
        ("no last day", "..2020-01-10", Verdict.NO),
    ],
)
def test_a_source_without_a_bound_may_have_told_it_whenever(tmp_path, title, window, verdict):
    """A window that takes in all of its days has it surely."""
    path = tmp_path / "unbounded.yaml"
    path.write_text(UNBOUNDED, encoding="utf-8")
    timeline = load(str(path))
    [event] = [match.event for match in timeline.select() if match.event.title == title]
    assert known_in(event, timeline.sources, phrases.span(window)) is verdict
