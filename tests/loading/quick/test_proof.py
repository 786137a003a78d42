"""A text that is proved piece by piece can be loaded: what cannot be is never proved."""

import pytest
from hypothesis import given

from tests.editing.strategies import events
from timeline.editing import whole
from timeline.errors import TimelineError
from timeline.loading import load
from timeline.loading.quick import proof
from timeline.loading.quick.yaml import yaml_document

HEAD = {
    "timeline": {"title": "The bridge"},
    "actors": {"city": {"name": "The city"}, "mayor": {"name": "Ana", "of": ["city"]}},
}
FERRY = {"id": "ferry", "date": "2018/..", "title": "A ferry runs", "links": [{"before": "bridge"}]}
BRIDGE = {"id": "bridge", "date": "2019-03", "title": "It opens", "links": [{"part-of": "ferry"}]}
ROAD = {"id": "road", "date": "2020", "title": "The road", "actors": ["mayor", "city"]}


@pytest.fixture(name="small", autouse=True)
def _small(monkeypatch):
    """Let each piece be read by itself, as soon as it can be."""
    monkeypatch.setattr(proof, "_AT_ONCE", 0)


def written(fields, remarks=None):
    """Return the whole text."""
    return "".join(whole.pieces(fields, remarks))


def is_proved(fields, remarks=None):
    """Say whether what `whole` writes of *fields* is proved, and make sure that it loads then."""
    found = proof.Proof("x.yaml")
    for piece in whole.pieces(fields, remarks):
        found.add(piece)
    if not found.holds():
        return False
    load.load("x.yaml", instead={"x.yaml": written(fields, remarks)})
    return True


def test_what_stands_above_counts_for_each_piece():
    """Links lead forth and back, and actors have their entries."""
    assert is_proved({**HEAD, "events": [FERRY, BRIDGE, ROAD]})
    assert is_proved({"events": [FERRY, BRIDGE, ROAD]})


def test_comments_stand_above_events_and_above_all():
    """And those at the end are for loading to understand."""
    remarks = {("", ""): ["# All."], ("events", "bridge"): ["# One."], ("", "events"): ["# These."]}
    fields = {**HEAD, "events": [FERRY, BRIDGE, ROAD]}
    assert is_proved(fields, remarks)
    assert not is_proved(fields, {("", "end"): ["# The end."]})


@pytest.mark.parametrize(
    "odd",
    [
        {**ROAD, "id": "ferry"},
        {**ROAD, "links": [{"denies": "road"}]},
        {**ROAD, "links": [{"denies": "nobody"}]},
        {**ROAD, "actors": ["nobody"]},
        {**ROAD, "by": ["mayor", "nobody"]},
        {**ROAD, "accounts": [{"by": ["nobody"], "says": "No."}]},
        {**ROAD, "date": "2020-13"},
        {**ROAD, "date": ""},
        {**ROAD, "title": ""},
        {**ROAD, "status": "perhaps"},
        {**ROAD, "colour": "red"},
    ],
)
@pytest.mark.parametrize("place", [0, 2])
def test_what_is_wrong_is_not_proved(odd, place):
    """Wherever it stands, and however few are read at once."""
    told = [FERRY, BRIDGE]
    told.insert(place, odd)
    fields = {**HEAD, "events": told}
    assert not is_proved(fields)
    with pytest.raises(TimelineError):
        load.load("x.yaml", instead={"x.yaml": written(fields)})


@pytest.mark.parametrize(
    "head",
    [
        {"actors": {"city": {"name": "The city", "of": ["mayor"]}, "mayor": {"of": ["city"]}}},
        {"actors": {"city": {"name": "The city"}, "mayor": {"name": "Ana", "of": ["nobody"]}}},
        {"timeline": {"as_of": "2020"}},
        {"timeline": {"colour": "red"}},
    ],
)
def test_what_is_wrong_above_is_not_proved(head):
    """Entries and the header have rules too."""
    assert not is_proved({**HEAD, **head, "events": [FERRY, BRIDGE, ROAD]})


def test_an_event_is_no_part_of_itself_by_way_of_others():
    """Not even where they were read long before."""
    whole_ = {**FERRY, "links": [{"part-of": "road"}]}
    between = {**ROAD, "links": [{"part-of": "bridge"}]}
    assert not is_proved({"events": [whole_, BRIDGE, between]})


@pytest.mark.parametrize(
    "odd",
    [
        {"id": "road", "title": "The road", "links": [{"after": "bridge"}]},
        {"date": "2020", "title": "The road"},
    ],
)
def test_what_follows_from_other_events_is_for_loading_to_find(odd):
    """A date by order, an id that is free: both can be loaded all the same."""
    fields = {"events": [FERRY, BRIDGE, odd]}
    assert not is_proved(fields)
    load.load("x.yaml", instead={"x.yaml": written(fields)})


def test_pieces_are_counted_together(monkeypatch):
    """A file with too many values is none, however few there are in each piece."""
    fields = {"events": [{**ROAD, "id": f"road-{number}"} for number in range(20)]}
    assert is_proved(fields)
    monkeypatch.setattr(proof, "MOST_NODES", 100)
    assert not is_proved(fields)


def test_nothing_is_proved_of_nothing():
    """A file without events is none."""
    assert not proof.Proof("x.yaml").holds()
    assert not is_proved({})
    assert not is_proved(HEAD)


@given(events())
def test_whatever_is_proved_can_be_loaded(drawn):
    """With texts that look like something else, in pieces of one event."""
    is_proved({"events": drawn})


@pytest.mark.parametrize("head", [{}, HEAD])
def test_pieces_are_read_as_they_come(head, monkeypatch):
    """All above the events with the first of them, and then each by itself."""
    read = []

    def noted(maker, name, text):
        read.append(text)
        return yaml_document(maker, name, text)

    monkeypatch.setattr(proof, "yaml_document", noted)
    assert is_proved({**head, "events": [FERRY, BRIDGE, ROAD]})
    assert [text.count("title: ") for text in read] == [1 + len(head.get("timeline", ())), 1, 1]
