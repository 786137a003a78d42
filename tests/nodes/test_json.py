"""JSON and JSON Lines → the same nodes as YAML, and what is wrong in plain words."""

import pytest

from timeline.nodes.json import compose, compose_lines
from timeline.nodes.tree import Broken, Mapping, Scalar, Sequence


def test_nodes_know_where_they_begin():
    """Lines and columns from 1; numbers and words as written, null as nothing."""
    node = compose(' [{"a":\n 1.50e3, "b": true}, null, "\\u00e9"]')
    assert node == Sequence(
        [
            Mapping(
                [
                    (Scalar("a", 1, 4), Scalar("1.50e3", 2, 2)),
                    (Scalar("b", 2, 10), Scalar("true", 2, 15)),
                ],
                1,
                3,
            ),
            Scalar("", 2, 22),
            Scalar("é", 2, 28),
        ],
        1,
        2,
    )


@pytest.mark.parametrize("text", ["0", "-1", "9" * 5_000, "1e400", "-0.5E-7", "false"])
def test_numbers_and_words_are_text_as_written(text):
    """However large or small."""
    assert compose(text).text == text


def test_a_pair_of_surrogates_is_a_character():
    """As JSON writes what lies beyond four digits."""
    assert compose(r'"\ud83d\ude00"').text == "😀"


def test_nothing_is_no_value():
    """Blanks alone."""
    assert compose(" \n") is None


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("[1,]", (1, 3), "a comma after the last value", "take it out"),
        ('{"a": 1 ,\n}', (1, 9), "a comma after the last value", "take it out"),
        ("[,1]", (1, 2), "a value is missing here", "text stands in double quotes"),
        ('{"a": }', (1, 7), "a value is missing here", "text stands in double quotes"),
        ("['a']", (1, 2), "''a'' is neither a text nor a number", "text stands in double quotes"),
        ("[NaN]", (1, 2), "'NaN' is neither a text nor a number", "text stands in double quotes"),
        ("[0044]", (1, 2), "'0044' is neither a text nor a number", "text stands in double quotes"),
        ("[// a\n1]", (1, 2), "'//' is neither a text nor a number", "JSON has no comments"),
        ("{'a': 1}", (1, 2), "a key must stand here, in double quotes", 'write "date": "2019"'),
        ("{a: 1}", (1, 2), "a key must stand here, in double quotes", 'write "date": "2019"'),
        ('{"a" 1}', (1, 6), "':' must stand here", 'write "date": "2019"'),
        ("[1 2]", (1, 4), "',' or ']' must stand here", "put a comma between values"),
        ('{"a": 1 "b": 2}', (1, 9), "',' or '}' must stand here", "put a comma between values"),
        ("[1", (1, 3), "the text ends here, too early", "close every { and ["),
        ('{"a":\n', (2, 1), "the text ends here, too early", "close every { and ["),
        ("{", (1, 2), "the text ends here, too early", "close every { and ["),
        ('["a', (1, 2), "this quotation mark is never closed", "close it"),
        ('["a\nb"]', (1, 4), "a line end or control character inside a text", r"write \n or "),
        (r'["a\q"]', (1, 4), "this escape means nothing", r"write \\ for a backslash"),
        (r'["a\u12"]', (1, 5), "this escape is not a character", "write four digits, as in "),
        (
            r'["a", "\ud800"]',
            (1, 7),
            "this text has half a character: a surrogate without its other half",
            "write the character itself",
        ),
        ("[] []", (1, 4), "more text after the end of the value", "for one object a line, name "),
    ],
)
def test_what_is_not_json_is_told_in_plain_words(text, place, message, hint):
    """Place, what is wrong, and what to write."""
    with pytest.raises(Broken) as caught:
        compose(text)
    found = caught.value
    assert ((found.line, found.column), found.message) == (place, f"not JSON: {message}")
    assert found.hint.startswith(hint)


def test_lines_are_values_of_their_own():
    """Blank lines do not count, and any end of a line will do."""
    node, broken = compose_lines('{"a": 1}\r\n\n  \r{"b": 2}\n')
    assert node == Sequence(
        [
            Mapping([(Scalar("a", 1, 2), Scalar("1", 1, 7))], 1, 1),
            Mapping([(Scalar("b", 4, 2), Scalar("2", 4, 7))], 4, 1),
        ],
        1,
        1,
    )
    assert broken == []


def test_all_broken_lines_are_reported_with_what_is_wrong_in_the_others(report):
    """A fault in one line says nothing about the next."""
    text = '{"date": "20x9", "title": "a"}\n{"date"\n\n{"date": "2019", "title": "b"} 1\n{bad}\n'
    assert (
        report(text, "f.jsonl")
        == """\
f.jsonl:1:13: not a date: 'x' must be a capital
    1 | {"date": "20x9", "title": "a"}
      |             ^
      | write 20X9
f.jsonl:2:8: not JSON: ':' must stand here
    2 | {"date"
      |        ^
      | write "date": "2019"
f.jsonl:4:32: not JSON: more text after the end of the value
    4 | {"date": "2019", "title": "b"} 1
      |                                ^
      | put each object on a line of its own
f.jsonl:5:2: not JSON: a key must stand here, in double quotes
    5 | {bad}
      |  ^
      | write "date": "2019\""""
    )


def test_a_repeated_key_is_a_problem_in_json_too(report):
    """The standard decoder would keep the last in silence."""
    assert report('[{"date": "2019", "title": "a", "date": "2020"}]', "f.json").startswith(
        "f.json:1:33: the key 'date' stands twice in an event\n"
    )
