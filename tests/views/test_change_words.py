"""A change in words: what a text was and is, as short as it can be said."""

import pytest

from timeline.reports.diff.changes import Words
from timeline.views.parts.change_words import shortened


@pytest.mark.parametrize(
    ("words", "short"),
    [
        (
            [("", "a b c d e f g h"), ("-", "x"), ("", "1 2 3 4 5 6 7 8 9 10 11 12"), ("+", "y")],
            [("", "… d e f g h"), ("-", "x"), ("", "1 2 3 4 5 … 8 9 10 11 12"), ("+", "y")],
        ),
        (
            [("", "a b"), ("+", "c"), ("", "d e f g h i")],
            [("", "a b"), ("+", "c"), ("", "d e f g h …")],
        ),
        ([("-", "a b c"), ("+", "d e"), ("", "f")], [("-", "a b c f"), ("+", "d e f")]),
        ([], []),
    ],
)
def test_only_what_differs_is_shown_with_a_few_words_around_it(words, short):
    """Dots for the rest; a text of which less than a third stayed is shown as two."""
    found = shortened([Words(*each) for each in words])
    assert [(each.sign, each.text) for each in found] == short
