"""The stage: every part of the screen, drawn from a scene."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Offset, Size
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from timeline.errors import TimelineError
from timeline.exploring import axis, guilt, line, sizes, words
from timeline.exploring.scene import Scene
from timeline.exploring.seat import DETAIL, FACETS, MAIN, QUERY
from timeline.exploring.views.view import View
from timeline.exploring.widgets.facets import FacetPane
from timeline.exploring.widgets.lines import Lines
from timeline.exploring.widgets.page import Page
from timeline.exploring.widgets.query import QueryLine
from timeline.exploring.widgets.rows import Rows
from timeline.pages.show import EventDetail
from timeline.views.parts.look import Look

_PATIENCE: Final = 0.4  # seconds until what is being typed is called wrong
_SHOW_CURSOR: Final = "\x1b[?25h"


LAYOUT: Final = """
Stage { background: ansi_default; color: ansi_default; layout: vertical; }
#query, #strip, #middle, #middle > *, #command, #footer { display: none; }
#strip { height: 2; }
#middle { height: 1fr; }
#rows, #page, #nothing { width: 3fr; height: 1fr; }
#facets { width: 32; height: 1fr; border-right: solid ansi_bright_black; }
.ascii #facets { border-right: ascii ansi_bright_black; }
.narrow #facets { width: 1fr; border-right: none; }
#detail { width: 2fr; height: 1fr; border-left: solid ansi_bright_black; }
Toast, Toast:ansi { background: ansi_default; color: ansi_default; max-width: 80%; padding: 0 1; }
Toast.-information { border: solid ansi_bright_black; }
.ascii Toast.-information { border: ascii ansi_bright_black; }
.ascii #detail { border-left: ascii ansi_bright_black; }
"""
"""Where the parts stand, and how large they are."""


class Stage(Screen[None], inherit_bindings=False):
    """A screen that draws scenes; its keys are those of the table alone."""

    class Sized(Message):
        """The rows that are seen have become more, or fewer."""

        def __init__(self, rows: int) -> None:
            """Tell how many there are."""
            super().__init__()
            self.rows = rows

    class Resized(Message):
        """The screen has another size."""

    def __init__(self) -> None:
        """Begin with nothing to draw."""
        super().__init__(id="stage")
        self._scene: Scene | None = None
        self._patience: Timer | None = None
        self._is_settled = False
        self._laid_out: tuple[Size, dict[str, bool]] | None = None
        self._axis: tuple[object, int, axis.Axis] | None = None

    def compose(self) -> ComposeResult:
        """Yield what the screen is made of, from the top."""
        yield Lines(id="head")
        yield QueryLine(id="query")
        yield Lines(id="strip")
        with Horizontal(id="middle"):
            yield FacetPane(id="facets")
            yield Page(id="nothing")
            yield Rows(id="rows")
            yield Page(id="page")
            yield Page(id="detail")
        yield Lines(id="command")
        yield Lines(id="footer")

    def on_mount(self) -> None:
        """Tell that there is something to draw on."""
        self.show_cursor()
        self.post_message(self.Resized())

    def on_resize(self, event: events.Resize) -> None:
        """Tell that the screen is to be divided anew."""
        del event
        self.post_message(self.Resized())

    def show_cursor(self) -> None:
        """Show the terminal's cursor, which screen readers and braille displays follow."""
        if not self.app.is_headless and sys.__stderr__:
            sys.__stderr__.write(_SHOW_CURSOR)
            sys.__stderr__.flush()

    def lines(self, name: str) -> Lines:
        """Return the lines called *name*."""
        return self.query_one(f"#{name}", Lines)

    def page(self, name: str) -> Page:
        """Return the page called *name*."""
        return self.query_one(f"#{name}", Page)

    def types(self, event: events.Key) -> bool:
        """Type a letter that came before the query had the cursor; return whether it was one."""
        is_typed = self._scene is not None and self._scene.seat.pane == QUERY
        if not (is_typed and event.is_printable and event.character):
            return False
        event.stop()
        self.query_one(QueryLine).insert_text_at_cursor(event.character)
        return True

    def show(self, scene: Scene) -> None:
        """Draw a *scene*."""
        self._scene = scene
        size = sizes.division(self.size.width, self.size.height)
        look = Look(self.size.width, scene.ground.ascii)
        self._divide(size, scene)
        if not size.fits:
            self.lines("head").show(Text(sizes.too_small(*self.size)))
            return
        self.set_class(look.ascii, "ascii")
        self.set_class(not size.detail, "narrow")
        self.lines("head").show(words.head(scene, look))
        self.query_one(QueryLine).show(scene)
        self._show_command(scene, look)
        self.lines("footer").show(words.footer(scene.seat, look))
        self._show_strip(scene, look)
        if self._is_settled:
            self._show_panes(scene, look)
        else:
            self.call_after_refresh(self._settle, scene, look)

    def _settle(self, scene: Scene, look: Look) -> None:
        """Draw what scrolls, now that all has been laid out; only the last of many scenes."""
        if scene is self._scene:
            self._is_settled = True
            self._show_panes(scene, look)

    def _divide(self, size: sizes.Division, scene: Scene) -> None:
        """Show and hide the parts of the screen, as there is room for them.

        When one comes or goes, and on a screen of another size, the others learn how large they
        are only when all has been laid out anew.
        """
        parts = _parts(size, scene)
        for name, is_seen in parts.items():
            part = self.query_one(f"#{name}")
            if part.display != is_seen:
                part.display = is_seen
        self._is_settled &= self._laid_out == (self.size, parts)
        self._laid_out = (self.size, parts)

    def _show_command(self, scene: Scene, look: Look) -> None:
        """Show the command; what cannot be read says why, once nobody types any more."""
        if self._patience:
            self._patience.stop()
        fault = scene.ground.fault(scene.seat, scene.seat.draft or "")
        if fault:
            suggestion = line.suggestion(scene.seat, scene.ground)
            told = words.fault(fault, suggestion, look)
            self._patience = self.set_timer(_PATIENCE, lambda: self.lines("command").show(told))
        elif not scene.stale:
            self.lines("command").show(words.command(scene, look))

    def _show_strip(self, scene: Scene, look: Look) -> None:
        width, ground = self.size.width, scene.ground
        if not ground.events or not self.lines("strip").display:
            return
        if self._axis is None or self._axis[:2] != (ground, width):
            self._axis = (ground, width, axis.axis(ground.events, width))
        made = self._axis[2]
        self.lines("strip").show(axis.bars(made, scene, look), axis.marks(made, scene, look))

    def _show_panes(self, scene: Scene, look: Look) -> None:
        """Draw what scrolls."""
        rows = self.query_one(Rows)
        if rows.display:
            rows.show(scene, look)
            if rows.size.height not in (0, scene.seat.rows):
                self.post_message(self.Sized(rows.size.height))
        if not scene.shown.matches and not scene.stale:
            self.call_later(self._show_nothing, scene, look)
        if scene.seat.pane == FACETS:
            self._show_facets(scene, look)
        else:
            self.call_later(self._show_facets, scene, look)
        self._place_cursor(scene, rows)
        self.call_later(self._show_page, scene, look)
        self.call_later(self._show_detail, scene, look)

    def _place_cursor(self, scene: Scene, rows: Rows) -> None:
        """Put the terminal's cursor where the eye is."""
        if scene.seat.pane == MAIN and rows.display:
            self.app.cursor_position = rows.cursor
        elif scene.seat.pane == FACETS:
            self.app.cursor_position = self.query_one(FacetPane).cursor
        elif scene.seat.pane == DETAIL:
            region = self.page("detail").content_region
            self.app.cursor_position = Offset(region.x, region.y)

    def _show_nothing(self, scene: Scene, look: Look) -> None:
        """Say why nothing is found, and what would be."""
        if scene is not self._scene:
            return
        is_known = guilt.is_known(scene.seat, scene.ground)
        said = guilt.said(scene.seat, scene.ground) if is_known else ("nothing matches",)
        lines = [Text(f" {each}") for each in said]
        self.page("nothing").show((scene.shown, is_known), lambda _: lines, look)

    def _show_facets(self, scene: Scene, look: Look) -> None:
        """Draw what can be filtered by, when no other key has been pressed since."""
        pane = self.query_one(FacetPane)
        if scene is self._scene and pane.display and not scene.stale:
            pane.show(scene, look)

    def _show_page(self, scene: Scene, look: Look) -> None:
        """Draw the view that has no rows."""
        page, view = self.page("page"), scene.ground.view(scene.seat)
        if scene is not self._scene or not page.display or scene.stale:
            return
        focus = scene.event.id if scene.event and view.follows_focus else ""
        of = scene.shown, view.name, focus
        page.show(of, lambda own: _page(view, scene, own), look)

    def _show_detail(self, scene: Scene, look: Look) -> None:
        """Draw the event in full, when no other key has been pressed since."""
        detail, event, ground = self.page("detail"), scene.event, scene.ground
        if scene is not self._scene or event is None or not detail.display:
            return
        detail.show(
            (ground, event.id),
            lambda own: [EventDetail(event, ground.timeline, own, ground.handles, numbered=True)],
            look,
        )


def _parts(size: sizes.Division, scene: Scene) -> dict[str, bool]:
    """Return which parts of the screen are seen, by their names."""
    has_rows = scene.ground.view(scene.seat).has_rows
    in_detail = scene.seat.pane == DETAIL
    in_facets = scene.seat.pane == FACETS
    is_alone = not size.detail and (in_detail or in_facets)
    shows_view = size.fits and not is_alone
    has_column = size.facets and not scene.ground.is_slow
    is_found = bool(scene.shown.matches)
    shows_detail = size.facets or not in_facets
    return {
        "query": size.fits,
        "command": size.fits,
        "middle": size.fits,
        "strip": size.strip,
        "footer": size.footer,
        "nothing": shows_view and not is_found,
        "rows": shows_view and has_rows and is_found,
        "page": shows_view and not has_rows and is_found,
        "facets": has_column or in_facets,
        "detail": (size.detail and is_found and shows_detail) or in_detail,
    }


def _page(view: View, scene: Scene, look: Look) -> Sequence[RenderableType]:
    """Return the page of *view*; what cannot be drawn says why."""
    try:
        return view.page(scene.shown, scene.event, look)
    except TimelineError as error:
        return (Text(str(error)),)
