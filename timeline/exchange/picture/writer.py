"""A selection → a picture that stands alone: lanes to scale, with their legend and caption."""

from collections.abc import Mapping, Sequence
from typing import Final

from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.exchange.markup import Markup, joined, number, tag
from timeline.exchange.picture import palette
from timeline.exchange.picture.figure import Pen, drawn, height, letters, used
from timeline.exchange.picture.legend import WIDTH as SIGN
from timeline.exchange.picture.legend import Entry, legend
from timeline.exchange.picture.signs import gradients
from timeline.exchange.unsaid import note_unsaid
from timeline.layout.pixels.panels import MARGIN, WIDTH, Panel, panels, stretch_words
from timeline.layout.pixels.widths import clipped, measured
from timeline.model.answers import Selection
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.model.words import event_numbers, span_words
from timeline.text import together, visible

FONTS: Final = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"
_HEAD: Final = 74.0
_LINE: Final = 22.0
_TITLE: Final = 28.0
_CLOSER: Final = {"font_size": "15", "font_weight": "600"}
_BETWEEN: Final = 18.0  # pixels between two panels
_XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What the attributes say for a light ground follows the ground in browsers.
STYLE: Final = (
    ".says{fill:currentColor}.drawing{fill:var(--ink)}.hole,.ground{fill:var(--ground)}.axis{stroke:var(--quiet)}"
    ".grid{stroke:var(--rule)}"
)
_DRAWING: Final[Mapping[str, str]] = {
    "xmlns": "http://www.w3.org/2000/svg",
    "role": "img",
    "class_": "drawing",
    "fill": palette.INK[0],
    "aria_labelledby": "title desc",
    "font_family": FONTS,
    "font_size": "12",
}
_TOLD: Final = ("id", "date", "title", "arc", "status")  # an event is known by date and title
_UNTOLD: Final = tuple(key for key in EVENT.names if key not in _TOLD)
_KEPT: Final = {"timeline": frozenset({"title", "as_of"}), "arcs": frozenset({"title"})}


def write(export: Export, losses: Losses) -> str:
    """Return the lanes of *export* as an SVG document, and note what a picture cannot say."""
    if export.lanes is None:
        raise ValueError("a picture needs lanes")
    _note(export, losses)
    note_unsaid(export, losses, "a picture", _KEPT)
    made = panels(export.lanes)
    pen = Pen(palette.arc_classes(export.timeline.arcs))
    parts, y = _panels(made, pen)
    signs, y = _legend(legend(made, export.lanes), y)
    return _XML + _document(export, made, pen, joined(parts, signs), y) + "\n"


def _panels(made: Sequence[Panel], pen: Pen) -> tuple[Markup, float]:
    """Return the panels one below the other, and where they end."""
    y, parts = _HEAD, []
    for panel in made:
        if panel.title:
            parts.append(letters(f"Closer: {panel.title}", MARGIN, y + 18, **_CLOSER))
            y += _TITLE
        parts.append(drawn(panel, pen, y))
        y += height(panel) + _BETWEEN
    return joined(parts), y


def defs(made: Sequence[Panel], pen: Pen) -> Markup:
    """Return how soft ends fade, for all that is drawn in *made* and for a legend."""
    classes = sorted({*used(made, pen), "arc-x"})
    return tag("defs", (gradients(class_, palette.light(class_)) for class_ in classes))


def how_many(selection: Selection) -> str:
    """Return how many events there are: "24 events (+3 possibly)"."""
    return event_numbers(selection.certain, selection.possible)


def closed_words(timeline: Timeline) -> str:
    """Return up to which day a timeline is told: "as of 31 Mar 2026"; "" where it does not say."""
    if timeline.as_of is None:
        return ""
    return f"as of {stretch_words(timeline.as_of, timeline.as_of)}"


def _document(export: Export, made: Sequence[Panel], pen: Pen, body: Markup, y: float) -> Markup:
    title, caption = _title(export), _caption(export)
    told = joined(
        tag("title", title, id="title"),
        tag("desc", f"{caption}. Events in lanes, to scale.", id="desc"),
        tag("style", Markup(palette.stylesheet() + STYLE)),
    )
    ground = tag("rect", width="100%", height="100%", class_="ground", fill=palette.GROUND[0])
    drawing = joined(defs(made, pen), ground, _heading(title, caption), body)
    return tag("svg", told, drawing, **_DRAWING, **_size(y))


def _heading(title: str, caption: str) -> Markup:
    room = WIDTH - 2 * MARGIN
    return joined(
        letters(clipped(title, room, 20), MARGIN, 32, font_size="20", font_weight="700"),
        letters(clipped(caption, room), MARGIN, 52, "quiet"),
    )


def _size(y: float) -> Mapping[str, str]:
    width, height = number(WIDTH), number(y)
    return {"width": width, "height": height, "viewBox": f"0 0 {width} {height}"}


def _legend(entries: Sequence[Entry], y: float) -> tuple[Markup, float]:
    """Return the legend in lines from the height *y* on, and where it ends."""
    x, parts = MARGIN, []
    y += _LINE / 2
    for entry in entries:
        width = SIGN + 6 + measured(entry.words) + 18
        if x + width > WIDTH - MARGIN and x > MARGIN:
            x, y = MARGIN, y + _LINE
        place = f"translate({number(x)} {number(y)})"
        said = letters(entry.words, SIGN + 6, 4, "quiet")
        signed = tag("g", entry.sign, class_="quiet", color=palette.QUIET[0])
        parts.append(tag("g", signed, said, transform=place))
        x += width
    return joined(parts), y + _LINE


def _title(export: Export) -> str:
    return visible(export.timeline.heading)


def _caption(export: Export) -> str:
    span = span_words([match.event.date for match in export.selection])
    told = (export.query, how_many(export.selection), span, closed_words(export.timeline))
    return together(" · ", *told)


def _note(export: Export, losses: Losses) -> None:
    lanes = export.lanes.lanes if export.lanes else ()
    drawn_ids = {match.event.id for lane in lanes for match in lane.matches}
    for match in export.selection:
        event = match.event
        losses.read += 1
        if event.id not in drawn_ids:
            losses.refuse("an event outside what is drawn", event.id)
            continue
        losses.written += 1
        for key in _UNTOLD:
            if getattr(event, key):
                losses.drop(f"{key}: a picture has no place for it", event.id)
