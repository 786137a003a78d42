"""The events as rows, of which only those are drawn that are seen."""

from __future__ import annotations

from typing import Final, NamedTuple

from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from timeline.exploring.scene import Scene
from timeline.exploring.seat import MAIN
from timeline.exploring.widgets.lines import blank, strip
from timeline.model.answers import Match
from timeline.pages import brief
from timeline.text import cells
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


class Rows(ScrollView, can_focus=False):
    """A row for each event that is found, the focus always among those that are seen."""

    DEFAULT_CSS = "Rows { overflow-x: hidden; scrollbar-size-vertical: 1; }"

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
        self._strips: dict[tuple[int, int, _Told], Strip] = {}
        self._look = Look()

    def show(self, scene: Scene, look: Look) -> None:
        """Show the rows of *scene*."""
        before, self._scene, self._look = self._scene, scene, look
        width, top = self.scrollable_content_region.width, self.scroll_offset.y
        is_new = (scene.shown, width) != self._made
        if is_new:
            self._made = (scene.shown, width)
            self._strips.clear()
            self._lines = self._drawn(scene, Look(max(1, width - _SIGNS), look.ascii))
            self.virtual_size = Size(width, len(scene.shown))
        self._follow(scene.row)
        if before is None or is_new or self.scroll_offset.y != top:
            self.refresh()
        else:
            self._refresh_changed(before, scene)

    def render_line(self, y: int) -> Strip:
        """Return the row at *y* of what is seen."""
        at, width = y + self.scroll_offset.y, self.size.width
        if self._scene is None or self._lines is None or at >= len(self._scene.shown):
            return blank(width)
        match = self._scene.shown.matches[at]
        line, style = self._row(at, match, self._lines), self._style(at)
        return line.apply_style(style) if style else line

    def _row(self, at: int, match: Match, lines: brief.BriefLines) -> Strip:
        """Return the row *at* a place, as it was drawn before if it has been with these signs."""
        told = self._told(at, match)
        key = (at, self.size.width, told)
        if key not in self._strips:
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            line = _signs(told, self._look).append_text(lines.line(match))
            self._strips[key] = strip(line, self.size.width, self.app.console)
        return self._strips[key]

    def _told(self, at: int, match: Match) -> _Told:
        """Return what the signs of a row tell; it is asked of those alone that are seen."""
        if self._scene is None:
            return _Told(False, False, False)
        event, scene = match.event, self._scene
        is_weak = scene.ground.rests_on_one(event)
        return _Told(scene.row == at, event.id in scene.seat.marks, is_weak)

    def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked."""
        row = event.y + self.scroll_offset.y
        if self._scene and row < len(self._scene.shown):
            self.post_message(self.Chosen(row))

    @property
    def cursor(self) -> Offset:
        """Where on the screen the row of the focus stands."""
        row = self._scene.row if self._scene else 0
        region = self.content_region
        return Offset(region.x, region.y + row - self.scroll_offset.y)

    def _drawn(self, scene: Scene, look: Look) -> brief.BriefLines:
        """Return what draws the rows; a few of them say how wide the column of dates is."""
        shown, ground = scene.shown, scene.ground
        told = brief.told_by(shown.reports) if shown.reports else brief.NOBODY
        step = max(1, len(shown) // _ASKED)
        asked = shown.matches[::step]
        widest = max((cells(brief.said(each, look, told)) for each in asked), default=0)
        return brief.BriefLines(ground.timeline, look, ground.handles, widest, told)

    def _follow(self, row: int) -> None:
        """Scroll as little as shows the *row*."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if row < top:
            self.scroll_to(y=row, animate=False, immediate=True)
        elif height and row >= top + height:
            self.scroll_to(y=row - height + 1, animate=False, immediate=True)

    def _refresh_changed(self, before: Scene, now: Scene) -> None:
        """Draw what has changed of the rows that are seen: all, or those of the focus."""
        same = (before.stale, before.seat.pane) == (now.stale, now.seat.pane)
        if not same or len(before.seat.marks ^ now.seat.marks) > 1:
            self.refresh()
            return
        rows = {before.row, now.row}
        rows |= {now.shown.places.get(id_, 0) for id_ in before.seat.marks ^ now.seat.marks}
        width = self.size.width
        self.refresh(*(Region(0, row - self.scroll_offset.y, width, 1) for row in rows))

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
