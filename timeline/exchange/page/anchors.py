"""Where things stand on the page: an id for each, and the addresses that lead there."""

from collections.abc import Sequence
from urllib.parse import quote

from timeline.edtf import year_name
from timeline.model.answers import Match
from timeline.model.records import Event, Ids
from timeline.model.timeline import Timeline
from timeline.text import visible

# Ids of the page's own parts begin so, and those of events never do.
_OWN = ("page:", "fade:")

SKIP_TO = "page:events"


class Anchors:
    """The ids of events, which are their own wherever HTML can hold them, and of footnotes."""

    def __init__(self, matches: Sequence[Match], timeline: Timeline) -> None:
        """Give an id to each event of *matches*, and a number to each source they cite."""
        ids = Ids()
        self._events = {match.event.id: ids.free(_usable(match.event.id)) for match in matches}
        cited = (citation.source for match in matches for citation in match.event.citations)
        self._sources = {id_: at for at, id_ in enumerate(dict.fromkeys(cited), 1)}
        self.sources = [(number, timeline.sources[id_]) for id_, number in self._sources.items()]

    def has(self, event: Event) -> bool:
        """Whether *event* is on the page."""
        return event.id in self._events

    def event(self, event: Event) -> str:
        """Return the id of an event on the page."""
        return self._events[event.id]

    def to_event(self, event: Event) -> str:
        """Return the address of an event on the page."""
        return f"#{quote(self.event(event))}"

    def number(self, source: str) -> int:
        """Return the number of the footnote for a source."""
        return self._sources[source]


def footnote(number: int) -> str:
    """Return the id of the footnote with this number."""
    return f"page:source:{number}"


def year_id(year: int | None) -> str:
    """Return the id of the heading of a year."""
    return f"page:year:{'unknown' if year is None else year}"


def year_label(year: int | None) -> str:
    """Return what stands over the events of a year."""
    return "No known year" if year is None else year_name(year)


def _usable(id_: str) -> str:
    """Return *id_* without white space, which no id of HTML has."""
    plain = "-".join(visible(id_).split()) or "event"
    return f"event-{plain}" if plain.startswith(_OWN) else plain
