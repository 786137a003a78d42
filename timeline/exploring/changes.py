"""What changes the files, or follows their change: edit, add, save, read again."""

from __future__ import annotations

from typing import Any, Final

from msgspec.structs import replace
from rich.text import Text

from timeline.errors import TimelineError
from timeline.exploring import seat as seats
from timeline.exploring.desk import Desk
from timeline.exploring.ground import Ground
from timeline.exploring.seat import MAIN, CannotAct, Seat
from timeline.exploring.views.table import BY_NAME
from timeline.exploring.widgets.prompt import Prompt
from timeline.exploring.widgets.sheet import Sheet
from timeline.reports.diff.timelines import differences
from timeline.views.parts import change_counts


def edit(desk: Desk) -> None:
    """Edit the event in focus with the person's own editor; without one, the file."""
    focus = desk.ground.focus(desk.seat)
    desk.leave(("edit", focus.id) if focus else ("edit",))


def add(desk: Desk) -> None:
    """Add an event, which is asked for step by step."""
    desk.leave(("add",))


def save(desk: Desk) -> None:
    """Save what is asked by a name."""
    asked = seats.text(desk.seat)
    if not asked:
        raise CannotAct("nothing is asked, so there is nothing to save")

    def named(name: str) -> None:
        if name:
            desk.attempt(lambda desk: _saved(desk, name, asked))

    desk.push(Prompt("save as @"), named)


def _saved(desk: Desk, name: str, asked: str) -> None:
    told = desk.outside.written(("save", name, "--", asked), desk.look.room)
    desk.say(told.strip())
    desk.stand_on(desk.outside.ground())


def read_again(desk: Desk) -> None:
    """Read the files again, and say what has changed."""
    desk.say(read(desk))


def read(desk: Desk) -> str:
    """Stand on what the files hold now; return what has changed, in the words of `diff`.

    Files that cannot be loaded are shown with their problems; the screen stays on what was.
    """
    before = desk.ground
    try:
        now = desk.outside.ground()
    except CannotAct:
        raise
    except TimelineError as error:
        show_fault(desk, error)
        return "the file does not load"
    desk.stand_on(now)
    changes = differences(before.timeline, now.timeline)
    return change_counts.summary(changes) or "nothing has changed"


def show_fault(desk: Desk, error: TimelineError) -> None:
    """Show why the files do not load; `e` goes there, `r` tries again."""
    acts = {"e": edit_file, "r": read_again}

    def pressed(key: str | None) -> None:
        if key:
            desk.attempt(acts[key])

    told = [Text(str(error))]
    sheet = Sheet("The file does not load", lambda _: told, desk.look, _FAULT_KEYS, is_passing=True)
    desk.push(sheet, pressed)


_FAULT_KEYS = {"e": "edit", "r": "read again"}


def edit_file(desk: Desk) -> None:
    """Edit the file at its first problem."""
    desk.leave(("edit",))


def kept(seat: Seat, ground: Ground) -> Seat:
    """Return *seat* as far as it can be on another *ground*.

    What is no longer there is not looked at or marked, and what can no longer be asked is not
    asked.
    """
    there = ground.places
    walked = tuple(id_ for id_ in seat.walked if id_ in there)
    marks = frozenset(id_ for id_ in seat.marks if id_ in there)
    only = seat.only_marked and bool(marks)
    view = seat.view if seat.view in BY_NAME else Seat().view
    moved = replace(seat, view=view, walked=walked, marks=marks, only_marked=only)
    return moved if _can_be_asked(moved, ground) else replace(moved, **_UNASKED)


_UNASKED: Final[dict[str, Any]] = {"query": "", "draft": None, "before": "", "pane": MAIN} | {
    "period": None,
    "known": None,
}


def _can_be_asked(seat: Seat, ground: Ground) -> bool:
    try:
        return ground.fault(seat, seats.text(seat)) is None
    except (KeyError, ValueError, OverflowError):  # a period, or a day, that there is not
        return False
