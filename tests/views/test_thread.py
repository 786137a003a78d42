"""Threads and stories in plain forms: the same in each, and how much there is."""

import pytest

from timeline.model.answers import Selection
from timeline.query.logic import AllOf
from timeline.reports.answer import Answer
from timeline.reports.thread import nodes, stories, thread, whole
from timeline.views.thread import (
    StoriesView,
    ThreadView,
    node_data,
    story_lines,
    story_rows,
    thread_lines,
)


@pytest.fixture(name="places")
def _places(small):
    """Return the thread of the landing, two links deep, from top to bottom."""
    return list(nodes(thread(small.get("landing"), small.select(), small, 2)))


@pytest.fixture(name="answer")
def _answer(small):
    return Answer(small, AllOf(()), small.select(), small.select())


def test_lines_and_data_say_the_same(small, places):
    """Depth, relation, date, status, title, id, and whether it was told before."""
    lines = [line.split("\t") for line in thread_lines(places)]
    assert lines[0] == [
        "0",
        "",
        "2018-04-0X",
        "disputed",
        "The army lands :boom:",
        "landing",
        "first",
    ]
    assert [line[:2] + line[5:6] for line in lines[1:]] == [
        ["1", "part-of", "war"],
        ["2", "leads to", "occupation"],
        ["1", "leads to", "general-speaks"],
        ["2", "denied by", "rebels-deny"],
    ]
    data = node_data(places[0], small)
    assert [child["id"] for child in data["linked"]] == ["war", "general-speaks"]
    assert data["linked"][1]["relations"] == [
        {"type": "follows-from", "back": True, "words": "leads to"}
    ]


def test_stories_as_lines_and_data(small):
    """The largest first; the data names all its events."""
    found = stories(small.select(), small)
    assert next(story_lines(found)) == (
        "5\t4\t2018-03/2019-01-05\t2019-02/..\tWar of the Union [sic] with the rebels [/b]\twar"
    )
    assert next(story_rows(found))["events"] == [
        "war",
        "landing",
        "general-speaks",
        "rebels-deny",
        "occupation",
    ]


def test_a_view_says_how_much_of_a_thread_is_shown(small, answer):
    """Of three links away, or of one; alone it has no links."""
    root = small.get("landing")

    def view(depth, found):
        tree = thread(root, found, small, depth)
        return ThreadView(answer, tree, depth, whole(root, found, small))

    assert view(3, answer.found).remark() == "5 events, 4 links"
    assert view(1, answer.found).remark() == "3 of 5 linked events, 2 links; --depth 2 shows more"
    assert view(3, Selection(())).remark() == "1 event, no links"
    data = view(1, answer.found).json()
    assert (data["query"], data["links_away"], data["thread"]["id"]) == ("", 1, "landing")
    assert len(list(view(1, answer.found).jsonl())) == 3


def test_a_view_of_stories_leaves_out_what_has_no_link(answer):
    """It only counts them."""
    view = StoriesView(answer, stories(answer.found, answer.timeline))
    assert [len(story.events) for story in view.stories] == [5]
    assert view.remark() == "1 story, 2 events without links"
    assert view.json()["unlinked"] == 2
