"""Accounts in sentences, and what is understood of them again."""

import pytest

from timeline import edtf
from timeline.exchange import sentences
from timeline.exchange.sentences import Told
from timeline.model.records import Account, Actor, Citation
from timeline.model.timeline import Timeline

MAYOR = Actor("mayor", "Ana Ruiz")
UNION = Actor("union", "Union, of Dockers")
TIMELINE = Timeline((), actors={each.id: each for each in (MAYOR, UNION)})
MAY = edtf.parse("2019-05")


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("", []),
        (
            "Ana Ruiz: It was safe (denies, May 2019) [gazette, herald]",
            [Told(("Ana Ruiz",), MAY, "denies", "It was safe", ("gazette", "herald"))],
        ),
        ("Ana Ruiz: It was safe", [Told(("Ana Ruiz",), None, "", "It was safe", ())]),
        ("It was safe [gazette]", [Told((), None, "", "It was safe", ("gazette",))]),
        ("[gazette]", [Told((), None, "", "", ("gazette",))]),
        ("Ana Ruiz: (denies)", [Told(("Ana Ruiz",), None, "denies", "", ())]),
        ("Ana Ruiz", [Told(("Ana Ruiz",), None, "", "", ())]),
        ("Ana Ruiz: safe (they say)", [Told(("Ana Ruiz",), None, "", "safe (they say)", ())]),
        (
            "Ana Ruiz: safe; Bo, Cy: unsafe",
            [
                Told(("Ana Ruiz",), None, "", "safe", ()),
                Told(("Bo", "Cy"), None, "", "unsafe", ()),
            ],
        ),
        (
            "Bo: safe; and sound [gazette]; Cy: unsafe [herald]",
            [
                Told(("Bo",), None, "", "safe; and sound", ("gazette",)),
                Told(("Cy",), None, "", "unsafe", ("herald",)),
            ],
        ),
    ],
)
def test_a_sentence_says_who_tells_what_since_when_and_where(cell, told):
    """Brackets that hold neither a stance nor a date belong to what is said.

    Where all sentences end with their sources, a semicolon within one is no end.
    """
    assert [*sentences.told(cell)] == told


@pytest.mark.parametrize(
    ("account", "comes_back"),
    [
        (Account(("mayor",), MAY, "denies", "It was safe", (Citation("gazette"),)), True),
        (Account(("mayor",), None, "supports", "", ()), True),
        (Account(("mayor",), None, "", "", ()), True),
        (Account(("mayor",), None, "", "She said: safe", ()), True),
        (Account((), None, "", "She said: safe", (Citation("gazette"),)), False),
        (Account(("union",), None, "", "safe", ()), False),
        (Account(("mayor",), None, "", "safe; unsafe", ()), False),
        (Account(("mayor",), None, "", "safe (in a way)", ()), True),
        (Account(("mayor",), None, "", "safe (May 2019)", ()), False),
        (Account(("mayor",), None, "", "safe [sic]", ()), False),
    ],
)
def test_what_is_not_understood_again_is_known_before(account, comes_back):
    """A colon, a comma or a semicolon where sentences have theirs, and brackets at the end."""
    assert sentences.comes_back((account,), TIMELINE) is comes_back
