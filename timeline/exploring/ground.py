"""What seats stand on: a timeline, today, and what has been found in it for a seat."""

from __future__ import annotations

import gc
import shlex
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from threading import Lock
from typing import Any, Final, TypeVar

from timeline.errors import TimelineError
from timeline.exploring import seat as seats
from timeline.exploring.seat import Seat
from timeline.exploring.views.table import BY_NAME
from timeline.exploring.views.view import Shown, View
from timeline.inference import origins
from timeline.model.answers import Selection, Verdict
from timeline.model.handles import Handles
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.query import grammar
from timeline.query.fields import Context
from timeline.query.logic import AllOf
from timeline.reports.answer import Answer

_Value = TypeVar("_Value")

_MOST_AT_ONCE: Final = 5_000  # events that are asked while a key waits
_KEPT: Final = 32  # answers that are remembered: undo comes back to them at once


class Ground:
    """A timeline with what is asked of it. It never changes: a file that does is another one."""

    def __init__(
        self,
        timeline: Timeline,
        today: int,
        *,
        saved: Mapping[str, str] | None = None,
        origin: Sequence[str] = (),
        ascii: bool = False,  # noqa: A002  as `When` has it
    ) -> None:
        """Stand on *timeline*; *origin* are the options by which a command finds it too."""
        self.timeline = timeline
        self.today = today
        self.saved = saved or {}
        self.origin = tuple(origin)
        self.ascii = ascii
        self._lock = Lock()
        self._queries: dict[tuple[object, ...], AllOf | TimelineError] = {}
        self._answers: dict[tuple[object, ...], Answer] = {}
        self._recalled: dict[tuple[object, ...], Any] = {}
        self._shown: dict[tuple[object, ...], Shown] = {}
        self._weak: dict[str, bool] = {}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events, in order."""
        return tuple(self.timeline)

    @cached_property
    def is_slow(self) -> bool:
        """Whether a question takes so long that the keys must not wait for it."""
        return len(self.timeline) > _MOST_AT_ONCE

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Id → the place of the event among all."""
        return {event.id: at for at, event in enumerate(self.events)}

    @cached_property
    def handles(self) -> Handles:
        """The short signs of the events."""
        return Handles(self.timeline)

    def context(self, seat: Seat) -> Context:
        """Return what names and dates are understood in at *seat*."""
        return Context(self.timeline, self.today, seat.starts, self.saved)

    def query(self, seat: Seat, text: str) -> AllOf:
        """Return the query that *text* is at *seat*; raises what a command would."""
        read = self._read(seat, text)
        if isinstance(read, TimelineError):
            raise read
        return read

    def fault(self, seat: Seat, text: str) -> TimelineError | None:
        """Return why *text* cannot be asked at *seat*; None where it can."""
        read = self._read(seat, text)
        return read if isinstance(read, TimelineError) else None

    def _read(self, seat: Seat, text: str) -> AllOf | TimelineError:
        """Return the query that *text* is, or why it is none."""
        key = (text, seat.starts)
        if key not in self._queries:
            try:
                read: AllOf | TimelineError = grammar.ask({}, text, self.context(seat))
            except TimelineError as error:
                read = error
            self._put(self._queries, key, read)
        return self._queries[key]

    def view(self, seat: Seat) -> View:
        """Return the view of *seat*."""
        return BY_NAME[seat.view]

    def is_known(self, seat: Seat) -> bool:
        """Whether what is found at *seat* has been found before, so that it takes no time."""
        return (seat.view, *seats.question(seat)) in self._shown

    def shown(self, seat: Seat) -> Shown:
        """Return what is found at *seat*, in the order of its view."""
        key = (seat.view, *seats.question(seat))
        if key not in self._shown:
            answer = self.answer(seat)
            self._put(self._shown, key, self.view(seat).shown(self.timeline, answer))
        return self._shown[key]

    def answer(self, seat: Seat) -> Answer:
        """Return what is found at *seat*, in order of time."""
        key = seats.question(seat)
        if key not in self._answers:
            query = self.query(seat, seats.text(seat))
            found = self.timeline.select(query).only(_verdict(seat))
            self._put(self._answers, key, Answer(self.timeline, query, found, found))
        return self._answers[key]

    def found(self, seat: Seat, text: str) -> Selection:
        """Return what *text* would find instead of all that is asked at *seat*."""
        return self.timeline.select(self.query(seat, text)).only(_verdict(seat))

    def recalls(self, key: tuple[object, ...]) -> bool:
        """Whether what *key* stands for has been found before."""
        return key in self._recalled

    def recalled(self, key: tuple[object, ...], find: Callable[[], _Value]) -> _Value:
        """Return what *key* stands for; what nobody remembers *find* finds."""
        if key not in self._recalled:
            self._put(self._recalled, key, find())
        found: _Value = self._recalled[key]
        return found

    def rests_on_one(self, event: Event) -> bool:
        """Whether *event* has at most one origin; nothing is said where no source is known."""
        sources = self.timeline.sources
        if not sources:
            return False
        if event.id not in self._weak:
            self._weak[event.id] = origins.support(event, sources).most <= 1
        return self._weak[event.id]

    def row(self, seat: Seat) -> int:
        """Return the row of the focus: its own, else the one that is nearest; 0 where none is."""
        shown = self.shown(seat)
        if (place := shown.places.get(seat.focus)) is not None:
            return place
        if not shown.matches:
            return 0
        at = self.places.get(seat.focus, 0)
        if shown.reports:
            nearest = min(shown.places, key=lambda id_: abs(self.places[id_] - at))
            return shown.places[nearest]
        row = bisect_left(shown.matches, at, key=lambda match: self.places[match.event.id])
        return min(row, len(shown) - 1)

    def focus(self, seat: Seat) -> Event | None:
        """Return the event that is looked at; None where there is none.

        It is the last of those that were walked to, else the one in the row of the focus.
        """
        if seat.walked:
            return self.events[self.places[seat.walked[-1]]]
        shown = self.shown(seat)
        return shown.matches[self.row(seat)].event if shown.matches else None

    def command(self, seat: Seat) -> str:
        """Return the command line that shows the same as the screen at *seat*."""
        return shlex.join(("timeline", *self.origin, *self.words(seat)))

    def words(self, seat: Seat) -> tuple[str, ...]:
        """Return the words of that command, behind the options that say of which files."""
        view, focus = self.view(seat), self.focus(seat)
        command = tuple(view.command(focus))
        if view.is_of_focus and focus:
            return command
        asked = seats.text(seat)
        query = ("--", asked) if asked.startswith("-") else filter(None, (asked,))
        return (*command, *seat.flags, *query)

    def _put(
        self, kept: dict[tuple[object, ...], _Value], key: tuple[object, ...], value: _Value
    ) -> None:
        """Remember a *value*, and forget the oldest; a search beside this one may do so too."""
        with self._lock:
            while len(kept) >= _KEPT:
                del kept[next(iter(kept))]
            kept[key] = value


def _verdict(seat: Seat) -> Verdict | None:
    if seat.certain:
        return Verdict.YES
    return Verdict.MAYBE if seat.possible else None


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing be collected meanwhile, and what is found then not be looked through later.

    The collector goes through all that has been found, and no key is heard until it has: with
    100,000 events for a tenth of a second. What is not needed any more goes away without it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
