"""Event files that were spoiled: told with a place, or loaded; formatted and added to safely."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SMALL
from tests.fuzz.mutants import PIECES, mutants, spoiled
from timeline.editing.canonical import formatting
from timeline.editing.events import with_event
from timeline.editing.lines import CannotEdit
from timeline.errors import TimelineError
from timeline.loading.load import load

JSON = '{"timeline": {"title": "T"}, "events": [{"date": "2019", "title": "A", "tags": ["b"]}]}'
JSON_LINES = '{"date": "2019", "title": "A"}\n{"date": "2020~", "title": "B", "links": []}\n'
SEEDS = {"yaml": SMALL, "json": JSON, "jsonl": JSON_LINES}
MARK = "\ufeff"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory):
    return tmp_path_factory.mktemp("spoiled")


@pytest.mark.parametrize("ending", SEEDS)
def test_a_spoiled_file_is_loaded_or_refused(folder, ending):
    """Every event has a date and a title, or every problem is a sentence that obeys nobody."""

    @given(spoiled(SEEDS[ending]))
    def whatever(data):
        path = folder / f"f.{ending}"
        path.write_bytes(data)
        try:
            timeline = load(str(path))
        except TimelineError as error:
            refused = str(error)
        else:
            assert all(match.event.title and match.event.date.text for match in timeline.select())
            return
        assert refused.strip()
        assert not RAW.search(refused)

    whatever()


@given(mutants(SMALL))
def test_formatting_is_refused_or_done_once_and_for_all(text):
    """A formatted text is formatted; nothing of its comments is lost."""
    try:
        once = formatting(text).text
    except TimelineError:
        return
    assert formatting(once).text == once
    assert once.count("#") == text.count("#")


@given(mutants(SMALL), st.sampled_from(PIECES))
def test_an_event_is_added_or_refused(text, piece):
    """All lines of before are there, in their order."""
    fields = {"id": "an-added-event", "date": "2018-05", "title": f"Added {piece} here"}
    try:
        after = with_event(text, fields)
    except (CannotEdit, TimelineError):
        return
    rest = iter(after.removeprefix(MARK).splitlines())
    assert all(line in rest for line in text.removeprefix(MARK).splitlines() if line.strip())
