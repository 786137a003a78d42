"""Keys with their values in one option of `add`: what is written is read again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.commands.add.pairs import begins_with, name_and_pairs, pairs, written
from timeline.errors import UsageError

KEYS = ("says", "date", "copy-of", "note")
_TEXTS = st.text(st.sampled_from('a",=; xnote'), min_size=1).map(str.strip).filter(bool)


@given(st.dictionaries(st.sampled_from(KEYS), _TEXTS))
@example({"says": "a, note=b", "note": 'x="a'})
@example({"says": '"No"', "note": '"'})
def test_what_is_written_is_read_again(said):
    """Whatever the values are, also those that look like keys or stand in quotes."""
    text = written(said)
    assert pairs(text, KEYS, "it") == said if said else text == ""
    if said:
        assert begins_with(text, KEYS)
        assert name_and_pairs(f"Post, The, {text}", KEYS) == ("Post, The", text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("says=No, not at all, note=x", {"says": "No, not at all", "note": "x"}),
        ('says="No, note=x" , date=2019', {"says": "No, note=x", "date": "2019"}),
        ('says="a ""b"", date=c"', {"says": 'a "b", date=c'}),
        ('says="No" means no, note=x', {"says": '"No" means no', "note": "x"}),
        ("says=5\" nails, note=6' nails", {"says": '5" nails', "note": "6' nails"}),
        ("says=, note=x", {"note": "x"}),
    ],
)
def test_quotes_are_taken_where_they_stand_around_a_value(text, said):
    """A comma within them parts nothing, and two of them are one; elsewhere they are letters."""
    assert pairs(text, KEYS, "it") == said


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('says="No, note=x', 'a double quote is left open: says="No'),
        ('note=x, says="', 'a double quote is left open: says="'),
        ("says=x, says=y", "it has 'says' twice"),
        ("say=x", "it has no 'say'"),
    ],
)
def test_what_cannot_be_read_is_refused(text, error):
    """With the key that it is about."""
    with pytest.raises(UsageError) as caught:
        pairs(text, KEYS, "it")
    assert caught.value.message == error
