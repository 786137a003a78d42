"""Texts that events have, such as words or tags: where each stands, and in how many events.

They lie in order, in blocks; a list has the first text of each block. So the block in which a
text must be, if it is anywhere, is found without reading another.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import Final

import msgspec
from msgspec import Struct

from timeline.indexing.database import Database, decoded

_BLOCK: Final = 256  # texts in a block


class Entry(Struct, frozen=True, array_like=True):
    """A text: its number, which is the lower the earlier it comes, and how many events have it.

    `place` is that of the event, where it is one.
    """

    text: str
    number: int
    events: int
    place: int


class Contents(Struct, frozen=True, array_like=True):
    """The list of a vocabulary: the first text of each block, and how many texts there are."""

    firsts: list[str]
    number: int


_ENCODER: Final = msgspec.msgpack.Encoder()
_ENTRIES: Final = msgspec.msgpack.Decoder(list[Entry])
_CONTENTS: Final = msgspec.msgpack.Decoder(Contents)


class Vocabulary:
    """Texts in order, read as they are asked for; its cells begin with the number *base*."""

    def __init__(self, database: Database, base: int) -> None:
        """Read the list of blocks; raises `OddIndex`."""
        self._database = database
        self._base = base
        self._contents = decoded(_CONTENTS, database.cell(base))
        self._blocks: dict[int, list[Entry]] = {}

    def __len__(self) -> int:
        """Return how many texts there are."""
        return self._contents.number

    def __iter__(self) -> Iterator[Entry]:
        """Go through all of them, in the order of the texts."""
        for at in range(len(self._contents.firsts)):
            yield from self._block(at)

    def entry(self, text: str) -> Entry | None:
        """Return the entry of *text*; None where no event has it."""
        if not self._contents.firsts:
            return None
        block = self._block(max(0, bisect_right(self._contents.firsts, text) - 1))
        at = bisect_left(block, text, key=attrgetter("text"))
        return block[at] if at < len(block) and block[at].text == text else None

    def beginning(self, text: str) -> Iterator[Entry]:
        """Yield the entries of texts that begin with *text*."""
        at = max(0, bisect_right(self._contents.firsts, text) - 1)
        for number in range(at, len(self._contents.firsts)):
            for each in self._block(number):
                if each.text.startswith(text):
                    yield each
                elif each.text > text:
                    return

    def _block(self, at: int) -> list[Entry]:
        if at not in self._blocks:
            if len(self._blocks) > _MOST_BLOCKS:
                self._blocks.clear()
            self._blocks[at] = decoded(_ENTRIES, self._database.cell(self._base + 1 + at))
        return self._blocks[at]


_MOST_BLOCKS: Final = 64  # that are kept in memory


class Growing:
    """A vocabulary while events are gone through."""

    def __init__(self) -> None:
        """Begin without a text."""
        self._numbers: dict[str, int] = {}
        self._events = array("I")
        self._places = array("I")

    def add(self, text: str, place: int, events: int) -> Entry:
        """Count more *events* that have *text*, of which one at *place* is the first.

        Return what is known of it by now.
        """
        number = self._numbers.setdefault(text, len(self._numbers))
        if number == len(self._events):
            self._events.append(0)
            self._places.append(place)
        self._events[number] += events
        return self._entry(text)

    @property
    def texts(self) -> Collection[str]:
        """All texts, as they came."""
        return self._numbers.keys()

    def cells(self, base: int) -> Iterator[tuple[int, bytes]]:
        """Yield the cells of the vocabulary, the first of which has the number *base*."""
        texts = sorted(self._numbers)
        starts = range(0, len(texts), _BLOCK)
        contents = Contents([texts[at] for at in starts], len(texts))
        yield base, _ENCODER.encode(contents)
        for number, at in enumerate(starts, 1):
            block = list(map(self._entry, texts[at : at + _BLOCK]))
            yield base + number, _ENCODER.encode(block)

    def _entry(self, text: str) -> Entry:
        number = self._numbers[text]
        return Entry(text, number, self._events[number], self._places[number])
