"""A thread, and stories → lines and plain values, for other programs. No Rich here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from timeline.model.timeline import Timeline
from timeline.model.words import link_words
from timeline.reports.thread import Node, Relation, Story
from timeline.text import visible
from timeline.views.parts.json_data import match_data


def thread_lines(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield a line for each place in a thread.

    Depth, relation to the line it hangs on, date (EDTF), status, title, id, and
    `again` for an event that stands further up already, else `first`.
    """
    for node in nodes:
        event, words = node.match.event, relation_words(node.relations)
        told = "again" if node.again else "first"
        cells = (words, event.date.text, event.status, event.title, event.id, told)
        yield "\t".join((str(node.depth), *map(visible, cells)))


def relation_words(relations: Iterable[Relation]) -> str:
    """Return the words of the links between two events: "leads to, confirmed by"."""
    return ", ".join(link_words(each.type, back=each.back) for each in relations)


def node_data(node: Node, timeline: Timeline) -> Mapping[str, Any]:
    """Return a thread with everything that hangs on it, nested."""
    return {
        **_place_data(node, timeline),
        "linked": [node_data(child, timeline) for child in node.children],
    }


def node_rows(nodes: Iterable[Node], timeline: Timeline) -> Iterator[Mapping[str, Any]]:
    """Yield the data of each place in a thread, one after another."""
    return (_place_data(node, timeline) for node in nodes)


def story_lines(stories: Sequence[Story]) -> Iterator[str]:
    """Yield a line for each story: events, links, first and last date, title and id to start."""
    for story in stories:
        dates = (story.first.text, story.last.text)
        cells = (*dates, story.start.title, story.start.id)
        yield "\t".join((str(len(story.events)), str(story.links), *map(visible, cells)))


def story_rows(stories: Iterable[Story]) -> Iterator[Mapping[str, Any]]:
    """Yield the data of each story."""
    for story in stories:
        yield {
            "size": len(story.events),
            "links": story.links,
            "first": story.first.text,
            "last": story.last.text,
            "start": story.start.id,
            "title": story.start.title,
            "events": [event.id for event in story.events],
        }


def _place_data(node: Node, timeline: Timeline) -> Mapping[str, Any]:
    """Return a place in a thread; an event that stands further up already by its id alone."""
    relations = [
        {"type": each.type, "back": each.back, "words": link_words(each.type, back=each.back)}
        for each in node.relations
    ]
    event = {"id": node.match.event.id} if node.again else match_data(node.match, timeline)
    return {
        "depth": node.depth,
        "relations": relations,
        "again": node.again,
        "beyond": node.beyond,
        **event,
    }
