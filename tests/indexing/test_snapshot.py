"""A snapshot has everything that the records have, and is read as what it is or not at all."""

import inspect
import typing

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.filled import filled
from tests.timelines import timelines
from timeline import edtf
from timeline.indexing import snapshot
from timeline.indexing.snapshot import Header, OddSnapshot, Snapshot
from timeline.model import records
from timeline.model.timeline import Timeline

FILES = ("x.yaml",)


def made(timeline, names=FILES):
    """Return a snapshot of *timeline*, of no real files."""
    content = snapshot.content(timeline)
    return Snapshot(Header(snapshot.program(), (), (), names, 0, 0), content)


def written(found):
    """Return the bytes of a snapshot."""
    return b"".join(snapshot.written(found))


def everything(timeline):
    """Return all that a timeline is given, and its events in order."""
    fields = set(inspect.signature(Timeline).parameters) - {"events"}
    return {name: getattr(timeline, name) for name in fields}, [
        match.event for match in timeline.select()
    ]


def same(timeline):
    """Return the timeline of a snapshot that has been bytes."""
    return snapshot.timeline(snapshot.snapshot(written(made(timeline))), FILES, None)


def test_the_curated_timeline_comes_back_as_it_was(curated):
    """Every record, every date with all its parts, in the same order."""
    assert everything(same(curated)) == everything(curated)


@given(timelines())
def test_any_timeline_comes_back_as_it_was(timeline):
    """So does whatever nobody thought of."""
    assert everything(same(timeline)) == everything(timeline)


@given(filled())
def test_every_key_comes_back(made_up):
    """None of them is forgotten, and none that is to come."""
    assert everything(same(made_up.timeline)) == everything(made_up.timeline)


def test_what_a_timeline_is_given_is_what_is_kept():
    """A new section of a timeline must not be lost on the way."""
    kept = {name for name, _ in snapshot.FIELDS} | {"events"}
    assert kept == set(inspect.signature(Timeline).parameters)


def test_only_events_have_a_place_in_a_file():
    """What is called by its path is called anew from each folder: `_rename` must know them all."""
    structs = [
        each
        for each in vars(records).values()
        if isinstance(each, type) and issubclass(each, msgspec.Struct)
    ]
    with_places = {
        each.__name__
        for each in structs
        if any("Place" in str(hint) for hint in typing.get_type_hints(each).values())
    }
    assert with_places == {"Event"}


def test_files_are_called_as_they_are_called_now(small):
    """A position names its file from the folder that one stands in."""
    place = next(iter(small.select())).event.place
    again = snapshot.timeline(made(small, (place.file,)), ("../other.yaml",), None)
    assert {match.event.place.file for match in again.select()} == {"../other.yaml"}


def test_open_ends_go_on_until_the_day_that_is_asked(small):
    """Whatever day it was when the file was read; where a file says `as_of`, until that."""
    open_ = records.Event(
        id="open", date=edtf.parse("2018/.."), title="x", place=records.Place("x.yaml", 1)
    )
    for day in (None, 737_000, 738_000, 740_000):
        read = Timeline([msgspec.structs.replace(open_, date=open_.date.as_of(738_500))])
        event = snapshot.timeline(made(read), FILES, day).get("open")
        assert event.date == (open_.date if day is None else open_.date.as_of(day))
    said = small.get("occupation")
    again = snapshot.timeline(made(small, (said.place.file,)), (said.place.file,), 740_000)
    assert again.get("occupation") == said


@given(st.data())
def test_odd_bytes_are_refused_and_nothing_else_happens(small, data):
    """Cut, changed or made up: each is told from a snapshot."""
    whole = written(made(small))
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.sampled_from((whole[:at], whole[:at] + b"\xff" + whole[at + 1 :])))
    if other != whole:
        with pytest.raises(OddSnapshot):
            snapshot.timeline(snapshot.snapshot(other), FILES, None)


@given(st.binary(max_size=200))
def test_any_records_are_read_or_refused(content):
    """Even where the sum is right."""
    header = Header(snapshot.program(), (), (), FILES, 0, 0)
    found = snapshot.snapshot(written(Snapshot(header, content)))
    with pytest.raises(OddSnapshot):
        snapshot.timeline(found, FILES, None)


def test_a_date_that_is_none_is_refused(small):
    """With a right sum too: it would fail later, in the midst of an answer."""
    fields = msgspec.msgpack.decode(snapshot.content(small))
    event = fields["events"][0]
    date = event[records.Event.__struct_fields__.index("date")]
    of_date = edtf.When.__struct_fields__.index
    date[of_date("text")], date[of_date("end_kind")] = "nonsense", "open"
    event[records.Event.__struct_fields__.index("as_of")] = None
    content = msgspec.msgpack.encode(fields)
    found = Snapshot(Header(0, (), (), FILES, 0, 0), content)
    with pytest.raises(OddSnapshot):
        snapshot.timeline(found, FILES, None)


def test_another_program_s_snapshot_is_refused(small, monkeypatch):
    """It may have meant something else by the same records."""
    data = written(made(small))
    monkeypatch.setattr(snapshot, "program", lambda **_: 1)
    with pytest.raises(OddSnapshot):
        snapshot.snapshot(data)


@pytest.mark.parametrize("odd", [{"title": "\ud800"}, {"as_of": 2**70}], ids=["text", "number"])
def test_what_has_no_form_is_not_kept(odd):
    """A text that is none, a number of more than 64 bits."""
    with pytest.raises(ValueError, match=r"surrogates|too large"):
        snapshot.content(Timeline([], **odd))
