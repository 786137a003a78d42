"""`timeline explore`: a screen to move about in."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from timeline.commands.support import run as runs
from timeline.commands.support import streams
from timeline.commands.support.options import (
    Colour,
    Display,
    Origin,
    Question,
    takes_families,
)
from timeline.commands.support.parameters import SHOWN
from timeline.errors import UsageError
from timeline.exploring import app as screens
from timeline.exploring import ground as grounds
from timeline.exploring import seat as seats
from timeline.files.content import STANDARD_INPUT


class Print(StrEnum):
    """What is written when the screen is left."""

    ids = "ids"
    command = "command"


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Signs(Origin):
    """From which files, and with which signs and colours the screen is drawn."""

    color: Annotated[
        Colour | None,
        typer.Option("--color", help="When to use colours.", rich_help_panel=SHOWN),
    ] = None
    ascii: Annotated[
        bool,
        typer.Option("--ascii", help="Draw with plain ASCII signs alone.", rich_help_panel=SHOWN),
    ] = False


@takes_families
def explore(
    question: Question,
    signs: Signs,
    wanted: Annotated[
        Print | None,
        typer.Option(
            "--print",
            help="In the end, write the ids of the events that are shown, or the command alone.",
            rich_help_panel=SHOWN,
        ),
    ] = None,
) -> None:
    """Move about in the events on a screen: list, filter as you type, look into one, go back.

    At every moment it shows the command that shows the same; that of the last moment is
    written when you leave.
    """
    _refuse_without_terminal(signs, wanted)
    display = Display(file=signs.file, today=signs.today, ascii=signs.ascii, color=signs.color)
    run = runs.Run(display)
    if run.screen.colour == Colour.never:
        os.environ["NO_COLOR"] = "1"  # which Textual heeds
    ground = _ground(run, signs)
    seat = _seat(run, question)
    ground.shown(seat)  # a query that cannot be read is refused before there is a screen
    explorer = screens.Explorer(ground, seat)
    explorer.run()
    _tell(explorer, wanted)


def _refuse_without_terminal(signs: Signs, wanted: Print | None) -> None:
    """Refuse to begin where nobody could press a key, or see what it does."""
    if STANDARD_INPUT in (signs.file or ()):
        hint = "save it to a file first, and write -f FILE"
        raise UsageError("explore reads keys from standard input, and no file", hint)
    shows = sys.stderr.isatty() and (wanted is not None or sys.stdout.isatty())
    if not (sys.stdin is not None and sys.stdin.isatty() and shows):
        raise UsageError("explore needs a terminal; for lines write `timeline list`")


def _ground(run: runs.Run, signs: Signs) -> grounds.Ground:
    origin = [word for file in signs.file or () for word in ("-f", file)]
    if signs.today:
        origin += ["--today", signs.today]
    saved = run.context(Question()).saved
    return grounds.Ground(
        run.timeline, run.today, saved=saved, origin=origin, ascii=run.screen.ascii
    )


def _seat(run: runs.Run, question: Question) -> seats.Seat:
    """Return the seat at which *question* is asked."""
    runs.verdict(question)
    return seats.Seat(
        query=str(run.query(question)),
        starts=question.starts,
        certain=question.certain,
        possible=question.possible,
    )


def _tell(explorer: screens.Explorer, wanted: Print | None) -> None:
    """Write what is left of the last moment."""
    seat, ground = explorer.seat, explorer.ground
    if wanted is not Print.ids:
        streams.write_lines([ground.command(seat)])
        return
    marked = [id_ for id_ in ground.places if id_ in seat.marks]
    streams.write_lines(marked or ground.shown(seat).places)
