"""A selection → the whole text of a page that needs nothing but itself."""

import base64
import hashlib
from collections.abc import Iterator
from importlib import resources
from typing import Final

from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.exchange.markup import Markup, direction, joined, number, tag
from timeline.exchange.page import registers
from timeline.exchange.page.anchors import SKIP_TO, Anchors
from timeline.exchange.page.controls import controls
from timeline.exchange.page.events import Teller
from timeline.exchange.page.facets import Facets
from timeline.exchange.picture import palette
from timeline.exchange.picture.figure import Pen, drawn, height
from timeline.exchange.picture.legend import MIDDLE, Entry, legend
from timeline.exchange.picture.legend import WIDTH as SIGN
from timeline.exchange.picture.writer import STYLE, closed_words, defs, how_many
from timeline.layout.pixels.panels import MARGIN, WIDTH, Panel, panels
from timeline.model.answers import Selection
from timeline.model.words import span_words
from timeline.text import counted, visible

_HEAD: Final = "<!doctype html>\n"
# Nothing may be loaded, sent or run but the page's own style and script.
_POLICY: Final = (
    "default-src 'none'; style-src {style}; script-src {script}; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def write(export: Export, losses: Losses) -> str:
    """Return *export* as an HTML document; nothing that it is about is lost."""
    losses.read += len(export.selection)
    losses.written += len(export.selection)
    body = tag("body", _skip(), _body(export), tag("script", _raw("page.js")))
    return f"{_HEAD}{tag('html', _head(export), body, lang='en')}\n"


def _head(export: Export) -> Markup:
    style = Markup(palette.stylesheet() + STYLE + _raw("page.css"))
    policy = _POLICY.format(style=_hash(style), script=_hash(_raw("page.js")))
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", export.title or "A timeline"),
        tag("link", rel="icon", href="data:,"),
        tag("style", style),
    )


def _body(export: Export) -> Iterator[Markup | None]:
    """Yield the parts of the page from top to bottom."""
    matches, timeline = export.selection.matches, export.timeline
    anchors, facets = Anchors(matches, timeline), Facets(matches, timeline)
    pen = Pen(palette.arc_classes(timeline.arcs), lambda match: anchors.to_event(match.event))
    teller = Teller(timeline, anchors, facets, pen)
    yield _header(export, anchors)
    told = joined(
        registers.arcs(timeline, facets, pen),
        controls(export, facets, _searched(export)),
        _figure(export, pen),
        tag("div", teller.years(export.selection), id=SKIP_TO, tabindex=-1),
        registers.sources(matches, anchors, timeline),
        registers.actors(timeline, facets),
        registers.places(timeline, facets),
    )
    yield tag("main", told)
    yield tag("footer", tag("p", " ".join(_foot(export.selection))))


def _foot(selection: Selection) -> Iterator[str]:
    """Yield what stands at the bottom: what signs mean, and who made the page."""
    yield "Dates are as exact as the evidence: “c.” is about, “–” spans, “→” goes on."
    yield "An event marked ≈ only possibly belongs to what was asked for: its date is vague."
    if any(match.event.undated for match in selection):
        yield "A date behind ⊢ follows from the order of events: nobody has written it."
    if selection.deduced:
        yield "An event marked ⊢ belongs to it for certain because of its order."
    yield "Made with timeline; this page loads nothing from elsewhere."


def _skip() -> Markup:
    links = (
        tag("a", "Skip to the events", href=f"#{SKIP_TO}"),
        tag("a", "Skip to the filter", href="#page:words", hidden=True),
    )
    return tag("nav", links, class_="skip", aria_label="Skip")


def _header(export: Export, anchors: Anchors) -> Markup:
    timeline = export.timeline
    span = span_words([match.event.date for match in export.selection])
    sources = counted(len(anchors.sources), "source") if anchors.sources else ""
    facts = filter(None, (span, how_many(export.selection), sources, closed_words(timeline)))
    parts = [tag("h1", timeline.heading, dir=direction(timeline.title))]
    if timeline.summary:
        lead = tag("p", timeline.summary, class_="lead", dir=direction(timeline.summary))
        parts.append(lead)
    if export.query:
        parts.append(tag("p", tag("b", "Asked for"), " ", export.query, class_="asked"))
    parts.append(tag("p", joined(*facts, between=" · "), class_="span"))
    return tag("header", parts)


def _figure(export: Export, pen: Pen) -> Markup | None:
    """Return the lanes to scale, each panel a picture of its own, with their legend."""
    if export.lanes is None or not export.selection:
        return None
    whole, *closer = made = panels(export.lanes)
    folded = (
        tag("details", tag("summary", f"Closer: {panel.title}"), _scrolled(panel, pen))
        for panel in closer
    )
    entries = map(_key, legend(made, export.lanes))
    caption = tag("figcaption", tag("ul", entries, class_="legend"))
    return tag("figure", _scrolled(whole, pen, defs(made, pen)), folded, caption)


def _scrolled(panel: Panel, pen: Pen, definitions: Markup | None = None) -> Markup:
    """Return a panel, which on a narrow screen scrolls by itself."""
    left, width = MARGIN - 2, WIDTH - 2 * MARGIN + 4  # as wide as the text below it
    box = _box(left, 0, width, height(panel))
    svg = tag("svg", definitions, drawn(panel, pen), viewBox=box, class_="drawing")
    label = f"{_PICTURE}: {panel.title or 'all of the time'}"
    return tag("div", svg, class_="picture", role="group", aria_label=label, tabindex=0)


_PICTURE: Final = "The events in lanes, to scale"


def _key(entry: Entry) -> Markup:
    box = _box(0, -MIDDLE, SIGN, 2 * MIDDLE)
    if not entry.sign:
        return tag("li", " ", entry.words)
    sign = tag("svg", entry.sign, viewBox=box, class_="quiet", aria_hidden="true")
    return tag("li", sign, " ", entry.words)


def _box(left: float, top: float, width: float, height_: float) -> str:
    """Return the `viewBox` of a picture within the page."""
    return " ".join(map(number, (left, top, width, height_)))


def _searched(export: Export) -> Iterator[str]:
    """Yield the texts in which words are sought, as the command line does."""
    for match in export.selection:
        event = match.event
        names = map(export.timeline.actor_name, event.actors)
        yield from map(visible, (event.title, event.summary, *names, *event.places, *event.tags))


def _raw(name: str) -> Markup:
    """Return the text of a file of ours, which stands in the page as it is."""
    return Markup(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
