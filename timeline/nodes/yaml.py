"""YAML text → nodes, by libyaml's events.

How deep it is nested is bounded, and so is what aliases may expand to.
"""

from typing import NoReturn

import yaml
from yaml.events import SequenceStartEvent

from timeline.nodes.page import YAML_LINE_END, Page
from timeline.nodes.tree import (
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
from timeline.nodes.yaml_faults import Place, broken, unreadable
from timeline.nodes.yaml_walk import Event, Walk
from timeline.text import counted, quoted

MOST_WIDE = 1_000_000  # characters in one line: libyaml takes seconds for a larger one
_MOST_ALIASED = 50_000  # nodes and characters that aliases may add in a small file

_NOTHING = ("~", "null")  # as in JSON: a key without a value
_TAGS = ("!!str", "!!seq", "!!map")


def compose(page: Page, text: str) -> Node | None:
    """Return the one document in *text*, or None where there is none.

    Raises `Broken` for text that is not YAML, for more than one document, for
    nesting beyond 100 levels, lines beyond a million characters, tags, and
    aliases that would expand to more than the text has characters (and 50,000).
    """
    _refuse_wide(text)
    composer = _Composer(page, text)
    try:
        return composer.document()
    except yaml.MarkedYAMLError as error:
        # libyaml looks ahead, and may stop at depths of its own before we have counted ours.
        raise too_nested(text) or broken(page, error, composer.bracket) from error
    except yaml.reader.ReaderError as error:
        raise unreadable(text, error) from error


def _refuse_wide(text: str) -> None:
    if len(text) <= MOST_WIDE:
        return
    for number, line in enumerate(YAML_LINE_END.split(text), 1):
        if len(line) > MOST_WIDE:
            message = f"this line has {counted(len(line), 'character')}"
            raise Broken(number, 1, message, f"begin new lines; one may have {MOST_WIDE:,}")


class _Composer(Walk[Node]):
    """Nodes with the place where they begin; knows how much the aliases expand to."""

    def __init__(self, page: Page, text: str) -> None:
        super().__init__(text)
        self._lookalikes, self._watched = page.lookalikes, page.watched
        self._nodes = 0
        self._size = 0  # nodes and their characters, aliases expanded
        self._sizes: dict[str, int] = {}  # by the anchor
        self._aliased = 0  # what of it the aliases have added
        self._most = len(text) + _MOST_ALIASED
        self._open: list[Event] = []  # the lists and mappings around what is read

    @property
    def bracket(self) -> Place | None:
        """Line and column of the bracket in which reading stopped, None outside of any."""
        innermost = self._open[-1] if self._open else None
        return _place(innermost) if innermost and innermost.flow_style else None

    def document(self) -> Node | None:
        """Return the node of the only document that holds something."""
        found: Node | None = None
        for node in self.documents():
            if found and not is_blank(node):
                hint = "an event file is one document: take the line '---' out"
                raise Broken(node.line, node.column, "a second document begins here", hint)
            if not is_blank(node):
                found = node
        return found

    def scalar(self, event: Event) -> Scalar:
        mark, value = event.start_mark, event.value
        line, column = mark.line + 1, mark.column + 1
        if event.tag is not None:
            _refuse_tag(event.tag, line, column)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise too_many(line, column)
        if self._watched and self._watched in value:
            self._lookalikes.append(_reach(event))
        self._size += 1 + len(value)
        if value in _NOTHING and event.implicit[0]:
            value = ""
        return Scalar(value, line, column)

    def begin(self, event: Event) -> None:
        self._nodes += 1
        self._open.append(event)
        if event.tag is not None:
            _refuse_tag(event.tag, *_place(event))

    def collection(self, begin: Event, end: Event, inside: list[Node]) -> Node:  # noqa: ARG002
        self._open.pop()
        line, column = _place(begin)
        if self._nodes > MOST_NODES:
            raise too_many(line, column)
        self._size += 1
        if isinstance(begin, SequenceStartEvent):
            return Sequence(inside, line, column)
        return Mapping(list(zip(inside[::2], inside[1::2], strict=True)), line, column)

    def anchored(self, event: Event, depth: int) -> Node:
        before = self._size
        node = super().anchored(event, depth)
        self._sizes[event.anchor] = self._size - before
        return node

    def alias(self, event: Event, node: Node) -> Node:
        size = self._sizes[event.anchor]
        self._size += size
        self._aliased += size
        if self._aliased > self._most:
            message = "the aliases expand to more than the file could hold"
            raise Broken(*_place(event), message, "write the values out")
        return node

    def too_deep(self, event: Event) -> NoReturn:
        raise too_deep(*_place(event))

    def unknown(self, event: Event) -> NoReturn:
        message = f"the alias {quoted('*' + event.anchor)} stands for nothing above it"
        raise Broken(*_place(event), message, "put text that begins with * in quotes")


def _place(event: Event) -> Place:
    """Return the line and column, from 1, in which what *event* is about begins."""
    return event.start_mark.line + 1, event.start_mark.column + 1


def _reach(event: Event) -> tuple[Place, Place]:
    """Return where a text begins and ends; that of `| # why` begins in the line below."""
    start, end = event.start_mark, event.end_mark
    first = start.line + 1, start.column + 1
    if event.style in {"|", ">"}:
        first = start.line + 2, 1
    return first, (end.line + 1, end.column + 1)


def _refuse_tag(tag: str, line: int, column: int) -> None:
    """Refuse what `!Basta they said` is to YAML: the text 'they said', marked as a 'Basta'."""
    written = tag.replace("tag:yaml.org,2002:", "!!")
    if written not in _TAGS:
        message = f"{quoted(written)} is a tag to YAML, and event files have none"
        raise Broken(line, column, message, "put text that begins with ! in quotes")
