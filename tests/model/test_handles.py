"""A handle names an event for the next command: its place in the whole timeline."""

import pytest

from timeline.edtf import parse
from timeline.model.handles import Handles
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline


def _timeline(*ids):
    """Return a timeline of events with these *ids*, in their order."""
    return Timeline(
        Event(id=id_, date=parse(f"{2000 + at}"), title=id_, place=Place("x.yaml", 1))
        for at, id_ in enumerate(ids)
    )


def test_it_is_the_place_in_the_whole_timeline(small):
    """The rebels' denial is the fifth of seven."""
    assert Handles(small).of(small.get("rebels-deny")) == "e5"


@pytest.mark.parametrize("text", ["e5", "E5", "5"])
def test_it_leads_back(small, text):
    """With the letter or without."""
    assert Handles(small).event(text) is small.get("rebels-deny")


@pytest.mark.parametrize(
    "text",
    ["", "e", "e0", "0", "e8", "8", "e05", "e-1", "e5e", "e5 ", "ee5", "e٥", "9" * 5000],
)
def test_nothing_else_does(small, text):
    """There are seven events."""
    assert Handles(small).event(text) is None
    assert Handles(small).event(f"e{'9' * 5000}") is None


@pytest.mark.parametrize("text", ["e8", "E99", "e0", "e08"])
def test_what_is_beyond_them_is_told_their_range(small, text):
    """Also with zeros, which no handle begins with."""
    assert Handles(small).beyond(text) == "e1 to e7"


@pytest.mark.parametrize("text", ["e7", "e", "8", "x8", "e8 e9", "e-8"])
def test_what_is_no_handle_is_beyond_nothing(small, text):
    """A number alone may be a part of an id, or of a date."""
    assert Handles(small).beyond(text) == ""
    assert Handles(_timeline()).beyond("e8") == ""


def test_four_figures_may_be_a_year():
    """With the letter they are a handle."""
    handles = Handles(_timeline(*(f"a-{at}" for at in range(1100))))
    assert handles.event("1050") is None
    assert handles.event("e1050").id == "a-1049"


@pytest.mark.parametrize(
    ("ids", "handle"),
    [
        (["a", "b"], "e2"),
        (["e2", "e1"], "ee2"),
        (["E7", "b"], "ee2"),
        (["e1", "ee1"], "eee2"),
        (["e", "e-1"], "e2"),
    ],
)
def test_no_id_looks_like_one(ids, handle):
    """What a page shows is never the id of another event."""
    timeline = _timeline(*ids)
    assert Handles(timeline).of(timeline.get(ids[1])) == handle
    assert Handles(timeline).event(handle).id == ids[1]
