"""The index of a large timeline: its events in a database, and sets of them by what they have.

It is a store like another (`model.store`). What may answer a query is found without a look at an
event, and an event is read when somebody asks for it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from operator import attrgetter
from types import GenericAlias
from typing import Any, Final

import msgspec
from msgspec.structs import force_setattr, replace

from timeline.edtf import When
from timeline.indexing import bits, cells, labels, spellings, sums
from timeline.indexing.briefs import Briefs
from timeline.indexing.candidates import NAMES, RANKS
from timeline.indexing.chosen import Chosen
from timeline.indexing.database import Database, OddIndex, decoded
from timeline.indexing.dates import Dates
from timeline.indexing.facts import Facts
from timeline.indexing.limits import Limits
from timeline.indexing.spans import Spans
from timeline.indexing.vocabulary import Entry, Vocabulary
from timeline.model import store
from timeline.model.answers import Query
from timeline.model.beginnings import Beginning
from timeline.model.briefs import Name
from timeline.model.records import Event
from timeline.model.registries import ENTRIES
from timeline.model.tallies import Above, Tally, tallies

_EVENT: Final = msgspec.msgpack.Decoder(Event)
_TEXTS: Final = msgspec.msgpack.Decoder(list[str])
_MOST_EVENTS: Final = 512  # that are kept in memory, for those who ask for one again
_MOST_PLACES: Final = 65_536  # of events that were read, by which they are called in lists
_FACTS: Final = msgspec.msgpack.Decoder(Facts)
_AT_ONCE: Final = 200  # events that are read together


class Index:
    """The events in a *database*, a *number* of them.

    What was going on when their files were read is going on *today*. In positions, files
    are called by *names*, from what they were called when they were read.
    """

    def __init__(
        self, database: Database, number: int, today: int | None, names: Mapping[str, str]
    ) -> None:
        """Read nothing yet."""
        self._database = database
        self._number = number
        self._today = today
        self._names = {old: new for old, new in names.items() if old != new}
        self._vocabularies: dict[str, Vocabulary] = {}
        self._read: dict[int, Event] = {}
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        """Return how many events there are."""
        return self._number

    def __iter__(self) -> Iterator[Event]:
        """Go through all of them, in order."""
        return (event for _, event in self.placed(iter(range(self._number))))

    def select(self, query: Query) -> Chosen:
        """Return the events that answer *query* with yes or maybe, in order."""
        return Chosen(self, query)

    def has(self, query: Query) -> bool:
        """Return whether an event answers *query* with yes or maybe."""
        return self.select(query).has_some()

    def event(self, id_: str) -> Event | None:
        """Return the event whose id is *id_*."""
        entry = self._vocabulary(cells.ID).entry(id_)
        return self.at(entry.place) if entry else None

    def at(self, place: int) -> Event:
        """Return the event at a *place* in their order, which counts from 0."""
        at = range(self._number)[place]
        if at not in self._read:
            if len(self._read) >= _MOST_EVENTS:
                self._read.clear()
            self._read[at] = self._event(self._database.cell(at))
        return self._read[at]

    def place(self, id_: str) -> int:
        """Return the place of the event whose id is *id_*."""
        if id_ in self._places:
            return self._places[id_]
        entry = self._vocabulary(cells.ID).entry(id_)
        if entry is None:
            raise KeyError(id_)
        return entry.place

    def values(self, key: str) -> Mapping[str, int]:
        """Return each value that events have under a *key*, as they come: how many have it."""
        if key == cells.ID:
            return dict.fromkeys(self.ids(), 1)
        if key not in NAMES:
            return store.counted(self, key)
        entries = sorted(self._vocabulary(key), key=attrgetter("number"))
        return {each.text: each.events for each in entries if each.text}

    def links_to(self, id_: str) -> tuple[tuple[str, Event], ...]:
        """Return the links that point at an event: (type, the event they come from)."""
        events = self.placed(bits.places(self.having("links", [id_])))
        return tuple(
            (link.type, event) for _, event in events for link in event.links if link.target == id_
        )

    def link_types(self) -> Collection[str]:
        """Return the types of the links that there are, each once."""
        return self._facts.link_types

    def linked(self, types: Collection[str]) -> Iterator[Event]:
        """Yield the events from which a link of one of these *types* leads, in order."""
        places = bits.places(self.having("linking", types))
        return (event for _, event in self.placed(places))

    def spellings(self, *, numbers: bool) -> Mapping[str, str]:
        """Return the words of the texts that words are sought in, with their spellings.

        Those of digits alone are among them with *numbers*.
        """
        words, of_digits = self._facts.spellings
        number = words + of_digits if numbers else words
        blocks = range(cells.SPELLINGS, cells.SPELLINGS + number)
        return spellings.read(self._database.cells(blocks))

    def most_linked(self) -> str:
        """Return the id of the event that has most links, the first of several; "" of none."""
        return self._facts.most_linked

    def letters(self) -> str:
        """Return what stands before the number of a handle, as `letters` has it for all ids."""
        return self._facts.letters

    def dates(self) -> Iterator[tuple[When, int]]:
        """Yield the dates of the events in their order: how many in a row have the same."""
        return self.dated.runs()

    def beginnings(self) -> Iterator[tuple[Beginning, int]]:
        """Yield the beginnings of all events, in no order: how many have each."""
        return self.dated.beginnings()

    @cached_property
    def dated(self) -> Dates:
        """The dates of the events, by their places."""
        return Dates(self._database, self._number, self._followed)

    def tallies(self, key: str, above: Above) -> Mapping[str, Tally]:
        """Return a tally for each value that events have under a *key*, as they come."""
        if key not in sums.KEYS:
            return tallies(((event, True) for event in self), key, above)
        at = sums.KEYS.index(key)
        first, number = cells.sums(at), self._facts.sums[at]
        blocks = self._database.cells(range(first, first + number))
        return sums.read(blocks, self._followed)

    def named(self, *parts: str, end: str = "") -> Iterator[Event]:
        """Yield the events whose `label` has all *parts* and this *end*, in order."""
        places = labels.found(self._pieces(cells.LABELS), parts, end)
        return (event for _, event in self.placed(places))

    def briefs(self, _: Name) -> Iterator[str]:
        """Yield the lines of all events, in order, as they were when it was made."""
        return self.told(self.everything)

    def told(self, found: int) -> Iterator[str]:
        """Yield the lines of the events in a set, in order."""
        return Briefs(self._database).of(found)

    def placed(self, places: Iterable[int]) -> Iterator[tuple[int, Event]]:
        """Yield the events at *places*, some of which are read together, each behind its place."""
        while some := list(islice(places, _AT_ONCE)):
            events = list(map(self._event, self._database.cells(some)))
            if len(self._places) > _MOST_PLACES:
                self._places.clear()
            self._places |= zip((event.id for event in events), some, strict=True)
            yield from zip(some, events, strict=True)

    # What is known of events without a look at them: see `candidates.Index`.

    @cached_property
    def everything(self) -> int:
        """All events."""
        return bits.between(0, self._number)

    def having(self, key: str, wanted: Iterable[str]) -> int:
        """Return those that have one of the *wanted* values under a *key*; "" is none at all."""
        vocabulary = self._vocabulary(key)
        entries = map(vocabulary.entry, sorted(wanted))  # those of a block one after another
        return self._with(key, [entry for entry in entries if entry])

    def having_each(self, key: str) -> Iterator[tuple[str, int]]:
        """Yield each value that events have under a *key*, with those that have it."""
        for entry in self._vocabulary(key):
            if entry.text:
                yield entry.text, self._with(key, [entry])

    def ranks(self) -> Iterator[tuple[tuple[int, ...], int]]:
        """Yield each rank by first report that events have, with those that have it."""
        for text, found in self.having_each(RANKS):
            yield tuple(map(int, text.split())), found

    def number_of(self, key: str) -> int | None:
        """Return how many values there are under a *key*; None where that is not known."""
        return len(self._vocabulary(key)) if key in NAMES else None

    def beginning(self, key: str, word: str) -> int:
        """Return those with a word under a *key* that begins so."""
        return self._with(key, list(self._vocabulary(key).beginning(word)))

    def containing(self, key: str, part: str) -> int:
        """Return those with a word under a *key* that contains *part*."""
        return self._with(key, [each for each in self._vocabulary(key) if part in each.text])

    def whose(self, key: str, start: str, fits: Callable[[str], object]) -> int:
        """Return those with a text under a *key* that begins with *start*, and *fits*."""
        found = self._vocabulary(key).beginning(start)
        return self._with(key, [each for each in found if fits(each.text)])

    def lying(self, first: int | None, last: int | None, *, starts: bool) -> Limits:
        """Return which lie between two days, or with *starts* begin; None is no bound."""
        return self._spans.lying(first, last, self._number, starts=starts)

    def registry(self, name: str) -> Mapping[str, Any]:
        """Return the entries of a registry by their ids."""
        at = list(ENTRIES).index(name)
        made = GenericAlias(dict, (str, ENTRIES[name]))
        data = self._database.cell(cells.REGISTRIES + at)
        found: Mapping[str, Any] = decoded(msgspec.msgpack.Decoder(made), data)
        return found

    def ids(self) -> Iterator[str]:
        """Yield the ids of all events, in order."""
        for data in self._pieces(cells.IDS):
            yield from decoded(_TEXTS, data)

    def _with(self, key: str, entries: Sequence[Entry]) -> int:
        """Return the events that have one of the texts of *entries*."""
        found = bits.bits([each.place for each in entries if each.events == 1], self._number)
        several = (each for each in entries if each.events > 1)
        return found | self._unpacked(
            chain.from_iterable(self._having(key, each) for each in several)
        )

    def _having(self, key: str, entry: Entry) -> Iterator[tuple[int, bytes]]:
        """Yield the pieces of the events that have a text."""
        first, events = cells.pieces(key, entry.number), 0
        for number, data in self._database.between(first, cells.last_piece(first)):
            yield number - first, data
            events += bits.size(data)
        if events != entry.events:
            raise OddIndex("events of a text are missing")

    def _unpacked(self, pieces: Iterable[tuple[int, bytes]]) -> int:
        try:
            return bits.unpacked(pieces, self._number)
        except ValueError as error:
            raise OddIndex("a piece is odd") from error

    @cached_property
    def _spans(self) -> Spans:
        days = self._unpacked(enumerate(self._pieces(cells.DAYS)))
        return Spans(self._database, cells.SPANS, days, self._today)

    def _pieces(self, first: int) -> Iterator[bytes]:
        """Yield what stands in the cells that there are for each piece of events."""
        number = (self._number - 1) // bits.PIECE + 1
        return map(self._database.cell, range(first, first + number))  # no two large ones at once

    @cached_property
    def _facts(self) -> Facts:
        return decoded(_FACTS, self._database.cell(cells.FACTS))

    def _vocabulary(self, key: str) -> Vocabulary:
        if key not in self._vocabularies:
            self._vocabularies[key] = Vocabulary(self._database, cells.vocabulary(key))
        return self._vocabularies[key]

    def _event(self, data: bytes) -> Event:
        """Return the event in a cell, as known today, in files as they are called now."""
        event = decoded(_EVENT, data)
        if self._names:
            force_setattr(event.place, "file", self._names.get(event.place.file, event.place.file))
        if event.as_of is not None or event.date.end_kind != "open":
            return event
        return replace(event, date=self._followed(event.date))

    def _followed(self, date: When) -> When:
        return date if self._today is None else date.as_of(self._today)
