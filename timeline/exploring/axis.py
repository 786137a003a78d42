"""The whole file by time, in a few cells: how many events begin where, and what stands above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from rich.text import Text

from timeline.edtf import FAR, calendar_date, year_name
from timeline.exploring.scene import Scene
from timeline.model.records import Event
from timeline.phrases.windows import Window
from timeline.reports.extent import extent
from timeline.text import cells
from timeline.views.parts.look import Look

_BARS: Final = " ▁▂▃▄▅▆▇█"
_PLAIN_BARS: Final = " .:-=+*#%"


class Axis(NamedTuple):
    """A stretch of days, divided into cells, with the number of events that begin in each."""

    first: int
    last: int
    numbers: Sequence[int]

    def cell(self, day: int) -> int:
        """Return the cell in which *day* lies, the nearest where it lies outside."""
        days = self.last - self.first + 1
        place = (day - self.first) * len(self.numbers) // days
        return min(max(place, 0), len(self.numbers) - 1)


def axis(events: Iterable[Event], width: int) -> Axis:
    """Return the axis of *events* in *width* cells."""
    dates = [event.date for event in events]
    first, last = extent((date.possible for date in dates), Window(None, None, ""))
    made = Axis(first, last, [0] * max(1, width))
    numbers = [0] * max(1, width)
    for date in dates:
        day = date.sort_key[0]
        if first <= day <= last:
            numbers[made.cell(day)] += 1
    return made._replace(numbers=numbers)


def bars(made: Axis, scene: Scene, look: Look) -> Text:
    """Return how many events begin in each cell; what lies outside the period is dim."""
    signs = _PLAIN_BARS if look.ascii else _BARS
    most = max(made.numbers) or 1
    line = Text()
    inside = _inside(made, scene)
    for at, number in enumerate(made.numbers):
        height = -(-number * (len(signs) - 1) // most)
        line.append(signs[height], "" if at in inside else "dim")
    return line


def marks(made: Axis, scene: Scene, look: Look) -> Text:
    """Return the years at the ends, and among them the period, the marks and the focus."""
    signs = _signs(made, scene, look)
    line = [signs.get(at, " ") for at in range(len(made.numbers))]
    first, last = (year_name(calendar_date(day)[0]) for day in (made.first, made.last))
    middle = len(line) // 2
    _put(line, first, range(middle - cells(first)))
    _put(line, last, range(len(line) - cells(last), middle, -1))
    return Text("".join(line), "dim")


def _signs(made: Axis, scene: Scene, look: Look) -> dict[int, str]:
    """Return the signs, each by its cell; the focus comes before all others."""
    signs: dict[int, str] = {}
    inside = _inside(made, scene)
    if scene.seat.period and inside:
        signs |= {inside[0]: "[", inside[-1]: "]"}
    for id_ in scene.seat.marks:
        day = scene.ground.events[scene.ground.places[id_]].date.sort_key[0]
        signs[made.cell(day)] = "*" if look.ascii else "•"
    if scene.event:
        signs[made.cell(scene.event.date.sort_key[0])] = "^" if look.ascii else "▲"
    return signs


def _put(line: list[str], label: str, places: Iterable[int]) -> None:
    """Put *label* at the first of *places* where it covers no sign; nowhere if there is none."""
    for at in places:
        end = at + len(label)
        if not "".join(line[at:end]).strip():
            line[at:end] = label
            return


def _inside(made: Axis, scene: Scene) -> range:
    """Return the cells of the period; all of them without one."""
    period = scene.seat.period
    if period is None:
        return range(len(made.numbers))
    window = period.window
    first, last = window.first or -FAR, window.last or FAR
    if last < made.first or first > made.last:
        return range(0)
    return range(made.cell(first), made.cell(last) + 1)
