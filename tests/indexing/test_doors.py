"""Behind each door an index answers as the events in memory do, without a look at all of them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.indexed import TODAY, moved
from tests.indexing.questions import questions, told
from timeline.errors import TimelineError
from timeline.indexing.candidates import NAMES
from timeline.inference.known import by_report
from timeline.model.answers import Verdict
from timeline.model.briefs import Ends
from timeline.model.schema import EVENT
from timeline.query.fields import Context
from timeline.query.grammar import parse
from timeline.query.spellings import spelled
from timeline.query.values import every, texts

ENDS = Ends(" surely", " perhaps", " as it follows")

pytestmark = pytest.mark.usefixtures("pieces")


@given(told())
def test_every_door_answers_the_same(timeline):
    """All events, one by id, by place, values in their order, links that lead to one."""
    there = moved(timeline)
    events = list(timeline)
    assert list(there) == events
    assert len(there) == len(events)
    assert there.select().undated == sum(event.undated for event in events)
    for place, event in enumerate(events):
        assert there.get(event.id) == there.at(place) == event
        assert there.place(event) == place
        assert there.links_to(event) == timeline.links_to(event)
        assert there.neighbours(event) == timeline.neighbours(event)
    assert list(_spread(there)) == list(_spread(timeline))
    assert _begun(there.select()) == _begun(timeline.select())
    split = [_split(each.select(), "arc", lambda arc: [arc]) for each in (there, timeline)]
    assert split[0] == split[1]
    told = [[*each.select().briefs(timeline.actor_name, ENDS)] for each in (there, timeline)]
    assert told[0] == told[1]
    types = {link.type for event in events for link in event.links}
    assert there.linked(types) == timeline.linked(types)
    assert there.linked([]) == timeline.linked([]) == []
    words = list(spelled(every(texts, timeline)).items())
    assert list(there.spellings(numbers=True).items()) == words
    named = [each for each in words if not each[0].isdecimal()]
    assert list(there.spellings(numbers=False).items()) == named
    assert (there.letters, there.most_linked) == (timeline.letters, timeline.most_linked)
    assert there.has_pure_order == timeline.has_pure_order
    for event in events:
        part = event.title[1:4]
        assert list(there.named(part)) == list(timeline.named(part))
        asked = [[*each.named(part, end=event.id[-1:])] for each in (there, timeline)]
        assert asked[0] == asked[1]
    for key in ("actors", "places", "tags", "arc", "status", "sources"):
        counted = [each.select().tallies(key, each.above(key)) for each in (there, timeline)]
        assert list(counted[0].items()) == list(counted[1].items())
    keys = {key.name for key in EVENT.keys}
    for key in ("id", "title", *NAMES.keys() & keys):
        assert list(there.values(key).items()) == list(timeline.values(key).items())
    for name in ("actors", "arcs", "places", "sources"):
        assert dict(getattr(there, name)) == dict(getattr(timeline, name))
    assert (there.title, there.summary, there.as_of) == (
        timeline.title,
        timeline.summary,
        timeline.as_of,
    )


def _spread(timeline):
    """Yield the date of each event."""
    for dated in timeline.select().dates():
        yield from [dated.date] * dated.number


@given(st.data())
def test_what_is_found_is_counted_cut_and_turned_the_same(data):
    """In whatever order it is asked, and before anybody has gone through the matches."""
    timeline = data.draw(told())
    there = moved(timeline)
    text = data.draw(questions(timeline))
    try:
        query = parse(text, Context(timeline, TODAY))
    except TimelineError:
        return
    for ask in data.draw(st.permutations(ASKED)):
        here, found = timeline.select(query), there.select(query)
        assert ask(found) == ask(here)
    found = there.select(query)
    every_match = (found, timeline.select(query))
    lines = [[*each.briefs(timeline.actor_name, ENDS)] for each in every_match]
    assert lines[0] == lines[1]
    for part in ((None, False), (None, True), (2, False), (2, True)):
        reports = [_reports(each, timeline, *part) for each in (there, timeline, *every_match)]
        assert (reports[0], reports[2]) == (reports[1], reports[3])
    assert [ask(found) for ask in ASKED] == [ask(timeline.select(query)) for ask in ASKED]
    assert there.has(query) == timeline.has(query)


def _reports(found, timeline, most, reverse):
    """Return when each of them was first told, as that orders them."""
    selection = found.select() if hasattr(found, "select") else found
    return by_report(selection, timeline.sources, most, reverse=reverse)


def _begun(found):
    """Return how many of those that answer alike have each beginning, in whatever order."""
    return _sum(found.beginnings())


def _sum(begun):
    counted = Counter()
    for beginning, verdict, number in begun:
        counted[beginning, verdict] += number
    return counted


def _split(found, key, above):
    """Return the same for each value, as they come; that of none may come anywhere."""
    split = found.beginnings_by(key, above)
    none = _sum(split.get("", ()))
    return [(value, _sum(begun)) for value, begun in split.items() if value], none


ASKED = (
    len,
    lambda found: (found.certain, found.possible, found.deduced, found.undated),
    lambda found: [*found.part(2)],
    lambda found: [*found.part(2, reverse=True)],
    lambda found: [*found.part(None, reverse=True)],
    lambda found: [*found.only(Verdict.YES)],
    lambda found: [*found.only(Verdict.MAYBE)],
    lambda found: [(each.date, each.verdict) for each in found.dates() for _ in range(each.number)],
    lambda found: list(found.tallies("tags", lambda tag: [tag]).items()),
    lambda found: list(found.tallies("actors", lambda actor: ["all", actor, actor[:1]]).items()),
    lambda found: list(found.tallies("status", lambda status: [status]).items()),
    lambda found: list(found.tallies("sources", lambda source: [source]).items()),
    _begun,
    lambda found: _split(found, "tags", lambda tag: [tag]),
    lambda found: _split(found, "actors", lambda actor: ["all", actor, actor[:1]]),
    lambda found: [found.at(place) for place in range(len(found))],
    lambda found: [found.place(each.event) for each in found],
    lambda found: [found.match(each.event) for each in found.only(Verdict.MAYBE)],
    lambda found: found.only(Verdict.YES).certain,
    lambda found: len(found.only(Verdict.MAYBE).only(Verdict.YES)),
    lambda found: found.matches,
)
