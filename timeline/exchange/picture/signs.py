"""What an event looks like: the sign of its status, where it lies, and how its ends are."""

from collections.abc import Iterator
from typing import Final

from timeline.exchange.markup import Attribute, Markup, joined, number, tag
from timeline.exchange.picture.palette import GROUND
from timeline.layout.pixels.spots import BEYOND, RADIUS, Spot
from timeline.layout.reach import End

_BAR: Final = 5.0  # pixels, the height of what surely lies there


def sign(status: str, x: float, y: float) -> Markup:
    """Return the sign of a status around a point: a shape for each, so colour is not needed."""
    if status == "confirmed":
        return _circle(x, y, "currentColor")
    if status == "reported":
        half = tag("path", d=_half(x, y), fill="currentColor")
        return joined(_circle(x, y, None), half)
    if status == "claimed":
        return _circle(x, y, None)
    if status == "disputed":
        r = RADIUS + 0.5
        corners = ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
        return _hollow("polygon", points=" ".join(_point(*corner) for corner in corners))
    if status == "denied":
        r = RADIUS - 0.7
        cross = f"M{_point(x - r, y - r)} {_point(x + r, y + r)}M{_point(x - r, y + r)} "
        return _line(cross + _point(x + r, y - r), 2.2)
    return tag("circle", cx=x, cy=y, r=2.2, fill="currentColor")


def extent(spot: Spot, y: float, arc: str) -> Markup:
    """Return where an event lies, and may lie, around the height *y*; nothing for a point."""
    if spot.is_point:
        return Markup()
    return joined(_bars(spot, y, arc), _ends(spot, y))


def gradients(arc: str, colour: str) -> Markup:
    """Return how the soft ends of an arc fade: defined once in a document, used by `extent`."""
    stops = {"in": (0, 0.75), "out": (0.75, 0), "through": (0.12, 0.75, 0.12)}
    return joined(
        tag(
            "linearGradient",
            (
                tag(
                    "stop",
                    offset=f"{100 * at // (len(each) - 1)}%",
                    stop_color="currentColor",
                    stop_opacity=str(opacity),
                )
                for at, opacity in enumerate(each)
            ),
            id=_fade(name, arc),
            class_=arc,
            color=colour,
        )
        for name, each in stops.items()
    )


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
    head = f"M{_point(tip - way * 5, y - 4)}L{_point(tip, y)}L{_point(tip - way * 5, y + 4)}"
    return _line(f"M{_point(x, y)}H{number(tip)}{head}", 1.8)


def _line(path: str, width: float) -> Markup:
    return tag("path", d=path, fill="none", stroke="currentColor", stroke_width=width)


def _circle(x: float, y: float, fill: str | None) -> Markup:
    if fill:
        return tag("circle", cx=x, cy=y, r=RADIUS, fill=fill)
    return _hollow("circle", cx=x, cy=y, r=RADIUS - 0.7)


def _hollow(name: str, **attributes: str | float) -> Markup:
    ring: dict[str, Attribute] = {"fill": GROUND[0], "stroke": "currentColor", "stroke_width": 1.5}
    return tag(name, class_="hole", **ring, **attributes)


def _half(x: float, y: float) -> str:
    r = RADIUS - 0.7
    return f"M{_point(x, y - r)}A{number(r)} {number(r)} 0 0 0 {_point(x, y + r)}Z"


def _fade(name: str, arc: str) -> str:
    return f"fade:{name}:{arc}"


def _point(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"
