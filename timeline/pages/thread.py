"""Linked events → a tree, and the stories of a timeline → a list.

Dates stand in one column on the left, the tree to the right of them. Each link is
said in words, with an arrow for its direction; an event stands once with what
hangs on it, and wherever it is met again, a mark refers to that place.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

import msgspec
from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.model.answers import Selection
from timeline.model.handles import Handles
from timeline.model.timeline import Timeline
from timeline.model.words import link_words, status_word, year_span
from timeline.pages.parts import (
    cut,
    date_column,
    date_lines,
    heading,
    in_column,
    kept_together,
    left_column,
    legend,
    prefixed,
    trimmed,
    with_handle,
    wrapped,
)
from timeline.reports.thread import Node, Relation, Story
from timeline.text import cells, counted, together, visible, widest
from timeline.views.parts.look import Look, arc_colours
from timeline.views.thread import StoriesView, ThreadView

_SHORT_DATE = 11  # cells of a date on a narrow page: enough for "31 Oct 2025"
_BRIEF_DATE = 20  # the most cells of a date that is cut to fit, rather than broken
_LEAST = 24  # cells of a title at the least, however deep the tree; half a narrow page
_LOW = "    "  # before what has no room beside the numbers
_NO_STROKE = "   "
_AGAIN = " (see above)"


def page(view: ThreadView | StoriesView, look: Look) -> tuple[RenderableType, ...]:
    """Return a tree or a list of stories under a heading, which says how much there is."""
    asked = view.answer.asked(ascii=look.ascii)
    over = heading(view.answer.timeline.title, asked, view.remark(), look)
    if isinstance(view, StoriesView):
        return over, StoryList(view.stories, view.answer.timeline, look)
    return over, ThreadTree(view.places, view.answer.timeline, look)


class Branches(msgspec.Struct, frozen=True):
    """The strokes of a tree, three cells each."""

    tee: str
    corner: str
    pipe: str


_BRANCHES: Final = Branches("├─ ", "└─ ", "│  ")
_ASCII_BRANCHES: Final = Branches("|- ", "`- ", "|  ")


class ThreadTree:
    """A thread as a Rich renderable."""

    def __init__(self, nodes: Sequence[Node], timeline: Timeline, look: Look) -> None:
        """Show the first of *nodes*, which are all places of its thread from top to bottom."""
        self._nodes = nodes
        self._timeline = timeline
        self._look = look
        self._handles = Handles(timeline)
        self._branches = _ASCII_BRANCHES if look.ascii else _BRANCHES
        self._colours = arc_colours(timeline)
        dates = [self._date(node) for node in nodes]
        self._date_width = date_column(dates, look, short=_SHORT_DATE)
        if look.brief:
            self._date_width = left_column(widest(dates), _BRIEF_DATE, look.page)

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the tree line by line."""
        yield Text()
        yield from self._node(console, self._nodes[0], "", "")
        yield Text()
        told = Selection(node.match for node in self._nodes)
        yield from kept_together(legend(told, self._look), self._look.page - 2, "dim")

    def _node(self, console: Console, node: Node, first: str, rest: str) -> Iterator[Text]:
        """Yield a node and what hangs on it; *first* and *rest* are the strokes before it."""
        goes_on = node.children or node.beyond
        stroke_below = self._branches.pipe if goes_on else _NO_STROKE
        below = rest + stroke_below
        dates = self._dates(console, Text(self._date(node), _style(node)))
        body = self._body(console, node, self._room(below))
        lines = zip_longest(dates, body, fillvalue=Text())
        for stroke, (date, line) in prefixed(first, below, lines):
            yield self._line(date, stroke, line)
        yield from self._children(console, node, rest)

    def _dates(self, console: Console, date: Text) -> Iterator[Text]:
        if self._look.brief:
            return iter([cut(date, self._date_width, self._look)])
        return date_lines(console, date, self._date_width)

    def _room(self, strokes: str) -> int:
        """Return the cells of a title behind *strokes*."""
        least = min(_LEAST, self._look.page // 2)
        return max(least, self._look.page - self._date_width - 3 - len(strokes))

    def _children(self, console: Console, node: Node, rest: str) -> Iterator[Text]:
        branches = self._branches
        for number, child in enumerate(node.children, 1):
            stroke, further = branches.tee, branches.pipe
            if number == len(node.children) and not node.beyond:
                stroke, further = branches.corner, _NO_STROKE
            yield from self._node(console, child, rest + stroke, rest + further)
        if node.beyond:
            more = Text(f"{self._look.dots} {counted(node.beyond, 'more event')} linked", "dim")
            yield self._line(Text(), rest + branches.corner, more)

    def _line(self, date: Text, strokes: str, line: Text) -> Text:
        row = in_column(date, self._date_width)
        row.append("  ").append(strokes, "dim").append_text(line)
        return trimmed(row)

    def _body(self, console: Console, node: Node, room: int) -> Iterator[Text]:
        if self._look.brief:
            yield self._in_a_line(node, room)
            return
        yield from wrapped(console, self._title(node), room)
        facts = self._facts(node)
        if facts.plain and not node.again:
            yield from wrapped(console, facts, room)

    def _in_a_line(self, node: Node, room: int) -> Text:
        again = _AGAIN if node.again else ""
        handle = self._handles.of(node.match.event)
        left = room - cells(handle) - len(again) - 2
        title = with_handle(cut(self._said(node), left, self._look), handle)
        return title.append(again, "dim")

    def _title(self, node: Node) -> Text:
        """Return what stands for an event, with its handle, and whether it was told before."""
        text = with_handle(self._said(node), self._handles.of(node.match.event))
        return text.append(_AGAIN, "dim") if node.again else text

    def _said(self, node: Node) -> Text:
        """Return the links that lead to an event, its sign and its title."""
        event, look = node.match.event, self._look
        text = Text()
        for relation in node.relations:
            text.append(self._relation(relation), "dim")
        maybe = look.mark(node.match)
        text.append(f"{maybe}{look.status(event.status)} ", self._colours.get(event.arc, ""))
        return text.append(visible(event.title), _style(node))

    def _relation(self, relation: Relation) -> str:
        words = link_words(relation.type, back=relation.back)
        return f"{self._look.arrow(back=relation.back)} {words} "

    def _facts(self, node: Node) -> Text:
        """Return the status in a word, and who did or says it."""
        event = node.match.event
        names = ", ".join(visible(self._timeline.actor_name(actor)) for actor in event.actors)
        return Text(together(self._look.dot, status_word(event), names), "dim")

    def _date(self, node: Node) -> str:
        return self._look.date(node.match.event)


def _style(node: Node) -> str:
    """Return the style of an event: dim where it was told before, bold where the tree begins."""
    if node.again:
        return "dim"
    return "" if node.depth else "bold"


class StoryList:
    """Stories as a Rich renderable: how many events, from when to when, where to start."""

    def __init__(self, stories: Sequence[Story], timeline: Timeline, look: Look) -> None:
        """Show *stories* of *timeline* in their order."""
        self._stories = stories
        self._handles = Handles(timeline)
        self._look = look
        spans = [cells(self._span(story)) for story in stories]
        self._span_width = max(spans, default=0)

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the list line by line."""
        yield Text()
        if self._stories:
            also = "" if self._look.brief else ", and its id"
            yield Text(f" events  {'years':<{self._span_width}}  most linked{also}", "dim")
        for story in self._stories:
            yield from self._story(console, story)

    def _story(self, console: Console, story: Story) -> Iterator[Text]:
        margin = f" {len(story.events):>6,}  {self._span(story):<{self._span_width}}  "
        if self._look.page - len(margin) - 2 < _LEAST:  # the rest stands below
            yield Text(margin)
            margin = _LOW
        room = self._look.page - len(margin) - 2
        title, handle = Text(visible(story.start.title)), self._handles.of(story.start)
        if self._look.brief:
            title = cut(title, room - cells(handle) - 1, self._look)
            yield Text(margin).append_text(with_handle(title, handle))
            return
        for line in wrapped(console, with_handle(title, handle), room):
            yield Text(margin).append_text(line)
            margin = " " * len(margin)
        # An id stays whole, to be copied.
        id_ = Text(margin, no_wrap=True, overflow="ignore")
        yield id_.append(visible(story.start.id), "dim")

    def _span(self, story: Story) -> str:
        return year_span((story.first, story.last), self._look.dash)
