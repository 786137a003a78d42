"""A part of a YAML text → nodes, with their places in the whole."""

import re
from functools import cache
from typing import Final

from timeline.nodes import yaml
from timeline.nodes.page import YAML_LINE_END, Page
from timeline.nodes.tree import Mapping, Node, Scalar, Sequence

_SIGNS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
_NOTHING: Final = ("~", "null")


def nodes_of(part: str, line: int, whole: Page | None = None) -> Node:
    """Return what is in a *part* of a text that begins in a *line*; raises `Broken`.

    The page of the *whole* text is told which texts in it look like comments that ignore a rule.
    """
    page = Page("", part, YAML_LINE_END)
    node = yaml.compose(page, part) or Scalar("", 1, 1)
    _move(node, line - 1)
    if whole and page.lookalikes:
        whole.lookalikes += [
            ((first + line - 1, column), (last + line - 1, end))
            for (first, column), (last, end) in page.lookalikes
        ]
    return node


def _move(node: Node, by: int) -> None:
    node.line += by
    if isinstance(node, Sequence):
        for item in node.items:
            _move(item, by)
    elif isinstance(node, Mapping):
        for pair in node.pairs:
            for each in pair:
                _move(each, by)


def outline(part: str, line: int, column: int) -> Mapping:
    """Return the item of a list as one that ends in the line in which its last words begin.

    It begins in a *line* and *column*; the lines of *part* are plain, and no text is folded.
    """
    lines = part.split("\n")
    while lines[-1].lstrip(" ")[:1] in ("", "#"):
        lines.pop()
    end = Scalar("", line + len(lines) - 1, 1)
    return Mapping([(end, end)], line, column)


def pair_of(part: str, line: int, column: int, key: str) -> tuple[Node, Node] | None:
    """Return a *key* of the item of a list and its value; None where it has no such key.

    The lines of *part* are plain, as those of `yaml_lines`; its keys begin in a *column*.
    """
    start = _start(part, column, key)
    if start < 0:
        return None
    line += part.count("\n", 0, start)
    behind = start + len(key) + 1
    text, _, _ = part[behind:].partition("\n")
    value = text.strip(" ")
    name = Scalar(key, line, column + 1)
    if value and value[0] not in _SIGNS:
        begin = column + len(key) + 2 + len(text) - len(text.lstrip(" "))
        return name, Scalar("" if value in _NOTHING else value, line, begin)
    below = _next_key(column).search(part, behind)
    end = below.start() if below else len(part)
    found = nodes_of(" " * column + part[start:end], line)
    return found.pairs[0] if isinstance(found, Mapping) else None


def _start(part: str, column: int, key: str) -> int:
    """Return where a *key* begins, -1 where it does not."""
    if part.startswith((f"{key}: ", f"{key}:\n"), column) or part[column:] == f"{key}:":
        return column
    begins = f"\n{' ' * column}{key}:"
    at = part.find(begins)
    while at >= 0 and part[at + len(begins) : at + len(begins) + 1] not in ("", " ", "\n"):
        at = part.find(begins, at + 1)
    return at + 1 + column if at >= 0 else -1


@cache
def _next_key(column: int) -> re.Pattern[str]:
    """Return the pattern of a line in which a key begins in a *column*."""
    return re.compile(rf"^ {{{column}}}[^ #\n-]", re.MULTILINE)
