"""YAML text → what stands where: texts, lists and mappings with their offsets and lines.

Loading has nodes of its own, which know where a value begins; these know where it
ends as well. The end is that of the last character, not of blank lines and comments
behind it, which libyaml counts to a block.
"""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import msgspec
import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)

from timeline.editing.refusing import CannotEdit
from timeline.editing.sheet import BLANKS, BREAKS, Sheet
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
        return next((value for name, value in self.pairs if text_of(name) == key), None)


class Alias(Node):
    """The repetition of a node that has an anchor further up."""

    target: "AnyNode | None" = None


AnyNode: TypeAlias = Scalar | Items | Pairs | Alias


def resolved(node: AnyNode | None) -> AnyNode | None:
    """Return *node*, or what it is an alias of."""
    return resolved(node.target) if isinstance(node, Alias) else node


def text_of(node: AnyNode | None) -> str:
    """Return the text of a scalar as loading has it, or ""."""
    found = resolved(node)
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
        self._anchors: dict[str, AnyNode] = {}
        self._open: list[tuple[Items | Pairs, list[AnyNode], str | None]] = []

    def document(self) -> AnyNode | None:
        found: AnyNode | None = None
        documents = 0
        for event in self._events():
            documents += isinstance(event, DocumentStartEvent)
            if documents > 1:
                hint = "an event file is one document: take the other '---' out"
                raise CannotEdit("the file has several documents", hint)
            node = self._node(event)
            found = node if node and not self._open else found
        return found

    def _events(self) -> Iterator[Any]:
        get_event = yaml.CBaseLoader(self._sheet.text).get_event
        while not isinstance(event := get_event(), StreamEndEvent):
            yield event

    def _node(self, event: Any) -> AnyNode | None:  # noqa: ANN401  the stubs leave marks optional
        """Return the node that ends with *event*, already in the collection around it."""
        if isinstance(event, CollectionEndEvent):
            node, anchor = self._closed(event)
        elif not isinstance(event, NodeEvent):
            return None
        elif isinstance(event, AliasEvent):
            node, anchor = self._alias(event), None
        elif isinstance(event, ScalarEvent):
            node, anchor = self._scalar(event), event.anchor
        else:
            self._begin(event)
            return None
        if anchor:
            self._anchors[anchor] = node
        if self._open:
            self._open[-1][1].append(node)
        return node

    def _alias(self, event: Any) -> Alias:  # noqa: ANN401
        if event.anchor not in self._anchors:
            line = event.start_mark.line + 1
            message = f"the alias in line {line} stands for nothing above it"
            raise CannotEdit(message, "put text that begins with * in quotes")
        return Alias(*self._place(event), target=self._anchors[event.anchor])

    def _begin(self, event: Any) -> None:  # noqa: ANN401
        if len(self._open) >= _MOST_DEEP:
            raise CannotEdit(f"nested more than {_MOST_DEEP} deep", "is a bracket left open?")
        kind = Pairs if isinstance(event, MappingStartEvent) else Items
        node = kind(*self._place(event), flow=bool(event.flow_style))
        self._open.append((node, [], event.anchor))

    def _closed(self, event: Any) -> tuple[AnyNode, str | None]:  # noqa: ANN401
        node, inside, anchor = self._open.pop()
        if isinstance(node, Pairs):
            node.pairs = list(zip(inside[::2], inside[1::2], strict=True))
        else:
            node.items = inside
        if node.flow:
            self._end_brackets(node, event, inside)
        elif inside:
            node.end, node.last = inside[-1].end, inside[-1].last
        return node, anchor

    def _end_brackets(self, node: Items | Pairs, event: Any, inside: list[AnyNode]) -> None:  # noqa: ANN401
        """Set where *node* ends: `[a: b]` has a mapping that has no braces of its own."""
        if self._sheet.text[event.end_mark.index - 1] in "]}" or not inside:
            node.end, node.last = event.end_mark.index, event.end_mark.line
        else:
            node.end, node.last = inside[-1].end, inside[-1].last

    def _scalar(self, event: Any) -> Scalar:  # noqa: ANN401
        style = "" if event.style in (None, ":") else event.style
        node = Scalar(*self._place(event), text=event.value, style=style)
        if style in {"|", ">"}:
            written = self._sheet.text[node.start : node.end].rstrip(BLANKS + BREAKS)
            node.end = node.start + len(written)
            node.last = self._sheet.line_of(node.end - 1)
        return node

    @staticmethod
    def _place(event: Any) -> tuple[int, int, int, int, int, bool]:  # noqa: ANN401
        start, end = event.start_mark, event.end_mark
        repeats = isinstance(event, AliasEvent)  # its anchor is that of another node
        marked = not repeats and bool(event.anchor or event.tag)
        return start.index, end.index, start.line, end.line, start.column, marked
