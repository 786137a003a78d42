"""Every command says the same wherever the events are: nothing goes around the doors."""

import pytest

from tests import elsewhere
from tests.walk import WALK, line
from timeline.commands.support import files

FORMS = ("lines", "table", "json", "jsonl", "csv", "md")
FURTHER = [
    *(("export", target) for target in ("yaml", "csv", "md", "html", "svg", "ics", "mermaid")),
    *(
        ("list", query)
        for query in ("landing", "no:place", "actors>=2", "lnding", "source:gazette")
    ),
    *(("list", query) for query in ("actor:nobody", "place:nowhere", "id:w", "arc:nrth")),
    *(("show", name) for name in ("e2", "e9", "the rebels", "2018-06-01", "nothing", "a")),
    ("thread", "rebels-deny"),
    ("around", "war", "--within", "1y"),
]


@pytest.fixture(name="both")
def _both(run, small_file, monkeypatch):
    """Run a command twice: with its events in memory, and with them elsewhere."""
    opened = files.opened

    def moved(*args, **rest):
        return elsewhere.moved(opened(*args, **rest))

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


@pytest.mark.parametrize("args", FURTHER, ids=" ".join)
def test_what_else_is_asked_is_answered_the_same(both, args):
    """Exports; what is found, what is not, and what is offered instead."""
    here, there = both(args)
    assert _told(there) == _told(here)
    assert "Traceback" not in here.stderr


def test_the_events_were_elsewhere(both, monkeypatch):
    """These tests can fail: what is moved is asked."""
    asked = []
    at = elsewhere.Elsewhere.__iter__
    monkeypatch.setattr(elsewhere.Elsewhere, "__iter__", lambda self: asked.append(1) or at(self))
    both(("list",))
    assert asked
