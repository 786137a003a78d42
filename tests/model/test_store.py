"""Where events are: whatever stands behind a timeline answers as memory does."""

import pytest
from hypothesis import given

from tests.elsewhere import Elsewhere, moved
from tests.timelines import timelines
from timeline.model.schema import EVENT
from timeline.model.store import Memory, Store

KEYS = [
    key.attribute for key in EVENT.keys if key.kind in ("id", "ids", "texts", "choice", "links")
]


@given(timeline=timelines())
def test_every_door_leads_to_the_same(timeline):
    """Event by event, and value by value in the order in which events have them."""
    other = moved(timeline)
    assert list(other) == list(timeline)
    assert len(other) == len(timeline)
    for place, event in enumerate(timeline):
        assert other.place(event) == timeline.place(event) == place
        assert other.at(place) == timeline.at(place) == event
        assert other.get(event.id) == timeline.get(event.id) == event
        assert other.neighbours(event) == timeline.neighbours(event)
        assert other.links_to(event) == timeline.links_to(event)
    for key in (*KEYS, "sources"):
        assert list(other.values(key).items()) == list(timeline.values(key).items())


def test_values_count_events(small):
    """Each once in an event, whatever it names it for; in the order of the events."""
    assert small.values("actors") == {"union": 3, "rebels": 4, "army": 3, "general": 1}
    assert list(small.values("sources").items()) == [("rumour", 3), ("gazette", 5)]
    assert small.values("links") == {"war": 2, "landing": 1, "general-speaks": 1}
    assert list(small.values("arc")) == ["north", "south"]
    assert small.values("kind") == {"statement": 1}
    assert list(small.values("id"))[:2] == ["old-quarrel", "war"]


def test_memory_is_a_store(small):
    """So is what is elsewhere; a list of events is none, and is put in order."""
    assert isinstance(Memory(()), Store)
    assert isinstance(Elsewhere(()), Store)
    assert not isinstance(list(small), Store)
    assert list(Memory(reversed(list(small)))) == list(small)


@pytest.mark.parametrize("place", [7, 100])
def test_there_is_nothing_behind_the_last(small, place):
    """An error of Python, as of a list."""
    for timeline in (small, moved(small)):
        with pytest.raises(IndexError):
            timeline.at(place)
