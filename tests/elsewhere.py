"""Events that are not in memory: each is made anew whenever it is asked for."""

import msgspec

from timeline.model.answers import Match, Verdict
from timeline.model.records import Event
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline

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

    def answering(self, query):
        """Yield those that answer."""
        for event in self:
            verdict = query.matches(event)
            if verdict != Verdict.NO:
                yield Match(event, verdict)

    def event(self, id_):
        """Return the one with this id."""
        return next((event for event in self if event.id == id_), None)

    def at(self, place):
        """Return the one at a place."""
        return _RECORD.decode(self._kept[place])

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


def _said(event, key):
    if key == "sources":
        return [citation.source for citation in event.citations]
    if key == "links":
        return [link.target for link in event.links]
    value = getattr(event, key)
    return [each for each in ((value,) if isinstance(value, str) else value) if each]


def moved(timeline):
    """Return the same timeline, with its events elsewhere."""
    registries = {name: getattr(timeline, name) for name in REGISTRIES}
    head = {name: getattr(timeline, name) for name in ("title", "summary", "as_of")}
    return Timeline(Elsewhere(timeline), **head, **registries)
