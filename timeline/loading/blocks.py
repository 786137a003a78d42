"""Comments of an event file, and the entries to which they belong.

A comment belongs to the entry in whose block it stands, by its indentation, or above which
it stands directly.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from timeline.loading.documents import Document
from timeline.loading.spots import Entry, Owner, entries_of
from timeline.nodes.page import Page
from timeline.nodes.tree import Mapping, Node, Scalar, Sequence
from timeline.text import one_line

END = "end"
"""What stands for the place behind the last key of an entry."""

_COMMENT_OR_DASH = re.compile(r"\s*(?:#|-\s*(?:#|$))")


def comments(page: Page, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Return the lines with a comment that matches *pattern*, once each; text is no comment."""
    ends = {start: end for start, end in page.lookalikes if start < end}
    starts = sorted(ends)
    for number, line in enumerate(page.lines, 1):
        if "#" not in line:
            continue
        for found in pattern.finditer(line):
            at = (number, found.start() + 1)
            before = bisect_right(starts, at)
            if not before or ends[starts[before - 1]] <= at:
                yield number, found
                break


class _Block(msgspec.Struct):
    """What lies between the beginning of an entry, or of a section, and that of the next.

    Comments from column *inside* on belong to it, and all before the *last* line of its words.
    *keys* are those that begin a line, each with the last line of its words.
    """

    start: tuple[int, int]
    owner: Owner | None = None
    section: str = ""
    inside: int = 1_000_000
    last: int = 0
    keys: list[tuple[int, str]] = []


class Blocks:
    """The blocks of a file, in their order."""

    def __init__(self, document: Document) -> None:
        """Cut *document* into the blocks of its entries."""
        root, page = document.root, document.reader.page
        keys = [key for key, _ in root.pairs] if isinstance(root, Mapping) else []
        sections = [
            _Block((key.line, key.column), section=one_line(key.text))
            for key in keys
            if isinstance(key, Scalar)
        ]
        found = [*sections, *(_block(entry) for entry in entries_of(document))]
        by_start = {block.start: block for block in found}  # the header is a section too
        self._page = page
        self._starts = sorted(by_start)
        self._blocks = [by_start[start] for start in self._starts]

    def owner(self, line: int, column: int) -> Owner | None:
        """Return whose entry a comment at this place belongs to."""
        at = bisect_right(self._starts, (line, column))
        above, below = self._blocks[max(at - 1, 0) : at], self._blocks[at : at + 1]
        before = self._page.line(line)[: column - 1].strip()
        for block in above:
            if before == "-":
                break
            if before or line <= block.last or column >= block.inside:
                return block.owner
        near = (block.owner for block in below if self._are_comments(line, block.start[0]))
        return next(near, None)

    def key(self, line: int, column: int) -> str:
        """Return the key in whose lines a comment within an entry stands, or the next one.

        Behind the last key it is `END`; above the entry, or in its first line, it is "".
        """
        at = bisect_right(self._starts, (line, column))
        block = self._blocks[at - 1] if at else None
        if not block or line == block.start[0] or column < block.inside or not block.owner:
            return ""
        return next((key for last, key in block.keys if last >= line), END)

    def below(self, line: int) -> tuple[Owner | None, str]:
        """Return whose entry begins next below a *line*, or else the section that does."""
        at = bisect_right(self._starts, (line, 1_000_000))
        if at == len(self._blocks):
            return None, ""
        return self._blocks[at].owner, self._blocks[at].section

    def is_above(self, line: int) -> bool:
        """Whether nothing but comments stands between a *line* and what begins next."""
        at = bisect_right(self._starts, (line, 1_000_000))
        return at < len(self._starts) and self._are_comments(line, self._starts[at][0])

    @property
    def first_line(self) -> int:
        """The line in which the first of them begins, 0 where there are none."""
        return self._starts[0][0] if self._starts else 0

    def _are_comments(self, line: int, below: int) -> bool:
        """Whether nothing stands between two lines but comments, not even a blank line."""
        between = range(line + 1, below)
        return all(_COMMENT_OR_DASH.match(self._page.line(number)) for number in between)


def _block(entry: Entry) -> _Block:
    start = entry.start
    inside = start.column + (start is not entry.body)  # an event begins with its first key
    place = (start.line, start.column)
    pairs = entry.body.pairs if isinstance(entry.body, Mapping) else []
    keys = [
        (max(key.line, _last_line(value)), one_line(key.text))
        for key, value in pairs
        if isinstance(key, Scalar) and key.line > start.line
    ]
    return _Block(place, entry.owner, inside=inside, last=_last_line(entry.body), keys=keys)


def _last_line(node: Node) -> int:
    """Return the line in which the last of the words in *node* begins."""
    while True:
        if isinstance(node, Mapping) and node.pairs:
            node = node.pairs[-1][1]
        elif isinstance(node, Sequence) and node.items:
            node = node.items[-1]
        else:
            return node.line
