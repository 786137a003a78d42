"""How far an event is, in words."""

import pytest

from timeline.model.answers import Match, Verdict
from timeline.reports.distance import Near
from timeline.views.around import distance_words
from timeline.views.parts.look import Look


@pytest.mark.parametrize(
    ("least", "most", "where", "sure", "words"),
    [
        (-12, -12, "before", True, "12 days before"),
        (-1, -1, "before", True, "1 day before"),
        (3, 33, "after", True, "≈3–33 days after"),
        (-33, -3, "before", True, "≈3–33 days before"),
        (1200, 1200, "after", True, "1,200 days after"),
        (None, -5, "before", True, "≈at least 5 days before"),
        (2, None, "after", True, "≈at least 2 days after"),
        (0, 0, "same day", True, "same day"),
        (-4, 6, "same day", False, "possibly same day"),
        (0, 16, "going on", False, "possibly going on"),
    ],
)
def test_a_distance_in_words(small, least, most, where, sure, words):
    """Days and a side; a range where a date is vague."""
    match = Match(small.get("rebels-deny"), Verdict.YES)
    assert distance_words(Near(least, most, where, sure, match=match), Look()) == words
