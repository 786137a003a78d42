"""How many events have each value, counted once for all: what `timeline actors` shows."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from timeline.edtf import When
from timeline.indexing.database import decoded
from timeline.model.records import Event
from timeline.model.registries import Late
from timeline.model.tallies import Tally, tallies
from timeline.model.timeline import Timeline

KEYS: Final = ("actors", "places", "tags", "arc", "status", "sources")
"""The keys by whose values events are counted."""

_AT_ONCE: Final = 256  # values in a cell
_ENCODER: Final = msgspec.msgpack.Encoder()
_MONTHS: Final = msgspec.msgpack.Decoder(dict[int, int])


class Sum(Struct, frozen=True, array_like=True):
    """The tally of a value; its first and last date with whether they go on today."""

    value: str
    events: int
    alone: int
    first: When
    first_goes_on: bool
    last: When
    last_goes_on: bool
    months: Raw


_SUMS: Final = msgspec.msgpack.Decoder(list[Sum])


def read(blocks: Iterable[bytes], followed: Callable[[When], When]) -> dict[str, Tally]:
    """Return the tallies in *blocks* by their values; what goes on is *followed* until today.

    Raises `OddIndex`.
    """
    found = (each for block in blocks for each in decoded(_SUMS, block))
    return {each.value: _tally(each, followed) for each in found}


def _tally(found: Sum, followed: Callable[[When], When]) -> Tally:
    first = followed(found.first) if found.first_goes_on else found.first
    last = followed(found.last) if found.last_goes_on else found.last
    months = Late(partial(_MONTHS.decode, found.months))
    return Tally(found.events, 0, found.alone, first, last, months)


def written(
    timeline: Timeline, key: str, unfollowed: Callable[[Event], tuple[Event, bool]]
) -> Iterator[bytes]:
    """Yield the sums of a *key*, some at once, as bytes.

    *unfollowed* gives an event as its file has it, and whether it goes on.
    """
    going: dict[int, When] = {}  # they are known by themselves: others may be equal

    def answers() -> Iterator[tuple[Event, bool]]:
        for event in timeline:
            bare, goes_on = unfollowed(event)
            if goes_on:
                bare = replace(bare, date=replace(bare.date))
                going[id(bare.date)] = bare.date
            yield bare, True

    found = tallies(answers(), key, timeline.above(key))
    sums = [
        Sum(
            value=value,
            events=each.certain,
            alone=each.alone,
            first=each.first,
            first_goes_on=id(each.first) in going,
            last=each.last,
            last_goes_on=id(each.last) in going,
            months=Raw(_ENCODER.encode(dict(each.months))),
        )
        for value, each in found.items()
    ]
    for at in range(0, len(sums), _AT_ONCE):
        yield _ENCODER.encode(sums[at : at + _AT_ONCE])
