"""What a file says and loading passes over; and characters that nobody sees."""

import pytest

from timeline.checking.hidden import hidden
from timeline.loading.load import checked, examine
from timeline.model.findings import Spot


def _slips(text, *rules, name="f.yaml"):
    """Return line, column and what is at fault, of each slip in *text*."""
    lines, asked = text.split("\n"), rules or ("lost-text", "empty-item")
    examination = examine(name, instead={name: text})
    found = examination.slips(asked)
    assert checked(name, instead={name: text}).slips(asked) == found
    return [
        (each.place.line, lines[each.place.line - 1][each.place.column - 1 :][: each.width])
        for each in examination.ordered(found)
    ]


EVENT = "- date: 2019\n  title: t\n"


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("summary: Council meeting #5 opens", "#5 opens"),
        ("summary: Flight  #370", "#370"),
        ("summary: Flight\t#370", "#370"),
        ("summary: The #MeToo movement", "#MeToo movement"),
        ("summary: Number #émile", "#émile"),
        ("summary: #5", "#5"),
        ("tags: #arms", "#arms"),
        ("places: [a]\n  note: b #c", "#c"),
        ("places:\n  - Room #4", "#4"),
        ("places:\n  - #4\n  - a", "#4"),
        ("summary:\n    over\n    lines #5", "#5"),
        ("sources:\n  - {source: a, note: b\n    #5\n    }", None),
        ("summary: x # see page 5", None),
        ("summary: x  # see page 5", None),
        ("summary: x  #see page 5", None),
        ("summary: x #-- see", None),
        ("summary: x ## see", None),
        ("summary: x # 5", None),
        ("summary: x#5 a", None),
        ("summary: 'x' #5", None),
        ('summary: "x #5"', None),
        ("summary: 'x #5 it''s'", None),
        ("summary: >-\n    x #5", None),
        ("summary: | #5\n    x #6", None),
        ("#5 is no text\n  note: a", None),
        ("# note: b #5", None),
        ("summary: x #timeline: ignore single-source", None),
        ("summary: https://e.example/#5", None),
    ],
)
def test_text_behind_a_hash_is_told_where_it_was_hardly_a_comment(line, lost):
    """At the sign, and as wide as what is lost."""
    assert [what for _, what in _slips(f"{EVENT}  {line}\n")] == [lost] * bool(lost)


def test_lost_text_is_found_everywhere():
    """In header, registries and events, with and without a comment that lets it be."""
    text = (
        "timeline:\n  title: T #1\nactors:\n  a:\n    name: A #2\n"
        "sources: {s: {title: x}} #3\nevents:\n- date: 2019 #4\n  title: t\n"
        "- date: 2019\n  # timeline: ignore lost-text: meant so\n  title: t #5\n"
    )
    found = examine("f.yaml", instead={"f.yaml": text}).slips(("lost-text",))
    assert [(each.place.line, each.spot) for each in found] == [
        (2, Spot("timeline", "f.yaml")),
        (5, Spot("actors", "a")),
        (8, Spot("events", "t-2019")),
    ]


@pytest.mark.parametrize(
    ("line", "empty"),
    [
        ("places: [null, ~, Rome]", ["null", "~"]),
        ("places: ['', \" \", Rome]", ["'", '"']),
        ("places:\n  -\n  - a\n  - # why\n  - null # here", ["", " ", "null"]),
        ("sources: [~, a]", ["~"]),
        ("sources: [{source: a, note: ~}, a]", []),
        ("tags: ['null', nullify, ~b, Null]", []),
        ("note: ~", []),
        ("tags: []", []),
        ("tags:\n  - #arms", ["#arms"]),  # told once, as lost
    ],
)
def test_empty_items_are_told(line, empty):
    """Each at its place; what is a text in quotes is none."""
    assert [what for _, what in _slips(f"{EVENT}  {line}\n")] == empty


def test_empty_items_are_told_in_json_and_in_registries():
    """Null and an empty text, in lists of events, and of actors."""
    text = '[{"date": "2019", "title": "t", "tags": [null, "a", ""]}]'
    assert [what for _, what in _slips(text, name="f.json")] == ["null", '"']
    text = "actors: {a: {aliases: [~], of: [null, b]}, b: {}}\nevents: [{date: 2019, title: t}]"
    assert [what for _, what in _slips(text)] == ["~", "null"]


def test_an_empty_source_is_none():
    """No event cites nothing."""
    found = examine("f.yaml", instead={"f.yaml": f"{EVENT}  sources: [~, a]\n"}).sound()
    assert [each.source for each in found.get("t-2019").sources] == ["a"]


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("Cara\u200bcas", [4]),
        ("a\u2060b\ufeffc\u00add", [1, 3, 5]),
        ("a\u200eb \u200fc\u061cd", [1, 4, 6]),
        ("\u05d0\u200e(\u05d1)\u200f", []),  # Hebrew, with marks that turn its brackets
        ("\u05d0\u202e\u05d1", [1]),
        ("a\u202eb\u2066c\u2069", [1, 3, 5]),
        ("hi" + "".join(chr(0xE0000 + ord(char)) for char in "send it"), list(range(2, 9))),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", []),  # Scotland
        ("\U0001f3f4\U000e0067\U000e007f", [1, 2]),  # no flag
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", []),  # a family
        ("\u2764\ufe0f", []),
        ("1\ufe0f\u20e3", []),  # a keycap
        ("a\ufe0f", [1]),
        ("\u2764\ufe0f\ufe01\ufe02", [2, 3]),  # a message in variations of nothing
        ("\u845b\U000e0100", []),  # a variation of an ideograph
        ("\u0645\u06cc\u200c\u062e", []),  # Persian
        ("a\u200cb", [1]),
        ("a\u200db", [1]),
        ("\u0915\u094d\u200d\u0937", []),  # Hindi
        ("\u3164x", [0]),
        ("plain, Guaidó, 日本, a\u00a0b", []),
    ],
)
def test_hidden_characters(text, offsets):
    """Those that nobody sees and nothing needs."""
    assert hidden(text) == offsets


def test_hidden_characters_are_found_everywhere(found):
    """In header, ids, names, aliases, notes, titles, tags and remarks on sources, with places."""
    text = (
        "timeline: {title: A\u200b}\n"
        "actors: {b\u200b: {name: B, aliases: [C\u200b]}}\n"
        "sources: {s: {publisher: P, note: D\u200b}}\n"
        "events:\n- {id: e\u200b, date: 2019, title: t, tags: [f\u200b], actors: [b\u200b],\n"
        "   sources: [{source: s, note: 'G\u200b'}]}\n"
        '- {date: 2019, title: "H\\u200b\\u200b"}\n'
    )
    problems = found("hidden-character", f_yaml=text)
    assert [(each.place.line, each.message.partition(" has ")[0]) for each in problems] == [
        (1, "the title"),
        (2, "the id"),
        (2, "one of the aliases"),
        (3, "the note"),
        (5, "the id"),
        (5, "one of the tags"),
        (6, "the note of a source"),
        (7, "the title"),
    ]
    assert problems[0].message == "the title has a hidden character, U+200B (zero width space)"
    assert problems[-1].message == (
        "the title has 2 hidden characters, the first U+200B (zero width space)"
    )


def test_a_title_of_the_second_file_has_its_place(found):
    """The header that says it is found, whichever file it is in."""
    first, second = "events: [{date: 2019, title: t}]", "timeline: {title: A\u200b}"
    (problem,) = found("hidden-character", a_yaml=first, b_yaml=f"{second}\n{first}")
    assert (problem.place.file, problem.place.column) == ("b.yaml", 20)
