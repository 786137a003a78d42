"""A thread, and stories → a page, with Rich."""

from collections.abc import Sequence

from timeline.commands.support.run import Run
from timeline.pages.parts import heading
from timeline.pages.thread import StoryList, ThreadTree
from timeline.reports.answer import Answer
from timeline.reports.thread import Node, Story


def thread(run: Run, answer: Answer, places: Sequence[Node], count: str) -> None:
    """Show the tree whose *places* are given from top to bottom, and how much it holds."""
    look, timeline = run.screen.look, run.timeline
    over = heading(timeline.title, answer.query.describe(ascii=look.ascii), count, look)
    run.screen.page(over, ThreadTree(places, timeline, look))


def stories(run: Run, answer: Answer, found: Sequence[Story], count: str) -> None:
    """Show the stories that were *found*, and how many there are."""
    look, timeline = run.screen.look, run.timeline
    over = heading(timeline.title, answer.query.describe(ascii=look.ascii), count, look)
    run.screen.page(over, StoryList(found, look))
