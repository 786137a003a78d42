"""A thread, and stories → a page, with Rich."""

from collections.abc import Sequence

from timeline.commands.session import Answer, Session
from timeline.model import Node, Story
from timeline.rendering.heading import heading
from timeline.rendering.threads.thread_tree import StoryList, ThreadTree


def thread(session: Session, answer: Answer, places: Sequence[Node], count: str) -> None:
    """Show the tree whose *places* are given from top to bottom, and how much it holds."""
    look, timeline = session.screen.look, session.timeline
    over = heading(timeline.title, answer.query.describe(ascii=look.ascii), count, look)
    session.screen.page(over, ThreadTree(places, timeline, look))


def stories(session: Session, answer: Answer, found: Sequence[Story], count: str) -> None:
    """Show the stories that were *found*, and how many there are."""
    look, timeline = session.screen.look, session.timeline
    over = heading(timeline.title, answer.query.describe(ascii=look.ascii), count, look)
    session.screen.page(over, StoryList(found, look))
