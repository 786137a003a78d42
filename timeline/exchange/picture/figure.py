"""A panel → SVG elements: its axis, its lanes, and every event with its words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import msgspec

from timeline.exchange.markup import Attribute, Markup, joined, number, tag
from timeline.exchange.picture.palette import GROUND, QUIET, RULE, light
from timeline.exchange.picture.signs import extent, sign
from timeline.layout.pixels.panels import MARGIN, Panel, PanelLane
from timeline.layout.pixels.rows import BESIDE, Placed
from timeline.layout.pixels.widths import measured
from timeline.model.answers import Match
from timeline.model.words import ONLY_POSSIBLY, status_word
from timeline.text import counted, together, visible

_AXIS: Final = 30.0  # pixels, as all heights
_NAME: Final = 26.0
_ROW: Final = 17.0
_LETTERS: Final = 14.0  # around letters
_AFTER: Final = 8.0  # below a lane

Address = Callable[[Match], str | None]
"""From an event to where its mark leads; None is nowhere."""


class Pen(msgspec.Struct, frozen=True):
    """What a drawing needs to know: the classes of the arcs, and where events lead."""

    classes: Mapping[str, str]
    address: Address = lambda _: None

    def class_of(self, match: Match) -> str:
        """Return the class that has the colour of an event's arc."""
        return self.classes.get(match.event.arc, "arc-x")


def height(panel: Panel) -> float:
    """Return how many pixels *panel* is high."""
    return _AXIS + sum(map(_lane_height, panel.lanes))


def drawn(panel: Panel, pen: Pen, y: float = 0.0) -> Markup:
    """Return the elements of *panel*, its top at *y*."""
    bottom = y + _AXIS + sum(map(_lane_height, panel.lanes)) - _AFTER
    parts = [*_axis(panel, y, bottom)]
    y += _AXIS
    for lane in panel.lanes:
        parts.append(_lane(lane, pen, y))
        y += _lane_height(lane)
    return joined(parts)


def letters(said: str, x: float, y: float, class_: str = "", **rest: Attribute) -> Markup:
    """Return a line of letters whose left end is at *x* and whose base is at *y*.

    Without a class they have the colour of the whole drawing: ink.
    """
    if not class_:
        return tag("text", said, x=x, y=y, **rest)
    return tag("text", said, x=x, y=y, class_=f"says {class_}", fill=light(class_), **rest)


def in_words(match: Match) -> str:
    """Return an event as its mark is called: date, title, status."""
    event = match.event
    words = f"{event.date.describe()}: {visible(event.title)}"
    possibly = "" if match.certain else ONLY_POSSIBLY
    by_order = [words for words, holds in _by_order(match) if holds]
    remarks = together("; ", status_word(event), possibly, *by_order)
    return f"{words} ({remarks})" if remarks else words


def _by_order(match: Match) -> Iterator[tuple[str, bool]]:
    yield "certain by its order", match.deduced
    yield "dated by its order", match.event.undated


def _lane_height(lane: PanelLane) -> float:
    return _NAME + _ROW * len(lane.rows) + _AFTER


def _axis(panel: Panel, y: float, bottom: float) -> Iterator[Markup]:
    """Yield the line of the axis, broken at folds, and under each of its marks a faint line."""
    base = y + _AXIS - 10
    down, up = f" {number(base)}V{number(bottom)}", f" {number(base)}v-5"
    places = [tick.x for tick in panel.ticks]
    yield _rule(_marks(places, down), RULE[0])
    yield _rule(_line(panel, base) + _marks(places, up), QUIET[0])
    if panel.axis.folds:
        yield _rule(_marks(panel.axis.folds, down), RULE[0], "1 5")
    for tick in panel.ticks:
        if tick.label:
            yield letters(tick.label, tick.x, base - 8, "quiet", font_size="11")


def _marks(places: Iterable[float], stroke: str) -> str:
    """Return the path of a *stroke* at each of *places*."""
    return "".join(f"M{number(x)}{stroke}" for x in places)


def _line(panel: Panel, base: float) -> str:
    """Return the path of the axis, with two strokes through each fold."""
    at = number(base)
    stretches = (f"M{number(each.left)} {at}H{number(each.right)}" for each in panel.axis.stretches)
    strokes = (_stroke(x - 5, base) + _stroke(x, base) for x in panel.axis.folds)
    return "".join((*stretches, *strokes))


def _stroke(x: float, base: float) -> str:
    return f"M{number(x)} {number(base + 6)}l5 -12"


def _rule(path: str, colour: str, dashes: str | None = None) -> Markup:
    class_ = "axis" if colour == QUIET[0] else "grid"
    return tag("path", d=path, class_=class_, stroke=colour, fill="none", stroke_dasharray=dashes)


def _lane(lane: PanelLane, pen: Pen, y: float) -> Markup:
    class_ = pen.classes.get(lane.lane.key, "ink")
    name = tag("tspan", lane.lane.name, font_weight="600")
    how_many = tag("tspan", f"  {_number(lane)}", class_="says quiet", fill=QUIET[0])
    head = letters(joined(name, how_many), MARGIN, y + 15, class_, font_size="13")
    drawn: list[Markup] = []
    for at, row in enumerate(lane.rows):
        base = y + _NAME + _ROW * (at + 0.5) - 2
        drawn += [_placed(placed, pen, base) for placed in row]
    return joined(head, drawn)


def _number(lane: PanelLane) -> str:
    sure = sum(match.certain for match in lane.lane.matches)
    possible = len(lane.lane.matches) - sure
    said = f"{sure:,}"
    if possible:
        said += f" ≈{possible:,}"
    if lane.more:
        said += f", of which {lane.more:,} have no room"
    return said


def _placed(placed: Placed, pen: Pen, y: float) -> Markup:
    match = placed.spot.match
    class_ = pen.class_of(match)
    if len(placed.spots) > 1:
        title, parts = _count_words(placed), _count(placed, y)
    else:
        mark = sign(match.event.status, placed.spot.sign, y)
        title, parts = in_words(match), joined(extent(placed.spot, y, class_), mark)
    drawn_ = joined(tag("title", title), parts, _label(placed, y))
    return _linked(drawn_, [spot.match for spot in placed.spots], class_, pen)


def _linked(parts: Markup, matches: list[Match], class_: str, pen: Pen) -> Markup:
    address = pen.address(matches[0])
    maybe = "" if matches[0].certain else " maybe"
    said = {"class_": f"mark {class_}{maybe}", "color": light(class_)}
    if not address:
        return tag("g", parts, **said)
    if len(matches) == 1:
        return tag("a", parts, href=address, **said)
    targets = together(" ", *map(pen.address, matches))
    return tag("a", parts, href=address, data_all=targets, **said)


def _label(placed: Placed, y: float) -> Markup:
    if not placed.label:
        return Markup()
    if placed.is_inlaid:
        return joined(_ground(placed, y), letters(placed.label, placed.label_x, y + 4))
    if placed.label_x < placed.start:
        return letters(placed.label, placed.start - BESIDE, y + 4, text_anchor="end")
    return letters(placed.label, placed.label_x, y + 4)


def _ground(placed: Placed, y: float) -> Markup:
    """Return what covers a bar behind the words on it."""
    look = {"class_": "ground", "fill": GROUND[0]}
    width = measured(placed.label) + 4
    return tag("rect", x=placed.label_x - 4, y=y - 7, **look, width=width, height=_LETTERS)


def _count(placed: Placed, y: float) -> Markup:
    left, width = placed.middle - placed.half, 2 * placed.half
    look = {"class_": "hole", "stroke": "currentColor", "fill": "none"}
    box = tag("rect", x=left, y=y - 7, width=width, height=_LETTERS, rx=_LETTERS / 2, **look)
    said = str(len(placed.spots))
    return joined(box, letters(said, placed.middle, y + 4, text_anchor="middle", font_size="11"))


def _count_words(placed: Placed) -> str:
    first, last = placed.spots[0].match.event, placed.spots[-1].match.event
    dates = f"{first.date.describe()} to {last.date.describe()}"
    return f"{counted(len(placed.spots), 'event')} close together, {dates}"


def used(panels: Iterable[Panel], pen: Pen) -> list[str]:
    """Return the classes whose soft ends are drawn in *panels*."""
    spots = (placed.spot for panel in panels for placed in panel.single)
    return sorted({pen.class_of(spot.match) for spot in spots if not spot.is_point})
