"""A thread, and stories, in plain forms."""

from collections.abc import Iterable, Iterator, Sequence

from timeline.model.timeline import Timeline
from timeline.model.words import link_words
from timeline.reports import thread as threads
from timeline.reports.answer import Answer
from timeline.reports.thread import Node, Relation, Story
from timeline.text import counted, visible
from timeline.views.parts.json_data import Object, answer_data, match_data
from timeline.views.view import View


class ThreadView(View):
    """What is linked with an event, as a tree: its `places` from top to bottom."""

    def __init__(self, answer: Answer, tree: Node, depth: int, whole: int) -> None:
        """Show the *tree* of what *depth* links lead to among the events of *answer*.

        *whole* is how many events there would be if every link was followed.
        """
        self.answer = answer
        self.places = list(threads.nodes(tree))
        self._tree = tree
        self._depth = depth
        self._whole = whole

    def lines(self) -> Iterator[str]:
        """Yield a line for each place."""
        return thread_lines(self.places)

    def json(self) -> Object:
        """Return the whole answer, with the tree as a nested thread."""
        timeline, asked = self.answer.timeline, self.answer.asked()
        thread = node_data(self._tree, timeline)
        return answer_data(timeline, asked, links_away=self._depth, thread=thread)

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each place."""
        return node_rows(self.places, self.answer.timeline)

    def remark(self) -> str:
        """Return how much is shown: "3 of 5 linked events, 2 links; --depth 2 shows more"."""
        events = sum(not node.again for node in self.places)
        links = sum(len(node.relations) for node in self.places)
        held = counted(links, "link") if links else "no links"
        if events == self._whole:
            return f"{counted(events, 'event')}, {held}"
        deeper = f"--depth {self._depth + 1} shows more"
        return f"{events:,} of {self._whole:,} linked events, {held}; {deeper}"


class StoriesView(View):
    """What links hold together: the stories of an answer."""

    def __init__(self, answer: Answer, stories: Sequence[Story]) -> None:
        """Show the *stories* of *answer*, and count the events that are in none."""
        self.answer = answer
        self.stories = stories
        self._alone = len(answer.found) - sum(len(story.events) for story in stories)

    def lines(self) -> Iterator[str]:
        """Yield a line for each story."""
        return story_lines(self.stories)

    def json(self) -> Object:
        """Return the whole answer, and how many events no link holds."""
        timeline, asked = self.answer.timeline, self.answer.asked()
        return answer_data(timeline, asked, unlinked=self._alone, stories=list(self.jsonl()))

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each story."""
        return story_rows(self.stories)

    def remark(self) -> str:
        """Return how many there are: "3 stories, 12 events without links"."""
        stories = counted(len(self.stories), "story", "stories")
        return f"{stories}, {counted(self._alone, 'event')} without links"


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


def node_data(node: Node, timeline: Timeline) -> Object:
    """Return a thread with everything that hangs on it, nested."""
    return {
        **_place_data(node, timeline),
        "linked": [node_data(child, timeline) for child in node.children],
    }


def node_rows(nodes: Iterable[Node], timeline: Timeline) -> Iterator[Object]:
    """Yield the data of each place in a thread, one after another."""
    return (_place_data(node, timeline) for node in nodes)


def story_lines(stories: Sequence[Story]) -> Iterator[str]:
    """Yield a line for each story: events, links, first and last date, title and id to start."""
    for story in stories:
        dates = (story.first.text, story.last.text)
        cells = (*dates, story.start.title, story.start.id)
        yield "\t".join((str(len(story.events)), str(story.links), *map(visible, cells)))


def story_rows(stories: Iterable[Story]) -> Iterator[Object]:
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


def _place_data(node: Node, timeline: Timeline) -> Object:
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
