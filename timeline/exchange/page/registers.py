"""What stands beside the events: the arcs, the actors, and the sources as footnotes."""

from collections.abc import Iterator, Sequence

from timeline.exchange.markup import Markup, direction, joined, tag, web_address
from timeline.exchange.page.anchors import Anchors, footnote
from timeline.exchange.page.facets import Facets
from timeline.exchange.picture.figure import Pen
from timeline.model.answers import Match
from timeline.model.records import Event, Source
from timeline.model.timeline import Timeline
from timeline.model.words import reliability_words
from timeline.text import counted


def arcs(timeline: Timeline, facets: Facets, pen: Pen) -> Markup | None:
    """Return the arcs of the events, each with its summary."""
    if not facets.arcs:
        return None
    return tag(
        "dl", (_arc(timeline, each.value, each.events, pen) for each in facets.arcs), class_="arcs"
    )


def actors(timeline: Timeline, facets: Facets) -> Markup | None:
    """Return everyone who takes part, and those they belong to."""
    known = [timeline.actors[each.value] for each in facets.actors if each.value in timeline.actors]
    if not known:
        return None
    entries = []
    for actor in known:
        groups = [timeline.actor_name(group) for group in actor.of]
        facts = (
            actor.kind,
            f"of {', '.join(groups)}" if groups else "",
            f"also {', '.join(actor.aliases)}" if actor.aliases else "",
            actor.note,
        )
        said = "; ".join(filter(None, facts))
        entries.append(
            tag(
                "div",
                tag("dt", tag("bdi", actor.name)),
                tag("dd", said) if said else tag("dd", "—"),
            )
        )
    summary = tag("summary", tag("h2", f"Who is who: {counted(len(known), 'actor')}"))
    return tag("details", summary, tag("dl", entries, class_="actors"), id="page:actors")


def sources(matches: Sequence[Match], anchors: Anchors) -> Markup | None:
    """Return the footnotes in their order, each with the events that lead to it."""
    if not anchors.sources:
        return None
    citing: dict[str, list[Event]] = {}
    for match in matches:
        for source in dict.fromkeys(each.source for each in match.event.sources):
            citing.setdefault(source, []).append(match.event)
    notes = (
        _note(number, source, citing[source.id], anchors) for number, source in anchors.sources
    )
    heading = tag("h2", "Sources", id="page:sources:title")
    return tag(
        "section",
        heading,
        tag("ol", notes, class_="footnotes"),
        id="page:sources",
        aria_labelledby="page:sources:title",
    )


def _arc(timeline: Timeline, key: str, events: int, pen: Pen) -> Markup:
    arc = timeline.arcs[key]
    name = tag(
        "dt", tag("span", arc.title, class_=pen.classes[key]), f" {counted(events, 'event')}"
    )
    return tag(
        "div",
        name,
        tag("dd", arc.summary, dir=direction(arc.summary)) if arc.summary else tag("dd"),
    )


def _note(number: int, source: Source, events: Sequence[Event], anchors: Anchors) -> Markup:
    back = joined(
        *(
            tag("a", event.date.describe(), href=anchors.to_event(event), title=event.title)
            for event in events
        ),
        between=", ",
    )
    return tag(
        "li",
        tag("p", joined(_source(source))),
        tag("p", "Cited for ", back, class_="back"),
        id=footnote(number),
    )


def _source(source: Source) -> Iterator[Markup | str]:
    """Yield publisher, title, date, grade, note and address of a source."""
    yield tag("b", source.publisher or source.id)
    if source.title:
        yield joined(", ", _address(source, tag("cite", source.title, dir=direction(source.title))))
    if source.date:
        yield f", {source.date.describe()}"
    judged = "; ".join(filter(None, (reliability_words(source.reliability), source.note)))
    if judged:
        yield tag("small", f" ({judged})")
    yield ". "
    if source.url and not (source.title and web_address(source.url)):
        yield _address(source, source.url)


def _address(source: Source, said: Markup | str) -> Markup:
    """Return *said*, as a link where the source has an address of the web."""
    address = web_address(source.url)
    if address is None:
        return joined(said)
    return tag("a", said, href=address, rel="noreferrer noopener")
