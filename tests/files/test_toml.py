"""A TOML file of a person: a key set or taken out, and all else as it was."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.files.toml import InvalidToml, page, with_entry, without_entry


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("", ("width",), 90, "width = 90\n"),
        ("", ("queries", "a"), "b", '[queries]\na = "b"\n'),
        # In place of an old value: what stands before and behind stays.
        ("width   =  60   # cells\n", ("width",), 90, "width   =  90   # cells\n"),
        ("  ascii=true#yes", ("ascii",), False, "  ascii=false#yes\n"),
        ("pager = 'less' # not more\n", ("pager",), "more", 'pager = "more" # not more\n'),
        ('pager = "a # b" # c\n', ("pager",), 'say "x"', "pager = 'say \"x\"' # c\n"),
        ('[queries]\n"a" = "b"\n', ("queries", "a"), "c", '[queries]\n"a" = "c"\n'),
        # A new key: behind the last of its section, above all sections where it is in none.
        ("a = 1\n\n# q\n[b]\nc = 2\n", ("w",), 9, "a = 1\nw = 9\n\n# q\n[b]\nc = 2\n"),
        ("[queries]\nb = 'c'\n", ("width",), 9, "width = 9\n\n[queries]\nb = 'c'\n"),
        ("# mine\n\n[queries]\n", ("width",), 9, "# mine\n\nwidth = 9\n\n[queries]\n"),
        ("# of queries\n[queries]\n", ("width",), 9, "width = 9\n\n# of queries\n[queries]\n"),
        ("# mine\n", ("width",), 9, "# mine\nwidth = 9\n"),
        ("[q]\n# no\n\n[o]\nx = 1\n", ("q", "a"), 2, "[q]\na = 2\n# no\n\n[o]\nx = 1\n"),
        # The ends of lines are those of the file.
        ("a = 1\r\nb = 2\r\n", ("b",), 3, "a = 1\r\nb = 3\r\n"),
    ],
)  # fmt: skip
def test_one_line_changes(before, path, value, after):
    """Comments, blanks and order of the rest are as they were."""
    assert with_entry(before, "f.toml", path, value) == after


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("a = 1\nb = 2 # two\n# c\nc = 3\n", ("b",), "a = 1\n# c\nc = 3\n"),
        ("[queries]\na = 'x'\nb = 'y'", ("queries", "b"), "[queries]\na = 'x'"),
        ("a = 1\r\nb = 2\r\n", ("a",), "b = 2\r\n"),
    ],
)
def test_one_line_is_taken_out(before, path, after):
    """With the comment at its end; those above it stay."""
    assert without_entry(before, "f.toml", path) == after


@pytest.mark.parametrize(
    ("text", "path"),
    [('a = """\nx\n"""\n', ("a",)), ("queries = {a = 'b'}\n", ("queries", "a"))],
)
def test_what_only_a_person_can_change_is_left_to_one(text, path):
    """It is said where, and nothing is written."""
    with pytest.raises(InvalidToml, match="left to you"):
        with_entry(text, "f.toml", path, "c")
    with pytest.raises(InvalidToml, match="take it out yourself, at line 1"):
        without_entry(text, "f.toml", path)


_NAMES = st.sampled_from(["a", "b-c", "width"])
_VALUES = st.sampled_from(["x", 'with "marks"', "with 'one'", "a # b", "é=1", "", 90, True])
_COMMENTS = st.sampled_from(["# a = 1", "", "  # [queries]", "#"])


@st.composite
def _texts(draw):
    """Return the text of a file with some keys, some queries, and comments anywhere."""
    parts = []
    for section in (None, "queries"):
        if section:
            parts += [f"[{section}]"]
        for name in draw(st.lists(_NAMES, unique=True)):
            value = draw(st.sampled_from(["1", "true", '"x"', "'y # z'", "2  # two"]))
            parts += [*draw(st.lists(_COMMENTS, max_size=2)), f"{name} = {value}"]
        parts += draw(st.lists(_COMMENTS, max_size=2))
    return "\n".join(parts) + draw(st.sampled_from(["", "\n"]))


@given(_texts(), _NAMES, st.booleans(), _VALUES)
def test_all_else_says_and_is_what_it_was(text, name, in_section, value):
    """The value is there, taken out it is not; every other line is there, in its order."""
    path = ("queries", name) if in_section else (name,)
    after = with_entry(text, "f.toml", path, value)
    data = tomllib.loads(text)
    (data["queries"] if in_section else data)[name] = value
    assert tomllib.loads(after) == data
    kept = iter(after.split("\n"))
    others = [line for line in text.split("\n") if line.split("=")[0].strip() != name]
    assert all(line in kept for line in others)
    without = tomllib.loads(without_entry(after, "f.toml", path))
    del (data["queries"] if in_section else data)[name]
    assert without == data


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ("width = 60\nwidth = 70\n", "f:2: 'width' stands twice", "the first is in line 1"),
        ("[queries]\na = 'x'\n\na = 'y'", "f:4: 'a' stands twice", "the first is in line 2"),
        ("[queries]\na = 'x'\n[queries]\n", "f:3: 'queries' stands twice", "the first is in"),
        ("a = 1\nwidth = [\n", "f:2: this is no TOML", "a line is NAME = VALUE"),
        ("width: 60\n", "f:1: this is no TOML", "a line is NAME = VALUE"),
        ("color = never\n", "f:1: this is no TOML", "a text in quotation marks"),
    ],
)
def test_what_is_no_toml_is_told_in_plain_words(text, said, hint):
    """What is wrong, its line, and what to write; no word of the reader's own."""
    with pytest.raises(InvalidToml) as caught:
        page("f", text)
    assert caught.value.message == said
    assert hint in caught.value.hint
