"""What follows from the order of events, beside all solutions, tried one by one."""

from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.examples import examples
from timeline import edtf
from timeline.inference import order as orders
from timeline.inference.conflicts import conflicts
from timeline.inference.narrowed import narrowed
from timeline.inference.precedence import precedence
from timeline.model.answers import Verdict
from timeline.model.records import Citation, Event, Link, Place, Source
from timeline.model.timeline import Timeline

BASE = edtf.day_number(2019, 1, 1)
DAYS = range(BASE, BASE + 4)
SOFT = ("reports", "denies", "confirms", "responds-to", "follows-from")
TYPES = ("after", "before", "during", *SOFT, "part-of")


def _day(number):
    return edtf.iso(number)


@st.composite
def _dates(draw, days=DAYS):
    """Draw a date whose days are few: one of some days, or a span between two days."""
    first, last = sorted((draw(st.sampled_from(days)), draw(st.sampled_from(days))))
    one_of = f"[{_day(first)}..{_day(last)}]"
    return edtf.parse(draw(st.sampled_from((one_of, f"{_day(first)}/{_day(last)}"))))


def _event(id_, date, links=(), sources=()):
    return Event(
        id=id_,
        date=date,
        title=id_,
        links=tuple(links),
        sources=tuple(Citation(source) for source in sources),
        place=Place("a.yaml", 1),
    )


@st.composite
def _timelines(draw, most=5, days=DAYS):
    """Draw a timeline of few events and days, with any links and sources."""
    ids = "abcde"[: draw(st.integers(1, most))]
    sources = {f"s{day}": Source(f"s{day}", date=edtf.parse(_day(day))) for day in days}
    events = []
    for id_ in ids:
        others = st.sampled_from([other for other in ids if other != id_] or [id_])
        link = st.builds(Link, st.sampled_from(TYPES), others)
        links = draw(st.lists(link, max_size=2, unique=True)) if len(ids) > 1 else ()
        cited = draw(st.lists(st.sampled_from(sorted(sources)), max_size=1))
        events.append(_event(id_, draw(_dates(days)), links, cited))
    return Timeline(events, sources=sources)


def _events(timeline):
    return [match.event for match in timeline.select()]


def _pairs(event, stages):
    """Return all pairs of a first and a last day that an event may have."""
    (first, begun), (lasted, last) = event.date.start, event.date.end
    pairs = product(range(first, begun + 1), range(lasted, last + 1))
    is_one_day = event.date.kind in ("date", "one-of") and event.id not in stages
    return [pair for pair in pairs if pair[0] <= pair[1] and (not is_one_day or len({*pair}) == 1)]


def _limits(timeline):
    """Return what links and sources say, from the words of docs/order.md, as functions."""
    told = []
    for event in _events(timeline):
        for link in event.links:
            told += _limits_of(event, link, timeline.get(link.target))
        for citation in event.sources:
            day = timeline.sources[citation.source].date.possible[1]
            if day >= event.date.start[0]:
                told.append(lambda at, me=event.id, day=day: at[me][0] <= day)
    return told


def _limits_of(event, link, other):
    me, its = event.id, other.id
    if link.type == "after":
        return [lambda at: at[its][1] <= at[me][0]]
    if link.type == "before":
        return [lambda at: at[me][1] <= at[its][0]]
    if link.type == "during":
        return [lambda at: at[its][0] <= at[me][0] and at[me][1] <= at[its][1]]
    is_possible = other.date.start[0] <= event.date.start[1]
    if link.type in SOFT and is_possible:
        return [lambda at: at[its][0] <= at[me][0]]
    return []


def _solutions(timeline):
    """Return every way in which the events may lie that nothing said forbids."""
    events, limits = _events(timeline), _limits(timeline)
    stages = {each.target for event in events for each in event.links if each.type == "during"}
    every = product(*(_pairs(event, stages) for event in events))
    ways = (dict(zip((event.id for event in events), way, strict=True)) for way in every)
    return [way for way in ways if all(limit(way) for limit in limits)]


def _bounds(event, order):
    found = order.narrowing(event)
    return (found.start, found.end) if found else (event.date.start, event.date.end)


@given(_timelines())
@examples(150)
def test_narrowed_bounds_are_the_hull_of_all_solutions(timeline):
    """Neither a day too few nor one too many; and what has no solution is told."""
    order = orders.whole(timeline, None)
    solutions = _solutions(timeline)
    clashes = [each for each in conflicts(order) if each.first]
    assert bool(clashes) is not bool(solutions)
    for event in _events(timeline) if solutions else ():
        starts, ends = zip(*(way[event.id] for way in solutions), strict=True)
        hull = (min(starts), max(starts)), (min(ends), max(ends))
        assert _bounds(event, order) == hull


@given(_timelines(most=4))
def test_which_came_first_is_what_the_solutions_say(timeline):
    """Before, on a shared day, after: each possible if some solution has it."""
    events, solutions = _events(timeline), _solutions(timeline)
    assume(len(events) > 1 and solutions)
    order = orders.whole(timeline, None)
    for one, other in product(events, events):
        if one is other:
            continue
        order = orders.around(timeline, None, [one, other])
        found = precedence(one, other, order)
        befores = {way[one.id][1] < way[other.id][0] for way in solutions}
        afters = {way[other.id][1] < way[one.id][0] for way in solutions}
        sames = {
            way[one.id][1] >= way[other.id][0] and way[other.id][1] >= way[one.id][0]
            for way in solutions
        }
        assert (found.before, found.same, found.after) == (
            _verdict(befores),
            _verdict(sames),
            _verdict(afters),
        )


def _verdict(answers):
    if len(answers) > 1:
        return Verdict.MAYBE
    return Verdict.YES if answers == {True} else Verdict.NO


@given(_timelines())
def test_narrowing_again_narrows_nothing(timeline):
    """The bounds that are found are the last: written into the file, they say no more."""
    order = orders.whole(timeline, None)
    assume(not conflicts(order))
    assume(not any(each.links for each in _events(timeline) if each.date.kind == "interval"))
    written = [_rewritten(event, order) for event in _events(timeline)]
    again = orders.whole(Timeline(written, sources=timeline.sources), None)
    stages = {each.target for event in written for each in event.links if each.type == "during"}
    assume(not stages)
    assert [*again.narrowings()] == []


def _rewritten(event, order):
    found = order.narrowing(event)
    if found is None:
        return event
    return Event(
        id=event.id,
        date=narrowed(found),
        title=event.title,
        links=event.links,
        sources=event.sources,
        place=event.place,
    )


@given(_timelines(), st.data())
def test_more_that_is_said_never_widens(timeline, data):
    """With a link the more, no bound is wider than without it."""
    events = _events(timeline)
    assume(len(events) > 1)
    one, other = data.draw(st.permutations(events))[:2]
    link = Link(data.draw(st.sampled_from(("after", "before", *SOFT))), other.id)
    more = [
        _event(each.id, each.date, (*each.links, link), [c.source for c in each.sources])
        if each is one
        else each
        for each in events
    ]
    richer = Timeline(more, sources=timeline.sources)
    before, after = orders.whole(timeline, None), orders.whole(richer, None)
    assume(not conflicts(after))
    for event in events:
        pairs = zip(_bounds(event, before), _bounds(richer.get(event.id), after), strict=True)
        assert all(a[0] <= b[0] and b[1] <= a[1] for a, b in pairs)


@pytest.mark.parametrize("number", [2, 3, 4, 5])
@pytest.mark.parametrize("type_", ["after", "before", "during"])
def test_circles_are_told_in_full(number, type_):
    """Of a circle every link is named, once, though all of it may be of one day."""
    ids = "abcde"[:number]
    links = {id_: Link(type_, ids[(at + 1) % number]) for at, id_ in enumerate(ids)}
    year = edtf.parse("2019")
    timeline = Timeline([_event(id_, year, [link]) for id_, link in links.items()])
    (found,) = conflicts(orders.whole(timeline, None))
    assert sorted((step.event.id, step.link) for step in found.steps) == sorted(links.items())
    assert found.first is None


def test_what_only_hangs_on_a_circle_is_not_told():
    """Of a day two are during, and a third is both after and before it: that one is at fault."""
    day, month = edtf.parse("2019-03-28"), edtf.parse("2019-03")
    wrong = [Link("after", "a"), Link("before", "a")]
    events = [
        _event("a", day),
        _event("b", day, [Link("during", "a")]),
        _event("c", month, [Link("during", "a")]),
        _event("wrong", month, wrong),
        _event("other", month, [Link("after", "again")]),
        _event("again", month, [Link("after", "other")]),
    ]
    for turned in (events, events[::-1]):
        found = conflicts(orders.whole(Timeline(turned), None))
        links = {frozenset((step.event.id, step.link) for step in each.steps) for each in found}
        assert links == {
            frozenset(("wrong", link) for link in wrong),
            frozenset([("other", Link("after", "again")), ("again", Link("after", "other"))]),
        }


def test_answers_to_each_other_are_no_circle():
    """Two who answer each other in one month may do so on one day: that is no contradiction."""
    month = edtf.parse("2019-03")
    events = [_event("a", month, [Link("responds-to", "b")]), _event("b", month)]
    events[1] = _event("b", month, [Link("responds-to", "a")])
    assert conflicts(orders.whole(Timeline(events), None)) == []


@pytest.mark.parametrize(
    ("date", "bounds"),
    [
        ("2025-08", ("2025-08-01", "2025-08-18")),
        ("2025-08~", ("2025-07-01", "2025-08-18")),  # what `~` adds counts as possible
        ("2025", ("2025-01-01", "2025-08-18")),
        ("[..2025-08-31]", (None, "2025-08-18")),
    ],
)
def test_what_answers_began_later(date, bounds):
    """An answer of 18 August: what it answers had begun by then."""
    events = [
        _event("deployment", edtf.parse(date)),
        _event("answer", edtf.parse("2025-08-18"), [Link("responds-to", "deployment")]),
    ]
    timeline = Timeline(events)
    found = orders.whole(timeline, None).narrowing(timeline.get("deployment"))
    days = tuple(None if day is None else _day(day) for day in found.start)
    assert days == bounds
    (reason,) = found.reasons
    assert (reason.root.id, reason.day) == ("answer", edtf.day_number(2025, 8, 18))
    assert [(step.event.id, step.link.type) for step in reason.steps] == [("answer", "responds-to")]


@pytest.mark.parametrize("date", ["2025-08?", "2025%"])
def test_on_a_doubted_date_nothing_rests(date):
    """What may be wrong altogether is neither narrowed, nor narrows anything."""
    answer = [Link("responds-to", "doubted"), Link("after", "doubted")]
    events = [
        _event("doubted", edtf.parse(date)),
        _event("answer", edtf.parse("2024/2026"), answer),
    ]
    assert [*orders.whole(Timeline(events), None).narrowings()] == []


@pytest.mark.parametrize(
    ("date", "as_of", "narrower"),
    [
        ("2025-08", None, True),
        ("2025-08", "2025-12-31", True),
        ("2025-08", "2025-08-20", False),  # it may be still to come: foreseen
        ("2025-09", None, False),  # check says source-before-event
    ],
)
def test_a_source_tells_what_had_begun(date, as_of, narrower):
    """An event that a source tells on 18 August had begun, unless it was foreseen."""
    closing = edtf.parse(as_of).one_day if as_of else None
    sources = {"ap": Source("ap", date=edtf.parse("2025-08-18"))}
    timeline = Timeline([_event("a", edtf.parse(date), (), ["ap"])], sources=sources, as_of=closing)
    found = orders.whole(timeline, None).narrowing(timeline.get("a"))
    assert bool(found) is narrower
    if found:
        assert found.start == (edtf.day_number(2025, 8, 1), edtf.day_number(2025, 8, 18))
        assert found.reasons[0].source.id == "ap"


@pytest.mark.parametrize("stance", ["denies", "mentions"])
def test_only_a_source_that_is_for_it_tells_that_it_had_begun(stance):
    """Who denies it, or only speaks of it, may speak of what is to come."""
    sources = {"ap": Source("ap", date=edtf.parse("2025-08-18"))}
    citation = Citation("ap", stance=stance)
    event = Event(
        id="a", date=edtf.parse("2025-08"), title="a", sources=(citation,), place=Place("a.yaml", 1)
    )
    assert [*orders.whole(Timeline([event], sources=sources), None).narrowings()] == []


def test_part_of_narrows_nothing():
    """A part may be told of after its whole, or before: it says nothing of order."""
    events = [
        _event("a", edtf.parse("2019-01-05")),
        _event("b", edtf.parse("2019"), [Link("part-of", "a")]),
    ]
    assert [*orders.whole(Timeline(events), None).narrowings()] == []
