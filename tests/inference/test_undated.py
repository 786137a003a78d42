"""Events without dates: the days that order leaves them, beside all solutions."""

from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.examples import examples
from timeline import edtf
from timeline.inference import undated
from timeline.model.records import NO_DATE, Event, Link, Place
from timeline.model.timeline import Timeline

BASE = edtf.day_number(2019, 1, 1)
DAYS = range(BASE, BASE + 4)
AROUND = range(BASE - 1, BASE + 5)  # the first and the last stand for all beyond
PURE = ("after", "before", "during")


def _event(id_, date, *links):
    said = tuple(Link(*link) for link in links)
    place = Place("a.yaml", 1)
    when = edtf.parse(date) if date else NO_DATE
    return Event(id=id_, date=when, title=id_, links=said, place=place, undated=not date)


@st.composite
def _events(draw):
    """Draw two events of few days, and two without a date, each with links of order."""
    found = []
    for id_ in "ab":
        first, last = sorted(edtf.iso(draw(st.sampled_from(DAYS))) for _ in range(2))
        date = draw(st.sampled_from((f"[{first}..{last}]", f"{first}/{last}")))
        found.append(_event(id_, date))
    for id_ in "uv":
        others = st.sampled_from([other for other in "abuv" if other != id_])
        links = draw(st.lists(st.tuples(st.sampled_from(PURE), others), min_size=1, max_size=2))
        found.append(_event(id_, "", *links))
    return found


def _pairs(event, stages):
    """Return all pairs of a first and a last day that an event may have."""
    firsts = lasts = AROUND
    if not event.undated:
        (first, begun), (lasted, last) = event.date.start, event.date.end
        firsts, lasts = range(first, begun + 1), range(lasted, last + 1)
    is_one_day = event.date.kind == "one-of" and event.id not in stages
    return [
        (one, other)
        for one, other in product(firsts, lasts)
        if one == other or (one < other and not is_one_day)
    ]


def _holds(type_, mine, its):
    if type_ == "after":
        return its[1] <= mine[0]
    if type_ == "before":
        return mine[1] <= its[0]
    return its[0] <= mine[0] and mine[1] <= its[1]


def _solutions(events):
    """Return every way in which *events* may lie that no link forbids."""
    said = [(event.id, link) for event in events for link in event.links]
    stages = {link.target for _, link in said if link.type == "during"}
    every = product(*(_pairs(event, stages) for event in events))
    ways = (dict(zip("abuv", way, strict=True)) for way in every)
    return [
        way
        for way in ways
        if all(_holds(link.type, way[id_], way[link.target]) for id_, link in said)
    ]


@examples(60)
@given(_events())
def test_a_date_has_the_days_of_all_solutions(events):
    """From the first to the last; without a bound where nothing bounds them."""
    ways = _solutions(events)
    assume(ways)
    dates, faults = undated.dates(Timeline(events))
    for id_ in "uv":
        first = min(way[id_][0] for way in ways)
        last = max(way[id_][1] for way in ways)
        bounds = (
            None if first == AROUND[0] else first,
            None if last == AROUND[-1] else last,
        )
        found = dates[id_].possible if id_ in dates else (None, None)
        assert found == bounds
    assert {fault.spot.id for fault in faults} <= {"u", "v"} - set(dates)


@pytest.mark.parametrize(
    ("links", "date"),
    [
        ([("after", "a")], "[2019-01-02..]"),
        ([("before", "b")], "[..2019-01-08]"),
        ([("after", "a"), ("before", "b")], "[2019-01-02..2019-01-08]"),
        ([("during", "c")], "[2018-12-01..2019-01-05]"),
        ([("during", "a")], "2019-01-02"),
        ([("after", "d")], "[2019-01-01..]"),
    ],
)
def test_the_date_that_order_gives(links, date):
    """Of one day, of some days, or open; a neighbour may be vague, and a period."""
    known = [
        _event("a", "2019-01-02"),
        _event("b", "2019-01-08"),
        _event("c", "2018-12-01/2019-01-05"),
        _event("d", "[2019-01-01..2019-01-03]"),
    ]
    dates, faults = undated.dates(Timeline([*known, _event("u", "", *links)]))
    assert (dates["u"].text, faults) == (date, [])


def test_what_has_no_day_is_told():
    """A circle once; what only a doubted date bounds; and what lies after and before."""
    events = [
        _event("q", "2019?"),
        _event("late", "2020"),
        _event("early", "2019"),
        _event("u", "", ("after", "w")),
        _event("v", "", ("after", "u")),
        _event("w", "", ("after", "v")),
        _event("x", "", ("during", "q")),
        _event("y", "", ("after", "late"), ("before", "early")),
    ]
    dates, faults = undated.dates(Timeline(events))
    assert not dates
    assert {fault.spot.id: fault.message for fault in faults} == {
        "u": "'u', 'w' and 'v' have no date but by each other",
        "x": "order gives this event no day: nothing it is linked to has a sure date",
        "y": "order leaves no day for 'y': 'early' is of 2019, but 'late' is of 2020",
    }


def test_one_contradiction_is_told_once_with_all_its_parts():
    """However many events hang on it; what is said stands at the link that is at fault."""
    events = [
        _event("a", "2019"),
        _event("b", "2021"),
        _event("wrong", "2020", ("after", "b")),
        _event("u", "", ("during", "wrong")),
        _event("v", "", ("after", "u"), ("before", "wrong")),
        _event("w", "", ("during", "v")),
        _event("x", "", ("during", "w")),
        _event("fine", "", ("after", "a")),
    ]
    dates, (fault,) = undated.dates(Timeline(events))
    assert list(dates) == ["fine"]
    assert (fault.spot.id, fault.spot.key, fault.spot.value) == ("wrong", "links", "b")
    assert fault.message == (
        "order leaves no day for 'u', 'v', 'w' and 1 more: 'wrong' is of 2020, but 'b' is of 2021"
    )
    assert [(step.spot.id, step.message) for step in fault.steps] == [
        ("b", "'b' is of 2021"),
        ("wrong", "'wrong' is after 'b'"),
        ("wrong", "'wrong' is of 2020"),
    ]


@pytest.mark.parametrize(
    ("date", "link", "expected"),
    [
        ("Y1E5", "before", "[..Y100000]"),
        ("Y-12345", "after", "[Y-12345..]"),
        ("Y12345", "during", "[Y12345..Y12345]"),
    ],
)
def test_where_there_are_no_days_it_is_one_of_the_year(date, link, expected):
    """A date of EDTF has a year of four digits, or is a year alone."""
    dates, faults = undated.dates(Timeline([_event("far", date), _event("u", "", (link, "far"))]))
    assert dates["u"] == edtf.parse(expected)
    assert not faults
