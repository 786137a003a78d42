"""The words of all texts, and how they are spelled: what is offered for a word that nobody has.

Those of digits alone stand behind the others, for most who ask want none of them: where every
event has a number of its own, they are nearly all the words there are.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from timeline.indexing.database import decoded
from timeline.model.timeline import Timeline
from timeline.query.spellings import is_number, spelled
from timeline.query.values import every, texts

_AT_ONCE: Final = 1_024  # words in a cell
_ENCODER: Final = msgspec.msgpack.Encoder()
_PAIRS: Final = msgspec.msgpack.Decoder(list[tuple[str, str]])


def written(timeline: Timeline) -> tuple[list[bytes], list[bytes]]:
    """Return the words of all texts with their spellings, and those of digits alone, as bytes."""
    found = list(spelled(every(texts, timeline)).items())
    words = sum(not is_number(word) for word, _ in found)
    return _blocks(found[:words]), _blocks(found[words:])


def _blocks(pairs: Sequence[tuple[str, str]]) -> list[bytes]:
    """Return *pairs*, some at once, as bytes."""
    starts = range(0, len(pairs), _AT_ONCE)
    return [_ENCODER.encode(pairs[at : at + _AT_ONCE]) for at in starts]


def read(blocks: Iterable[bytes]) -> dict[str, str]:
    """Return the words in *blocks*, folded, each with its spelling; raises `OddIndex`."""
    return {word: said for block in blocks for word, said in decoded(_PAIRS, block)}
