"""A timeline → the cells of its index.

Events are gone through once. Which of them have a text is put down piece by piece, so that no
more than the texts themselves is in memory.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from timeline import edtf
from timeline.edtf import FAR
from timeline.indexing import (
    bits,
    briefs,
    cells,
    dates,
    facts,
    labels,
    measured,
    spans,
    spellings,
    sums,
    vocabulary,
)
from timeline.indexing.candidates import MEASURES, NAMES, WORDS
from timeline.indexing.tokens import tokens
from timeline.model.briefs import line
from timeline.model.labels import label
from timeline.model.records import Event
from timeline.model.registries import ENTRIES
from timeline.model.timeline import Timeline
from timeline.text import fold

_ENCODER: Final = msgspec.msgpack.Encoder()


def written(timeline: Timeline) -> Iterator[tuple[int, bytes]]:
    """Yield the cells of the index of *timeline*, each with its number.

    Raises `ValueError`, `OverflowError` for what msgpack has no form for.
    """
    gathered, lines = _Gathered(timeline), briefs.Growing()
    for place, event in enumerate(timeline):
        unfollowed, goes_on = _unfollowed(event)
        yield place, _ENCODER.encode(unfollowed)
        gathered.add(place, unfollowed, goes_on=goes_on)
        yield from lines.add(line(unfollowed, timeline.actor_name))
        if (place + 1) % bits.PIECE == 0 or place + 1 == len(timeline):
            yield from gathered.piece(place // bits.PIECE)
    yield from lines.rest()
    yield from gathered.whole()
    for at, name in enumerate(ENTRIES):
        yield cells.REGISTRIES + at, _ENCODER.encode(dict(getattr(timeline, name)))


def _unfollowed(event: Event) -> tuple[Event, bool]:
    """Return *event* as its file has it, whatever today is, and whether it goes on today."""
    if event.as_of is not None or event.date.end_kind != "open":
        return event, False
    date = edtf.parse(event.date.text)
    return replace(event, date=date), date.as_of(FAR) != date


def _words(text: str) -> Iterable[str]:
    return tokens(fold(text))


def _names(values: Iterable[str]) -> Iterable[str]:
    """Return *values*, each once; "" where there is none at all."""
    return dict.fromkeys(filter(None, values)) or ("",)


_SAID: Final[Mapping[str, Callable[[Event, Timeline], Hashable]]] = {
    **NAMES,
    MEASURES: measured.said,
}
"""What an event says under each key but those of words, which are found in any of its texts."""

_READ: Final[Mapping[str, Callable[[Any], Iterable[str]]]] = {
    **dict.fromkeys(WORDS, _words),
    **dict.fromkeys(NAMES, _names),
    MEASURES: measured.texts,
}
"""The texts that are kept of what an event says under a key."""


class _Gathered:
    """What is known of the events that have been gone through."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._ids = vocabulary.Growing()
        self._piece: list[tuple[str, str]] = []  # id and label, in the piece that is gone through
        self._facts = facts.Growing()
        self._dates = dates.Growing()
        self._days: list[int] = []
        self._spans = spans.Growing()
        self._texts = {key: _Postings(key) for key in _READ}

    def add(self, place: int, event: Event, *, goes_on: bool) -> None:
        """Take in the event at *place*, the next in their order."""
        self._piece.append((event.id, label(event.title, event.id)))
        self._facts.add(event)
        self._dates.add(event.date, goes_on=goes_on)
        self._ids.add(event.id, place, 1)
        span = spans.span(event.date, goes_on=goes_on)
        self._spans.add(place, span)
        if span.is_day:
            self._days.append(place % bits.PIECE)
        for key, texts in WORDS.items():
            for text in texts(event, self._timeline):
                self._texts[key].add(text, place)
        for key, of in _SAID.items():
            self._texts[key].add(of(event, self._timeline), place)

    def piece(self, number: int) -> Iterator[tuple[int, bytes]]:
        """Yield the cells of a piece, after its last event."""
        ids, called = zip(*self._piece, strict=True)
        yield cells.IDS + number, _ENCODER.encode(ids)
        yield cells.LABELS + number, labels.written(called)
        yield cells.DAYS + number, bits.packed(self._days)
        yield self._dates.piece(number)
        self._piece, self._days = [], []
        for each in self._texts.values():
            yield from each.piece(number)

    def whole(self) -> Iterator[tuple[int, bytes]]:
        """Yield the cells that are about all events, after the last of all."""
        yield from self._spans.cells(cells.SPANS)
        numbers = []
        for at, key in enumerate(sums.KEYS):
            found = list(sums.written(self._timeline, key, _unfollowed))
            numbers.append(len(found))
            yield from enumerate(found, cells.sums(at))
        words, of_digits = spellings.written(self._timeline)
        yield from enumerate(words + of_digits, cells.SPELLINGS)
        yield self._facts.cell(self._ids.texts, numbers, (len(words), len(of_digits)))
        yield from self._dates.cells()
        yield from self._ids.cells(cells.vocabulary(cells.ID))
        for key, each in self._texts.items():
            yield from each.texts.cells(cells.vocabulary(key))


class _Postings:
    """The events of each text under a key.

    Most of what an event says, others say too: it is read when all events of a piece are there.
    """

    def __init__(self, key: str) -> None:
        self.texts = vocabulary.Growing()
        self._key = key
        self._rests: defaultdict[Hashable, list[int]] = defaultdict(list)  # of the piece

    def add(self, said: Hashable, place: int) -> None:
        """Take in something that the event at *place* says under the key; they come in order."""
        self._rests[said].append(place % bits.PIECE)

    def piece(self, piece: int) -> Iterator[tuple[int, bytes]]:
        """Yield which events of a *piece* have each text; of a text with one event it is known."""
        for text, rests in self._of_texts().items():
            entry = self.texts.add(text, piece * bits.PIECE + rests[0], len(rests))
            first = cells.pieces(self._key, entry.number)
            if entry.events - len(rests) == 1:
                at, rest = divmod(entry.place, bits.PIECE)
                yield first + at, bits.packed([rest])
            if entry.events > 1:
                yield first + piece, bits.packed(rests)

    def _of_texts(self) -> Mapping[str, Sequence[int]]:
        """Return the texts of the piece as they come: which events have each, in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for said, rests in self._rests.items():
            for text in _READ[self._key](said):
                found[text] += rests
        self._rests.clear()
        return {text: sorted(set(rests)) for text, rests in found.items()}
