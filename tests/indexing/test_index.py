"""An index answers as the events in memory do: the same events and verdicts, in the same order."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.edtf.strategies import edtf_texts
from tests.filled import filled
from tests.indexed import TODAY, moved
from tests.timelines import DATES, timelines
from timeline import edtf
from timeline.errors import TimelineError
from timeline.indexing import bits, chosen, dates, index, spans, vocabulary
from timeline.indexing.candidates import NAMES, candidates
from timeline.indexing.snapshot import OddSnapshot
from timeline.model.answers import Verdict
from timeline.model.records import Account, Citation, Event, Place
from timeline.model.timeline import Timeline
from timeline.query.fields import Context
from timeline.query.grammar import parse

DAYS = ("2018-03-05", "2018-03-06", "2019-01-23", "2019-12-31", "2020-01-01", "2018-04-05T10")
ALL_DATES = (st.sampled_from((*DATES, *DAYS)) | edtf_texts(st.integers(1990, 2030))).map(edtf.parse)
FORMS = ("{}", "={}", "*{}", "{}*", "-{}", '"{}"', "title:{}", "note:{}", "text:={}", "title:*{}")
NAMED = (
    *("actor:{}", "actor:={}", "place:{}", "tag:{}", "arc:{}", "status:{}", "kind:{}", "by:{}"),
    *("source:{}", "id:{}", "relays:{}", "stance:{}", "no:{}"),
)
YEARS = ("2018", "2019", "2018..2020", "2019-01", "-0043", "201X")
TIMES = ("year:{}", "since:{}", "until:{}", "before:{}", "after:{}", "on:{}", "known:{}")
FIXED = (
    *("no:arc", "no:place", "no:tag", "no:actor", "no:source", "no:by", "no:link", "no:note"),
    *("sources>=2", "links<1", "actors>=2", "origins>=1", "reliability>=B", "credibility=6"),
    *("sources<=1", "accounts>=1", "origins>=2", "origins<1", "against>=1", "not origins=1"),
    *("credibility<=2", "reliability<B", "reliability=F", "stance:denies", "stance:mentions"),
    *("status:claimed", "kind:statement", "stance:supports", "date:2018..", "known:..2019"),
)


@pytest.fixture(name="pieces", autouse=True)
def _pieces(monkeypatch):
    """Let what is divided be divided from a few events on."""
    monkeypatch.setattr(bits, "PIECE", 8)
    monkeypatch.setattr(bits, "_BYTES", 1)
    monkeypatch.setattr(vocabulary, "_BLOCK", 2)
    monkeypatch.setattr(spans, "_BLOCK", 2)
    monkeypatch.setattr(index, "_AT_ONCE", 2)
    monkeypatch.setattr(dates, "_AT_ONCE", 2)
    monkeypatch.setattr(chosen, "_TO_A_VALUE", 0)


@st.composite
def told(draw, least=1, most=9):
    """Draw a timeline of all kinds of dates; some events have accounts, and speakers."""
    found = draw(timelines(least=least, most=most, dates=ALL_DATES))
    actors, sources = [*found.actors], [*found.sources]
    events = [draw(_told(event, actors, sources)) for event in found]
    registries = {name: getattr(found, name) for name in ("actors", "arcs")}
    registries["sources"] = {
        id_: draw(_sourced(source, sources)) for id_, source in found.sources.items()
    }
    return Timeline(
        events, title=found.title, as_of=draw(st.none() | st.just(737_000)), **registries
    )


@st.composite
def _told(draw, event, actors, sources):
    by = draw(st.lists(st.sampled_from(actors), max_size=1).map(tuple))
    cited = [each.source for each in event.sources] or sources
    stances = st.sampled_from(("", "denies", "mentions"))
    citations = tuple(
        Citation(draw(st.sampled_from(cited)), stance=draw(stances))
        for _ in range(draw(st.integers(0, 1)))
    )
    account = Account(by=(actors[-1],), says="otherwise", sources=citations)
    accounts = draw(st.sampled_from([(), (account,)]))
    as_of = draw(st.sampled_from([None, None, 737_500]))
    date = event.date.as_of(TODAY if as_of is None else as_of)
    return replace(event, by=by, accounts=accounts, as_of=as_of, date=date)


@st.composite
def _sourced(draw, source, sources):
    relays = draw(st.lists(st.sampled_from((*sources, "elsewhere")), max_size=1).map(tuple))
    return replace(source, firsthand=draw(st.booleans()), relays=relays)


@st.composite
def questions(draw, timeline):
    """Draw the text of a query about *timeline*: words that it has or not, its names, times."""
    said = [word for event in timeline for word in _said(event, timeline)]
    word = st.sampled_from(said or ["x"]).flatmap(_part) | st.text(max_size=3)
    named = st.sampled_from(NAMED), st.sampled_from([*_names(timeline)])
    leaf = (
        st.builds(str.format, st.sampled_from(FORMS), word)
        | st.builds(str.format, st.sampled_from(TIMES), st.sampled_from((*DAYS, *YEARS)))
        | st.builds(str.format, *named)
        | st.sampled_from(FIXED)
    )
    joined = st.recursive(leaf, _joined, max_leaves=4)
    return draw(joined)


def _joined(part):
    both = st.tuples(part, st.sampled_from([" ", " or "]), part)
    return both.map(lambda each: f"({''.join(each)})") | part.map("not ({})".format)


def _said(event, timeline):
    names = (timeline.actor_name(actor) for actor in event.actors)
    texts = (event.title, event.summary, event.note, *names, *event.places, *event.tags)
    return [word for text in texts for word in text.split()]


def _part(word):
    ends = st.tuples(st.integers(0, len(word) - 1), st.integers(1, len(word)))
    return ends.map(lambda each: word[min(each) : max(each) + 1])


def _names(timeline):
    yield from (*timeline.actors, *timeline.arcs, *timeline.sources, "confirmed", "statement")
    for event in timeline:
        yield from (f'"{text}"' for text in (*event.places, *event.tags, event.id))


def _found(timeline, text, *, starts):
    """Return what a query finds, or the words in which it is refused."""
    try:
        return timeline.select(parse(text, Context(timeline, TODAY, starts))).matches
    except TimelineError as error:
        return str(error)


@given(st.data())
def test_it_finds_the_same(data):
    """Whatever is asked of whatever there is: events, verdicts, order, refusals."""
    timeline = data.draw(told())
    there = moved(timeline)
    for _ in range(3):
        text, starts = data.draw(questions(timeline)), data.draw(st.booleans())
        assert _found(there, text, starts=starts) == _found(timeline, text, starts=starts)


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
    sets = {name: set(bits.places(found)) for name, found in limits._asdict().items()}
    assert _with(verdicts, Verdict.YES) <= sets["could"]
    assert sets["does"] <= _with(verdicts, Verdict.YES)
    assert _with(verdicts, Verdict.YES, Verdict.MAYBE) <= sets["may"]
    assert sets["some"] <= _with(verdicts, Verdict.YES, Verdict.MAYBE)
    assert set(bits.places(limits.maybe)) <= _with(verdicts, Verdict.MAYBE)


def _with(verdicts, *wanted):
    return {place for place, found in verdicts.items() if found in wanted}


def _index(timeline):
    """Return the index behind a timeline."""
    return vars(vars(timeline)["_store"])["_index"]


@given(told())
def test_every_door_answers_the_same(timeline):
    """All events, one by id, by place, values in their order, links that lead to one."""
    there = moved(timeline)
    events = list(timeline)
    assert list(there) == events
    assert len(there) == len(events)
    for place, event in enumerate(events):
        assert there.get(event.id) == there.at(place) == event
        assert there.place(event) == place
        assert there.links_to(event) == timeline.links_to(event)
        assert there.neighbours(event) == timeline.neighbours(event)
    assert list(_spread(there)) == list(_spread(timeline))
    assert _begun(there.select()) == _begun(timeline.select())
    assert (there.letters, there.most_linked) == (timeline.letters, timeline.most_linked)
    assert there.has_pure_order == timeline.has_pure_order
    for event in events:
        assert list(there.named(event.title[1:4])) == list(timeline.named(event.title[1:4]))
    for key in ("actors", "places", "tags", "arc", "status", "sources"):
        counted = [each.select().tallies(key, each.above(key)) for each in (there, timeline)]
        assert list(counted[0].items()) == list(counted[1].items())
    for key in ("id", "title", *NAMES.keys() - {"speakers", "stances", "relayed"}):
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
    assert [ask(found) for ask in ASKED] == [ask(timeline.select(query)) for ask in ASKED]
    assert there.has(query) == timeline.has(query)


def _begun(found):
    """Return how many of those that answer alike have each beginning, in whatever order."""
    counted = Counter()
    for beginning, verdict, number in found.beginnings():
        counted[beginning, verdict] += number
    return counted


ASKED = (
    len,
    lambda found: (found.certain, found.possible, found.deduced),
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
    lambda found: [found.at(place) for place in range(len(found))],
    lambda found: [found.place(each.event) for each in found],
    lambda found: [found.match(each.event) for each in found.only(Verdict.MAYBE)],
    lambda found: found.only(Verdict.YES).certain,
    lambda found: len(found.only(Verdict.MAYBE).only(Verdict.YES)),
    lambda found: found.matches,
)


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
        found = {match.event.id: match.verdict for match in there.select(query)}
        assert found == {id_: answer for id_, answer in answers.items() if answer}


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
        assert _found(there, text, starts=False) == _found(small, text, starts=False)
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
