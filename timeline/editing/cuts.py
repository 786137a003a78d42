"""An event file cut where its events begin, so that some of them can be read without the others.

The nodes of a file take ten times its size. A file that does not come apart so, or whose parts
hang together, is left to whoever reads all of it at once.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from timeline.editing.lines import Sheet
from timeline.model.schema import SECTIONS
from timeline.nodes.cut import is_plain, items, sections
from timeline.nodes.tree import NotPlain

_SIZE: Final = 200  # events: of ten it takes longer, of a thousand it is no quicker
# What may hang together with other lines: anchors, aliases and tags, blank lines that are kept.
# The sign comes first, for it is looked for at once.
_BOUND: Final = re.compile(r"[&*!](?<=[\s\[{,:].)\S|[|>][0-9]?[+]")


class Cut(NamedTuple):
    """A text in lines, and where its events stand: their column, the lines of their hyphens.

    *top* is the line behind the key above them, 0 where there is none; *end* is behind them all.
    """

    sheet: Sheet
    top: int
    column: int
    begins: Sequence[int]
    end: int

    @property
    def batches(self) -> Iterator[tuple[int, int]]:
        """The first line of each batch, and the line behind its last."""
        starts = [*self.begins[::_SIZE], self.end]
        yield from pairwise(starts)

    def lines_of(self, first: int, end: int) -> tuple[int, int]:
        """Return where the lines begin and end of the events from *first* to before *end*.

        What stands above them all goes with number 0, from the key above it on.
        """
        begin = self.begins[first] if first else max(0, self.top - 1)
        return begin, self.begins[end] if end < len(self.begins) else self.end


def cut(text: str) -> Cut | None:
    """Return where the events of a text stand; None where that does not show."""
    sheet = Sheet(text)
    lines = "\n" + sheet.text.replace("\r\n", "\n")
    if not (_has_one_line_end(sheet.text) and is_plain(lines)) or _BOUND.search(lines):
        return None
    try:
        return _cut(sheet, lines)
    except NotPlain:
        return None


def _has_one_line_end(text: str) -> bool:
    return text.count("\r\n") in (0, text.count("\n"))


def _cut(sheet: Sheet, lines: str) -> Cut:
    """Return where the events stand in *lines*, which begin with a line end of their own."""
    span = sections(lines, SECTIONS).get("events")
    if not span:
        raise NotPlain
    found = items(lines, span)
    begins = [line - 1 for line in found.lines[:-1]]
    has_key = span.body > 0
    top = lines.count("\n", 0, span.body) if has_key else 0
    end = found.lines[-1] - 1 if span.end < len(lines) else len(sheet.lines)
    return Cut(sheet, top, found.column, begins, end)
