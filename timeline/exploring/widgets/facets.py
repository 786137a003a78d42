"""What can be filtered by, field below field; the one that is open shows all its values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from timeline.exploring import facets
from timeline.exploring.facets import ANY, NOT, Value
from timeline.exploring.scene import Scene
from timeline.exploring.seat import FACETS
from timeline.exploring.widgets.lines import blank, strip
from timeline.exploring.widgets.scroll import Scroll
from timeline.text import visible
from timeline.views.parts.look import Look

_MOST: Final = 5  # values of a field that is not open
_FOCUSED: Final = Style(reverse=True)
_SIGNS: Final = {ANY: ("✓", "x"), NOT: ("−", "-"), "": (" ", " ")}


class Line(NamedTuple):
    """A line: a field, or with a *row* one of its values."""

    text: Text
    field: str
    row: int = -1


class FacetPane(Scroll):
    """The fields and their values, each with how many events it has."""

    class Chosen(Message):
        """A value was clicked."""

        def __init__(self, field: str, row: int) -> None:
            """Tell which *row* of which *field*."""
            super().__init__()
            self.field = field
            self.row = row

    def __init__(self, *, id: str) -> None:  # noqa: A002  as Textual has it
        """Begin empty."""
        super().__init__(id=id)
        self._lines: list[Line] = []
        self._at = 0
        self._is_here = False
        self._drawn: tuple[object, ...] = ()

    def show(self, scene: Scene, look: Look) -> None:
        """Show the values at the seat of *scene*."""
        seat = scene.seat
        self._is_here = seat.pane == FACETS
        of = (scene.shown, seat.facets, self._is_here, self.content_size)
        if of == self._drawn:
            return
        self._drawn = of
        own = Look(max(1, self.content_size.width), look.ascii)
        self._lines = [line for field in facets.FIELDS for line in _of_field(field, scene, own)]
        here = seat.facets.field
        places = [at for at, line in enumerate(self._lines) if line.field == here]
        rows = [at for at in places if self._lines[at].row == seat.facets.row]
        self._at = (rows or places[-1:])[0]
        self._follow(places[0])
        self.refresh()

    @property
    def cursor(self) -> Offset:
        """Where on the screen the value stands that one is at."""
        region = self.content_region
        return Offset(region.x, region.y + self._at - self.top)

    def render_line(self, y: int) -> Strip:
        """Return the line at *y* of what is seen."""
        at, width = y + self.top, self.content_size.width
        if at >= len(self._lines):
            return blank(width)
        is_focused = self._is_here and at == self._at
        style = _FOCUSED if is_focused else None
        return strip(self._lines[at].text, width, self.app.console, style)

    def on_click(self, event: events.Click) -> None:
        """Tell which value was clicked."""
        at = event.y + self.top
        if at < len(self._lines) and self._lines[at].row >= 0:
            self.post_message(self.Chosen(self._lines[at].field, self._lines[at].row))

    def every(self) -> int:
        """Return how many lines there are."""
        return len(self._lines)

    def _follow(self, heading: int) -> None:
        """Scroll so that the value is seen, and if there is room the *heading* of its field."""
        if self._at - heading < self.height:
            self.top = min(self.top, heading)
        self.follow(self._at)


def _of_field(field: str, scene: Scene, look: Look) -> Iterator[Line]:
    """Yield the name of a field with what is typed for it, then its values."""
    seat = scene.seat
    is_open = seat.pane == FACETS and seat.facets.field == field
    typed = seat.facets.typed if is_open else ""
    found = facets.sought(facets.values(seat, scene.ground, field), typed)
    opened, closed = ("v", ">") if look.ascii else ("▾", "▸")
    heading = Text(f"{opened if is_open else closed} {field}", "bold")
    if typed:
        heading.append(f"  {visible(typed)}", "not bold")
    yield Line(heading, field)
    shown = found if is_open else _first(found)
    for row, value in enumerate(shown):
        yield Line(_line(value, look), field, row)
    if len(shown) < len(found):
        yield Line(Text(f"    {len(found) - len(shown)} more", "dim"), field)
    if not found:
        yield Line(Text("    none", "dim"), field)


def _first(found: list[Value]) -> list[Value]:
    """Return the first values of a field, as many as stand before the last that is chosen."""
    chosen = [at for at, value in enumerate(found[: 2 * _MOST]) if value.chosen]
    return found[: max(_MOST, *(at + 1 for at in chosen), 0)]


def _line(value: Value, look: Look) -> Text:
    """Return the sign of a choice, the name, and at the right edge how many events there are."""
    more = f" (+{value.possible:,})" if value.possible else ""
    number = f" {value.certain:,}{more} "
    sign = _SIGNS[value.chosen][look.ascii]
    line = Text(f"  {sign} ", "bold" if value.chosen else "")
    room = max(1, look.room - line.cell_len - len(number))
    name = Text(visible(value.name))
    if name.cell_len > room:
        name.truncate(max(1, room - len(look.dots)))
        name.append(look.dots)
    line.append_text(name)
    return line.append(" " * (look.room - line.cell_len - len(number))).append(number, "dim")
