"""What an event file is made of before it means anything: text, lists and mappings.

Every scalar is text: `2019`, `no`, `0044` and `2025-02-30` arrive as written
(docs/architecture.md#an-event-file-is-text). Lines and columns count from 1.
"""

from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from timeline.text import counted, one_line

MOST_DEEP = 100  # levels; an event file needs five
MOST_LONG = 100_000  # characters in one value
MOST_NODES = 5_000_000  # texts, lists and mappings in a file; 60 make an event


class Scalar(msgspec.Struct, gc=False):
    """A piece of text, and where it begins."""

    text: str
    line: int
    column: int


class Sequence(msgspec.Struct, gc=False):
    """A list, and where it begins."""

    items: "list[Node]"
    line: int
    column: int


class Mapping(msgspec.Struct, gc=False):
    """Keys with values, in the order of the file, and where it begins."""

    pairs: "list[tuple[Node, Node]]"
    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping


class Broken(Exception):
    """The text is not YAML or JSON at all: where, what, and what to write."""

    def __init__(self, line: int, column: int, message: str, hint: str = "") -> None:
        """Keep the place (from 1), the *message* and the *hint*."""
        super().__init__(message)
        self.line, self.column, self.message, self.hint = line, column, message, hint


class NotPlain(Exception):
    """It is not read quickly: it may be wrong, or right in another way."""


def too_deep(line: int, column: int) -> Broken:
    """Return the refusal of a list or mapping inside a hundred others."""
    hint = "an event file needs five levels; is a bracket left open?"
    return Broken(line, column, f"nested more than {MOST_DEEP} deep", hint)


def too_many(line: int, column: int) -> Broken:
    """Return the refusal of a file with more values than memory should hold."""
    hint = "make several files of it; they can be loaded together"
    return Broken(line, column, f"the file has more than {counted(MOST_NODES, 'value')}", hint)


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Return the texts of a list, or nothing where *node* is no list."""
    if isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar))


def pairs(node: Node | None) -> Iterator[tuple[str, Scalar]]:
    """Return the keys with text values of the mappings in a list."""
    items = node.items if isinstance(node, Sequence) else ()
    for item in items:
        if isinstance(item, Mapping):
            for key, value in item.pairs:
                if isinstance(key, Scalar) and isinstance(value, Scalar):
                    yield one_line(key.text), value


def mappings(node: Node | None) -> "Iterator[dict[str, Node]]":
    """Return the mappings in a list, each with its values by its keys that are text."""
    items = node.items if isinstance(node, Sequence) else ()
    for item in items:
        if isinstance(item, Mapping):
            yield {
                one_line(key.text): value for key, value in item.pairs if isinstance(key, Scalar)
            }


def is_blank(node: Node) -> bool:
    """Whether a key was written without a value."""
    return isinstance(node, Scalar) and not node.text.strip()
