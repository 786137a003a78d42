"""When the public could know of an event, and in which order."""

from timeline.loading import load
from timeline.querying import by_report
from timeline.rendering.following.told import lag_words
from timeline.rendering.look import Look


def _reports(tmp_path, text):
    path = tmp_path / "known.yaml"
    path.write_text(text, encoding="utf-8")
    timeline = load(str(path))
    return by_report(timeline.select(), timeline.sources)


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
