"""Events that are not in memory: each is made anew whenever it is asked for."""

import re
from itertools import count

import msgspec

from timeline import edtf
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.beginnings import beginning
from timeline.model.briefs import line
from timeline.model.records import Event
from timeline.model.schema import REGISTRIES
from timeline.model.store import Memory
from timeline.model.tallies import Tally
from timeline.model.timeline import Timeline
from timeline.text import fold

_RECORD = msgspec.msgpack.Decoder(Event)


class Elsewhere:
    """A store of bytes, which answers the plainest way: by a look at one event after another."""

    def __init__(self, events):
        """Keep *events*, which are in order."""
        self._kept = [msgspec.msgpack.encode(event) for event in events]

    def __len__(self):
        """Return how many there are."""
        return len(self._kept)

    def __iter__(self):
        """Go through all of them."""
        return map(_RECORD.decode, self._kept)

    def select(self, query):
        """Return those that answer."""
        asked = [Match(event, query.matches(event)) for event in self]
        return Selection(match for match in asked if match.verdict != Verdict.NO)

    def has(self, query):
        """Return whether one answers."""
        return len(self.select(query)) > 0

    def event(self, id_):
        """Return the one with this id."""
        return next((event for event in self if event.id == id_), None)

    def at(self, place):
        """Return the one at a place."""
        return _RECORD.decode(self._kept[place])

    def briefs(self, name):
        """Return a line for each of them."""
        return (line(event, name) for event in self)

    def place(self, id_):
        """Return the place of the one with this id."""
        return next(place for place, event in enumerate(self) if event.id == id_)

    def values(self, key):
        """Return each value with the number of events that have it."""
        found = [set(_said(event, key)) for event in self]
        every = dict.fromkeys(value for event in self for value in _said(event, key))
        return {value: sum(value in each for each in found) for value in every}

    def links_to(self, id_):
        """Return the links that lead to this id."""
        return tuple(
            (link.type, event) for event in self for link in event.links if link.target == id_
        )

    def link_types(self):
        """Return the types of links."""
        return {link.type for event in self for link in event.links}

    def linked(self, types):
        """Yield those from which a link of these types leads."""
        return (event for event in self if {link.type for link in event.links} & set(types))

    def spellings(self, *, numbers):
        """Return that nobody knows the words."""

    def most_linked(self):
        """Return the id of the first with most links."""
        most = max((len(event.links) for event in self), default=0)
        return next((event.id for event in self if len(event.links) == most), "")

    def dates(self):
        """Yield the date of one after another, though the next may have the same."""
        return ((event.date, 1) for event in self)

    def beginnings(self):
        """Yield the beginning of one after another, though others may have the same."""
        return ((beginning(event.date), 1) for event in self)

    def tallies(self, key, above):
        """Return a tally for each value, counted apart from the others."""
        under = [{each for own in _said(event, key) for each in above(own)} for event in self]
        every = [each for event in self for own in _said(event, key) for each in above(own)]
        return {value: self._tally(value, key, under) for value in dict.fromkeys(every)}

    def _tally(self, value, key, under):
        found = [event for event, values in zip(self, under, strict=True) if value in values]
        alone = sum(len(set(_said(event, key))) == 1 for event in found)
        months = {}
        for event in found:
            year, month, _ = edtf.calendar_date(event.date.sort_key[0])
            months[12 * year + month - 1] = months.get(12 * year + month - 1, 0) + 1
        return Tally(len(found), 0, alone, found[0].date, found[-1].date, months)

    def named(self, *parts, end=""):
        """Yield those that are called so."""
        for event in self:
            title, id_ = (fold(text).replace("-", "") for text in (event.title, event.id))
            name = f"{title} {id_}"
            if name.endswith(end) and all(part in name for part in parts):
                yield event

    def letters(self):
        """Return as many letters as keep all ids from looking like handles."""
        ids = [fold(event.id) for event in self]
        return next(
            "e" * number
            for number in count(1)
            if not any(re.fullmatch(f"{number * 'e'}[0-9]+", id_) for id_ in ids)
        )


def _said(event, key):
    if key == "sources":
        told = [citation for account in event.accounts for citation in account.sources]
        return [citation.source for citation in (*event.sources, *told)]
    if key == "links":
        return [link.target for link in event.links]
    value = getattr(event, key)
    return [each for each in ((value,) if isinstance(value, str) else value) if each]


class Closed(Memory):
    """A store through which nobody goes: what has no door of its own here fails."""

    def __iter__(self):
        """Fail."""
        raise AssertionError("somebody goes through all events")

    def select(self, query):
        """Return those that answer, of which a part is given out and no more."""
        return _Half(super().select(query))


class _Half(Selection):
    """A selection that tells how much it is, and gives out a part of it."""

    def __init__(self, found):
        self._all = found

    @property
    def matches(self):
        raise AssertionError("somebody goes through all that was selected")

    def __len__(self):
        return len(self._all)

    @property
    def certain(self):
        return self._all.certain

    @property
    def deduced(self):
        return self._all.deduced

    @property
    def undated(self):
        return self._all.undated

    def part(self, most, *, reverse=False):
        assert most, "somebody asks for all that was selected"
        return self._all.part(most, reverse=reverse)

    def by_report(self, rank, most, *, reverse=False):
        assert most, "somebody asks for all that was selected"
        return self._all.by_report(rank, most, reverse=reverse)

    def at(self, place):
        return self._all.at(place)

    def place(self, event):
        return self._all.place(event)

    def dates(self):
        return self._all.dates()

    def beginnings(self):
        return self._all.beginnings()

    def beginnings_by(self, key, above):
        return self._all.beginnings_by(key, above)

    def tallies(self, key, above):
        return self._all.tallies(key, above)

    def only(self, verdict):
        return self if verdict is None else _Half(self._all.only(verdict))


def moved(timeline, store=Elsewhere):
    """Return the same timeline, with its events in another *store*."""
    registries = {name: getattr(timeline, name) for name in REGISTRIES}
    head = {name: getattr(timeline, name) for name in ("title", "summary", "as_of")}
    return Timeline(store(timeline), **head, **registries)
