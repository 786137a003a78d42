"""Every command says the same of a file that is asked through an index, to the byte."""

import pytest

from tests import indexed
from tests.commands.test_elsewhere import FIRST, FORMS, FURTHER
from tests.walk import WALK, line
from timeline.commands.support import files
from timeline.indexing import index


@pytest.fixture(name="both")
def _both(run, small_file, monkeypatch):
    """Run a command twice: with its events in memory, and with them in an index."""
    opened = files.opened

    def moved(*args, **rest):
        return indexed.moved(opened(*args, **rest))

    def both(args):
        here = run(*args, "-f", small_file)
        with monkeypatch.context() as patch:
            patch.setattr(files, "opened", moved)
            return here, run(*args, "-f", small_file)

    return both


def _told(result):
    return result.exit_code, result.stdout_bytes, result.stderr


@pytest.mark.parametrize("walked", WALK, ids=" ".join)
def test_a_page_is_the_same(both, walked):
    """In every form that it has; where it has none, the refusal."""
    for form in FORMS:
        here, there = both(line(walked, "--format", form))
        assert _told(there) == _told(here)


@pytest.mark.parametrize("args", dict.fromkeys((*FURTHER, *FIRST)), ids=" ".join)
def test_what_else_is_asked_is_answered_the_same(both, args):
    """Exports; what is found, what is not, and what is offered instead."""
    here, there = both(args)
    assert _told(there) == _told(here)


def test_the_index_was_asked(both, monkeypatch):
    """These tests can fail."""
    asked = []
    select = index.Index.select
    monkeypatch.setattr(
        index.Index, "select", lambda self, query: asked.append(1) or select(self, query)
    )
    both(("list", "war"))
    assert asked
