"""How long ago an event was, in words."""

import pytest

from timeline.edtf import day_number
from timeline.model.answers import Match, Verdict
from timeline.phrases.days_of_year import DayOfYear
from timeline.reports.on import Anniversary
from timeline.views.on import years_words

TODAY = day_number(2026, 11, 23)


@pytest.mark.parametrize(
    ("year", "day", "words"),
    [
        (2020, (11, 23), "6 years ago"),
        (2020, (11, 22), "6 years ago"),
        (2020, (12, 25), "5 years ago"),
        (2025, (11, 23), "1 year ago"),
        (2025, (12, 25), "last year"),
        (2026, (3, 23), "this year"),
        (2028, (3, 23), "in 2 years"),
        (-43, (3, 15), "2,069 years ago"),
        (None, (3, 15), "year unknown"),
    ],
)
def test_years_in_words(small, year, day, words):
    """Whole years before 23 November 2026."""
    found = Anniversary(Match(small.get("war"), Verdict.YES), year, "on")
    assert years_words(found, DayOfYear(*day), TODAY) == words
