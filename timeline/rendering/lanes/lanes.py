"""A layout of lanes → a page: a name over each lane, to scale, between two axes.

A sign stands for an event and says its status; `━` is where it lies in every
reading of its date, `╌` where it only may lie; arrows go on beyond what is drawn.
"""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, ConsoleOptions
from rich.text import Text

from timeline.layout.columns import axis
from timeline.layout.columns.lanes import Layout, PlacedLane
from timeline.layout.columns.rows import Placed
from timeline.rendering.lanes.lane_notes import legend, notes, pen
from timeline.rendering.look import Look
from timeline.rendering.wrapping import kept_together, wrapped
from timeline.reports.lanes import Lanes
from timeline.text import cells, visible

MARGIN = 1
_TALL = 16  # lines from which on the axis is repeated at the bottom


class LanePage:
    """Lanes as a Rich renderable."""

    def __init__(
        self, lanes: Lanes, layout: Layout, look: Look, colours: Mapping[str, str]
    ) -> None:
        """Show *layout*, which was made of *lanes*; *colours* is key of a lane → colour."""
        self._lanes = lanes
        self._layout = layout
        self._look = look
        self._colours = colours
        self._pen = pen(look)
        self._ticks = axis.scale_ticks(layout.scale)
        self._marked = {tick.column for tick in self._ticks}

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        rows = sum(len(lane.rows) + 1 for lane in self._layout.lanes)
        yield Text()
        yield from self._axis(below=False)
        for lane in self._layout.lanes:
            yield self._name(lane)
            for row in lane.rows:
                yield self._row(row, self._colours.get(lane.lane.key, ""))
        if rows >= _TALL:
            yield from self._axis(below=True)
        yield Text()
        yield from notes(console, self._layout, self._look)
        signs = legend(self._lanes, self._layout, self._look)
        for line in kept_together(signs, self._look.page - 2, "dim"):
            yield from wrapped(console, line, self._look.page)

    def _axis(self, *, below: bool) -> Iterator[Text]:
        scale, ascii_ = self._layout.scale, self._look.ascii
        line = axis.line(self._ticks, scale.columns, scale.folds, below=below, ascii=ascii_)
        lines = [Text(" " * MARGIN + part, "dim") for part in (axis.labels(self._ticks), line)]
        yield from reversed(lines) if below else lines

    def _name(self, lane: PlacedLane) -> Text:
        colour = self._colours.get(lane.lane.key, "")
        name = Text(" " * MARGIN).append(visible(lane.lane.name), f"bold {colour}".strip())
        sure = sum(match.certain for match in lane.lane.matches)
        possible = len(lane.lane.matches) - sure
        name.append(f"  {sure:,}{f' {self._look.maybe}{possible:,}' if possible else ''}", "dim")
        if lane.more:
            name.append(f", of which {lane.more:,} have no room", "dim")
        name.truncate(self._look.page, overflow="ellipsis")
        return name

    def _row(self, row: Sequence[Placed], colour: str) -> Text:
        """Return a row: marks and labels from left to right, the grid where nothing is.

        It is to scale, and one line, however wide a terminal takes its letters for.
        """
        line = Text(" " * MARGIN, no_wrap=True, overflow="ignore")
        at = 0
        for placed in row:
            self._grid(line, at, placed.start)
            self._placed(line, placed, colour)
            at = placed.end + 1
        self._grid(line, at, self._layout.scale.columns + 1)
        line.rstrip()
        return line

    def _grid(self, line: Text, start: int, end: int) -> None:
        """Add empty columns; under the marks of the axis a faint line, which touches nothing."""
        inside = range(start + bool(start), end - 1)
        empty = (
            self._pen.grid if column in inside and column in self._marked else " "
            for column in range(start, end)
        )
        line.append("".join(empty), "dim")

    def _placed(self, line: Text, placed: Placed, colour: str) -> None:
        """Add a mark with its label before, behind or within it."""
        mark, label = placed.mark, placed.label
        style = "dim" if placed.number else "" if placed.matches[0].certain else "dim"
        drawn = self._drawn(placed)
        if not label:
            line.append(drawn, colour)
        elif mark.left < placed.label_at < mark.right:
            inside = placed.label_at - 1 - mark.left
            line.append(drawn[:inside], colour).append(f" {label} ", style)
            line.append(drawn[inside + cells(label) + 2 :], colour)
        elif placed.label_at > mark.right:
            gap = " " * (placed.label_at - mark.right - 1)
            line.append(drawn, colour).append(gap + label, style)
        else:
            gap = " " * (mark.left - placed.label_at - cells(label))
            line.append(label + gap, style).append(drawn, colour)

    def _drawn(self, placed: Placed) -> str:
        """Return the signs of a mark, one for each of its columns."""
        mark, pen = placed.mark, self._pen
        signs = [pen.soft] * (mark.right - mark.left + 1)
        if mark.solid:
            start, end = (column - mark.left for column in mark.solid)
            signs[start : end + 1] = [pen.solid] * (end - start + 1)
        if mark.before:
            signs[0] = pen.on[0] if mark.before == "on" else pen.unknown
        if mark.after:
            signs[-1] = pen.on[1] if mark.after == "on" else pen.unknown
        number = str(len(placed.matches))
        sign = number if len(placed.matches) > 1 else self._look.status(_status(placed))
        at = min(
            mark.sign - mark.left, len(signs) - len(sign) - bool(mark.after and len(signs) > 1)
        )
        signs[at : at + len(sign)] = sign
        return "".join(signs)


def _status(placed: Placed) -> str:
    return placed.matches[0].event.status
