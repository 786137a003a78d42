"""The program behind the screen: keys and the mouse make seats, and every seat is drawn."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Final

from msgspec.structs import replace
from textual import events, work
from textual.app import App, SuspendNotSupported
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from timeline.errors import TimelineError
from timeline.exploring import changes, choices, keys, legend, line, moves, search
from timeline.exploring import scene as scenes
from timeline.exploring.desk import Act
from timeline.exploring.ground import Ground
from timeline.exploring.history import History, said
from timeline.exploring.key import Press
from timeline.exploring.outside import Nobody, Outside
from timeline.exploring.search import Search
from timeline.exploring.seat import QUERY, CannotAct, Seat
from timeline.exploring.stage import LAYOUT, Stage
from timeline.exploring.widgets.facets import FacetPane
from timeline.exploring.widgets.page import Page
from timeline.exploring.widgets.query import QueryLine
from timeline.exploring.widgets.rows import Rows
from timeline.exploring.widgets.sheet import Sheet
from timeline.views.parts.look import Look

_SHORT: Final = 3  # seconds for which something is said
_OFTEN: Final = 1  # seconds after which it is asked whether a file has changed
# What can be pressed while events are still being looked for.
_ALWAYS: Final = ("q", "ctrl+c", "ctrl+q", "slash", "u", "ctrl+r", "escape")


class Explorer(App[None]):
    """The screen of `timeline explore`. It holds a seat, and all else follows from that."""

    CSS: ClassVar[str] = LAYOUT
    ENABLE_COMMAND_PALETTE = False
    theme = Reactive("ansi-dark")
    ALLOW_SELECT = False

    def __init__(
        self,
        ground: Ground,
        seat: Seat,
        outside: Outside | None = None,
        fault: TimelineError | None = None,
    ) -> None:
        """Begin at a *seat* on a *ground*, or with the *fault* for which there is none yet."""
        super().__init__(ansi_color=True)
        self.animation_level = "none"
        self.ground = ground
        self.seat = seat if fault is None else Seat()
        self.outside = outside or Nobody()
        self._fault = fault
        self._wanted = seat if fault else None
        self.history = History()
        self.last_said = ""
        self.broken_by: Exception | None = None
        self.told_to_end = 0
        self.stage = Stage()
        self._search = Search(lambda: (self.seat, self.ground))
        self._scene: scenes.Scene | None = None

    def get_default_screen(self) -> Screen[None]:
        """Return the stage."""
        return self.stage

    def on_mount(self) -> None:
        """Make ready for what is slow; the first seat is drawn when the stage has its size."""
        if self.ground.is_slow:
            search.prepare()
        if self._fault:
            self.call_later(changes.show_fault, self, self._fault)
        self.set_interval(_OFTEN, self.look_at_files)
        if os.name == "posix" and not self.is_headless:
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self._end_as_told, number)

    def on_stage_resized(self) -> None:
        """Draw the seat on a screen that is new, or of another size."""
        self.draw()

    def on_stage_sized(self, message: Stage.Sized) -> None:
        """Know how many rows a page has."""
        self.seat = replace(self.seat, rows=message.rows)

    def on_key(self, event: events.Key) -> None:
        """Do what the key does in the pane one is in, unless something is before the screen."""
        if self.screen is self.stage and not self.stage.types(event):
            event.stop()
            self.press(event.key)

    def on_query_line_pressed(self, message: QueryLine.Pressed) -> None:
        """Do what the key does while a query is typed."""
        self.press(message.key)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Ask what is typed; if more has been since, that is told too."""
        if self.seat.pane == QUERY and message.value == message.input.value:
            self.go(line.typed(self.seat, self.ground, message.value))

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Go to the row that was clicked."""
        self._clicked(lambda seat, ground: moves.to(seat, ground, message.row))

    def on_page_followed(self, message: Page.Followed) -> None:
        """Follow the link that was clicked."""
        self._clicked(moves.follow(message.number))

    def on_facet_pane_chosen(self, message: FacetPane.Chosen) -> None:
        """Choose the value that was clicked."""
        self._clicked(lambda seat, ground: choices.to(seat, ground, message.field, message.row))

    def _clicked(self, step: Press) -> None:
        if not self.is_looking:
            self.attempt(lambda _: self.go(step(self.seat, self.ground)))

    def press(self, key: str) -> None:
        """Do what *key* does; a key that cannot says why."""
        self.attempt(lambda _: self._pressed(key))

    def _pressed(self, key: str) -> None:
        if self.is_looking and self.seat.pane != QUERY and key not in _ALWAYS:
            raise CannotAct("still looking")
        row = keys.row_at(key, self.seat, self.ground)
        if row and row.act:
            row.act(self)
        else:
            self.go(keys.press(self.seat, key, self.ground))

    def attempt(self, act: Act) -> None:
        """Do *act*; what it cannot do is said."""
        try:
            act(self)
        except TimelineError as error:
            self.say(error.message)

    @property
    def is_looking(self) -> bool:
        """Whether what is asked is still being looked for."""
        return not search.is_over(self.seat, self.ground)

    def go(self, seat: Seat) -> None:
        """Go to another *seat*, which can be undone."""
        self.history = self.history.left(self.seat, seat)
        self.be_at(seat)

    def come(self, history: History, seat: Seat) -> None:
        """Be at a *seat* of the *history* again, and say what came back."""
        told = said(self.seat, seat)
        self.history = history
        self.be_at(seat)
        self.say(told)

    def be_at(self, seat: Seat) -> None:
        """Be at a *seat*, and draw it: what is there follows if it has to be looked for."""
        self.seat = seat
        if self.is_looking:
            self._look_for()
        self.draw()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _look_for(self) -> None:
        """Find what is asked beside the keys, and draw it."""
        self._search.find()
        self.call_from_thread(self._draw_found)

    def _draw_found(self) -> None:
        if self.is_looking:
            return
        self.draw()
        if self.ground.is_slow and not self.ground.shown(self.seat).matches:
            self._look_why()

    @work(thread=True, group="why", exclusive=True, exit_on_error=False)
    def _look_why(self) -> None:
        """Find beside the keys why nothing is found, and draw it."""
        self._search.find_why()
        self.call_from_thread(self.draw)

    def draw(self) -> None:
        """Draw the seat; while its events are looked for, those of before.

        A search may end when the screen has been left already: then there is nothing to draw on.
        """
        if not self.stage.children:
            return
        if self._scene and self.is_looking:
            self._scene = self._scene._replace(seat=self.seat, stale=True)
        else:
            self._scene = scenes.scene(self.seat, self.ground)
        self.stage.show(self._scene)

    def scroll(self, lines: int, pages: float = 0) -> bool:
        """Scroll the event by *lines*, or by *pages*; return whether there was more of it."""
        detail = self.stage.page("detail")
        return detail.scroll_lines(lines + round(pages * (detail.size.height - 1)))

    def say(self, text: str) -> None:
        """Say *text* for a moment, instead of what was said before."""
        self.last_said = text
        self.clear_notifications()
        self.notify(text, timeout=_SHORT, markup=False)

    @property
    def look(self) -> Look:
        """How wide the screen is, and whether it has ASCII signs alone."""
        return Look(self.size.width, self.ground.ascii)

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables that say which terminal it is."""
        return os.environ

    def push(self, screen: Screen[Any], answered: Callable[[Any], None] | None = None) -> None:
        """Show a *screen* before this one; its answer goes to *answered*."""
        self.push_screen(screen, answered)

    def show_help(self) -> None:
        """Show the keys of the pane one is in."""
        legend.help_(self)

    def show_palette(self) -> None:
        """Offer all that can be done in the pane one is in."""
        legend.palette(self)

    def copy(self, text: str) -> None:
        """Put *text* in the clipboard of the terminal."""
        self.copy_to_clipboard(text)

    def leave(self, words: Sequence[str]) -> None:
        """Give the terminal to the command of *words*, then read the files again."""
        try:
            with self.suspend():
                self.outside.run(words)
        except SuspendNotSupported as error:
            raise CannotAct("this terminal cannot be lent to another program") from error
        self.stage.show_cursor()
        self.say(changes.read(self))

    def stand_on(self, ground: Ground) -> None:
        """Be at the same seat on another *ground*, as far as that is possible there."""
        past = tuple(changes.kept(seat, ground) for seat in self.history.past)
        future = tuple(changes.kept(seat, ground) for seat in self.history.future)
        self.history = History(past, future)
        seat, self._wanted = self._wanted or self.seat, None
        self.ground = ground
        self.be_at(changes.kept(seat, ground))

    def look_at_files(self) -> None:
        """Read files that somebody else has changed."""
        if not self.outside.has_changed():
            return
        if isinstance(self.screen, Sheet) and self.screen.is_passing:
            self.pop_screen()
        self.attempt(changes.read_again)

    def end(self) -> None:
        """Leave the screen."""
        self.exit()

    def _end_as_told(self, number: int) -> None:
        """Leave the screen at a signal that ends programs, so that the terminal is as it was."""
        self.told_to_end = number
        self.end()

    def on_worker_state_changed(self, message: Worker.StateChanged) -> None:
        """End when what is looked for cannot be: nobody would ever say what was found."""
        if message.state is WorkerState.ERROR and message.worker.error:
            raise message.worker.error

    def _handle_exception(self, error: Exception) -> None:
        """End, and keep the *error* for whoever has started the screen."""
        self.broken_by = self.broken_by or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Draw nothing of it: Textual would write all variables, and so what a file says."""
        self._close_messages_no_wait()

    async def action_quit(self) -> None:
        """End as every other key that ends it."""
        self.end()

    def action_help_quit(self) -> None:
        """End on Ctrl-C too."""
        self.end()
