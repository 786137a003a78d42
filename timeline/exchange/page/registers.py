"""What stands beside the events: the arcs, the actors, the places, and the sources as footnotes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from timeline.exchange.markup import Markup, direction, joined, tag, web_address
from timeline.exchange.page.anchors import Anchors, footnote
from timeline.exchange.page.facets import Facets
from timeline.exchange.picture.figure import Pen
from timeline.model.answers import Match
from timeline.model.records import Actor, Event, Location, Source
from timeline.model.timeline import Timeline
from timeline.text import counted
from timeline.views.parts.citations import ARCHIVED, Part, called, judgements

_TITLE: Final = "page:sources:title"


def arcs(timeline: Timeline, facets: Facets, pen: Pen) -> Markup | None:
    """Return the arcs of the events, each with its summary."""
    if not facets.arcs:
        return None
    entries = (_arc(timeline, each.value, each.events, pen) for each in facets.arcs)
    return tag("dl", entries, class_="arcs")


def actors(timeline: Timeline, facets: Facets) -> Markup | None:
    """Return everyone who takes part, and those they belong to."""
    known = [timeline.actors[each.value] for each in facets.actors if each.value in timeline.actors]
    if not known:
        return None
    entries = (_actor(actor, timeline) for actor in known)
    summary = tag("summary", tag("h2", f"Who is who: {counted(len(known), 'actor')}"))
    return tag("details", summary, tag("dl", entries, class_="actors"), id="page:actors")


def places(timeline: Timeline, facets: Facets) -> Markup | None:
    """Return the places of which the timeline says more than the name, and where they lie."""
    called = {place.name: place for place in timeline.places.values()}
    known = [called[each.value] for each in facets.places if each.value in called]
    told = [(place, "; ".join(_of_place(place, timeline))) for place in known]
    entries = [_place(place, said) for place, said in told if said]
    if not entries:
        return None
    summary = tag("summary", tag("h2", f"What is where: {counted(len(entries), 'place')}"))
    return tag("details", summary, tag("dl", entries, class_="actors"), id="page:places")


def sources(matches: Sequence[Match], anchors: Anchors, timeline: Timeline) -> Markup | None:
    """Return the footnotes in their order, each with the events that lead to it."""
    if not anchors.sources:
        return None
    citing: dict[str, list[Event]] = {}
    for match in matches:
        for source in dict.fromkeys(each.source for each in match.event.citations):
            citing.setdefault(source, []).append(match.event)
    notes = (
        _note(number, _source(source, timeline), citing[source.id], anchors)
        for number, source in anchors.sources
    )
    heading = tag("h2", "Sources", id=_TITLE)
    listed = tag("ol", notes, class_="footnotes")
    return tag("section", heading, listed, id="page:sources", aria_labelledby=_TITLE)


def _arc(timeline: Timeline, key: str, events: int, pen: Pen) -> Markup:
    arc = timeline.arcs[key]
    title = tag("span", arc.title, class_=pen.classes[key])
    name = tag("dt", title, f" {counted(events, 'event')}")
    if not arc.summary:
        return tag("div", name, tag("dd"))
    return tag("div", name, tag("dd", arc.summary, dir=direction(arc.summary)))


def _actor(actor: Actor, timeline: Timeline) -> Markup:
    name = tag("dt", tag("bdi", actor.name))
    return tag("div", name, tag("dd", "; ".join(_facts(actor, timeline)) or "—"))


def _facts(actor: Actor, timeline: Timeline) -> Iterator[str]:
    """Yield what is known of an actor beside the name."""
    if actor.kind:
        yield actor.kind
    if actor.of:
        yield f"of {', '.join(map(timeline.actor_name, actor.of))}"
    if actor.aliases:
        yield f"also {', '.join(actor.aliases)}"
    if actor.note:
        yield actor.note


def _place(place: Location, said: str) -> Markup:
    name = tag("dt", tag("bdi", place.name))
    return tag("div", name, tag("dd", said))


def _of_place(place: Location, timeline: Timeline) -> Iterator[str]:
    """Yield what is known of a place beside the name."""
    if place.outer:
        yield f"in {', '.join(map(timeline.geography.name, place.outer))}"
    if place.aliases:
        yield f"also {', '.join(place.aliases)}"
    if place.note:
        yield place.note


def _note(
    number: int, source: Iterable[Markup | str], events: Sequence[Event], anchors: Anchors
) -> Markup:
    links = (
        tag("a", event.date.describe(), href=anchors.to_event(event), title=event.title)
        for event in events
    )
    told = tag("p", joined(source))
    back = tag("p", "Cited for ", joined(*links, between=", "), class_="back")
    return tag("li", told, back, id=footnote(number))


def _source(source: Source, timeline: Timeline) -> Iterator[Markup | str]:
    """Yield a source as people cite it, its grade, note and addresses."""
    yield joined(*(_part(source, part) for part in called(source)), between=", ")
    if judged := "; ".join(judgements(source, timeline)):
        yield tag("small", f" ({judged})")
    yield ". "
    if source.url and not (source.title and web_address(source.url)):
        yield _address(source.url, source.url)
    if source.archive:
        kept = joined(*(_address(url, url) for url in source.archive), between=", ")
        yield joined(f" {ARCHIVED.capitalize()} ", kept)


def _part(source: Source, part: Part) -> Markup:
    """Return a part of what a source is called; its title is the link."""
    if part.key == "title":
        return _address(source.url, tag("cite", part.text, dir=direction(part.text)))
    return tag("b", part.text) if part.key in ("author", "publisher") else joined(part.text)


def _address(url: str, said: Markup | str) -> Markup:
    """Return *said*, as a link where *url* is an address of the web."""
    address = web_address(url)
    if address is None:
        return joined(said)
    return tag("a", said, href=address, rel="noreferrer noopener")
