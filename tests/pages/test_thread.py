"""Threads and stories: a tree with aligned dates, and the same for other programs."""

import pytest

from timeline.edtf import parse
from timeline.model.records import Event, Link, Place
from timeline.model.scales import LINK_TYPES
from timeline.model.timeline import Timeline
from timeline.model.words import link_words
from timeline.pages.thread import StoryList, ThreadTree
from timeline.reports.thread import nodes, stories, thread
from timeline.text import cells
from timeline.views.parts.look import Look


@pytest.fixture(name="places")
def _places(small):
    """Return the thread of the landing, two links deep, from top to bottom."""
    return list(nodes(thread(small.get("landing"), small.select(), small, 2)))


@pytest.mark.parametrize("width", [60, 100])
def test_a_thread_looks_as_it_was_accepted(small, places, shown, golden, width):
    """One golden file for each width."""
    golden(f"thread-{width}.txt", shown(ThreadTree(places, small, Look(width)), width))


def test_an_ascii_thread_uses_no_other_signs(small, places, shown, golden):
    """The strokes and arrows too; the name of the general stays as it is written."""
    page = shown(ThreadTree(places, small, Look(80, ascii=True)), 80)
    golden("thread-ascii.txt", page)
    assert page.replace("José Nuño", "").isascii()


@pytest.mark.parametrize("width", [60, 100])
def test_stories_look_as_they_were_accepted(small, shown, golden, width):
    """How many events, when, and where to start."""
    golden(
        f"stories-{width}.txt",
        shown(StoryList(stories(small.select(), small), small, Look(width)), width),
    )


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_nothing_is_wider_than_the_page(curated, shown, width):
    """Four links deep in the curated timeline."""
    letter = curated.get("maduro-letter-to-putin-2025")
    places = list(nodes(thread(letter, curated.select(), curated, 4)))
    page = shown(ThreadTree(places, curated, Look(width)), width)
    assert max(map(cells, page.splitlines())) <= min(width, 112)


def test_what_was_told_is_referred_to_and_what_lies_beyond_is_counted(shown):
    """A ring of three and a fourth event: the ring is cut, the fourth is further off."""
    links = {"a": "b", "b": "c", "c": "a", "d": "b"}
    ring = Timeline(
        Event(
            id=id_,
            date=parse("2019"),
            title=f"Event {id_}",
            place=Place("x.yaml", 1),
            links=(Link("confirms", target),),
        )
        for id_, target in links.items()
    )
    places = list(nodes(thread(ring.get("a"), ring.select(), ring, 1)))
    page = shown(ThreadTree(places, ring, Look(80)), 80)
    assert [line.strip() for line in page.splitlines() if line] == [
        "2019  · Event a e1",
        "2019  ├─ → confirms · Event b e2",
        "│  └─ … 1 more event linked",
        "2019  └─ ← confirmed by · Event c e3",
        "2019     └─ ← confirmed by · Event b e2 (see above)",
    ]


@pytest.mark.parametrize("type_", LINK_TYPES)
def test_every_link_has_words_both_ways(type_):
    """Against its direction a link is said in other words."""
    assert link_words(type_) == type_
    assert link_words(type_, back=True) not in ("", type_)
