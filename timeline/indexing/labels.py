"""What events go by, one behind the other, so that a part of it is found at a stroke.

Where a text stands in two that lie side by side, it is in neither: whatever seems to have it is
looked at by itself.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

import msgspec
from msgspec import Struct

from timeline.indexing import bits
from timeline.indexing.database import OddIndex, decoded
from timeline.model.labels import fits

_CODE: Final = "I"  # of bounds in an array
_END: Final = b"\n"  # behind a label: few have it within


class _Labels(Struct, frozen=True, array_like=True):
    """The labels of a piece in UTF-8, each with its end; where they begin, and where all end."""

    bounds: bytes
    labels: bytes


_ENCODER: Final = msgspec.msgpack.Encoder()
_LABELS: Final = msgspec.msgpack.Decoder(_Labels)


def written(labels: Sequence[str]) -> bytes:
    """Return *labels* as what a cell holds."""
    data = [label.encode() + _END for label in labels]
    bounds = array(_CODE, accumulate(map(len, data), initial=0))
    return _ENCODER.encode(_Labels(bounds.tobytes(), b"".join(data)))


def found(pieces: Iterable[bytes], parts: Sequence[str], end: str) -> Iterator[int]:
    """Yield the places of labels, kept in *pieces*, that have all *parts* and this *end*.

    Raises `OddIndex`.
    """
    for number, cell in enumerate(pieces):
        for rest in _of_piece(cell, parts, end):
            yield number * bits.PIECE + rest


def _of_piece(cell: bytes, parts: Sequence[str], end: str) -> Iterator[int]:
    piece = decoded(_LABELS, cell)
    labels, bounds = piece.labels, _bounds(piece.bounds)
    *wanted, last = (text.encode(errors="surrogatepass") for text in (*parts, end))
    rarest = min((*wanted, last + _END), key=labels.count)
    at = labels.find(rarest)
    while at >= 0:
        place = bisect_right(bounds, at) - 1
        after = bounds[place + 1]
        if fits(labels[bounds[place] : after - len(_END)], wanted, last):
            yield place
        at = labels.find(rarest, after)


def _bounds(data: bytes) -> "array[int]":
    try:
        return array(_CODE, data)
    except ValueError as error:
        raise OddIndex("bounds of labels are odd") from error
