"""The items of a list, the entries of a mapping: which lines and which comments are whose.

Comments directly above belong to what follows, and so does a heading, which has blank
lines on both sides. Comments below belong to what stands above them if they are
indented more than it, or follow it at once with a blank line behind them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.editing.lines import BLANKS, CannotEdit, Sheet
from timeline.editing.nodes import AnyNode, Items, Node, Pairs

_HYPHEN = re.compile(r"[ ]*-(?=[ \t]|$)")


class Span(NamedTuple):
    """The lines of an item: its comments from *lead* on, itself from *line* to before *end*."""

    lead: int
    line: int
    end: int


class Part(NamedTuple):
    """An item, or the key of an entry, with its lines, which are those of a `Span`."""

    node: AnyNode
    lead: int
    line: int
    end: int


def item_parts(sheet: Sheet, node: Items, top: int) -> list[Part]:
    """Return the items of a list in lines; *top* is the first line that may belong to them.

    Raises `CannotEdit` for a list in brackets, and for hyphens that do not begin their line.
    """
    if node.flow:
        hint = "write each event in lines of its own, the first beginning with '- '"
        raise CannotEdit("the events stand in brackets", hint)
    return _parts(sheet, node.items, *item_lines(sheet, node, top), (top, node.column))


def item_lines(sheet: Sheet, node: Items, top: int) -> tuple[list[int], list[int]]:
    """Return the lines in which the items of a list begin, and those of their last words.

    Raises `CannotEdit` for hyphens that do not begin their line.
    """
    begins, after = list[int](), top
    for item in node.items:
        begins.append(_hyphen_line(sheet, after, item, node.column))
        after = max(item.last, begins[-1]) + 1
    lasts = [max(item.last, line) for item, line in zip(node.items, begins, strict=True)]
    return begins, lasts


def pair_parts(sheet: Sheet, node: Pairs, top: int) -> list[Part]:
    """Return the keys of a mapping in lines, each with its value.

    Raises `CannotEdit` for a mapping in braces, and for keys that do not begin their line.
    """
    if node.flow:
        raise CannotEdit("this stands in braces", "write each key in a line of its own")
    keys = [key for key, _ in node.pairs]
    for number, key in enumerate(keys):
        before = sheet.body(key.line)[: key.column]
        may_stand = BLANKS if number else BLANKS + "-"
        if key.column != node.column or before.strip(may_stand):
            raise CannotEdit(
                f"the key in line {key.line + 1} does not begin its line",
                "write 'key: value' lines, without anchors before keys",
            )
    lasts = [max(key.last, value.last) for key, value in node.pairs]
    return _parts(sheet, keys, [key.line for key in keys], lasts, (top, node.column))


def _hyphen_line(sheet: Sheet, after: int, item: Node, column: int) -> int:
    for number in range(after, item.line + 1):
        found = _HYPHEN.match(sheet.body(number))
        if found and found.end() == column + 1:
            return number
    hint = "write each item in lines of its own, the first beginning with '- '"
    raise CannotEdit(f"the list in line {item.line + 1} is not one of lines", hint)


def _parts(
    sheet: Sheet,
    nodes: Sequence[AnyNode],
    begins: Sequence[int],
    lasts: Sequence[int],
    above: tuple[int, int],
) -> list[Part]:
    found = spans(sheet, begins, lasts, above)
    return [Part(node, *span) for node, span in zip(nodes, found, strict=True)]


def spans(
    sheet: Sheet, begins: Sequence[int], lasts: Sequence[int], above: tuple[int, int]
) -> list[Span]:
    """Return the lines of items, of which those of their own words are known.

    *above* are the first line that may belong to them, and their column.
    """
    top, column = above
    ends = [
        _end(sheet, last + 1, begin, column) for last, begin in zip(lasts, begins[1:], strict=False)
    ]
    ends.append(last_end(sheet, lasts[-1] + 1, column))
    head = _deep_end(sheet, min(top, begins[0]), begins[0], column)  # of what is above them all
    tops = [head, *ends[:-1]]
    leads = [lead(sheet, first, begin) for first, begin in zip(tops, begins, strict=True)]
    return list(map(Span, leads, begins, ends))


def lead(sheet: Sheet, first: int, line: int) -> int:
    """Return the first line of the comments above *line*, none of them above *first*."""
    return next((at for at in range(first, line) if not sheet.is_blank(at)), line)


def _end(sheet: Sheet, first: int, line: int, column: int) -> int:
    """Return where an item ends whose own lines end before *first*; the next begins at *line*."""
    end = _deep_end(sheet, first, line, column)
    at = end
    while at < line and sheet.is_comment(at):
        at += 1
    if at < line and sheet.is_blank(at):
        return at
    return end


def last_end(sheet: Sheet, first: int, column: int) -> int:
    """Return where the last item ends: comments that are no deeper do not belong to it."""
    below = first
    while below < len(sheet.lines) and (sheet.is_blank(below) or sheet.is_comment(below)):
        below += 1
    return _deep_end(sheet, first, below, column)


def _deep_end(sheet: Sheet, first: int, line: int, column: int) -> int:
    deep = [at for at in range(first, line) if sheet.is_comment(at) and sheet.indent(at) > column]
    if not deep:
        return first
    return deep[-1] + 1


def gaps(parts: Sequence[Part]) -> list[int]:
    """Return how many blank lines stand between each part and the comments of the next."""
    return [second.lead - first.end for first, second in pairwise(parts)]
