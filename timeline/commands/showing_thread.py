"""A thread, and stories → the screen."""

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.commands.forms import Forms, Later, remark, show
from timeline.commands.support.options import Question
from timeline.commands.support.run import Run
from timeline.commands.support.show import nothing_to_show
from timeline.errors import UsageError
from timeline.model.records import Event
from timeline.reports import thread as threads
from timeline.reports.thread import Node
from timeline.text import counted
from timeline.views import thread as thread_rows
from timeline.views.parts import json_data

if TYPE_CHECKING:
    from timeline.commands import paging_thread
else:  # Rich is for pages only
    paging_thread = Later("timeline.commands.paging_thread")


def start(run: Run, name: str | None) -> Event:
    """Return the event called *name*; raises `UsageError` if there is no name."""
    if not name:
        hint = "write `timeline thread ID`, or --all for a list of the stories"
        raise UsageError("which event?", hint)
    return run.timeline.get(name)


def with_word(question: Question, word: str | None) -> Question:
    """Return *question* with a first *word* that was taken for an id."""
    return replace(question, query=[word, *(question.query or ())]) if word else question


def thread(run: Run, root: Event, question: Question, depth: int) -> None:
    """Show what *depth* links lead to from *root*, among the events of *question*."""
    answer = run.answer(question)
    tree = threads.thread(root, answer.found, depth)
    places = list(threads.nodes(tree))
    count = _count(places, threads.whole(root, answer.found))
    timeline, asked = run.timeline, answer.query.describe()
    forms = Forms(
        page=lambda: paging_thread.thread(run, answer, places, count),
        lines=lambda: thread_rows.thread_lines(places),
        json=lambda: {
            **json_data.answer_data(timeline, asked),
            "links_away": depth,
            "thread": thread_rows.node_data(tree, timeline),
        },
        jsonl=lambda: thread_rows.node_rows(places, timeline),
    )
    show(run.screen, forms)
    remark(run.screen, count)


def stories(run: Run, question: Question) -> None:
    """Show what links hold together among the events of *question*."""
    answer = run.answer(question)
    if nothing_to_show(run, answer):
        return
    every = threads.stories(answer.found)
    linked = [story for story in every if len(story.events) > 1]
    alone = len(every) - len(linked)
    said = f"{counted(len(linked), 'story', 'stories')}, {counted(alone, 'event')} without links"
    timeline, asked = run.timeline, answer.query.describe()
    forms = Forms(
        page=lambda: paging_thread.stories(run, answer, linked, said),
        lines=lambda: thread_rows.story_lines(linked),
        json=lambda: {
            **json_data.answer_data(timeline, asked),
            "unlinked": alone,
            "stories": list(thread_rows.story_rows(linked)),
        },
        jsonl=lambda: thread_rows.story_rows(linked),
    )
    show(run.screen, forms)
    remark(run.screen, said)


def _count(places: list[Node], whole: int) -> str:
    """Return how many events and links are shown: "32 of 105 linked events, 42 links"."""
    events = sum(not node.again for node in places)
    links = sum(len(node.relations) for node in places)
    part = f"{events:,} of {whole:,} linked events" if events < whole else counted(events, "event")
    return f"{part}, {counted(links, 'link') if links else 'no links'}"
