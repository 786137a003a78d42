"""Every command says the same wherever the events are: nothing goes around the doors."""

import pytest

from tests import elsewhere
from tests.walk import WALK, line
from timeline.commands.support import files
from timeline.reports import completion

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


FIRST = [
    *((command,) for command in ("actors", "years", "places", "tags", "arcs", "sources", "chart")),
    (),
    ("sources", "--unused"),
    ("sources", "war"),
    ("years", "--starts"),
    ("years", "actor:union"),
    ("actors", "year:2018"),
    ("chart", "--by", "month"),
    ("chart", "army"),
    ("list", "-n", "2"),
    ("list", "-n", "2", "--reverse"),
    ("list", "-n", "2", "war"),
    ("list", "-n", "1", "lands", "--certain"),
    ("list", "--possible", "year:2018", "-n", "1"),
    ("show", "landing"),
    ("show", "LAND"),
    ("show", "e2"),
    ("show", "rebels deny"),
    ("show", "A treaty is drafted"),
    ("show", "2018-06-01"),
    ("show", "nothing"),
    ("around", "landing", "-n", "2"),
    ("around", "2018-06-01", "-n", "1"),
    ("around", "war", "--within", "60d"),
    ("thread", "landing"),
    ("thread", "rebels-deny", "--depth", "3"),
    ("on", "06-01"),
    ("list", "year:1800", "-n", "1"),
]
"""What is answered with no look at all of the events."""

TYPED = ("id:lan", "id:treaty", "year:20", "actor:", "place:o", "tag:w", "arc:", "status:", "is")


@pytest.fixture(name="both")
def _both(run, small_file, monkeypatch):
    """Run a command twice: with its events in memory, and with them in another store."""
    opened = files.opened

    def both(args, store=elsewhere.Elsewhere):
        def moved(*args, **rest):
            return elsewhere.moved(opened(*args, **rest), store)

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


@pytest.mark.parametrize("args", FIRST, ids=" ".join)
def test_what_has_a_door_goes_through_it(both, args):
    """A store of a million events answers it as one of seven does."""
    for form in ((), ("--format", "table"), ("--format", "json")):
        here, there = both((*args, *form), elsewhere.Closed)
        assert _told(there) == _told(here)


@pytest.mark.parametrize("typed", TYPED)
def test_a_shell_is_answered_through_doors(small, typed):
    """Whatever is typed; of events at least a letter."""
    there = elsewhere.moved(small, elsewhere.Closed)
    assert completion.query(typed, lambda: there) == completion.query(typed, lambda: small)


def test_the_events_were_elsewhere(both, monkeypatch):
    """These tests can fail: what is moved is asked."""
    asked = []
    at = elsewhere.Elsewhere.__iter__
    monkeypatch.setattr(elsewhere.Elsewhere, "__iter__", lambda self: asked.append(1) or at(self))
    both(("list",))
    assert asked
