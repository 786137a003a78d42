"""A layout of lanes → a page: a name over each lane, to scale, between two axes.

A sign stands for an event and says its status; `━` is where it lies in every
reading of its date, `╌` where it only may lie; arrows go on beyond what is drawn.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import zip_longest

import msgspec
from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.layout.columns import axis
from timeline.layout.columns.lanes import Layout, PlacedLane, Signs, layout
from timeline.layout.columns.rows import Placed
from timeline.layout.columns.scale import Mark
from timeline.layout.reach import End
from timeline.model.answers import Match
from timeline.model.handles import Handles
from timeline.pages.parts import (
    answer_heading,
    date_lines,
    kept_together,
    prefixed,
    status_legend,
    trimmed,
    with_handle,
    wrapped,
)
from timeline.reports.lanes import Lanes
from timeline.text import cells, counted, visible, widest
from timeline.views.lanes import LanesView, outside
from timeline.views.parts.look import Look, value_colours

_DATE = 16  # the most cells of the column of dates
_NUMBER = 6  # cells of a number and the space around it
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Pen(msgspec.Struct, frozen=True):
    """The signs that lanes are drawn with."""

    solid: str
    soft: str
    on: tuple[str, str]
    unknown: str
    grid: str

    def end(self, end: End, *, after: bool = False) -> str:
        """Return the sign of what is before a mark, or *after* it."""
        return self.unknown if end == "unknown" else self.on[after]


_PEN = Pen("━", "╌", ("◀", "▶"), "?", "┊")
_ASCII_PEN = Pen("=", ".", ("<", ">"), "?", ":")


MARGIN = 1
_TALL = 16  # lines from which on the axis is repeated at the bottom


def page(view: LanesView, look: Look) -> tuple[RenderableType, ...]:
    """Return the lanes under a heading, in the colours of what they are sorted by."""
    lanes, answer = view.shown, view.answer
    signs = label_signs(look)
    placed = layout(lanes, look.page - MARGIN, signs)
    colours = value_colours(answer.timeline, view.by, (lane.key for lane in lanes.lanes))
    heading = answer_heading(answer, look, f"by {view.by}")
    return heading, LanePage(lanes, placed, look, colours, Handles(answer.timeline))


class LanePage:
    """Lanes as a Rich renderable."""

    def __init__(
        self,
        lanes: Lanes,
        layout: Layout,
        look: Look,
        colours: Mapping[str, str],
        handles: Handles,
    ) -> None:
        """Show *layout*, which was made of *lanes*; *colours* is key of a lane → colour."""
        self._handles = handles
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
        yield from notes(console, self._layout, self._look, self._handles)
        signs = legend(self._lanes, self._layout, self._look)
        for line in kept_together(signs, self._look.page - 2, "dim"):
            yield from wrapped(console, line, self._look.page)

    def _axis(self, *, below: bool) -> Iterator[Text]:
        scale, ascii_ = self._layout.scale, self._look.ascii
        labels = axis.labels(self._ticks)
        line = axis.line(self._ticks, scale.columns, scale.folds, below=below, ascii=ascii_)
        parts = (line, labels) if below else (labels, line)
        for part in parts:
            yield Text(" " * MARGIN + part, "dim")

    def _name(self, lane: PlacedLane) -> Text:
        colour = self._colours.get(lane.lane.key, "")
        name = Text(" " * MARGIN).append(visible(lane.lane.name), f"bold {colour}".strip())
        sure = sum(match.certain for match in lane.lane.matches)
        possible = len(lane.lane.matches) - sure
        name.append(f"  {sure:,}", "dim")
        if possible:
            name.append(f" {self._look.maybe}{possible:,}", "dim")
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
        return trimmed(line)

    def _grid(self, line: Text, start: int, end: int) -> None:
        """Add empty columns; under the marks of the axis a faint line, which touches nothing."""
        empty = [" "] * (end - start)
        for column in range(start + bool(start), end - 1):
            if column in self._marked:
                empty[column - start] = self._pen.grid
        line.append("".join(empty), "dim")

    def _placed(self, line: Text, placed: Placed, colour: str) -> None:
        """Add a mark with its label before, behind or within it."""
        mark, label = placed.mark, placed.label
        is_quiet = placed.number or not placed.matches[0].certain
        style = "dim" if is_quiet else ""
        drawn = self._drawn(placed)
        if not label:
            line.append(drawn, colour)
        elif mark.left < placed.label_at < mark.right:
            inside = placed.label_at - 1 - mark.left
            after = inside + cells(label) + 2
            line.append(drawn[:inside], colour).append(f" {label} ", style)
            line.append(drawn[after:], colour)
        elif placed.label_at > mark.right:
            gap = " " * (placed.label_at - mark.right - 1)
            line.append(drawn, colour).append(gap + label, style)
        else:
            gap = " " * (mark.left - placed.label_at - cells(label))
            line.append(label + gap, style).append(drawn, colour)

    def _drawn(self, placed: Placed) -> str:
        """Return the signs of a mark, one for each of its columns."""
        signs = self._strokes(placed.mark)
        sign = self._sign(placed)
        has_end = placed.mark.after and len(signs) > 1
        room = len(signs) - len(sign) - bool(has_end)
        at = min(placed.mark.sign - placed.mark.left, room)
        signs[at : at + len(sign)] = sign
        return "".join(signs)

    def _strokes(self, mark: Mark) -> list[str]:
        """Return what is drawn from the left of a mark to its right."""
        pen = self._pen
        signs = [pen.soft] * (mark.right - mark.left + 1)
        if mark.solid:
            start, end = (column - mark.left for column in mark.solid)
            signs[start : end + 1] = [pen.solid] * (end - start + 1)
        if mark.before:
            signs[0] = pen.end(mark.before)
        if mark.after:
            signs[-1] = pen.end(mark.after, after=True)
        return signs

    def _sign(self, placed: Placed) -> str:
        """Return the sign of the status of an event, or the number of several."""
        if len(placed.matches) > 1:
            return str(len(placed.matches))
        return self._look.status(placed.matches[0].event.status)


def pen(look: Look) -> Pen:
    """Return the signs that fit *look*."""
    return _ASCII_PEN if look.ascii else _PEN


def label_signs(look: Look) -> Signs:
    """Return the signs of labels that fit *look*."""
    return Signs(look.dots, look.maybe, look.deduced, partial(note_sign, look=look))


def note_sign(number: int, look: Look) -> str:
    """Return the sign that leads from a mark to its note."""
    return f"[{number}]" if look.ascii else str(number).translate(_RAISED)


def notes(console: Console, layout: Layout, look: Look, handles: Handles) -> Iterator[Text]:
    """Yield the numbered events, each with its date and title, and an empty line after them."""
    heads = [_date(match, look) for match in layout.notes]
    width = min(_DATE, look.page // 3, widest(heads))
    room = look.page - width - _NUMBER - 3
    for number, (match, head) in enumerate(zip(layout.notes, heads, strict=True), 1):
        dates = date_lines(console, Text(head), width)
        title = with_handle(Text(visible(match.event.title)), handles.of(match.event))
        titles = wrapped(console, title, room)
        lines = zip_longest(dates, titles, fillvalue=Text())
        for said, (date, title) in prefixed(str(number), "", lines):
            line = Text(" ").append(f"{said:>3}  ", "dim").append(" " * (width - date.cell_len))
            yield trimmed(line.append_text(date).append("  ").append_text(title))
    if layout.notes:
        yield Text()


def legend(lanes: Lanes, layout: Layout, look: Look) -> Iterator[str]:
    """Yield what the signs mean, only those that are there, and what is not there."""
    rows = [row for lane in layout.lanes for row in lane.rows]
    placed = [each for row in rows for each in row]
    single = [each for each in placed if len(each.matches) == 1]
    yield from status_legend((each.matches[0].event for each in single), look)
    yield from _ends([each.mark for each in placed], pen(look))
    yield from _marks([match for each in placed for match in each.matches], look)
    if folds := layout.scale.folds:
        sign = "//" if look.ascii else "╱╱"
        yield f"{sign} {counted(len(folds), 'silence')} left out"
    if counts := [len(each.matches) for each in placed if len(each.matches) > 1]:
        yield f"{max(counts)} so many events close together: see --from, --to, --fold"
    yield from outside(lanes)


def _marks(matches: Sequence[Match], look: Look) -> Iterator[str]:
    if any(not match.certain for match in matches):
        yield look.vague
    if any(match.deduced for match in matches):
        yield look.by_order
    if any(match.event.undated for match in matches):
        yield look.undated


def _ends(marks: Sequence[Mark], signs: Pen) -> Iterator[str]:
    if any(mark.solid and mark.solid[1] > mark.solid[0] for mark in marks):
        yield f"{signs.solid * 2} going on"
    if any(_is_soft(mark) for mark in marks):
        yield f"{signs.soft * 2} perhaps: a vague date"
    ends = {end for mark in marks for end in (mark.before, mark.after)}
    if "on" in ends:
        yield f"{signs.on[1]} goes on"
    if "unknown" in ends:
        yield f"{signs.unknown} not known when"


def _is_soft(mark: Mark) -> bool:
    """Return whether a mark has columns in which its event only may lie."""
    start, end = mark.solid or (mark.sign, mark.sign)
    first = mark.left + 1 if mark.before else mark.left  # behind the arrow
    last = mark.right - 1 if mark.after else mark.right
    return first < start or end < last


def _date(match: Match, look: Look) -> str:
    words = look.date(match.event)
    return words if match.certain else f"{look.maybe} {words}"
