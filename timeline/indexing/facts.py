"""What is known of all events together: which links there are, and the letters of handles."""

from collections.abc import Collection
from typing import Final

import msgspec
from msgspec import Struct

from timeline.indexing import cells
from timeline.model.labels import letters
from timeline.model.records import Event

_ENCODER: Final = msgspec.msgpack.Encoder()


class Facts(Struct, frozen=True, array_like=True):
    """The types of links, the id of the event with most links, the letters of handles.

    `sums` is how many cells of sums there are, for each key of them; `spellings` how many of
    words, and of words of digits alone.
    """

    link_types: list[str]
    most_linked: str
    letters: str
    sums: list[int]
    spellings: tuple[int, int]


class Growing:
    """What is known of events while these are gone through."""

    def __init__(self) -> None:
        """Begin without one."""
        self._link_types: dict[str, None] = {}
        self._most = -1, ""

    def add(self, event: Event) -> None:
        """Take in an event, the next in their order."""
        self._link_types.update(dict.fromkeys(link.type for link in event.links))
        if len(event.links) > self._most[0]:
            self._most = len(event.links), event.id

    def cell(
        self, ids: Collection[str], sums: list[int], spellings: tuple[int, int]
    ) -> tuple[int, bytes]:
        """Return the cell of what is known of all events, which have these *ids*.

        There are so many cells of *sums* for each key, and so many of *spellings* of both kinds.
        """
        facts = Facts([*self._link_types], self._most[1], letters(ids), sums, spellings)
        return cells.FACTS, _ENCODER.encode(facts)
