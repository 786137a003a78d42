"""Whatever a text is, it is edited rightly or refused in words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.editing.loaded import loaded, said
from timeline.editing import canonical
from timeline.editing.entries import with_entry
from timeline.editing.events import with_event, without_event
from timeline.editing.lines import CannotEdit
from timeline.errors import TimelineError

NEW = {"id": "new", "date": "2019", "title": "New", "tags": ["a"]}
PIECES = (
    *(
        "- ",
        "  ",
        "\n",
        "\n\n",
        ": ",
        "events:\n",
        "- date: 2019\n",
        "  title: a\n",
        "[",
        "]",
        "{",
        "}",
    ),
    *(
        ", ",
        "'",
        '"',
        "&a ",
        "*a",
        "!b ",
        "|\n",
        ">\n",
        "# c\n",
        " # c",
        "%",
        "---\n",
        "...\n",
        "\t",
    ),
    *(
        "? ",
        "\\",
        "é",
        "\x85",
        "\u2028",
        "\ufeff",
        "\x00",
        "<<: ",
        "\r\n",
        "\r",
        "actors:\n",
        "  b: c\n",
    ),
    *(
        "- {date: 2018, title: b}\n",
        '{"date": "2019", "title": "x"}\n',
        "date: 2019\n",
        "~",
        "timeline:",
    ),
)
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=20)


@given(text=texts)
@example("- - a")
@example("-\t- a\n")
@example("? - a\n: b\n")
@example("&a events: []\n")
@example("--- # c\n- {date: 2019, title: x}\n...\n# end\n")
@example("- date: 2019\n  title: &a x\n- *a\n")
@example("- " * 200)
@example("events:\n- &e\n  date: 2019\n  title: x\n- *e\n")
def test_an_event_is_added_to_any_text_or_it_is_refused(text):
    """What comes out holds the event, and comes apart again; nothing else is raised."""
    try:
        found = with_event(text, NEW)
    except CannotEdit:
        return
    removed = without_event(found, "new")
    if "date" in text:
        try:
            before = said(text)
        except TimelineError:
            return  # it was no event file before
        assert "new" in [match.event.id for match in loaded(found).select()]
        assert said(removed) == before


@given(text=texts)
@example("- {date: 2019, title: x}\n...\n")
@example("- title: x\n  ? date\n  : 2019\n")
@example("- title: |+\n   x\n\n\n  date: 2019\n- date: 2018\n  title: y")
@example("- &a title: x\n  date: 2019\n- date: 2018\n  title: y\n")
@example("- title: x\n  date: !!str 2019?-01?\n")
def test_any_text_is_formatted_or_refused(text):
    """What comes out says the same, and stays as it is."""
    try:
        found = canonical.formatting(text).text
    except CannotEdit:
        return
    assert canonical.formatting(found).text == found
    try:
        before = said(text)
    except TimelineError:
        return
    assert said(found) == before


@given(text=texts)
def test_an_entry_is_added_to_any_text_or_it_is_refused(text):
    """Likewise."""
    try:
        found = with_entry(text, "sources", "new", {"publisher": "P"}, make=True)
    except CannotEdit:
        return
    assert "publisher: P" in found


@pytest.mark.parametrize("text", ["- " * 200, "a: *b\n", "[" * 500, "\x00", "'"])
def test_what_is_no_yaml_is_refused_in_words(text):
    """Never with a traceback."""
    for edit in (lambda: with_event(text, NEW), lambda: canonical.formatting(text)):
        with pytest.raises(CannotEdit) as refused:
            edit()
        assert refused.value.hint


@given(text=texts)
def test_batches_come_to_the_same_as_the_whole_text_or_to_nothing(text):
    """Whatever it is: in batches it is formatted as it is at once, or not at all."""
    found = canonical.piece_by_piece(text)
    if found is None:
        return
    assert found == canonical.at_once(text)
    try:
        before = said(text)
    except TimelineError:
        return
    assert said(found.text) == before
