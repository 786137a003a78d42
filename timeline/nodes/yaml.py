"""YAML text → nodes, by libyaml's events.

The events are put together here, not by `yaml.compose`: that one calls itself
for every level, in C, and a file of twenty thousand brackets ends the program.
Here the depth is bounded, and so is what aliases may expand to.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import yaml
from yaml.events import AliasEvent, NodeEvent, ScalarEvent, SequenceStartEvent

from timeline.nodes.page import YAML_LINE_END, Page
from timeline.nodes.tree import (
    MOST_DEEP,
    MOST_NODES,
    Broken,
    Mapping,
    Node,
    Scalar,
    Sequence,
    is_blank,
    too_deep,
    too_many,
)
from timeline.nodes.yaml_brackets import too_nested
from timeline.nodes.yaml_faults import broken, unreadable
from timeline.text import counted, quoted

MOST_WIDE = 1_000_000  # characters in one line: libyaml takes seconds for a larger one
_MOST_ALIASED = 50_000  # nodes and characters that aliases may add in a small file

_NOTHING = ("~", "null")  # as in JSON: a key without a value
_TAGS = ("!!str", "!!seq", "!!map")
_Event: TypeAlias = Any  # its stubs call every mark optional; libyaml sets them all


def compose(page: Page, text: str) -> Node | None:
    """Return the one document in *text*, or None where there is none.

    Raises `Broken` for text that is not YAML, for more than one document, for
    nesting beyond 100 levels, lines beyond a million characters, tags, and
    aliases that would expand to more than the text has characters (and 50,000).
    """
    _refuse_wide(text)
    try:
        return _Composer(page, text).document()
    except yaml.MarkedYAMLError as error:
        # libyaml looks ahead, and may stop at depths of its own before we have counted ours.
        raise too_nested(text) or broken(page, error) from error
    except yaml.reader.ReaderError as error:
        raise unreadable(text, error) from error


def _refuse_wide(text: str) -> None:
    if len(text) <= MOST_WIDE:
        return
    for number, line in enumerate(YAML_LINE_END.split(text), 1):
        if len(line) > MOST_WIDE:
            message = f"this line has {counted(len(line), 'character')}"
            raise Broken(number, 1, message, f"begin new lines; one may have {MOST_WIDE:,}")


class _Composer:
    """Nodes from a stream of events; knows how much the aliases expand to."""

    def __init__(self, page: Page, text: str) -> None:
        self._lookalikes, self._watched = page.lookalikes, page.watched
        self._next: Callable[[], _Event] = yaml.CBaseLoader(text).get_event
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._nodes = 0
        self._size = 0  # nodes and their characters, aliases expanded
        self._aliased = 0  # what of it the aliases have added
        self._most = len(text) + _MOST_ALIASED

    def document(self) -> Node | None:
        """Return the node of the only document that holds something."""
        found: Node | None = None
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if not isinstance(event, NodeEvent):
                continue
            node = self._node(event, 0)
            if found and not is_blank(node):
                hint = "an event file is one document: take the line '---' out"
                raise Broken(node.line, node.column, "a second document begins here", hint)
            found = found or (None if is_blank(node) else node)
        return found

    def _node(self, event: _Event, depth: int) -> Node:
        if isinstance(event, AliasEvent):
            return self._alias(event)
        before = self._size
        self._nodes += 1
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if event.tag is not None:
            _refuse_tag(event.tag, line, column)
        node: Node
        if isinstance(event, ScalarEvent):
            value = event.value
            if self._watched and self._watched in value:
                self._lookalikes.append(_reach(event))
            node = Scalar("" if value in _NOTHING and event.implicit[0] else value, line, column)
            self._size += 1 + len(value)
        else:
            node = self._collection(event, depth, line, column)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, self._size - before)
        return node

    def _collection(self, event: _Event, depth: int, line: int, column: int) -> Node:
        if depth >= MOST_DEEP:
            raise too_deep(line, column)
        inside = self._children(depth + 1)
        self._size += 1
        if isinstance(event, SequenceStartEvent):
            return Sequence(inside, line, column)
        return Mapping(list(zip(inside[::2], inside[1::2], strict=True)), line, column)

    def _children(self, depth: int) -> list[Node]:
        inside: list[Node] = []
        while isinstance(event := self._next(), NodeEvent):
            inside.append(self._node(event, depth))
            if self._nodes > MOST_NODES:
                raise too_many(inside[-1].line, inside[-1].column)
        return inside

    def _alias(self, event: _Event) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if event.anchor not in self._anchors:
            message = f"the alias {quoted('*' + event.anchor)} stands for nothing above it"
            raise Broken(line, column, message, "put text that begins with * in quotes")
        node, size = self._anchors[event.anchor]
        self._size += size
        self._aliased += size
        if self._aliased > self._most:
            message = "the aliases expand to more than the file could hold"
            raise Broken(line, column, message, "write the values out")
        return node


def _reach(event: _Event) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where a text begins and ends; that of `| # why` begins in the line below."""
    start, end = event.start_mark, event.end_mark
    first = (start.line + 2, 1) if event.style in {"|", ">"} else (start.line + 1, start.column + 1)
    return first, (end.line + 1, end.column + 1)


def _refuse_tag(tag: str, line: int, column: int) -> None:
    """Refuse what `!Basta they said` is to YAML: the text 'they said', marked as a 'Basta'."""
    written = tag.replace("tag:yaml.org,2002:", "!!")
    if written not in _TAGS:
        message = f"{quoted(written)} is a tag to YAML, and event files have none"
        raise Broken(line, column, message, "put text that begins with ! in quotes")
