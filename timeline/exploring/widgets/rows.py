"""The events as rows, of which only those are drawn that are seen."""

from __future__ import annotations

from typing import Final, NamedTuple

from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from timeline.exploring.scene import Scene
from timeline.exploring.seat import MAIN
from timeline.exploring.widgets.lines import blank, strip
from timeline.exploring.widgets.scroll import Scroll
from timeline.model.answers import Match
from timeline.pages import brief
from timeline.text import widest
from timeline.views.parts.look import Look

_SIGNS: Final = 3  # cells before a row: the focus, the mark, and one origin at most
_KEPT: Final = 500  # rows that are kept as they were drawn
_ASKED: Final = 100  # rows that say how wide the column of dates is
_FOCUSED: Final = Style(reverse=True)
_ELSEWHERE: Final = Style(bold=True)
_STALE: Final = Style(dim=True)


class _Told(NamedTuple):
    """What the signs before a row tell."""

    focus: bool
    marked: bool
    weak: bool


class Rows(Scroll):
    """A row for each event that is found, the focus always among those that are seen."""

    class Chosen(Message):
        """A row was clicked."""

        def __init__(self, row: int) -> None:
            """Tell which *row*."""
            super().__init__()
            self.row = row

    def __init__(self, *, id: str) -> None:  # noqa: A002  as Textual has it
        """Begin without rows."""
        super().__init__(id=id)
        self._scene: Scene | None = None
        self._lines: brief.BriefLines | None = None
        self._made: tuple[object, int] = (None, 0)
        self._strips: dict[tuple[int, _Told], Strip] = {}
        self._look = Look()

    def every(self) -> int:
        """Return how many rows there are."""
        return len(self._scene.shown) if self._scene else 0

    def show(self, scene: Scene, look: Look) -> None:
        """Show the rows of *scene*."""
        before, self._scene, self._look = self._scene, scene, look
        is_new = (scene.shown, self.room) != self._made
        if is_new:
            self._made = (scene.shown, self.room)
            self._strips.clear()
            self._lines = self._drawn(scene, Look(max(1, self.room - _SIGNS), look.ascii))
            self.scroll_lines(0)
        has_moved = self.follow(scene.row)
        if before is None or is_new:
            self.refresh()
        elif not has_moved:
            self._refresh_changed(before, scene)

    def wheel(self, by: int) -> None:
        """Scroll by so many rows; the focus comes along rather than be left out of sight."""
        if not self.scroll_lines(by) or self._scene is None:
            return
        seen = min(max(self._scene.row, self.top), self.top + self.height - 1)
        if seen != self._scene.row:
            self.post_message(self.Chosen(seen))

    def render_line(self, y: int) -> Strip:
        """Return the row at *y* of what is seen."""
        at = y + self.top
        if self._scene is None or self._lines is None or at >= self.every():
            return self.barred(blank(self.room), y, ascii=self._look.ascii)
        line = self._row(at, self._scene.shown.matches[at], self._lines)
        style = self._style(at)
        styled = line.apply_style(style) if style else line
        return self.barred(styled, y, ascii=self._look.ascii)

    def _row(self, at: int, match: Match, lines: brief.BriefLines) -> Strip:
        """Return the row *at* a place, as it was drawn before if it has been with these signs."""
        told = self._told(at, match)
        key = (at, told)
        if key not in self._strips:
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            line = _signs(told, self._look).append_text(lines.line(match))
            self._strips[key] = strip(line, self.room, self.app.console)
        return self._strips[key]

    def _told(self, at: int, match: Match) -> _Told:
        """Return what the signs of a row tell; it is asked of those alone that are seen."""
        if self._scene is None:
            return _Told(False, False, False)
        event, scene = match.event, self._scene
        is_weak = scene.ground.rests_on_one(event)
        return _Told(scene.row == at, event.id in scene.seat.marks, is_weak)

    def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked; a click on the bar is one on the row that lies there."""
        is_bar = event.x >= self.room and self.every() > self.height
        row = event.y * self.every() // self.height if is_bar else event.y + self.top
        if row < self.every():
            self.post_message(self.Chosen(row))

    @property
    def cursor(self) -> Offset:
        """Where on the screen the row of the focus stands."""
        row = self._scene.row if self._scene else 0
        region = self.content_region
        return Offset(region.x, region.y + row - self.top)

    def _drawn(self, scene: Scene, look: Look) -> brief.BriefLines:
        """Return what draws the rows; a few of them say how wide the column of dates is."""
        shown, ground = scene.shown, scene.ground
        told = brief.told_by(shown.reports) if shown.reports else brief.NOBODY
        step = max(1, len(shown) // _ASKED)
        dates = widest(brief.said(each, look, told) for each in shown.matches[::step])
        return brief.BriefLines(ground.timeline, look, ground.handles, dates, told)

    def _refresh_changed(self, before: Scene, now: Scene) -> None:
        """Draw what has changed of the rows that are seen: all, or those of the focus."""
        same = (before.stale, before.seat.pane) == (now.stale, now.seat.pane)
        if not same or len(before.seat.marks ^ now.seat.marks) > 1:
            self.refresh()
            return
        rows = {before.row, now.row}
        rows |= {now.shown.places.get(id_, 0) for id_ in before.seat.marks ^ now.seat.marks}
        width = self.size.width
        self.refresh(*(Region(0, row - self.top, width, 1) for row in rows))

    def _style(self, at: int) -> Style | None:
        if self._scene is None or at != self._scene.row:
            return _STALE if self._scene and self._scene.stale else None
        return _FOCUSED if self._scene.seat.pane == MAIN else _ELSEWHERE


def _signs(told: _Told, look: Look) -> Text:
    line = Text()
    for is_told, (sign, plain), style in zip(told, _SIGN, _STYLE, strict=True):
        shown = plain if look.ascii else sign
        line.append(shown if is_told else " ", style)
    return line


_SIGN: Final = (("▸", ">"), ("•", "*"), ("¹", "'"))
_STYLE: Final = ("bold", "bold", "dim")
