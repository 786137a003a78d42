"""What is looked at beside the seat: why, findings, what another command writes."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from functools import partial

from rich.console import RenderableType
from rich.text import Text

from timeline.exploring import seat as seats
from timeline.exploring.desk import Desk
from timeline.exploring.seat import CannotAct
from timeline.exploring.widgets.prompt import Prompt
from timeline.exploring.widgets.sheet import Sheet
from timeline.model.records import Event
from timeline.pages import why as why_page
from timeline.views.parts.look import Look
from timeline.views.why import WhyView


def why(desk: Desk) -> None:
    """Show why the event in focus answers what is asked, term by term."""
    event, asked = _event(desk), seats.text(desk.seat)
    if not asked:
        raise CannotAct("nothing is asked, so there is nothing to explain")
    ground = desk.ground
    query = ground.query(desk.seat, asked)
    view = WhyView(ground.timeline, query, event, ascii=ground.ascii)
    desk.push(Sheet("Why?", partial(why_page.page, view), desk.look))


def findings(desk: Desk) -> None:
    """Show what `check` finds about the event in focus."""
    event = _event(desk)
    found = desk.outside.findings(event)
    if not found:
        raise CannotAct("check finds nothing about it")
    desk.push(Sheet("What check finds", _text(found), desk.look))


def command_line(desk: Desk) -> None:
    """Take a command of `timeline`, and show what it writes."""

    def typed(text: str) -> None:
        if text:
            desk.attempt(partial(run, text))

    desk.push(Prompt(": timeline"), typed)


def run(text: str, desk: Desk) -> None:
    """Run the command that *text* is: unseen where it asks nothing, else on the terminal."""
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise CannotAct("a quotation mark is not closed") from error
    words = words[1:] if words[:1] == ["timeline"] else words
    if desk.outside.keeps_screen(words):
        written = desk.outside.written(words, desk.look.room)
        desk.push(Sheet(f"$ {shlex.join(('timeline', *words))}", _text(written), desk.look))
    else:
        desk.leave(words)


def _event(desk: Desk) -> Event:
    event = desk.ground.focus(desk.seat)
    if event is None:
        raise CannotAct("there is no event in focus")
    return event


def _text(written: str) -> Callable[[Look], Sequence[RenderableType]]:
    """Return what draws a text of ours, with the colours it has."""
    return lambda _: (Text.from_ansi(written),)
