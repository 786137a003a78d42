"""Where events are: whatever stands behind a timeline answers as memory does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.elsewhere import Closed, Elsewhere, moved
from tests.timelines import timelines
from timeline import edtf
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.scales import LINK_TYPES
from timeline.model.schema import EVENT
from timeline.model.store import Memory, Store
from timeline.text import fold

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
        assert list(other.tallies(key).items()) == list(timeline.tallies(key).items())
    assert other.most_linked == timeline.most_linked
    assert other.letters == timeline.letters
    assert other.has_pure_order == timeline.has_pure_order


@given(timeline=timelines(least=0), most=st.integers(1, 6))
def test_a_selection_of_all_is_one_of_their_matches(timeline, most):
    """What it is asked, it answers as if it had gone through all of them."""
    walked = Selection(Match(event, Verdict.YES) for event in timeline)
    for each in (timeline, moved(timeline)):
        found = each.select()
        assert found.matches == tuple(found) == walked.matches
        assert (len(found), found.certain) == (len(walked), walked.certain)
        assert (found.possible, found.deduced) == (0, 0)
        assert list(found.part(most)) == list(walked.part(most))
        assert list(found.part(most, reverse=True)) == list(walked.part(most, reverse=True))
        assert _one_by_one(found.dates()) == list(walked.dates())
        assert list(found.only(Verdict.MAYBE)) == []
        assert found.only_certain().matches == walked.matches
        for key in (*KEYS, "sources"):
            above = each.above(key)
            counted = walked.tallies(key, above)
            assert list(found.tallies(key, above).items()) == list(counted.items())


@given(timeline=timelines(most=8), part=st.text(max_size=3))
def test_what_is_named_has_the_part_in_its_name(timeline, part):
    """At least where it is compared as everywhere, with hyphens or without."""
    for each in (timeline, moved(timeline)):
        found = list(each.named(part))
        assert found == [event for event in timeline if _has(event, part)]
        for event in timeline:
            if fold(part) in fold(event.title) or fold(part) in fold(event.id):
                assert event in found


@given(timeline=timelines(most=8), parts=st.lists(st.text(max_size=2), max_size=3))
def test_what_is_named_has_all_parts_in_its_name(timeline, parts):
    """Each of them somewhere in it; of no parts at all everything has them."""
    for each in (timeline, moved(timeline)):
        found = list(each.named(*parts))
        assert found == [event for event in timeline if all(_has(event, part) for part in parts)]


@given(timeline=timelines(most=8), parts=st.lists(st.text(max_size=2), max_size=3))
def test_what_is_named_by_its_end_has_it_in_its_id(timeline, parts):
    """The whole of it is one end; more than an id has nobody."""
    for each in (timeline, moved(timeline)):
        for event in timeline:
            found = list(each.named(*parts, end=event.id))
            assert (event in found) is all(_has(event, part) for part in parts)
            assert all(fold(other.id).endswith(fold(event.id)[-1:]) for other in found)
        assert not list(each.named(end="a title and an id that nobody has"))


@given(timeline=timelines(most=8), types=st.sets(st.sampled_from(LINK_TYPES), max_size=3))
def test_what_is_linked_is_found_by_its_links(timeline, types):
    """From whichever end it is looked for; nobody goes through the events."""
    wanted = [event for event in timeline if any(link.type in types for link in event.links)]
    for each in (timeline, moved(timeline), moved(timeline, Closed)):
        assert each.linked(types) == wanted
        assert each.linked() == [event for event in timeline if event.links]


def test_an_event_counts_once_for_all_above_its_values(small):
    """The army and its general are of the union; four events cite the gazette alone."""
    union = small.tallies("actors")["union"]
    assert (union.certain, union.possible, union.total) == (6, 0, 6)
    assert (union.first.text, union.last.text) == ("1998~", "2019-02/..")
    gazette = small.tallies("sources")["gazette"]
    assert (gazette.certain, gazette.alone) == (5, 4)
    war = small.tallies("tags")["war"]
    assert war.months == {2018 * 12 + 2: 1, 2018 * 12 + 3: 1}


def test_dates_that_follow_each_other_are_told_at_once(small):
    """In their order; an equal one behind another stands alone."""
    day, vague = edtf.parse("2018-03"), edtf.parse("2018-03?")
    dates = [day, day, vague, day]
    events = [replace(small.get("war"), id=str(at), date=date) for at, date in enumerate(dates)]
    assert list(Memory(events).dates()) == [(day, 2), (vague, 1), (day, 1)]


def test_values_count_events(small):
    """Each once in an event, whatever it names it for; in the order of the events."""
    assert small.values("actors") == {"union": 3, "rebels": 4, "army": 3, "general": 1}
    assert list(small.values("sources").items()) == [("rumour", 3), ("gazette", 5)]
    assert small.values("links") == {"war": 2, "landing": 1, "general-speaks": 1}
    assert list(small.values("arc")) == ["north", "south"]
    assert small.values("kind") == {"statement": 1}
    assert list(small.values("id"))[:2] == ["old-quarrel", "war"]


def _one_by_one(dates):
    return [each._replace(number=1) for each in dates for _ in range(each.number)]


def _has(event, part):
    name = f"{fold(event.title)} {fold(event.id)}".replace("-", "")
    return fold(part).replace("-", "") in name


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
