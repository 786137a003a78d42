"""The order of events: by their dates, and on one first day never against what links say."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf
from timeline.model.records import Event, Link, Place
from timeline.model.sequence import in_order

DAY = "2019-05-02"


def event(id_, date=DAY, *links):
    """Return an event with links, each "after other"."""
    said = tuple(Link(*link.split()) for link in links)
    return Event(id=id_, date=edtf.parse(date), title=id_, links=said, place=Place("a.yaml", 1))


def ids(events):
    """Return the ids of events."""
    return [each.id for each in events]


@pytest.mark.parametrize(
    ("events", "order"),
    [
        # Of one day: the one that is after the other stands below it, wherever the file has it.
        ([event("a", DAY, "after b"), event("b")], ["b", "a"]),
        ([event("a"), event("b", DAY, "before a")], ["b", "a"]),
        ([event("a", "2019-05"), event("b", "2019-05", "during a")], ["a", "b"]),
        ([event("b", "2019-05", "during a"), event("a", "2019-05")], ["a", "b"]),
        # Dates that only begin alike: the wider one is not above what it is after.
        ([event("a", "[2019-05-02..2019-06-01]", "after b"), event("b")], ["b", "a"]),
        ([event("b"), event("a", "[..2019-05-02]", "before b")], ["a", "b"]),
        # What no link names stays where its date puts it.
        (
            [event("a", "2019-05", "after c"), event("b", "2019-05-01"), event("c", "2019-05-01")],
            ["b", "c", "a"],
        ),
        # Over another that stands elsewhere: c is after x, and x is after a.
        (
            [event("c", DAY, "after x"), event("x", "2019", "after a"), event("a")],
            ["x", "a", "c"],
        ),
        # The first day counts more: a month may hold what it is after.
        ([event("a", "2019-05", "after b"), event("b", "2019-05-20")], ["a", "b"]),
        # In a circle they are of one day, as the file has them; what is after them is.
        (
            [
                event("d", DAY, "after b"),
                event("b", DAY, "after c"),
                event("c", DAY, "after b", "after e"),
                event("e"),
            ],
            ["e", "b", "c", "d"],
        ),
        # Times of one day hold where no link says otherwise.
        ([event("a", "2019-05-02T10:00:00"), event("b", "2019-05-02T09:00:00")], ["b", "a"]),
        # Links that say more than order, and links to nowhere, order nothing.
        ([event("a", DAY, "reports b"), event("b")], ["a", "b"]),
        ([event("a", DAY, "after nothing"), event("b")], ["a", "b"]),
    ],
)
def test_links_of_order_count_among_events_of_one_first_day(events, order):
    """And nothing else is moved."""
    assert ids(in_order(events)) == order


DATES = ("2019-05-01", "2019-05-02", "2019-05", "2019", "[2019-05-01..2019-05-09]", "../2019-05-02")
NAMES = "abcdef"


@st.composite
def timelines(draw):
    """Draw some events, with links of any kind between them."""
    links = st.builds(
        "{} {}".format,
        st.sampled_from(("after", "before", "during", "reports")),
        st.sampled_from(NAMES),
    )
    return [
        event(name, draw(st.sampled_from(DATES)), *draw(st.lists(links, max_size=2)))
        for name in NAMES
    ]


def _closure(events):
    """Return all pairs of which links say, over others too, that the first begins no later."""
    found = set()
    for each in events:
        for link in each.links:
            if link.type in ("after", "during"):
                found.add((link.target, each.id))
            elif link.type == "before":
                found.add((each.id, link.target))
    for middle, one, other in product(NAMES, repeat=3):
        if {(one, middle), (middle, other)} <= found:
            found.add((one, other))
    return found


@given(timelines())
def test_no_order_is_against_a_link_on_one_first_day(events):
    """All events are there, by their first days; what is in order stays so."""
    found = in_order(events)
    assert sorted(ids(found)) == sorted(ids(events))
    days = [each.date.sort_key[0] for each in found]
    assert days == sorted(days)
    pairs = _closure(events)
    places = {each.id: at for at, each in enumerate(found)}
    for one, other in pairs:
        if (other, one) not in pairs and days[places[one]] == days[places[other]]:
            assert places[one] < places[other]
    assert ids(in_order(found)) == ids(found)


@given(timelines())
def test_what_no_link_orders_stands_by_its_date_and_its_place(events):
    """Among themselves, as if nothing else were there."""
    named = {name for pair in _closure(events) for name in pair}
    free = [each for each in events if each.id not in named]
    expected = sorted(free, key=lambda each: each.date.sort_key)
    assert [each.id for each in in_order(events) if each.id not in named] == ids(expected)
