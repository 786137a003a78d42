"""Links as trees and stories: every event once, every link once, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf import parse
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event, Link, Place
from timeline.model.scales import LINK_TYPES
from timeline.model.timeline import Timeline
from timeline.reports.thread import Relation, nodes, stories, thread, whole


def told(root):
    """Return (depth, id, links, whether it was told before) of each place."""
    return [
        (each.depth, each.match.event.id, [link.type for link in each.relations], each.again)
        for each in nodes(root)
    ]


def test_links_are_followed_both_ways(small):
    """The landing is part of the war; the general's claim follows from it and is denied."""
    assert told(thread(small.get("landing"), small.select(), small, 3)) == [
        (0, "landing", [], False),
        (1, "war", ["part-of"], False),
        (2, "occupation", ["follows-from"], False),
        (1, "general-speaks", ["follows-from"], False),
        (2, "rebels-deny", ["denies"], False),
    ]


def test_the_direction_is_that_of_the_way_taken(small):
    """From the landing to the war is forwards, from the war to the occupation back."""
    war, claim = thread(small.get("landing"), small.select(), small, 3).children
    assert war.relations == (Relation("part-of", back=False),)
    assert claim.relations == (Relation("follows-from", back=True),)
    assert war.children[0].relations == (Relation("follows-from", back=True),)


def test_what_lies_beyond_is_counted(small):
    """One link from the landing; the occupation and the denial are further off."""
    root = thread(small.get("landing"), small.select(), small, 1)
    assert [child.beyond for child in root.children] == [1, 1]
    assert whole(small.get("landing"), small.select(), small) == 5


def linked(links):
    """Return a timeline of e0, e1 … with links (from, type, to)."""
    size = max((max(start, end) for start, _, end in links), default=0) + 1
    day = parse("2019-01-01")
    return Timeline(
        Event(
            id=f"e{number}",
            date=day,
            title="",
            place=Place("x.yaml", 1),
            links=tuple(Link(type_, f"e{to}") for start, type_, to in links if start == number),
        )
        for number in range(size)
    )


def test_a_circle_is_cut_where_it_closes():
    """Three events in a ring: the third refers to the second, and each link is told once."""
    ring = linked([(0, "confirms", 1), (1, "confirms", 2), (2, "confirms", 0)])
    assert told(thread(ring.get("e0"), ring.select(), ring, 9)) == [
        (0, "e0", [], False),
        (1, "e1", ["confirms"], False),
        (1, "e2", ["confirms"], False),
        (2, "e1", ["confirms"], True),
    ]


def test_two_links_between_the_same_events_are_one_branch():
    """Both are named, and a link to itself is left out."""
    pair = linked([(1, "confirms", 0), (1, "follows-from", 0), (1, "reports", 1)])
    branch = [(0, "e0", [], False), (1, "e1", ["confirms", "follows-from"], False)]
    assert told(thread(pair.get("e0"), pair.select(), pair, 3)) == branch


def test_only_selected_events_are_linked_and_the_first_always_counts(small):
    """Without the war, the occupation is not reached; maybes keep their verdict."""
    kept = [match for match in small.select() if match.event.id in ("general-speaks", "landing")]
    some = Selection([*kept[:1], Match(kept[1].event, Verdict.MAYBE)])
    root = thread(small.get("rebels-deny"), some, small, 9)
    assert [id_ for _, id_, _, _ in told(root)] == ["rebels-deny", "general-speaks", "landing"]
    assert [each.match.certain for each in nodes(root)] == [True, False, True]


def test_stories_are_the_largest_first_and_start_where_most_links_meet(small):
    """Five events hang together; the quarrel and the treaty stand alone, and are no stories."""
    (first,) = stories(small.select(), small)
    assert (len(first.events), first.links, first.start.id) == (5, 4, "war")
    assert (first.first.text, first.last.text) == ("2018-03/2019-01-05", "2019-02/..")
    assert not {"old-quarrel", "some-year"} & {event.id for event in first.events}


LINKS = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(LINK_TYPES), st.integers(0, 9)), max_size=25
)


@given(LINKS)
def test_a_thread_visits_each_reachable_event_once_and_tells_each_link_once(links):
    """With room enough: what is reached is one whole story, no more and no less."""
    story = linked(links)
    root = thread(story.get("e0"), story.select(), story, 99)
    places = list(nodes(root))
    visited = [each.match.event.id for each in places if not each.again]
    every = stories(story.select(), story)
    mine = next((each for each in every if story.get("e0") in each.events), None)
    events = mine.events if mine else [story.get("e0")]
    assert sorted(visited) == sorted(event.id for event in events)
    assert sum(len(each.relations) for each in places) == (mine.links if mine else 0)
    seen = set()
    for each in places:
        assert each.again == (each.match.event.id in seen)
        assert not (each.again and each.children)
        assert each.beyond == 0
        seen.add(each.match.event.id)


@given(LINKS, st.integers(1, 4))
def test_no_event_is_further_off_than_asked(links, depth):
    """An event stands at its least number of links, so a shorter way is never missed."""
    story = linked(links)
    deep, cut = (
        {
            each.match.event.id: each.depth
            for each in nodes(thread(story.get("e0"), story.select(), story, most))
            if not each.again
        }
        for most in (99, depth)
    )
    assert cut == {id_: away for id_, away in deep.items() if away <= depth}


@given(LINKS)
def test_stories_partition_the_events_with_links(links):
    """Each of them is in exactly one story, and no link leads from one to another."""
    story = linked(links)
    found = stories(story.select(), story)
    ids = [event.id for each in found for event in each.events]
    others = [(f"e{start}", f"e{end}") for start, _, end in links if start != end]
    assert sorted(ids) == sorted({id_ for pair in others for id_ in pair})
    place = {event.id: number for number, each in enumerate(found) for event in each.events}
    assert all(place[start] == place[end] for start, end in others)
    sizes = [len(each.events) for each in found]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("length", [2, 99])
def test_a_long_chain_is_followed_as_far_as_asked(length):
    """The deepest tree that `--depth` allows."""
    chain = linked([(number + 1, "follows-from", number) for number in range(150)])
    places = list(nodes(thread(chain.get("e0"), chain.select(), chain, length)))
    assert [len(places), places[-1].depth, places[-1].beyond] == [length + 1, length, 1]
