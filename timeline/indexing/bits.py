"""Sets of events, as the bits of a number: the bit of an event is its place in their order.

`&`, `|` and `^` of such numbers are as quick as sets of a million can be. They are kept in pieces,
one for so many places in a row: as the places themselves where these are few, else as bits.
"""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

PIECE: Final = 65_536
"""Places that a piece is about: what is left of a place has two bytes."""

_BYTES: Final = PIECE // 8  # of a piece in bits; a place takes 2
_BITS: Final = [tuple(at for at in range(8) if byte >> at & 1) for byte in range(256)]
_SOME: Final = re.compile(rb"[^\0]")


def between(first: int, end: int) -> int:
    """Return the places from *first* on that lie before *end*."""
    return ((1 << (end - first)) - 1) << first if end > first else 0


def bits(places: Iterable[int], number: int) -> int:
    """Return the *places*, all of which are below *number*."""
    found = bytearray(number // 8 + 1)
    for place in places:
        found[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(found, "little")


def members(found: int, number: int) -> Callable[[int], object]:
    """Return what tells whether a place below *number* is in a set: true if it is."""
    data = found.to_bytes(number // 8 + 1, "little")
    return lambda place: data[place >> 3] >> (place & 7) & 1


def places(found: int, *, reverse: bool = False) -> Iterator[int]:
    """Yield the places of a set in order; with *reverse* from the end."""
    data = found.to_bytes(found.bit_length() // 8 + 1, "little")
    if reverse:
        for at in range(len(data) - 1, -1, -1):
            if data[at]:
                yield from (8 * at + bit for bit in reversed(_BITS[data[at]]))
        return
    for some in _SOME.finditer(data):
        at = some.start()
        for bit in _BITS[data[at]]:
            yield 8 * at + bit


def rows(found: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield the number of each row of so many places, a multiple of 8, in which a set has some.

    Behind it are these, counted from the beginning of the row.
    """
    data, size, end = found.to_bytes(found.bit_length() // 8 + 1, "little"), length // 8, 0
    while some := _SOME.search(data, end):
        number = some.start() // size
        end = (number + 1) * size
        yield number, int.from_bytes(data[number * size : end], "little")


def first(found: int) -> int:
    """Return the first place of a set; -1 of none."""
    return (found & -found).bit_length() - 1


def nth(found: int, number: int) -> int:
    """Return the place in a set before which there are so many others.

    Raises `IndexError` for a set that has no more than that.
    """
    size = found.bit_length()
    start, left = 0, number
    while size > 1:
        half = size >> 1
        low = found & ((1 << half) - 1)
        below = low.bit_count()
        if left < below:
            found, size = low, half
        else:
            found, size, start, left = found >> half, size - half, start + half, left - below
    if left or not found:
        raise IndexError(number)
    return start


def below(found: int, place: int) -> int:
    """Return how many places of a set lie before a *place*."""
    return (found & ((1 << place) - 1)).bit_count()


def packed(rests: Sequence[int]) -> bytes:
    """Return a piece of the places in it, in order, each told by what is left of it."""
    if 2 * len(rests) < _BYTES:
        return array("H", rests).tobytes()
    return bits(rests, PIECE).to_bytes(_BYTES + 1, "little")[:_BYTES]


def size(piece: bytes) -> int:
    """Return how many places there are in a *piece*."""
    if len(piece) == _BYTES:
        return int.from_bytes(piece, "little").bit_count()
    return len(piece) // 2


def unpacked(pieces: Iterable[tuple[int, bytes]], number: int) -> int:
    """Return all places of *pieces*, each with its number, below *number*.

    Raises `ValueError` for what is no piece of so many places.
    """
    found = bytearray((number // PIECE + 1) * _BYTES)
    for at, data in pieces:
        if not 0 <= at <= number // PIECE:
            raise ValueError("a piece lies behind the end")
        base = at * _BYTES
        if len(data) == _BYTES:
            piece = int.from_bytes(data, "little")
            piece |= int.from_bytes(found[base : base + _BYTES], "little")
            found[base : base + _BYTES] = piece.to_bytes(_BYTES, "little")
        else:
            for rest in array("H", data):
                found[base + (rest >> 3)] |= 1 << (rest & 7)
    return int.from_bytes(found, "little")
