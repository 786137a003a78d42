"""A YAML text cut at its indentation: where its sections stand, and the pieces of each.

A piece is an event or an entry, with all lines down to the next: what is in it can be read,
found by itself. Whoever loads a file cuts it here, and whoever checks it.

What is cut is a text behind a line end of its own: all that it is cut by begins with one, which
is found at once. Offsets are those of line ends, and a line end belongs to what stands before it.
"""

import re
from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from mmap import mmap
from typing import Final, NamedTuple

from timeline.nodes.tree import NotPlain

_ASCII: Final = bytes([ord("\n"), *range(ord(" "), ord("~") + 1), *range(0x80, 0x100)])
_ODD: Final = (*map(chr, range(0x80, 0xA0)), *"\u2028\u2029\ufeff\ufffe\uffff")
_DOCUMENTS: Final = ("---", "...", "%")
_SECTION: Final = re.compile(r"\n(?:([^ \n#-][^\n:]*):([^\n]*)|[^ \n#-])")
_NOTHING: Final = re.compile(r" *(?: #.*)?")
_TOGETHER: Final = 1_000  # pieces
_WORDS: Final = re.compile(r"\n([ ]*)([^ \n#])")


class Span(NamedTuple):
    """Where a section stands: its key, what is below that, and the end."""

    start: int
    body: int
    end: int


class Pieces:
    """The pieces of a section, in their order."""

    def __init__(self, text: str, starts: Iterable[int], end: int, column: int) -> None:
        """Keep behind which line ends of *text* each begins, the last one's *end*, their column."""
        self._text = text
        self.stops: Sequence[int] = array("q", [*starts, end])
        """The line ends behind which they begin, and that behind the last."""
        self.column = column

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.stops) - 1

    def taken(self) -> Iterator[tuple[str, int]]:
        """Yield the text of each, with the line in which it begins, from 1; once.

        What has been read of the text is let go of: what is made of it needs the room.
        """
        line = 1 + self._text.count("\n", 0, self.stops[0])
        starts = range(0, len(self), _TOGETHER)
        batches = [self.stops[start : start + _TOGETHER + 1] for start in starts]
        texts = deque(_apart(self._text[stops[0] + 1 : stops[-1] + 1]) for stops in batches)
        self._text = ""
        for stops in batches:
            with texts.popleft() as data:
                text, above = data[:].decode(errors="surrogatepass"), stops[0]
            for start, stop in pairwise(stops):
                piece = text[start - above : stop - above]
                yield piece, line
                line += piece.count("\n")

    def __getitem__(self, number: int) -> tuple[str, int]:
        """Return the text of one of them, and the line in which it begins."""
        start, stop = self.stops[number : number + 2]
        return self._text[start + 1 : stop + 1], self.lines[number]

    def number(self, place: int) -> int:
        """Return the number of the piece in which a place of the text is, else of the first."""
        return max(0, bisect_left(self.stops, place, hi=len(self)) - 1)

    @property
    def places(self) -> Iterator[tuple[int, int]]:
        """The offsets of each, from its first character to behind its last."""
        return ((start + 1, stop + 1) for start, stop in pairwise(self.stops))

    @cached_property
    def lines(self) -> Sequence[int]:
        """The lines in which they begin, from 1, and the line behind the last."""
        found = array("q", [1 + self._text.count("\n", 0, self.stops[0])])
        for start, stop in pairwise(self.stops):
            found.append(found[-1] + self._text.count("\n", start + 1, stop + 1))
        return found


def _apart(text: str) -> mmap:
    """Return a text in memory of its own, which the system has back when it is closed.

    What is only let go of, the allocator keeps where something newer lies above it.
    """
    data = text.encode(errors="surrogatepass")
    found = mmap(-1, len(data))
    found.write(data)
    return found


def is_plain(text: str) -> bool:
    """Whether all characters of *text* are plain, and all of it is one document."""
    if text.encode(errors="replace").translate(None, _ASCII):
        return False
    if not text.isascii() and any(sign in text for sign in _ODD):  # quicker than a pattern
        return False
    return not any(f"\n{sign}" in text for sign in _DOCUMENTS)


def sections(text: str, known: Collection[str]) -> dict[str, Span]:
    """Return where each section stands; all of a list alone is that of the events.

    Raises `NotPlain` where one is not *known*, stands twice, or does not begin below its key.
    """
    tops = list(_SECTION.finditer(text))
    if not tops:
        return {"events": Span(0, 0, len(text))}
    found: dict[str, Span] = {}
    if _WORDS.search(text, 0, tops[0].start()):
        raise NotPlain
    ends = [top.start() for top in tops[1:]] + [len(text)]
    for top, end in zip(tops, ends, strict=True):
        name, rest = top[1], top[2] or ""
        is_inline = name != "timeline" and not _NOTHING.fullmatch(rest)
        if name not in known or name in found or is_inline:
            raise NotPlain
        found[name] = Span(top.start(), top.end(), end)
    return found


def entries(text: str, span: Span | None) -> Pieces | None:
    """Return the entries below the key of a section; None where there are none."""
    first = _WORDS.search(text, span.body, span.end) if span else None
    if not span or not first:
        return None
    return _pieces(text, first, span.end, rf"\n {{{len(first[1])}}}(?=[^ \n#-])")


def items(text: str, span: Span) -> Pieces:
    """Return the events of a section; raises `NotPlain` where they are no list in lines."""
    first = _WORDS.search(text, span.body, span.end)
    if not first or first[2] != "-":
        raise NotPlain
    return _pieces(text, first, span.end, rf"\n {{{len(first[1])}}}-(?=[ \n])")


def _pieces(text: str, first: re.Match[str], end: int, begin: str) -> Pieces:
    pattern, start = re.compile(begin), first.start()
    if not pattern.match(text, start):
        raise NotPlain
    starts = (found.start() for found in pattern.finditer(text, start, end + 1))
    return Pieces(text, starts, end, len(first[1]))
