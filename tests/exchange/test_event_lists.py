"""Events in a spool come to the same as those in memory, and take no memory."""

import gc
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange import event_file
from timeline.exchange.builder import Builder
from timeline.exchange.contract import Choices, Export
from timeline.exchange.dates import Reading
from timeline.exchange.event_lists import InMemory, Spooled
from timeline.exchange.formats import reader
from timeline.exchange.losses import Losses
from timeline.files import spool
from timeline.files.spool import Spool
from timeline.loading.quick.proof import Proof
from timeline.model.records import Account, Citation, Link, Place

FAR = "Y-17E20"  # its number has no room in 64 bits
DATES = ("2019", "2019-03/..", "2019-03-05T00:00:00", "2019-03-05T10:00:00", "2020?", FAR)


@st.composite
def rows(draw):
    """Draw what is added to a builder, row by row."""
    ids = st.sampled_from(["", "", "war", "peace", "the-war-2019"])
    links = st.builds(Link, st.sampled_from(["denies", "after", "before"]), ids.filter(bool))
    row = st.fixed_dictionaries(
        {
            "date": st.builds(
                Reading, st.sampled_from(DATES), fraction=st.sampled_from([0.0, 0.25, 0.5])
            ),
            "title": st.sampled_from(["The war", "Peace – é", ""]),
            "id": ids,
            "tags": st.sampled_from([(), ("arms",), ("arms", "talks")]),
            "sources": st.sampled_from([(), (Citation("gazette", note="p. 3"),)]),
            "accounts": st.sampled_from([(), (Account(by=("city",), says="No."),)]),
            "links": st.lists(links, max_size=2),
            "undated": st.booleans(),
        }
    )
    return draw(st.lists(row, max_size=6)), draw(st.booleans())


def built(added, *, has_midnights, where=None):
    """Return the events that a builder makes of rows, and what it says of them."""
    losses = Losses()
    builder = Builder(losses, spool=where)
    for line, row in enumerate(added, 1):
        builder.add(Place("t.csv", line), **row)
    if has_midnights:
        builder.without_midnights()
    return list(builder.timeline()), losses.data()


@given(rows())
def test_events_in_a_spool_are_those_in_memory(drawn):
    """With their ids, their links, their order, and all that is told of them."""
    added, has_midnights = drawn
    with Spool() as where:
        found = built(added, has_midnights=has_midnights, where=where)
    assert found == built(added, has_midnights=has_midnights)


def test_a_spool_of_events_is_a_list():
    """Also of an event that cannot be put there, which stays in memory."""
    events, _ = built(
        [{"date": Reading(date), "title": "x"} for date in DATES], has_midnights=False
    )
    with Spool() as where:
        spooled = Spooled(where)
        for event in events:
            spooled.append(event)
        spooled.append(events[-1])
        spooled[1], spooled[-1] = events[0], events[1]
        expected = InMemory([events[0], events[0], *events[2:], events[1]])
        assert (list(spooled), len(spooled), spooled[-1]) == (expected, 7, events[1])
        assert list(spooled[1:3]) == expected[1:3]
        assert list(spooled.picked([6, 0])) == expected.picked([6, 0])


@pytest.fixture(name="table", scope="module")
def _table(tmp_path_factory):
    """Return what writes a table of so many rows, no two alike."""
    folder = tmp_path_factory.mktemp("spooled")

    def write(number):
        path = folder / f"{number}.csv"
        begun = [f"{2000 + n % 20},Event {n},{n} is what happened\n" for n in range(number)]
        path.write_text("date,title,summary\n" + "".join(begun))
        return str(path)

    return write


def imported(path):
    """Return how many bytes a file is imported in at the most, once caches are there."""
    gc.collect()
    tracemalloc.start()
    with Spool() as where:
        timeline = reader("csv")(path, Choices(spool=where), Losses())
        proof = Proof("x.yaml")
        for piece in event_file.pieces(Export(timeline, timeline.select()), Losses()):
            proof.add(piece)
        assert proof.holds()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_what_is_imported_is_not_in_memory(table, monkeypatch):
    """Four times as many rows take little more: their ids, and where each waits."""
    monkeypatch.setattr(spool, "_IN_MEMORY", 10_000)
    monkeypatch.setattr("timeline.loading.quick.proof._AT_ONCE", 50_000)
    few, many = table(1_000), table(4_000)
    imported(many)
    assert (imported(many) - imported(few)) / 3_000 < 600
