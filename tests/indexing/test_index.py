"""An index answers as the events in memory do: the same events and verdicts, in the same order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.filled import filled
from tests.indexed import TODAY, moved
from tests.indexing.questions import found, questions, told
from timeline import edtf
from timeline.errors import TimelineError
from timeline.indexing import bits
from timeline.indexing.candidates import candidates
from timeline.indexing.snapshot import OddSnapshot
from timeline.model.answers import Verdict
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline
from timeline.query.fields import Context
from timeline.query.grammar import parse

pytestmark = pytest.mark.usefixtures("pieces")


@given(st.data())
def test_it_finds_the_same(data):
    """Whatever is asked of whatever there is: events, verdicts, order, refusals."""
    timeline = data.draw(told())
    there = moved(timeline)
    for _ in range(3):
        text, starts = data.draw(questions(timeline)), data.draw(st.booleans())
        assert found(there, text, starts=starts) == found(timeline, text, starts=starts)


@given(st.data())
def test_candidates_leave_nobody_out_and_who_is_sure_is(data):
    """Each answer lies between its limits, and nobody of whom they are the same is asked."""
    timeline = data.draw(told())
    there = moved(timeline)
    text, starts = data.draw(questions(timeline)), data.draw(st.booleans())
    try:
        query = parse(text, Context(timeline, TODAY, starts))
    except TimelineError:
        return
    limits = candidates(query, _index(there))
    verdicts = dict(enumerate(map(query.matches, timeline)))
    sets = {name: set(bits.places(those)) for name, those in limits._asdict().items()}
    assert _with(verdicts, Verdict.YES) <= sets["could"]
    assert sets["does"] <= _with(verdicts, Verdict.YES)
    assert _with(verdicts, Verdict.YES, Verdict.MAYBE) <= sets["may"]
    assert sets["some"] <= _with(verdicts, Verdict.YES, Verdict.MAYBE)
    assert set(bits.places(limits.maybe)) <= _with(verdicts, Verdict.MAYBE)


def _with(verdicts, *wanted):
    return {place for place, verdict in verdicts.items() if verdict in wanted}


def _index(timeline):
    """Return the index behind a timeline."""
    return vars(vars(timeline)["_store"])["_index"]


@given(filled())
def test_every_key_comes_back(made_up):
    """None of them is forgotten, and none that is to come."""
    assert list(moved(made_up.timeline)) == list(made_up.timeline)


@pytest.mark.parametrize("day", [None, 737_000, 738_000, 740_000])
def test_open_ends_go_on_until_the_day_that_is_asked(day):
    """Whatever day it was when the file was read; found and shown by that day."""
    open_ = [
        Event(id=text, date=edtf.parse(text).as_of(738_500), title=text, place=Place("x", 1))
        for text in ("2018/..", "2018~/..", "{2018..}", "[2018..]")
    ]
    there = moved(Timeline(open_), day)
    dates = {each.id: edtf.parse(each.id) for each in open_}
    expected = {id_: date if day is None else date.as_of(day) for id_, date in dates.items()}
    assert {event.id: event.date for event in there} == expected
    for year in ("2018", "2019", "2020", "2024", "2031"):
        query = parse(f"year:{year}", Context(there, TODAY))
        answers = {event.id: query.matches(event) for event in there}
        answered = {match.event.id: match.verdict for match in there.select(query)}
        assert answered == {id_: answer for id_, answer in answers.items() if answer}


@given(st.data())
def test_odd_bytes_are_read_from_the_files(small, data):
    """Cut, changed or made up, anywhere in it: nobody sees it, whatever is asked then."""

    def change(whole):
        at = data.draw(st.integers(0, len(whole) - 1))
        ways = (whole[:at], whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        return data.draw(st.sampled_from((*ways, whole[:at] + bytes(len(whole) - at))))

    there = _opened_or(small, change)
    queries = ("war", "actor:union year:2018", "not tag:war", "*arbo", "since:2018-05", "no:place")
    for text in data.draw(st.permutations(queries)):
        assert found(there, text, starts=False) == found(small, text, starts=False)
    assert list(there) == list(small)
    assert [there.links_to(event) for event in small] == [small.links_to(event) for event in small]
    assert list(there.values("tags").items()) == list(small.values("tags").items())
    assert list(there.values("id")) == list(small.values("id"))
    assert dict(there.actors) == dict(small.actors)


def _opened_or(timeline, change):
    """Return the timeline of an index that was changed; itself where it cannot be opened."""
    try:
        return moved(timeline, None, change=change, again=lambda: timeline)
    except OddSnapshot:
        return timeline
