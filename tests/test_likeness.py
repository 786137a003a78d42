"""What was probably meant: names that are like the one that was typed."""

import pytest

from timeline.likeness import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("sumary", ["title", "summary"], ["summary"]),
        ("vladmir-putin", ["nicolas-maduro", "vladimir-putin"], ["vladimir-putin"]),
        ("guaido", ["Guaidó", "guaidos"], ["Guaidó"]),
        ("Claimed", ["confirmed", "claimed"], ["claimed"]),
        ("tags", ["tag", "stage", "x"], ["tag", "stage"]),
        ("zzz", ["title", "summary"], []),
        ("", ["title"], []),
        ("title", [], []),
        ("a" * 101, ["a" * 101], []),
        ("aaaa", ["a" * 101, "aaab"], ["aaab"]),
    ],
)
def test_nearest_are_the_names_that_may_have_been_meant(word, known, near):
    """Best first; one that is the same but for case and accents is the only one."""
    assert nearest(word, known) == near


def test_nearest_are_found_among_thousands():
    """A close look is taken at those that share letters."""
    known = [f"event-{number:05}" for number in range(20_000)]
    assert nearest("evnt-12345", known)[0] == "event-12345"


def test_did_you_mean():
    """A question, or nothing."""
    assert did_you_mean("sumary", ["summary", "x"]) == "did you mean 'summary'?"
    assert did_you_mean("tags", ["tag", "stage"]) == "did you mean 'tag' or 'stage'?"
    assert did_you_mean("zzz", ["summary"]) == ""


def test_a_name_is_near_by_one_of_its_words():
    """Where no name is near as a whole, and never beside one that is."""
    assert nearest("sirya", ["crisis-2019", "syria-assad"]) == ["syria-assad"]
    letters = ["maduro-letter-to-putin", "post-reports-the-letter"]
    assert nearest("lettr", [*letters, "denial"]) == letters
    assert nearest("rusia", ["Russia", "Embassy of Russia"]) == ["Russia"]
    assert nearest("long", ["as-lond-as-lond"]) == ["as-lond-as-lond"]
