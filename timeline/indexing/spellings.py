"""The words of all texts, and how they are spelled: what is offered for a word that nobody has."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import msgspec

from timeline.indexing.database import decoded
from timeline.model.timeline import Timeline
from timeline.query.spellings import spelled
from timeline.query.values import every, texts

_AT_ONCE: Final = 1_024  # words in a cell
_ENCODER: Final = msgspec.msgpack.Encoder()
_PAIRS: Final = msgspec.msgpack.Decoder(list[tuple[str, str]])


def written(timeline: Timeline) -> Iterator[bytes]:
    """Yield the words of all texts with their spellings, some at once, as bytes."""
    found = iter(spelled(every(texts, timeline)).items())
    while some := list(islice(found, _AT_ONCE)):
        yield _ENCODER.encode(some)


def read(blocks: Iterable[bytes]) -> dict[str, str]:
    """Return the words in *blocks*, folded, each with its spelling; raises `OddIndex`."""
    return {word: said for block in blocks for word, said in decoded(_PAIRS, block)}
