"""The text of a file as lines, each with its end, to be put together in another order."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from timeline.errors import TimelineError

BLANKS: Final = " \t"
BREAKS: Final = "\n\r\x85\u2028\u2029"  # what ends a line to libyaml
MARK: Final = "\ufeff"


class Edit(NamedTuple):
    """A stretch of a text, from offset to offset, and what shall stand there instead."""

    start: int
    end: int
    text: str


class Sheet:
    """A text in lines. Lines and offsets count from 0; a byte order mark is kept apart."""

    def __init__(self, text: str, breaks: str = BREAKS) -> None:
        """Cut *text* where libyaml would, or at other *breaks*."""
        self.breaks = breaks
        self.mark = MARK if text.startswith(MARK) else ""
        self.text = text.removeprefix(MARK)
        cut = re.compile(f"[^{breaks}]*(?:\r\n|[{breaks}])|[^{breaks}]+")
        self.lines: list[str] = cut.findall(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each line."""
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line)
        return starts

    @cached_property
    def newline(self) -> str:
        """What ends most lines: a line feed, with or without a carriage return before it."""
        ends = Counter(line[len(line.rstrip("\r\n")) :] for line in self.lines)
        known = (end for end, _ in ends.most_common() if end in {"\n", "\r\n", "\r"})
        return next(known, "\n")

    def line_of(self, offset: int) -> int:
        """Return the line in which the character at *offset* stands."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def body(self, number: int) -> str:
        """Return a line without its end; "" beyond the last."""
        if number >= len(self.lines):
            return ""
        return self.lines[number].rstrip(self.breaks)

    def is_blank(self, number: int) -> bool:
        """Whether there is nothing in a line."""
        return not self.body(number).strip(BLANKS)

    def is_comment(self, number: int) -> bool:
        """Whether a line that is no part of a value is a comment."""
        return self.body(number).lstrip(BLANKS).startswith("#")

    def indent(self, number: int) -> int:
        """Return the column in which a line begins."""
        body = self.body(number)
        return len(body) - len(body.lstrip(BLANKS))

    def joined(self, lines: Iterable[str]) -> str:
        """Return *lines* as a text that ends as this one does, with a line end or without."""
        ended = [self._ended(line) for line in lines]
        if ended and self.lines and self.lines[-1][-1] not in self.breaks:
            ended[-1] = ended[-1].removesuffix("\n").removesuffix("\r")
        return self.mark + "".join(ended)

    def _ended(self, line: str) -> str:
        if line and line[-1] in self.breaks:
            return line
        return line + self.newline

    def replaced(self, first: int, end: int, lines: Sequence[str]) -> str:
        """Return the text with *lines* in place of those from *first* to before *end*."""
        return self.joined([*self.lines[:first], *lines, *self.lines[end:]])

    def edited(self, edits: Iterable[Edit]) -> str:
        """Return the text with all *edits* made; they may not overlap."""
        return self.mark + edited(self.text, edits)


def edited(text: str, edits: Iterable[Edit], at: int = 0) -> str:
    """Return *text* from an offset on with all *edits* made; they may not overlap."""
    found = list[str]()
    for edit in sorted(edits):
        found += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*found, text[at:]])


class CannotEdit(TimelineError):
    """A text is left as it is: why, and what to do instead."""
