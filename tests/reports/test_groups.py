"""Events by what they have in common."""

from timeline import edtf
from timeline.loading.load import load
from timeline.model.records import Actor, Event, Place
from timeline.model.timeline import Timeline
from timeline.reports.groups import VALUES, by_value, fullest


def named(timeline, by):
    """Return key → number of events, in order."""
    return {lane.key: len(lane.matches) for lane in by_value(timeline.select(), timeline, by)}


def test_arcs_and_statuses_have_their_own_order(small):
    """That of the file; and from confirmed to denied."""
    assert list(named(small, "arc")) == ["north", "south"]
    statuses = ["confirmed", "reported", "claimed", "disputed", "denied"]
    assert list(named(small, "status")) == statuses


def test_of_actors_the_fullest_comes_first(small):
    """With the events of its members, as in `timeline actors`."""
    assert named(small, "actor") == {"union": 6, "army": 4, "rebels": 4, "general": 1}


def test_events_without_a_value_come_last(small):
    """Two events have tags, five have none; they are told apart from a tag called so."""
    assert named(small, "tag") == {"war": 2, "": 5}
    *_, last = by_value(small.select(), small, "tag")
    assert last.name == "no tag"


def test_every_event_stands_somewhere(curated):
    """Whatever they are sorted by."""
    for by in VALUES:
        lanes = by_value(curated.select(), curated, by)
        ids = {match.event.id for lane in lanes for match in lane.matches}
        assert len(ids) == len(curated)


def test_a_bare_list_has_one_lane(tmp_path):
    """No registries, no values."""
    path = tmp_path / "bare.yaml"
    path.write_text("- {date: 2019, title: Only this}\n")
    assert named(load(str(path)), "arc") == {"": 1}


def test_the_fullest_keep_their_order(small):
    """South has four events and north three."""
    lanes = by_value(small.select(), small, "arc")
    assert [lane.key for lane in fullest(lanes, 1)] == ["south"]
    assert fullest(lanes, None) == fullest(lanes, 2) == lanes


def test_actors_of_one_name_stand_in_the_order_of_the_file():
    """Each time alike: neither chance nor the ids decide."""
    ids = [f"a{number}" for number in range(50)]
    actors = {id_: Actor(id_, "Ann") for id_ in ids}
    event = Event(
        id="e", date=edtf.parse("2019"), title="t", actors=tuple(ids), place=Place("f", 1)
    )
    assert list(named(Timeline([event], actors=actors), "actor")) == ids
