"""What readers find → a timeline: ids, registries made from names, text that an event can have."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from msgspec.structs import replace

from timeline.edtf import When, parse
from timeline.exchange.addresses import host, is_url
from timeline.exchange.dates import Reading
from timeline.exchange.losses import Losses
from timeline.exchange.undated import settled
from timeline.model.records import (
    Account,
    Actor,
    Arc,
    Citation,
    Event,
    Ids,
    Link,
    Place,
    Source,
    made_id,
)
from timeline.model.scales import LINK_TYPES
from timeline.model.timeline import Timeline
from timeline.text import one_line, slug
from timeline.views.parts.citations import published

MOST_LONG: Final = 100_000  # characters of a value, as an event file may have
MIDNIGHT: Final = "the time of day, which is midnight in every row"
_CALLED: Final = 60  # characters of what a source is called that make its id
_HALF: Final = re.compile("[\ud800-\udfff]")


class Builder:
    """Takes events one by one and makes a timeline of them.

    `add` counts what is written and refuses what can be no event; the reader itself
    counts what it reads (`losses.read`).
    """

    def __init__(self, losses: Losses, today: int = 0) -> None:
        """Note with *losses*; open ends are still going on at the day number *today*."""
        self.title = ""
        self.summary = ""
        self.actors: dict[str, Actor] = {}
        self.arcs: dict[str, Arc] = {}
        self.sources: dict[str, Source] = {}
        self._losses = losses
        self._today = today
        self._events: list[Event] = []
        self._cited: dict[str, Source] = {}  # of which nothing more need be said
        self._fractions: list[float] = []  # of a second, by which events of one date are ordered
        self._names: dict[tuple[str, str], str] = {}  # (registry, name) → id
        self._ids = {"actors": Ids(), "arcs": Ids(), "sources": Ids()}

    def actor(self, name: str, kind: str = "") -> str:
        """Return the id of the actor called *name*, "" for no name."""
        id_, new = self._registered("actors", one_line(name), one_line(name))
        if new:
            self.actors[id_] = Actor(id_, one_line(name), kind)
        return id_

    def arc(self, title: str) -> str:
        """Return the id of the arc with this *title*, "" for none."""
        id_, new = self._registered("arcs", one_line(title), one_line(title))
        if new:
            self.arcs[id_] = Arc(id_, one_line(title))
        return id_

    def source(
        self,
        url: str = "",
        publisher: str = "",
        title: str = "",
        note: str = "",
        date: When | None = None,
        key: str = "",
    ) -> Citation:
        """Return the citation of a source: one for each address and publisher, or each name.

        *key* tells apart what a file keeps apart, though all is alike that is said of it.

        Its publisher is the host, where none is given. Whatever else is said of an address
        that is known already becomes the note of the citation. An address that is not http(s)
        is part of the source's note. Cites nothing (the id "") where there is nothing.
        """
        found = _source(*map(one_line, (url, publisher, title, note)), date=date)
        told = (found.title, found.note, published(found))
        parts = [found.url, found.publisher, key]
        if not found.url:
            parts += told
        said = "\n".join(parts)
        if not said.strip():
            return Citation("")
        called = found.publisher or found.title or found.note
        id_, new = self._registered("sources", said, called[:_CALLED])
        if new:
            self.sources[id_] = replace(found, id=id_)
        return Citation(id_, note=self._untold(id_, told))

    def cited(self, id_: str) -> Citation:
        """Return the citation of the source with this id, which may be all that is said of it."""
        self._cited.setdefault(id_, Source(id_))
        return Citation(id_)

    def add(  # noqa: PLR0913  each is a key, or says how one is to be understood
        self,
        place: Place,
        *,
        date: When | Reading | None,
        title: str,
        id: str = "",  # noqa: A002  as the record
        written: str = "",
        sources: Iterable[Citation] = (),
        accounts: Iterable[Account] = (),
        links: Iterable[Link] = (),
        undated: bool = False,
        **rest: str | Iterable[str],
    ) -> bool:
        """Take an event over, and return True; refuse it where it has no date or no title.

        *written* is the date as it stood there, to be shown where it was guessed. *rest* are
        texts (summary, kind, arc, status, note) and lists of texts (actors, places, tags), the
        ids of actors and arcs being those of `actor` and `arc`. The date of an *undated* event
        follows from its links: it is taken as its own where it does not.
        """
        when = self._dated(date, place, written)
        texts = {"title": title, "id": id, **rest}
        fields: dict[str, Any] = {key: _cleaned(value) for key, value in texts.items()}
        said = tuple(accounts)
        reason = _refused(when, fields, [account.says for account in said])
        if when is None or reason:
            self._losses.refuse(reason, place)
            return False
        cited, linked = _cited_once(sources), tuple(dict.fromkeys(links))
        fields |= {"sources": cited, "accounts": said, "links": linked, "undated": undated}
        event = Event(date=when, place=place, **fields)
        self._events.append(event)
        self._fractions.append(_fraction(date))
        self._losses.written += 1
        return True

    def without_midnights(self) -> None:
        """Make whole days of all dates with a time of day, which is midnight; note each."""
        for at, event in enumerate(self._events):
            day, _, clock = event.date.text.partition("T")
            if clock:
                self._losses.drop(MIDNIGHT, event.place, event.date.text)
                self._events[at] = replace(event, date=parse(day))

    def timeline(self) -> Timeline:
        """Return the timeline of all events that were taken over; each has its own id."""
        ids = self._named()
        return Timeline(
            settled(self._in_order(self._linked(ids)), self._losses),
            title=one_line(self.title),
            summary=one_line(self.summary),
            actors=self.actors,
            arcs=self.arcs,
            sources={**self._cited, **self.sources},
        )

    def _named(self) -> set[str]:
        """Give each event an id of its own; return all of them."""
        taken = Ids(event.id for event in self._events if event.id)
        given = set[str]()
        for at, event in enumerate(self._events):
            id_ = event.id
            if not id_:
                id_ = taken.free(made_id(event.title, event.date))
            elif id_ in given:
                id_ = taken.free(id_)
                self._losses.guess("an id stands twice: it gets a number", event.place, event.id)
            given.add(id_)
            if event.id != id_:
                self._events[at] = replace(event, id=id_)
        return given

    def _in_order(self, events: Iterable[Event]) -> list[Event]:
        """Return *events* by the fractions of a second that their dates have lost.

        The timeline puts them in order of what is left, and keeps this order within it.
        """
        found = zip(self._fractions, events, strict=True)
        return [event for _, event in sorted(found, key=lambda each: each[0])]

    def _linked(self, ids: set[str]) -> Iterable[Event]:
        """Return the events, without links to what is not there or to themselves."""
        for event in self._events:
            kept = [link for link in event.links if link.target in ids and link.target != event.id]
            if len(kept) == len(event.links):
                yield event
                continue
            gone = next(link.target for link in event.links if link not in kept)
            self._losses.drop("a link to an event that is not there", event.place, gone)
            yield replace(event, links=tuple(kept))

    def _dated(self, date: When | Reading | None, place: Place, written: str) -> When | None:
        """Return the date as it is today; note what reading it has cost."""
        if isinstance(date, Reading):
            if date.widened:
                self._losses.widen(date.widened, place, written or date.text)
            if date.guessed:
                self._losses.guess(date.guessed, place, written or date.text)
            date = date.when
        if date is None or not self._today:
            return date
        return date.as_of(self._today)

    def _untold(self, id_: str, told: Iterable[str]) -> str:
        """Return what of *told* the source with this id does not say itself."""
        known = self.sources[id_]
        said = {known.publisher, known.title, known.note, published(known), ""}
        return "; ".join(each for each in told if each not in said)

    def _registered(self, registry: str, name: str, called: str) -> tuple[str, bool]:
        """Return the id for what *name* says, and whether it is new."""
        if not name:
            return "", False
        known = self._names.get((registry, name))
        if known is None:
            known = self._ids[registry].free(slug(called) or called)
            self._names[registry, name] = known
            return known, True
        return known, False


def _source(url: str, publisher: str, title: str, note: str, *, date: When | None) -> Source:
    """Return a source without an id; an address that is not http(s) is part of its note."""
    if url and not is_url(url):
        url, note = "", " · ".join(filter(None, (note, url)))
    return Source("", publisher or host(url), title, date, url, note=note)


def link_of(text: str) -> Link | None:
    """Return the link in "denies ID"; None where its type is none of ours, or its end missing."""
    type_, _, target = text.partition(" ")
    if type_ not in LINK_TYPES or not target:
        return None
    return Link(type_, target)


def _fraction(date: When | Reading | None) -> float:
    """Return the part of a second that a date with a time had where it was read."""
    if isinstance(date, Reading) and "T" in date.text:
        return date.fraction
    return 0.0


def _cited_once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return a citation for each source, with all that is noted of it."""
    found: dict[str, list[Citation]] = {}
    for each in citations:
        found.setdefault(each.source, []).append(each)
    found.pop("", None)
    return tuple(map(_one, found.values()))


def _one(same: Sequence[Citation]) -> Citation:
    notes = dict.fromkeys(each.note for each in same if each.note)
    return replace(same[0], note="; ".join(notes))


def _cleaned(value: str | Iterable[str]) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return one_line(value)
    return tuple(dict.fromkeys(filter(None, map(one_line, value))))


def _texts(values: Iterable[str | Iterable[str]]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        else:
            yield from value


def _refused(
    when: When | None, fields: Mapping[str, str | Iterable[str]], said: Iterable[str]
) -> str:
    """Return why this can be no event, "" where it can."""
    if when is None:
        return "no date"
    if not fields["title"]:
        return "no title"
    for text in chain(_texts(fields.values()), said):
        if len(text) > MOST_LONG:
            return f"a value has more than {MOST_LONG:,} characters"
        if not text.isascii() and _HALF.search(text):
            return "a text has half a character: a surrogate without its other half"
    return ""
