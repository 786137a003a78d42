"""The screen itself: keys and the mouse make seats, and every seat is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec.structs import replace
from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input

from timeline.errors import TimelineError
from timeline.exploring import axis, keys, line, moves, sizes, words
from timeline.exploring import scene as scenes
from timeline.exploring.ground import Ground
from timeline.exploring.history import History, said
from timeline.exploring.seat import DETAIL, MAIN, QUERY, Seat
from timeline.exploring.views.view import View
from timeline.exploring.widgets.lines import Lines
from timeline.exploring.widgets.page import Page
from timeline.exploring.widgets.query import QueryLine
from timeline.exploring.widgets.rows import Rows
from timeline.pages.show import EventDetail
from timeline.views.parts.look import Look

_SHORT: int = 3  # seconds for which something is said


class Stage(Screen[None], inherit_bindings=False):
    """A screen whose keys are those of the table alone."""


class Explorer(App[None]):
    """The screen of `timeline explore`. It holds a seat, and all else follows from that."""

    CSS: ClassVar[str] = """
    Screen { background: ansi_default; color: ansi_default; }
    #strip { height: 2; }
    #middle { height: 1fr; }
    #rows, #page, #detail { width: 1fr; height: 1fr; }
    #detail { border-left: solid ansi_bright_black; }
    .ascii #detail { border-left: ascii ansi_bright_black; }
    #nothing { height: 1fr; }
    """
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(self, ground: Ground, seat: Seat) -> None:
        """Begin at a *seat* on a *ground*."""
        super().__init__()
        self.theme = "ansi-dark"
        self.animation_level = "none"
        self.ground = ground
        self.seat = seat
        self.history = History()
        self.last_said = ""
        self._axis: tuple[object, int, axis.Axis] | None = None

    def get_default_screen(self) -> Screen[None]:
        """Return the one screen there is."""
        return Stage(id="stage")

    def compose(self) -> ComposeResult:
        """Yield what the screen is made of, from the top."""
        yield Lines(id="head")
        yield QueryLine(id="query")
        yield Lines(id="strip")
        with Horizontal(id="middle"):
            yield Lines(id="nothing")
            yield Rows(id="rows")
            yield Page(id="page")
            yield Page(id="detail")
        yield Lines(id="command")
        yield Lines(id="footer")

    def on_mount(self) -> None:
        """Draw the first seat."""
        self.screen.set_class(self.ground.ascii, "ascii")
        self.draw()

    def on_resize(self, event: events.Resize) -> None:
        """Divide the screen anew."""
        del event
        self.call_after_refresh(self.draw)

    def on_key(self, event: events.Key) -> None:
        """Do what the key does in the pane one is in."""
        event.stop()
        self.press(event.key)

    def on_query_line_pressed(self, message: QueryLine.Pressed) -> None:
        """Do what the key does while a query is typed."""
        self.press(message.key)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Ask what is typed."""
        if self.seat.pane == QUERY:
            self.go(line.typed(self.seat, self.ground, message.value))

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Go to the row that was clicked."""
        self.go(moves.to(self.seat, self.ground, message.row))

    def press(self, key: str) -> None:
        """Do what *key* does; a key that cannot says why."""
        row = keys.row(key, self.seat.pane)
        try:
            if row and row.act:
                row.act(self)
            else:
                self.go(keys.press(self.seat, key, self.ground))
        except TimelineError as error:
            self.say(error.message)

    def go(self, seat: Seat) -> None:
        """Go to another *seat*, which can be undone."""
        self.history = self.history.left(self.seat, seat)
        self.seat = seat
        self.draw()

    def come(self, history: History, seat: Seat) -> None:
        """Be at a *seat* of the *history* again, and say what came back."""
        told = said(self.seat, seat)
        self.history, self.seat = history, seat
        self.draw()
        self.say(told)

    def say(self, text: str) -> None:
        """Say *text* for a moment, instead of what was said before."""
        self.last_said = text
        self.clear_notifications()
        self.notify(text, timeout=_SHORT, markup=False)

    def end(self) -> None:
        """Leave the screen."""
        self.exit()

    async def action_quit(self) -> None:
        """End as every other key that ends it."""
        self.end()

    def action_help_quit(self) -> None:
        """End on Ctrl-C too."""
        self.end()

    def draw(self) -> None:
        """Draw the seat."""
        size = sizes.division(self.size.width, self.size.height)
        look = Look(self.size.width, self.ground.ascii)
        for part in self.query("Stage > *"):
            part.display = size.fits
        if not size.fits:
            self._draw_too_small()
            return
        scene = scenes.scene(self.seat, self.ground)
        self._divide(size, scene)
        self.query_one("#head", Lines).show(words.head(scene, look))
        self.query_one(QueryLine).show(scene)
        self.query_one("#command", Lines).show(words.command(scene, look))
        self.query_one("#footer", Lines).show(words.footer(self.seat, look))
        self._draw_strip(scene, look)
        self.call_after_refresh(self._draw_panes, scene, look)

    def _draw_too_small(self) -> None:
        head = self.query_one("#head", Lines)
        head.display = True
        head.show(Text(sizes.too_small(*self.size)))

    def _divide(self, size: sizes.Division, scene: scenes.Scene) -> None:
        """Show and hide the parts of the screen, as there is room for them."""
        has_rows = self.ground.view(self.seat).has_rows
        is_alone = not size.detail
        in_detail = self.seat.pane == DETAIL
        shows_view = not (is_alone and in_detail)
        parts = {
            "#strip": size.strip,
            "#footer": size.footer,
            "#nothing": shows_view and not scene.shown.matches,
            "#rows": shows_view and has_rows and bool(scene.shown.matches),
            "#page": shows_view and not has_rows and bool(scene.shown.matches),
            "#detail": size.detail or in_detail,
        }
        for name, is_seen in parts.items():
            self.query_one(name).display = is_seen

    def _draw_strip(self, scene: scenes.Scene, look: Look) -> None:
        width = self.size.width
        if self._axis is None or self._axis[:2] != (self.ground, width):
            self._axis = (self.ground, width, axis.axis(self.ground.events, width))
        made = self._axis[2]
        lines = axis.bars(made, scene, look), axis.marks(made, scene, look)
        self.query_one("#strip", Lines).show(*lines)

    def _draw_panes(self, scene: scenes.Scene, look: Look) -> None:
        """Draw what scrolls, once it is known how large it is."""
        rows = self.query_one("#rows", Rows)
        rows.show(scene, look)
        self._draw_page(scene, look)
        self._draw_detail(scene, look)
        height = rows.size.height
        if height and height != self.seat.rows:
            self.seat = replace(self.seat, rows=height)
        if self.seat.pane == MAIN:
            self.cursor_position = rows.cursor

    def _draw_page(self, scene: scenes.Scene, look: Look) -> None:
        """Draw the view that has no rows."""
        page, view = self.query_one("#page", Page), scene.ground.view(scene.seat)
        if not page.display:
            return
        focus = scene.event.id if scene.event and view.follows_focus else ""
        of = scene.shown, view.name, focus
        page.show(of, lambda own: _page(view, scene, own), look)

    def _draw_detail(self, scene: scenes.Scene, look: Look) -> None:
        detail, event = self.query_one("#detail", Page), scene.event
        if event is None or not detail.display:
            return
        ground = scene.ground
        detail.show(
            (ground, event.id),
            lambda own: (EventDetail(event, ground.timeline, own, ground.handles, numbered=True),),
            look,
        )


def _page(view: View, scene: scenes.Scene, look: Look) -> Sequence[RenderableType]:
    """Return the page of *view*; what cannot be drawn says why."""
    try:
        return view.page(scene.shown, scene.event, look)
    except TimelineError as error:
        return (Text(str(error)),)
