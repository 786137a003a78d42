"""An event file in batches: some hundred events at a time, each formatted as a file of its own.

The nodes of a file take ten times its size; those of a batch are gone before the next is read.
A file that does not come apart so, or whose parts hang together, is left to whoever reads all of
it at once.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from timeline.editing.lines import Sheet

_SIZE: Final = 200  # events: of ten it takes longer, of a thousand it is no quicker
_KEY: Final = re.compile(r"^events:[ ]*(?:#.*)?$", re.MULTILINE)
# What may hang together with other lines: anchors, aliases and tags, blank lines that are kept,
# documents, and line ends that are not those of all others.
_BOUND: Final = re.compile(
    "(?:^|(?<=[\\s\\[{,:]))[&*!]\\S|[|>][0-9]?[+]|^(?:---|[.][.][.]|%)|[\t\x85\u2028\u2029\ufeff]",
    re.MULTILINE,
)


class Cut(NamedTuple):
    """Where the events of a file stand: their column, the lines of their hyphens, their *end*.

    *top* is the line behind the key above them, 0 where there is none.
    """

    top: int
    column: int
    begins: list[int]
    end: int

    @property
    def batches(self) -> Iterator[tuple[int, int]]:
        """The first line of each batch, and the line behind its last."""
        starts = [*self.begins[::_SIZE], self.end]
        yield from pairwise(starts)


def cut(sheet: Sheet) -> Cut | None:
    """Return where the events of a text in lines stand; None where that does not show."""
    keys = _KEY.findall(sheet.text)
    if len(keys) > 1 or _BOUND.search(sheet.text) or not _has_one_line_end(sheet.text):
        return None
    top = 0
    if keys:
        top = 1 + next(at for at, line in enumerate(sheet.lines) if _KEY.match(line))
    first = next((at for at in range(top, len(sheet.lines)) if _has_words(sheet, at)), -1)
    if first < 0 or not sheet.body(first).lstrip(" ").startswith("-"):
        return None
    column = sheet.indent(first)
    found = _events(sheet, first, column)
    if found and (keys or found.end == len(sheet.lines)):
        return found._replace(top=top)
    return None


def _has_one_line_end(text: str) -> bool:
    returns = text.count("\r")
    return not returns or returns == text.count("\n") == text.count("\r\n")


def _has_words(sheet: Sheet, number: int) -> bool:
    return not (sheet.is_blank(number) or sheet.is_comment(number))


def _events(sheet: Sheet, first: int, column: int) -> Cut | None:
    """Return the events from the *first* line on; what follows them must stand at the margin."""
    hyphen = " " * column + "-"
    begins = []
    for number in range(first, len(sheet.lines)):
        line = sheet.lines[number]
        head = line[: column + 1]
        if head == hyphen and line[column + 1 : column + 2] in " \r\n":
            begins.append(number)
        elif (words := head.strip()) and not words.startswith("#"):
            at_margin = line[0] not in " -"
            return Cut(0, column, begins, number) if at_margin else None
    return Cut(0, column, begins, len(sheet.lines))
