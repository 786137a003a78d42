"""YAML text → what stands where: texts, lists and mappings with their offsets and lines.

Loading has nodes of its own, which know where a value begins; these know where it
ends as well. The end is that of the last character, not of blank lines and comments
behind it, which libyaml counts to a block.
"""

from itertools import islice
from typing import Final, NoReturn, TypeAlias

import msgspec
import yaml
from yaml.events import MappingStartEvent

from timeline.editing.lines import BLANKS, BREAKS, CannotEdit, Sheet
from timeline.nodes.tree import MOST_DEEP
from timeline.nodes.yaml_walk import Event, Walk
from timeline.text import one_line

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
        for name, value in self.pairs:
            if _is_called(name, key):
                return value
        return None


class Alias(Node):
    """The repetition of a node that has an anchor further up."""

    target: "AnyNode | None" = None


AnyNode: TypeAlias = Scalar | Items | Pairs | Alias


def resolved(node: AnyNode | None) -> AnyNode | None:
    """Return *node*, or what it is an alias of."""
    while isinstance(node, Alias):
        node = node.target
    return node


def _is_called(name: AnyNode, key: str) -> bool:
    if isinstance(name, Scalar) and key not in name.text:
        return False  # most keys are others: to see that costs next to nothing
    return text_of(name) == key


def text_of(node: AnyNode | None) -> str:
    """Return the text of a scalar as loading has it, or ""."""
    found = resolved(node)
    if isinstance(found, Scalar) and not found.is_blank:
        return one_line(found.text)
    return ""


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


class _Composer(Walk[AnyNode]):
    """Nodes with the places where they begin and end."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet.text)
        self._sheet = sheet

    def document(self) -> AnyNode | None:
        found = list(islice(self.documents(), 2))
        if len(found) > 1:
            hint = "an event file is one document: take the other '---' out"
            raise CannotEdit("the file has several documents", hint)
        return next(iter(found), None)

    def scalar(self, event: Event) -> Scalar:
        style = "" if event.style in (None, ":") else event.style
        node = Scalar(*_place(event), _is_marked(event), text=event.value, style=style)
        if style in ("|", ">"):
            written = self._sheet.text[node.start : node.end].rstrip(BLANKS + BREAKS)
            node.end = node.start + len(written)
            node.last = self._sheet.line_of(node.end - 1)
        return node

    def collection(self, begin: Event, end: Event, inside: list[AnyNode]) -> Items | Pairs:
        node = _empty(begin)
        if isinstance(node, Pairs):
            node.pairs = list(zip(inside[::2], inside[1::2], strict=True))
        else:
            node.items = inside
        if node.flow and (not inside or self._has_brackets(end)):
            node.end, node.last = end.end_mark.index, end.end_mark.line
        elif inside:
            node.end, node.last = inside[-1].end, inside[-1].last
        return node

    def _has_brackets(self, end: Event) -> bool:
        """Return whether it ends with a bracket: `[a: b]` has a mapping without its own."""
        return self._sheet.text[end.end_mark.index - 1] in "]}"

    def alias(self, event: Event, node: AnyNode) -> Alias:
        # Its anchor is that of another node: it is not marked itself.
        return Alias(*_place(event), marked=False, target=node)

    def too_deep(self, event: Event) -> NoReturn:  # noqa: ARG002  wherever that is
        raise CannotEdit(f"nested more than {MOST_DEEP} deep", "is a bracket left open?")

    def unknown(self, event: Event) -> NoReturn:
        message = f"the alias in line {event.start_mark.line + 1} stands for nothing above it"
        raise CannotEdit(message, "put text that begins with * in quotes")


def _empty(begin: Event) -> Items | Pairs:
    """Return the list or mapping that begins, without what is in it."""
    kind = Pairs if isinstance(begin, MappingStartEvent) else Items
    return kind(*_place(begin), _is_marked(begin), flow=bool(begin.flow_style))


def _place(event: Event) -> tuple[int, int, int, int, int]:
    """Return the offsets, lines and column of a node, as far as its first event says them."""
    start, end = event.start_mark, event.end_mark
    return start.index, end.index, start.line, end.line, start.column


def _is_marked(event: Event) -> bool:
    return bool(event.anchor or event.tag)
