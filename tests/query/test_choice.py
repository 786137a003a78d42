"""What a curator calls something is one id, or a sentence why it is none."""

import pytest

from timeline.errors import UsageError
from timeline.loading import load
from timeline.query import choice


@pytest.mark.parametrize(
    ("name", "id_"),
    [("general", "general"), ("JOSE NUNO", "general"), ("nuño", "general"), ("capital", "union")],
)
def test_a_name_an_alias_or_a_whole_word_of_it(small, name, id_):
    """Accents and case make no difference."""
    assert choice.actor(name, small) == id_


def test_a_name_in_full_counts_more_than_a_word_of_another(small):
    """The Union is no word of "Army of the Union" here."""
    assert choice.actor("the union", small) == "union"


@pytest.mark.parametrize("name", ["nun", "rebel", "", " "])
def test_a_part_of_a_word_is_no_name(small, name):
    """A query takes it; what goes into a file does not."""
    with pytest.raises(UsageError, match="no actor is called"):
        choice.actor(name, small)


def test_a_word_of_several_names_is_refused_with_them(small):
    """Either is meant, and nothing is guessed."""
    with pytest.raises(UsageError) as caught:
        choice.arc("the", small)
    assert str(caught.value) == "2 arcs are called 'the'\nwrite 'north' or 'south'"


def test_a_source_is_known_by_its_address(small):
    """Whoever has the page open pastes it."""
    assert choice.source("https://gazette.example/war?a=1", small) == "gazette"
    assert choice.source("War begins", small) == "gazette"


def test_where_there_is_no_registry_names_stand_for_themselves(tmp_path, small):
    """What the events name is known; everything else is as good."""
    path = tmp_path / "bare.yaml"
    path.write_text("- {date: 2019, title: x, actors: [Ana], sources: [The Daily]}\n")
    bare = load.load(str(path))
    assert choice.implied(bare, "actors")
    assert choice.implied(bare, "sources")
    assert not choice.implied(small, "actors")
    assert (choice.actor("ana", bare), choice.actor("Eva", bare)) == ("Ana", "Eva")
    assert choice.source("A paper", bare) == "A paper"


def test_what_says_that_it_is_not_a_word_is_not_taken_for_it():
    """`unconfirmed` is the opposite of what is nearest."""
    known = ("confirmed", "denied")
    with pytest.raises(UsageError, match="did you mean 'confirmed'"):
        choice.word("status", "confrmed", known)
    for name in ("unconfirmed", "not denied"):
        with pytest.raises(UsageError) as caught:
            choice.word("status", name, known)
        assert caught.value.hint == "write 'confirmed' or 'denied'"
