"""What readers find → a timeline: ids, registries made from names, text that an event can have."""

from collections.abc import Iterable
from itertools import compress
from typing import Any, Final

from msgspec.structs import replace

from timeline.edtf import When, parse
from timeline.exchange.dates import Reading
from timeline.exchange.event_lists import InMemory, Spooled
from timeline.exchange.losses import Losses
from timeline.exchange.registries import Registries
from timeline.exchange.undated import settled
from timeline.exchange.values import cited_once, cleaned, refused
from timeline.files.spool import Spool
from timeline.model.records import Account, Citation, Event, Ids, Link, Place, made_id
from timeline.model.timeline import Timeline
from timeline.text import one_line

MIDNIGHT: Final = "the time of day, which is midnight in every row"


class Builder(Registries):
    """Takes events one by one and makes a timeline of them.

    `add` counts what is written and refuses what can be no event; the reader itself
    counts what it reads (`losses.read`).
    """

    def __init__(self, losses: Losses, today: int = 0, spool: Spool | None = None) -> None:
        """Note with *losses*; open ends are still going on at the day number *today*.

        Events wait in a *spool*, where there is one, and are made anew of what is there.
        """
        super().__init__()
        self.title = ""
        self.summary = ""
        self._losses = losses
        self._today = today
        self._events: InMemory | Spooled = InMemory() if spool is None else Spooled(spool)
        self._event_ids: list[str] = []  # of the events, given to them or made
        self._are_given = bytearray()
        self._has_undated = False
        self._fractions: dict[int, float] = {}  # of a second, by the place of the event

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
        fields: dict[str, Any] = cleaned({"title": title, "id": id, **rest})
        said = tuple(accounts)
        reason = refused(when, fields, [account.says for account in said])
        if when is None or reason:
            self._losses.refuse(reason, place)
            return False
        cited, linked = cited_once(sources), tuple(dict.fromkeys(links))
        further = {"sources": cited, "accounts": said, "links": linked, "undated": undated}
        event = Event(**{"id": "", **fields, **further}, date=when, place=place)
        if fraction := _fraction(date):
            self._fractions[len(self._events)] = fraction
        self._events.append(event)
        self._event_ids.append(event.id or made_id(event.title, when))
        self._are_given.append(bool(event.id))
        self._has_undated |= undated
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
        """Return the timeline of all events that were taken over, once; each has its own id."""
        self._finish(self._named())
        found = self._in_order()
        # A builder may stay behind, in a circle that nobody breaks.
        self._events, self._event_ids, self._are_given = InMemory(), [], bytearray()
        if self._has_undated:
            found = settled(found, self._losses)
        return Timeline(
            found.store(),
            title=one_line(self.title),
            summary=one_line(self.summary),
            actors=self.actors,
            arcs=self.arcs,
            sources=self.all_sources,
        )

    def _named(self) -> set[str]:
        """Give each event an id of its own; return all of them."""
        taken = Ids(compress(self._event_ids, self._are_given))
        found = set[str]()
        for at, (id_, is_given) in enumerate(zip(self._event_ids, self._are_given, strict=True)):
            if not is_given or id_ in found:
                self._event_ids[at] = taken.free(id_)
            if is_given and id_ in found:
                place = self._events[at].place
                self._losses.guess("an id stands twice: it gets a number", place, id_)
            found.add(self._event_ids[at])
        return found

    def _finish(self, ids: set[str]) -> None:
        """Let the events have their ids, and no links to what is not there or to themselves."""
        for at, (event, id_) in enumerate(zip(self._events, self._event_ids, strict=True)):
            kept = event.links and self._kept(event, id_, ids)
            if id_ != event.id or kept != event.links:
                self._events[at] = replace(event, id=id_, links=kept)

    def _kept(self, event: Event, id_: str, ids: set[str]) -> tuple[Link, ...]:
        """Return the links of an event that leads somewhere else; note the others."""
        kept = [link for link in event.links if link.target in ids and link.target != id_]
        if len(kept) < len(event.links):
            gone = next(link.target for link in event.links if link not in kept)
            self._losses.drop("a link to an event that is not there", event.place, gone)
        return tuple(kept)

    def _in_order(self) -> InMemory | Spooled:
        """Return the events by the fractions of a second that their dates have lost.

        The timeline puts them in order of what is left, and keeps this order within it.
        """
        found = self._events
        if not self._fractions:
            return found
        places = sorted(range(len(found)), key=lambda place: self._fractions.get(place, 0.0))
        return found.picked(places)

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


def _fraction(date: When | Reading | None) -> float:
    """Return the part of a second that a date with a time had where it was read."""
    if isinstance(date, Reading) and "T" in date.text:
        return date.fraction
    return 0.0
