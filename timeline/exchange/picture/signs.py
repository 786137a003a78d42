"""What an event looks like: the sign of its status, where it lies, and how its ends are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from timeline.exchange.markup import Attribute, Markup, joined, number, tag
from timeline.exchange.picture.palette import GROUND
from timeline.layout.pixels.spots import BEYOND, RADIUS, Spot
from timeline.layout.reach import End

_BAR: Final = 5.0  # pixels, the height of what surely lies there
_INNER: Final = RADIUS - 0.7  # of a sign with a line around it
# How bars fade: into what is sure, out of it, and where nothing is.
_OPACITIES: Final = {"in": (0, 0.75), "out": (0.75, 0), "through": (0.12, 0.75, 0.12)}


def sign(status: str, x: float, y: float) -> Markup:
    """Return the sign of a status around a point: a shape for each, so colour is not needed."""
    return _SIGNS.get(status, _speck)(x, y)


def extent(spot: Spot, y: float, arc: str) -> Markup:
    """Return where an event lies, and may lie, around the height *y*; nothing for a point."""
    if spot.is_point:
        return Markup()
    return joined(_bars(spot, y, arc), _ends(spot, y))


def gradients(arc: str, colour: str) -> Markup:
    """Return how the soft ends of an arc fade: defined once in a document, used by `extent`."""
    return joined(
        tag("linearGradient", _stops(each), id=_fade(name, arc), class_=arc, color=colour)
        for name, each in _OPACITIES.items()
    )


def _stops(opacities: Sequence[float]) -> Iterator[Markup]:
    """Yield the stops of a gradient, which are as far apart as one another."""
    step = 100 // (len(opacities) - 1)
    for at, opacity in enumerate(opacities):
        look = {"stop_color": "currentColor", "stop_opacity": str(opacity)}
        yield tag("stop", offset=f"{at * step}%", **look)


def _bars(spot: Spot, y: float, arc: str) -> Iterator[Markup]:
    """Yield what surely lies there, and on both sides of it what may."""
    if spot.solid is None:
        yield _bar(spot.left, spot.right, y, _fade("through", arc))
        return
    start, end = spot.solid
    if start - spot.left > 1:
        yield _bar(spot.left, start, y, _fade("in", arc))
    yield _bar(start, end, y, "")
    if spot.right - end > 1:
        yield _bar(end, spot.right, y, _fade("out", arc))


def _bar(left: float, right: float, y: float, fade: str) -> Markup:
    """Return a bar; a soft one has a broken line through it, for where shades are not seen."""
    fill = f"url(#{fade})" if fade else "currentColor"
    length = max(right - left, 1)
    bar = tag("rect", x=left, y=y - _BAR / 2, width=length, height=_BAR, rx=1.5, fill=fill)
    if not fade:
        return bar
    path = f"M{_point(left, y)}H{number(right)}"
    dots = tag("path", d=path, stroke="currentColor", stroke_width="1.2", stroke_dasharray="2 3")
    return joined(bar, dots)


def _ends(spot: Spot, y: float) -> Iterator[Markup]:
    if spot.before:
        yield _end(spot.before, spot.left, y, -1)
    if spot.after:
        yield _end(spot.after, spot.right, y, 1)


def _end(end: End, x: float, y: float, way: int) -> Markup:
    """Return an arrow or a question mark beyond an end; *way* is 1 to the right, else -1."""
    if end == "unknown":
        middle = x + way * BEYOND / 2
        said = {"text_anchor": "middle", "fill": "currentColor", "font_weight": "bold"}
        return tag("text", "?", x=middle, y=y + 4, **said)
    tip = x + way * (BEYOND - 3)
    back = tip - way * 5
    head = f"M{_point(back, y - 4)}L{_point(tip, y)}L{_point(back, y + 4)}"
    return _line(f"M{_point(x, y)}H{number(tip)}{head}", 1.8)


def _line(path: str, width: float) -> Markup:
    return tag("path", d=path, fill="none", stroke="currentColor", stroke_width=width)


def _disc(x: float, y: float) -> Markup:
    return tag("circle", cx=x, cy=y, r=RADIUS, fill="currentColor")


def _ring(x: float, y: float) -> Markup:
    return _hollow("circle", cx=x, cy=y, r=_INNER)


def _half_ring(x: float, y: float) -> Markup:
    """Return a ring of which the left half is full."""
    top, bottom, r = _point(x, y - _INNER), _point(x, y + _INNER), number(_INNER)
    half = tag("path", d=f"M{top}A{r} {r} 0 0 0 {bottom}Z", fill="currentColor")
    return joined(_ring(x, y), half)


def _diamond(x: float, y: float) -> Markup:
    r = RADIUS + 0.5
    corners = ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
    return _hollow("polygon", points=" ".join(_point(*corner) for corner in corners))


def _cross(x: float, y: float) -> Markup:
    left, right, top, bottom = x - _INNER, x + _INNER, y - _INNER, y + _INNER
    falling = f"M{_point(left, top)} {_point(right, bottom)}"
    rising = f"M{_point(left, bottom)} {_point(right, top)}"
    return _line(falling + rising, 2.2)


def _speck(x: float, y: float) -> Markup:
    return tag("circle", cx=x, cy=y, r=2.2, fill="currentColor")


def _hollow(name: str, **attributes: str | float) -> Markup:
    ring: dict[str, Attribute] = {"fill": GROUND[0], "stroke": "currentColor", "stroke_width": 1.5}
    return tag(name, class_="hole", **ring, **attributes)


def _fade(name: str, arc: str) -> str:
    return f"fade:{name}:{arc}"


def _point(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


_SIGNS: Final[Mapping[str, Callable[[float, float], Markup]]] = {
    "confirmed": _disc,
    "reported": _half_ring,
    "claimed": _ring,
    "disputed": _diamond,
    "denied": _cross,
}
