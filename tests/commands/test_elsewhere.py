"""Every command says the same wherever the events are: nothing goes around the doors."""

import pytest

from tests import elsewhere, indexed
from tests.walk import WALK, line
from timeline.indexing import index
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
    *(
        ("list", query)
        for query in ("sources>=2", "origins>=2", "not origins=1", "against>=1", "accounts>=1")
    ),
    *(("list", query) for query in ("reliability>=B", "credibility<=2", "stance:denies")),
    *(("list", *only) for only in (("--certain", "since:2018"), ("--possible", "since:2018"))),
    ("list", "--by", "known", "year:2018", "--certain"),
    ("actors", "reliability>=B", "since:2018"),
    ("places", "year:2018"),
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
    ("chart", "--split", "arc"),
    ("chart", "--split", "actor", "year:2018"),
    ("chart", "--split", "tag", "--by", "month"),
    ("chart", "--certain", "since:2018"),
    ("years", "--possible"),
    ("gaps",),
    ("gaps", "--starts", "year:2018"),
    ("gaps", "--certain", "-n", "1"),
    ("list", "-n", "2"),
    ("list", "-n", "2", "--reverse"),
    ("list", "-n", "2", "war"),
    ("list", "-n", "1", "lands", "--certain"),
    ("list", "--possible", "year:2018", "-n", "1"),
    ("list", "--by", "known", "-n", "2"),
    ("list", "--by", "known", "-n", "2", "--reverse", "war"),
    ("show", "landing"),
    ("show", "LAND"),
    ("show", "e2"),
    ("show", "rebels deny"),
    ("show", "A treaty is drafted"),
    ("show", "treaty e1"),
    ("show", "treaty e2"),
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


moved_in_each_way = pytest.mark.parametrize(
    "moved", [elsewhere.moved, indexed.moved], ids=["elsewhere", "index"]
)


@moved_in_each_way
@pytest.mark.parametrize("walked", WALK, ids=" ".join)
def test_a_page_is_the_same(twice, walked, moved):
    """In every form that it has; where it has none, the refusal."""
    for form in FORMS:
        here, there = twice(line(walked, "--format", form), moved)
        assert there == here


@moved_in_each_way
@pytest.mark.parametrize("walked", WALK, ids=" ".join)
def test_a_table_is_answered_the_same(twice, table_file, walked, moved):
    """Be it with what is told of reading it."""
    here, there = twice(line(walked), moved, table_file)
    assert there == here
    assert "`timeline import" in here[-1]


@moved_in_each_way
@pytest.mark.parametrize("args", dict.fromkeys((*FURTHER, *FIRST)), ids=" ".join)
def test_what_else_is_asked_is_answered_the_same(twice, args, moved):
    """Exports; what is found, what is not, and what is offered instead."""
    here, there = twice(args, moved)
    assert there == here
    assert "Traceback" not in here[-1]


@pytest.mark.parametrize("args", FIRST, ids=" ".join)
def test_what_has_a_door_goes_through_it(twice, args):
    """A store of a million events answers it as one of seven does."""
    for form in ((), ("--format", "table"), ("--format", "json")):
        here, there = twice((*args, *form), _closed)
        assert there == here


@pytest.mark.parametrize("typed", TYPED)
def test_a_shell_is_answered_through_doors(small, typed):
    """Whatever is typed; of events at least a letter."""
    there = _closed(small)
    assert completion.query(typed, lambda: there) == completion.query(typed, lambda: small)


@pytest.mark.parametrize(
    ("store", "name", "moved"),
    [
        (elsewhere.Elsewhere, "__iter__", elsewhere.moved),
        (index.Index, "select", indexed.moved),
    ],
)
def test_the_events_were_elsewhere(twice, monkeypatch, store, name, moved):
    """These tests can fail: what is moved is asked."""
    asked, ask = [], getattr(store, name)
    monkeypatch.setattr(store, name, lambda *args: asked.append(1) or ask(*args))
    twice(("list", "war"), moved)
    assert asked


def _closed(timeline):
    return elsewhere.moved(timeline, elsewhere.Closed)
