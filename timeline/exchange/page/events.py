"""The events, in order and by year, each with everything that is known of it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from timeline.edtf import Precision, When, iso
from timeline.exchange.facts import arc_title, parted
from timeline.exchange.markup import Markup, direction, joined, tag
from timeline.exchange.page.anchors import Anchors, footnote, year_id, year_label
from timeline.exchange.page.facets import Facets
from timeline.exchange.picture.figure import Pen
from timeline.model.answers import Match, Selection
from timeline.model.records import Citation, Event
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.model.words import DATED, link_words, status_word, values_of, year_of
from timeline.views.parts.citations import publisher, remarks
from timeline.views.parts.look import Look

_LAST_DAY: Final = 3_652_059  # 9999-12-31
_LOOK: Final = Look()

_IN_PLACE: Final = (
    *("id", "date", "title", "summary", "kind", "arc", "status", "sources", "links", "note"),
)
_LISTED: Final = tuple(key for key in EVENT.keys if key.name not in _IN_PLACE)


class Teller:
    """Tells events, each in its article."""

    def __init__(self, timeline: Timeline, anchors: Anchors, facets: Facets, pen: Pen) -> None:
        """Tell events of *timeline*; where they stand is known to *anchors*."""
        self._timeline = timeline
        self._anchors = anchors
        self._facets = facets
        self._pen = pen

    def years(self, selection: Selection) -> Iterator[Markup]:
        """Yield a section for each year."""
        for year, matches in groupby(selection, lambda match: year_of(match.event.date)):
            heading = tag("h2", year_label(year), id=year_id(year))
            told = tag("ol", map(self._event, matches), class_="events")
            yield tag("section", heading, told, class_="year", aria_labelledby=year_id(year))

    def _event(self, match: Match) -> Markup:
        event = match.event
        when = tag("p", joined(*_when(event), between=" "), class_="when")
        what = tag("div", self._title(event), self._facts(match), self._told(event), class_="what")
        article = tag("article", when, what)
        id_ = self._anchors.event(event)
        return tag("li", article, id=id_, class_="event", **self._facets.data(match))

    def _title(self, event: Event) -> Markup:
        address = self._anchors.to_event(event)
        link = tag("a", "#", class_="permalink", href=address, aria_label="Link to this event")
        title = tag("span", event.title, class_="title", dir=direction(event.title))
        return tag("h3", title, link)

    def _facts(self, match: Match) -> Markup:
        """Return the line of status, kind and arc, and whether it only possibly belongs here."""
        facts = joined(*self._parts(match), between=" · ")
        maybe = tag("span", _LOOK.vague, class_="maybe", hidden=match.certain)
        said = f" {_LOOK.deduced} certain by its order"
        deduced = tag("span", said, class_="deduced") if match.deduced else None
        return tag("p", facts, " ", maybe, deduced, class_="facts")

    def _parts(self, match: Match) -> Iterator[Markup]:
        event = match.event
        if event.status:
            yield _status(event)
        if event.kind:
            yield tag("span", event.kind, class_="kind")
        if event.arc:
            title = arc_title(event, self._timeline)
            yield tag("span", title, class_=f"arc {self._pen.class_of(match)}")

    def _told(self, event: Event) -> Iterator[Markup]:
        if event.summary:
            yield tag("p", event.summary, class_="summary", dir=direction(event.summary))
        if event.note:
            note = tag("span", event.note, dir=direction(event.note))
            yield tag("p", tag("b", "Note"), " ", note, class_="note")
        for key in _LISTED:
            values = values_of(key, event, self._timeline)
            yield from _listed(key.words.capitalize(), key.single, values)
        yield from _labelled("Links", "links", [*self._links(event)])
        yield from _labelled("Sources", "cites", [*map(self._cited, event.sources)])

    def _links(self, event: Event) -> Iterator[Markup]:
        for link in event.links:
            yield self._link(link_words(link.type), self._timeline.get(link.target))
        for type_, other in self._timeline.links_to(event):
            yield self._link(link_words(type_, back=True), other)

    def _link(self, words: str, other: Event) -> Markup:
        said: str | Markup = f"{_LOOK.date(other)}: {other.title}"
        if self._anchors.has(other):
            said = tag("a", said, href=self._anchors.to_event(other))
        return tag("li", f"{parted(words)} ", said)

    def _cited(self, citation: Citation) -> Markup:
        """Return the number of a footnote with its publisher, and what is said of it here."""
        number = self._anchors.number(citation.source)
        source = self._timeline.sources[citation.source]
        mark = tag("b", str(number))
        link = tag("a", mark, " ", publisher(source), href=f"#{footnote(number)}")
        said = remarks(citation, self._timeline)
        if not said:
            return tag("li", link)
        return tag("li", link, tag("small", f" ({said})"))


def _when(event: Event) -> Iterator[Markup]:
    """Yield the date of *event*, and before it whether it follows from order."""
    if event.undated:
        yield tag("span", _LOOK.deduced, class_="ordered", title=DATED)
    yield date(event.date)


def date(when: When) -> Markup:
    """Return a date in words, its EDTF on request; for machines where it is one exact day."""
    said, title = when.describe(), f"EDTF {when.text}"
    if day := _exact_day(when):
        return tag("time", said, datetime=iso(day), title=title)
    return tag("span", said, title=title)


def _exact_day(when: When) -> int | None:
    """Return the one day on which *when* surely was, if HTML has a way to write it."""
    day = when.one_day
    vague = when.uncertain or when.approximate or when.precision < Precision.DAY
    if vague or day is None or when.kind != "date":
        return None
    return day if 0 < day <= _LAST_DAY else None


def _status(event: Event) -> Markup:
    """Return the status of an event as its sign and the word for it."""
    sign = tag("span", _LOOK.status(event.status), class_="sign", aria_hidden="true")
    return tag("span", sign, " ", status_word(event), class_="status")


def _listed(label: str, class_: str, values: Iterable[str]) -> Iterator[Markup]:
    items = [tag("li", value, class_=class_) for value in values]
    return _labelled(label, f"{class_}s", items)


def _labelled(label: str, class_: str, items: Sequence[Markup]) -> Iterator[Markup]:
    """Yield a list with what it is; nothing for an empty one."""
    if items:
        said = tag("b", label)
        yield tag("div", said, " ", tag("ul", joined(*items, between=" ")), class_=f"row {class_}")
