"""YAML text → what stands where: texts, lists and mappings with their offsets and lines.

Loading has nodes of its own, which know where a value begins; these know where it
ends as well. The end is that of the last character, not of blank lines and comments
behind it, which libyaml counts to a block.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import msgspec
import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from timeline.editing.lines import BLANKS, BREAKS, CannotEdit, Sheet
from timeline.text import one_line

_MOST_DEEP: Final = 100  # as in loading
_NOTHING: Final = ("", "~", "null")


class Node(msgspec.Struct):
    """A part of a text: offsets of its first character and behind its last; its lines.

    *column* is that of its first character. *marked* says that it has an anchor or a tag.
    """

    start: int
    end: int
    line: int
    last: int
    column: int
    marked: bool


class Scalar(Node):
    """A text, and how it is written: plain ("" as style), `'`, `"`, `|` or `>`."""

    text: str = ""
    style: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether a key stands there without a value."""
        return not self.style and self.text.strip() in _NOTHING


class Items(Node):
    """A list, in lines that begin with a hyphen, or in brackets."""

    items: "list[AnyNode]" = []
    flow: bool = False


class Pairs(Node):
    """Keys with values, in lines, or in braces."""

    pairs: "list[tuple[AnyNode, AnyNode]]" = []
    flow: bool = False

    def get(self, key: str) -> "AnyNode | None":
        """Return the value of *key*, if it has one."""
        return next((value for name, value in self.pairs if _is_called(name, key)), None)


class Alias(Node):
    """The repetition of a node that has an anchor further up."""

    target: "AnyNode | None" = None


AnyNode: TypeAlias = Scalar | Items | Pairs | Alias


def resolved(node: AnyNode | None) -> AnyNode | None:
    """Return *node*, or what it is an alias of."""
    return resolved(node.target) if isinstance(node, Alias) else node


def _is_called(name: AnyNode, key: str) -> bool:
    # Most keys are others: to see that costs next to nothing.
    return not (isinstance(name, Scalar) and key not in name.text) and text_of(name) == key


def text_of(node: AnyNode | None) -> str:
    """Return the text of a scalar as loading has it, or ""."""
    found = resolved(node) if isinstance(node, Alias) else node
    return one_line(found.text) if isinstance(found, Scalar) and not found.is_blank else ""


def compose(sheet: Sheet) -> AnyNode | None:
    """Return the one document of a text, or None where there is none.

    Raises `CannotEdit` for what is not YAML, for several documents, and for what is
    nested beyond 100 levels.
    """
    try:
        return _Composer(sheet).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f" in line {mark.line + 1}" if mark else ""
        raise CannotEdit(
            f"this is not YAML{where}", "`timeline check` says what is wrong"
        ) from error
    except yaml.reader.ReaderError as error:
        raise CannotEdit("this is not YAML", "`timeline check` says what is wrong") from error


class _Composer:
    """Nodes from a stream of events, without calling itself for every level."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._found: AnyNode | None = None
        self._documents = 0
        self._anchors: dict[str, AnyNode] = {}
        self._open: list[tuple[Items | Pairs, list[AnyNode], str | None]] = []
        # By its very class: a file has some thirty events for each of ours.
        self._takes: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            AliasEvent: self._alias,
            SequenceStartEvent: self._begin,
            MappingStartEvent: self._begin,
            SequenceEndEvent: self._close,
            MappingEndEvent: self._close,
            DocumentStartEvent: self._begin_document,
        }

    def document(self) -> AnyNode | None:
        get_event = yaml.CBaseLoader(self._sheet.text).get_event
        while not isinstance(event := get_event(), StreamEndEvent):
            if take := self._takes.get(type(event)):
                take(event)
        return self._found

    def _begin_document(self, _: Any) -> None:  # noqa: ANN401  the stubs leave marks optional
        self._documents += 1
        if self._documents > 1:
            hint = "an event file is one document: take the other '---' out"
            raise CannotEdit("the file has several documents", hint)

    def _add(self, node: AnyNode, anchor: str | None) -> None:
        """Put a node that is whole into the collection around it."""
        if anchor:
            self._anchors[anchor] = node
        if self._open:
            self._open[-1][1].append(node)
        else:
            self._found = node

    def _alias(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor not in self._anchors:
            line = event.start_mark.line + 1
            message = f"the alias in line {line} stands for nothing above it"
            raise CannotEdit(message, "put text that begins with * in quotes")
        start, end = event.start_mark, event.end_mark
        place = start.index, end.index, start.line, end.line, start.column
        # Its anchor is that of another node: it is not marked itself.
        self._add(Alias(*place, marked=False, target=self._anchors[event.anchor]), None)

    def _begin(self, event: Any) -> None:  # noqa: ANN401
        if len(self._open) >= _MOST_DEEP:
            raise CannotEdit(f"nested more than {_MOST_DEEP} deep", "is a bracket left open?")
        kind = Pairs if isinstance(event, MappingStartEvent) else Items
        start, end, marked = event.start_mark, event.end_mark, bool(event.anchor or event.tag)
        place = start.index, end.index, start.line, end.line, start.column
        self._open.append((kind(*place, marked, flow=bool(event.flow_style)), [], event.anchor))

    def _close(self, event: Any) -> None:  # noqa: ANN401
        node, inside, anchor = self._open.pop()
        if isinstance(node, Pairs):
            node.pairs = list(zip(inside[::2], inside[1::2], strict=True))
        else:
            node.items = inside
        if node.flow:
            self._end_brackets(node, event, inside)
        elif inside:
            node.end, node.last = inside[-1].end, inside[-1].last
        self._add(node, anchor)

    def _end_brackets(self, node: Items | Pairs, event: Any, inside: list[AnyNode]) -> None:  # noqa: ANN401
        """Set where *node* ends: `[a: b]` has a mapping that has no braces of its own."""
        if self._sheet.text[event.end_mark.index - 1] in "]}" or not inside:
            node.end, node.last = event.end_mark.index, event.end_mark.line
        else:
            node.end, node.last = inside[-1].end, inside[-1].last

    def _scalar(self, event: Any) -> None:  # noqa: ANN401
        style = "" if event.style in (None, ":") else event.style
        start, end, marked = event.start_mark, event.end_mark, bool(event.anchor or event.tag)
        place = start.index, end.index, start.line, end.line, start.column
        node = Scalar(*place, marked, text=event.value, style=style)
        if style in ("|", ">"):
            written = self._sheet.text[node.start : node.end].rstrip(BLANKS + BREAKS)
            node.end = node.start + len(written)
            node.last = self._sheet.line_of(node.end - 1)
        self._add(node, event.anchor)
