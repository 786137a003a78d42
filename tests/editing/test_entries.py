"""An entry goes into its registry, in the registry's style, and nothing else changes."""

import pytest
from hypothesis import given

from tests.editing.loaded import events_of, loaded
from tests.editing.strategies import files
from timeline.editing.entries import with_entry
from timeline.editing.lines import CannotEdit
from timeline.loading.shipped import default_path

EVENTS = "events:\n  - {date: 2019, title: A}\n"


def test_an_entry_stands_in_its_place_by_id():
    """Where the others are in that order."""
    text = f"sources:\n  a:\n    publisher: A\n  c:\n    publisher: C\n\n{EVENTS}"
    found = with_entry(text, "sources", "b", {"publisher": "B", "url": "https://b.example"})
    new = "  b:\n    publisher: B\n    url: https://b.example\n"
    assert found == text.replace("  c:\n", f"{new}  c:\n")
    assert with_entry(text, "sources", "0", {"publisher": "Z"}) == text.replace(
        "  a:\n", '  "0":\n    publisher: Z\n  a:\n'
    )


def test_an_entry_stands_at_the_end_where_there_is_another_order():
    """Before the comment of the next section, in braces as its neighbours."""
    text = f"actors:\n  z: {{name: Z}}\n  a: {{name: A}}\n\n# now the events\n{EVENTS}"
    found = with_entry(text, "actors", "m", {"name": "M", "of": ["z"]})
    assert found == text.replace("  a: {name: A}\n", "  a: {name: A}\n  m: {name: M, of: [z]}\n")


def test_entries_keep_their_style():
    """Four columns, single quotes, a line for each item, a blank line between."""
    text = (
        "actors:\n    a:\n        name: 'A'\n        aliases:\n        - 'x'\n\n"
        f"    b:\n        name: 'B'\n\n{EVENTS}"
    )
    found = with_entry(text, "actors", "c", {"name": "C", "aliases": ["y z"]})
    new = "\n    c:\n        name: 'C'\n        aliases:\n        - y z\n"
    assert found == text.replace("        name: 'B'\n", f"        name: 'B'\n{new}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (EVENTS, "sources:\n  s:\n    publisher: P\n\n" + EVENTS),
        ("sources:\n" + EVENTS, "sources:\n  s:\n    publisher: P\n" + EVENTS),
        ("sources: {}\n" + EVENTS, "sources:\n  s:\n    publisher: P\n" + EVENTS),
        (
            "# file\n\n# on A\n- {date: 2019, title: A}\n",
            (
                "# file\n\nsources:\n  s:\n    publisher: P\n\n"
                "events:\n# on A\n- {date: 2019, title: A}\n"
            ),
        ),
        (
            "timeline: {title: T}\r\n# now\r\nevents:\r\n- {date: 2019, title: A}",
            (
                "timeline: {title: T}\r\nsources:\r\n  s:\r\n    publisher: P\r\n\r\n"
                "# now\r\nevents:\r\n- {date: 2019, title: A}"
            ),
        ),
    ],
)
def test_a_registry_is_made_when_asked_for(text, expected):
    """Before the events; a list of events alone becomes a file with `events:`."""
    assert with_entry(text, "sources", "s", {"publisher": "P"}, make=True) == expected


def test_a_registry_is_not_made_otherwise():
    """From then on every name would have to stand in it."""
    with pytest.raises(CannotEdit, match="this file has no 'sources'"):
        with_entry(EVENTS, "sources", "s", {"publisher": "P"})


def test_an_id_that_is_taken_is_refused():
    """It is not overwritten."""
    with pytest.raises(CannotEdit, match="'a' stands in 'actors' already"):
        with_entry(f"actors: \n  a: {{name: A}}\n{EVENTS}", "actors", "a", {"name": "B"})


@given(drawn=files())
def test_an_entry_changes_nothing_else(drawn):
    """Whatever the style of the file; its comments stay."""
    text = with_entry(drawn.text, "arcs", "new", {"title": "N: n"}, make=True)
    assert loaded(text).arcs["new"].title == "N: n"
    assert events_of(text) == events_of(drawn.text)
    assert all(comment in text for comment in drawn.comments)


def test_the_curated_file_takes_a_source(curated):
    """Its sources are in the order of their ids, its actors in groups."""
    text = default_path().read_text(encoding="utf-8")
    found = with_entry(
        text, "sources", "reuters-1999", {"publisher": "Reuters", "reliability": "B"}
    )
    assert [id_ for id_ in loaded(found).sources if id_ not in curated.sources] == ["reuters-1999"]
    lines = found.splitlines()
    at = lines.index("  reuters-1999:")
    assert lines[at : at + 3] == ["  reuters-1999:", "    publisher: Reuters", "    reliability: B"]
    assert lines[at + 3].startswith("  reuters-20")
