"""Names that begin with a sign of the query language: = and *."""

import pytest

from timeline import load
from timeline.errors import UsageError
from timeline.query.terms import exact_value, named_value

FILE = """\
- {date: 2019, title: Signed, id: =one, tags: ["=war"], actors: ["=un"], places: ["*x"], arc: =up}
- {date: 2020, title: Plain, id: one, tags: [war], actors: [un], places: [x], arc: up}
- {date: 2021, title: Longer, id: ones, tags: [warm], actors: [unit], places: [xy], arc: upper}
"""


@pytest.fixture(name="found")
def _found(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_text(FILE)
    timeline = load(path)
    return lambda query: [match.event.title for match in timeline.select(query)]


@pytest.mark.parametrize("field", ["tag", "actor", "arc", "id"])
def test_in_quotes_a_sign_is_part_of_a_name(found, field):
    """Before them it asks for the name in full; both may stand."""
    name = {"tag": "war", "actor": "un", "arc": "up", "id": "one"}[field]
    assert found(f'{field}:"={name}"') == ["Signed"]
    assert found(f'{field}:="={name}"') == ["Signed"]
    assert found(f"{field}:={name}") == ["Plain"]
    assert found(f'{field}:="{name}"') == ["Plain"]


def test_a_name_in_full_may_have_a_star(found):
    """Without =, it asks for all names that have what stands behind it."""
    assert found('place:="*x"') == ["Signed"]
    assert found("place:*x") == found('place:"*x"') == ["Signed", "Plain", "Longer"]
    with pytest.raises(UsageError, match="stands before or behind a part of a word"):
        found('place:="y*z"')


def test_words_in_quotes_are_what_they_are_without(found):
    """Of words a sign says how they are sought, in quotes too."""
    assert found('title:"=plain"') == found("title:=plain") == found('"=plain"') == ["Plain"]


def test_of_a_name_that_is_not_there_the_nearest_is_offered(found):
    """What is in quotes is sought with its sign."""
    with pytest.raises(UsageError, match="no tag is called '=warm'") as caught:
        found('tag:"=warm"')
    assert "did you mean" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "named", "exact"),
    [
        ("war", "war", "=war"),
        ("=war", '="=war"', '="=war"'),
        ("*x", '="*x"', '="*x"'),
        ("a b", '"a b"', '="a b"'),
    ],
)
def test_a_name_is_typed_so_that_it_is_found(name, named, exact):
    """A sign needs quotes, and another before them."""
    assert (named_value(name), exact_value(name)) == (named, exact)
