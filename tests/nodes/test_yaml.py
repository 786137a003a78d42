"""YAML text → nodes: every scalar as it is written, and libyaml's findings in plain words."""

import pytest

from timeline.nodes.page import YAML_LINE_END, Page
from timeline.nodes.tree import Broken, Mapping, Scalar, Sequence
from timeline.nodes.yaml import compose


def composed(text):
    """Return the node of *text*."""
    return compose(Page("f.yaml", text, YAML_LINE_END), text)


def plain(node):
    """Return the node as lists, dictionaries and texts."""
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {plain(key): plain(value) for key, value in node.pairs}
    return node.text


@pytest.mark.parametrize(
    "text",
    [
        "2019",
        "no",
        "true",
        "0044",
        "-0044",
        "1:30",
        "2025-02-30",
        "1e3",
        "0x1F",
        ".inf",
        "=",
        "NULL",
    ],
)
def test_every_scalar_is_text_as_written(text):
    """YAML's types are never guessed."""
    assert composed(f"- {text}\n").items[0].text == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("~", ""), ("null", ""), ("'~'", "~"), ('"null"', "null"), ("!!str null", "null"), ("", "")],
)
def test_nothing_is_a_key_without_a_value(text, value):
    """As in JSON; in quotes it is a text."""
    assert plain(composed(f"a: {text}\n")) == {"a": value}


def test_nodes_know_where_they_begin():
    """Lines and columns from 1."""
    node = composed("a:\n  - {b: c}\n")
    assert node == Mapping(
        [
            (
                Scalar("a", 1, 1),
                Sequence([Mapping([(Scalar("b", 2, 6), Scalar("c", 2, 9))], 2, 5)], 2, 3),
            )
        ],
        1,
        1,
    )


def test_an_alias_is_what_it_stands_for():
    """The very node, with the place where it is written; the last anchor of a name counts."""
    node = composed("- &a [b]\n- *a\n- &a c\n- *a\n")
    assert plain(node) == [["b"], ["b"], "c", "c"]
    assert node.items[1] is node.items[0]


@pytest.mark.parametrize("text", ["---\na\n---\n", "a\n...\n", "---\n---\na\n", "# b\n---\na\n"])
def test_empty_documents_do_not_count(text):
    """Only a second one with something in it is too many."""
    assert composed(text).text == "a"


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("a: b: c", (1, 5), "': ' inside a text makes a key of it", "put the text in quotes"),
        (
            "title: Trump: closed",
            (1, 13),
            "': ' inside a text makes a key of it",
            "put the text in",
        ),
        ("- a: b\n   c: d", (2, 5), "a key cannot stand here", "check the indentation: "),
        ("a: - b", (1, 4), "a list cannot begin here", "begin it on the next line; "),
        ("a: @b", (1, 4), "a text cannot begin with '@'", "put the text in quotes"),
        ("a: %b", (1, 4), "a text cannot begin with '%'", "put the text in quotes"),
        ("a: `b`", (1, 4), "a text cannot begin with '`'", "put the text in quotes"),
        ("a: * b", (1, 4), "a text cannot begin with '*'", "put the text in quotes"),
        ("a: & b", (1, 4), "a text cannot begin with '&'", "put the text in quotes"),
        ("a: |b", (1, 4), "a text cannot begin with '|'", "put the text in quotes"),
        ("a: >b", (1, 4), "a text cannot begin with '>'", "put the text in quotes"),
        ("a: !b!c d", (1, 4), "a text cannot begin with '!'", "put the text in quotes"),
        ("- a: b\n\tc: d", (2, 1), "a tab cannot indent", "indent with spaces"),
        ("a:\n\t- b", (2, 1), "a tab cannot indent", "indent with spaces"),
        ("a: 'b\nc: d\n", (1, 4), "this quotation mark is never closed", "close it; "),
        ('a: "b\n---\nc', (1, 4), "this quotation mark is never closed", "close it; "),
        ("a: [b\nc: d", (1, 4), "this '[' is never closed", "write ']' at its end"),
        ("a: {b: c\n", (1, 4), "this '{' is never closed", "write '}' at its end"),
        ("a: [", (1, 4), "this '[' is never closed", "write ']' at its end"),
        ("a: [ # why\n\n", (1, 4), "this '[' is never closed", "write ']' at its end"),
        ("a: {b: [c, {d: \n", (1, 12), "this '{' is never closed", "write '}' at its end"),
        ("- a: [b, \n- c: [d]\n", (1, 6), "this '[' is never closed", "write ']' at its end"),
        ("a:\n- {b: c, d:", (2, 3), "this '{' is never closed", "write '}' at its end"),
        ("a: [\n---\nb", (1, 4), "this '[' is never closed", "write ']' at its end"),
        ("[\n- a\n", (1, 1), "this '[' is never closed", "write ']' at its end"),
        ("a: [\n - b\n]", (2, 2), "a list in brackets has no '-'", "write [a, b], or take the"),
        ("[\n{a: b}\n{c: d}\n]", (3, 1), "',' or ']' must stand here", "put text with , [ or {"),
        ("a: [#b, #c]\n", (1, 5), "this begins a comment, in the middle of a text", "put"),
        ("a: {b: c, d: #e}", (1, 14), "this begins a comment, in the middle of a text", "put the "),
        (
            "a: [b]]",
            (1, 7),
            "no bracket is open that ']' could close",
            "take it out, or put the te",
        ),
        ("a: {b}\nc: {d}}", (2, 7), "no bracket is open that '}' could close", "take it out, or"),
        ("a: [sic] b", (1, 10), "text after the closing bracket", "put the whole value in quotes"),
        ('a: ["b" c]', (1, 9), "',' or ']' must stand here", "put text with , [ or { in quotes"),
        ('a: {"b": "c" d}', (1, 14), "',' or '}' must stand here", "put text with , [ or { in q"),
        ("a: [,]", (1, 5), "a value is missing here", "take ',' out, or put the text in quotes"),
        (r'a: "b\q"', (1, 6), "this escape means nothing in double quotes", r"write \\ for a "),
        (r'a: "b\xZZ"', (1, 8), "this escape is not a character", "write the character, or "),
        (r'a: "\ud800"', (1, 7), "this escape is not a character", "write the character, or "),
        ("a: b\nc\nd: e", (2, 1), "this line has no key", "write 'key: value', with a space"),
        ("- a: b\nc: d", (2, 1), "this does not fit what begins in line 1", "check the indent"),
        ("a: b\n- c", (2, 1), "this does not fit what begins in line 1", "check the indentation"),
        ("a: 'b' c", (1, 8), "text after the closing quotation mark", "put the whole value in "),
        ("'a' b: c", (1, 5), "text after the closing quotation mark", "put the whole value in "),
        ("[0:?]", (1, 3), "':' cannot stand here within brackets", "put the text in quotes"),
        ("a: ]", (1, 4), "a value is missing here", "take ']' out, or put the text in quotes"),
        ("[a]: b\n- c", (2, 1), "this does not fit what begins in line 1", "check the indent"),
        ("&x a: b\n- c", (2, 1), "this does not fit what begins in line 1", "check the indent"),
        ('"a [": b\n- c', (2, 1), "this does not fit what begins in line 1", "check the indent"),
        ("a: ? b", (1, 4), "a text cannot begin with '?'", "put the text in quotes"),
        ("[a]\nb: c", (2, 1), "this does not fit what stands above", "check the indentation: "),
        ("%YAML 3.0\n---\na", (1, 1), "this directive is not known", "take the line that begins"),
    ],
)
def test_what_is_not_yaml_is_told_in_plain_words(text, place, message, hint):
    """No word of libyaml's own gets through."""
    with pytest.raises(Broken) as caught:
        composed(text)
    found = caught.value
    assert ((found.line, found.column), found.message) == (place, f"not YAML: {message}")
    assert found.hint.startswith(hint)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: !!binary aGk=", (1, 4), "'!!binary' is a tag to YAML, and event files have none"),
        ("- !Basta they said", (1, 3), "'!Basta' is a tag to YAML, and event files have none"),
        ("- !!python/name:os.x []", (1, 3), "'!!python/name:os.x' is a tag to YAML, and event f"),
        ("- ! a", (1, 3), "'!' is a tag to YAML, and event files have none"),
        ("a: *b", (1, 4), "the alias '*b' stands for nothing above it"),
        ("a\n---\nb\n", (3, 1), "a second document begins here"),
        ("日本\na: é\x0c", (2, 5), "the character U+000C is not allowed here"),
        ("a: \x7f", (1, 4), "the character U+007F is not allowed here"),
        ("a: \ufffe", (1, 4), "the character U+FFFE is not allowed here"),
    ],
)
def test_what_is_yaml_but_no_event_file(text, place, message):
    """Tags would lose what they mark; control characters have no business here."""
    with pytest.raises(Broken) as caught:
        composed(text)
    assert (caught.value.line, caught.value.column) == place
    assert caught.value.message.startswith(message)


def test_tags_that_say_what_is_so_anyway_are_taken():
    """Text, list and mapping."""
    assert plain(composed("!!map {a: !!seq [!!str b]}")) == {"a": ["b"]}
