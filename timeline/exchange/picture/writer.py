"""A selection → a picture that stands alone: lanes to scale, with their legend and caption."""

from collections.abc import Sequence
from typing import Final

from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.exchange.markup import Markup, joined, number, tag
from timeline.exchange.picture import palette
from timeline.exchange.picture.figure import Pen, drawn, height, letters, used
from timeline.exchange.picture.legend import WIDTH as SIGN
from timeline.exchange.picture.legend import Entry, legend
from timeline.exchange.picture.signs import gradients
from timeline.layout.pixels.panels import MARGIN, WIDTH, Panel, panels, stretch_words
from timeline.layout.pixels.widths import clipped, measured
from timeline.model.answers import Selection
from timeline.model.words import span_words
from timeline.text import counted, visible

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
_UNTOLD: Final = ("summary", "actors", "places", "tags", "sources", "links", "note")


def write(export: Export, losses: Losses) -> str:
    """Return the lanes of *export* as an SVG document, and note what a picture cannot say."""
    if export.lanes is None:
        raise ValueError("a picture needs lanes")
    _note(export, losses)
    made = panels(export.lanes)
    pen = Pen(palette.arc_classes(export.timeline.arcs))
    y, parts = _HEAD, []
    for panel in made:
        if panel.title:
            parts.append(letters(f"Closer: {panel.title}", MARGIN, y + 18, **_CLOSER))
            y += _TITLE
        parts.append(drawn(panel, pen, y))
        y += height(panel) + _BETWEEN
    signs, y = _legend(legend(made, export.lanes), y)
    return _XML + _document(export, made, pen, joined(parts, signs), y) + "\n"


def defs(made: Sequence[Panel], pen: Pen) -> Markup:
    """Return how soft ends fade, for all that is drawn in *made* and for a legend."""
    classes = sorted({*used(made, pen), "arc-x"})
    return tag("defs", (gradients(class_, palette.light(class_)) for class_ in classes))


def how_many(selection: Selection) -> str:
    """Return how many events there are: "24 events (+3 possibly)"."""
    possibly = f" (+{selection.possible:,} possibly)" if selection.possible else ""
    return counted(selection.certain, "event") + possibly


def _document(export: Export, made: Sequence[Panel], pen: Pen, body: Markup, y: float) -> Markup:
    title, caption = _title(export), _caption(export)
    size = {
        "width": number(WIDTH),
        "height": number(y),
        "viewBox": f"0 0 {number(WIDTH)} {number(y)}",
    }
    return tag(
        "svg",
        tag("title", title, id="title"),
        tag("desc", f"{caption}. Events in lanes, to scale.", id="desc"),
        tag("style", Markup(palette.stylesheet() + STYLE)),
        defs(made, pen),
        tag("rect", width="100%", height="100%", class_="ground", fill=palette.GROUND[0]),
        letters(
            clipped(title, WIDTH - 2 * MARGIN, 20), MARGIN, 32, font_size="20", font_weight="700"
        ),
        letters(clipped(caption, WIDTH - 2 * MARGIN), MARGIN, 52, "quiet"),
        body,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        class_="drawing",
        fill=palette.INK[0],
        aria_labelledby="title desc",
        font_family=FONTS,
        font_size="12",
        **size,
    )


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
    return visible(export.timeline.title) or "A timeline"


def _caption(export: Export) -> str:
    span = span_words([match.event.date for match in export.selection])
    as_of = export.timeline.as_of
    closed = f"as of {stretch_words(as_of, as_of)}" if as_of is not None else ""
    return " · ".join(filter(None, (export.query, how_many(export.selection), span, closed)))


def _note(export: Export, losses: Losses) -> None:
    lanes = export.lanes
    drawn_ids = {match.event.id for lane in lanes.lanes for match in lane.matches} if lanes else ()
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
