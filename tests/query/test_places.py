"""Places within places: who asks for the outer one finds what lies in it."""

import pytest

from timeline.errors import UsageError
from timeline.loading import load
from timeline.query.fields import Context
from timeline.query.grammar import parse

NESTED = """\
places:
  land: {name: The Land, aliases: [Republic]}
  coast: {name: Coast, in: [land]}
  port: {name: Puerto Añil, in: [coast], aliases: [Haven]}
  moon: {name: Moon}
events:
  - {id: lands, date: 2019, title: They land, places: [port]}
  - {id: talks, date: 2020, title: They talk, places: [Puerto Añil, Elsewhere]}
  - {id: rests, date: 2021, title: They rest, places: [The Land]}
  - {id: leaves, date: 2022, title: They leave, places: [Haven]}
  - {id: nowhere, date: 2023, title: Nobody knows where}
"""


@pytest.fixture(name="nested")
def _nested(tmp_path):
    path = tmp_path / "nested.yaml"
    path.write_text(NESTED, encoding="utf-8")
    return load.load(str(path))


def ids(timeline, text):
    """Return the ids of the events that answer a query."""
    query = parse(text, Context(timeline, 737_000))
    return [match.event.id for match in timeline.select(query)]


EVERY = ["lands", "talks", "rests", "leaves"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("place:land", EVERY),
        ("place:republic", EVERY),
        ("place:rep", EVERY),
        ('place:"the land"', EVERY),
        ("place:=land", ["rests"]),
        ("place:coast", ["lands", "talks", "leaves"]),
        ("place:anil", ["lands", "talks", "leaves"]),
        ("place:haven", ["lands", "talks", "leaves"]),
        ("place:else", ["talks"]),
        ("not place:land", ["nowhere"]),
    ],
)
def test_an_outer_place_finds_what_lies_in_it(nested, text, found):
    """By any of its names, transitively; `=` is the name alone."""
    assert ids(nested, text) == found


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("place:moon", "'moon' is registered, but no event lies in it", "`timeline places` lists"),
        ("place:=coast", "'coast' is registered, but", "write place:coast for what lies in it"),
        ("place:lend", "no place is called 'lend'", "did you mean 'land'?"),
    ],
)
def test_a_place_in_which_nothing_is_is_refused(nested, text, message, hint):
    """With what to write instead."""
    with pytest.raises(UsageError) as caught:
        ids(nested, text)
    assert caught.value.message.startswith(message)
    assert caught.value.hint.startswith(hint)


def test_why_says_where_a_place_lies(nested):
    """As far as it was asked for."""

    def because(text):
        query = parse(text, Context(nested, 737_000))
        return query.explain(nested.get("lands")).because

    assert because("place:land") == "has Puerto Añil, in Coast, The Land"
    assert because("place:coast") == "has Puerto Añil, in Coast"
    assert because("place:port") == "has Puerto Añil"


def test_the_query_says_so(nested):
    """In the heading of an answer."""
    said = [
        parse(text, Context(nested, 737_000)).describe()
        for text in ("place:land", "place:=land", "place:port")
    ]
    assert said == [
        "place The Land and what lies there",
        "place The Land alone",
        "place Puerto Añil",
    ]
