"""`timeline explore`: a screen to move about in."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from timeline import phrases, settings
from timeline.commands.explore import outside, state
from timeline.commands.support import ends, streams, which_file
from timeline.commands.support import run as runs
from timeline.commands.support import screen as drawn
from timeline.commands.support.families import takes_families
from timeline.commands.support.family import defaults
from timeline.commands.support.options import Colour, Coloured, Display, Origin, Plain, Question
from timeline.commands.support.parameters import SHOWN
from timeline.errors import UsageError
from timeline.exploring import app as screens
from timeline.exploring import changes
from timeline.exploring import ground as grounds
from timeline.exploring import seat as seats
from timeline.files.content import STANDARD_INPUT
from timeline.loading import problems
from timeline.model import timeline as model
from timeline.query import grammar


class Print(StrEnum):
    """What is written when the screen is left."""

    ids = "ids"
    command = "command"


class Signs(Origin):
    """From which files, and with which signs and colours the screen is drawn."""

    color: Coloured = None
    ascii: Plain = None


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
    fresh: Annotated[  # noqa: FBT002  an option
        bool,
        typer.Option(
            "--fresh", help="Begin with all events, not where you were.", rich_help_panel=SHOWN
        ),
    ] = False,
) -> None:
    """Move about in the events on a screen: list, filter as you type, look into one, go back.

    At every moment it shows the command that shows the same; that of the last moment is
    written when you leave. Without a query you are where you were when you left these files last.
    The key ? tells the keys.
    """
    _refuse_without_terminal(signs, wanted)
    display = Display(file=signs.file, today=signs.today, ascii=signs.ascii, color=signs.color)
    screen = drawn.Screen(display)
    if screen.colour == Colour.never:
        os.environ["NO_COLOR"] = "1"  # which Textual heeds
    paths = which_file.which(signs.file).paths
    today = phrases.today(signs.today)
    stand = _stand(signs, today, question, ascii=screen.ascii)
    beside = outside.Outside(paths, today, _origin(signs), stand)
    explorer = _explorer(beside, stand, question, () if fresh else paths)
    gc.freeze()  # the events stay: what is used once alone is looked through
    gc.enable()  # which a screen needs, that stays longer than other commands
    explorer.run()
    if explorer.broken_by:
        raise explorer.broken_by
    if _may_be_kept(paths):
        state.remember(paths, explorer.seat)
    _tell(explorer, wanted)
    if explorer.told_to_end:
        raise SystemExit(ends.exit_code_when_told(explorer.told_to_end))


def _may_be_kept(paths: Sequence[str]) -> bool:
    """Return whether what is asked of the files at *paths* may be kept, as copies of them may."""
    return settings.keeps_copies(paths) and not settings.cache_is_off()


def _explorer(
    beside: outside.Outside,
    stand: Callable[[model.Timeline], grounds.Ground],
    question: Question,
    paths: Sequence[str],
) -> screens.Explorer:
    """Return the screen, on what the files hold; on nothing where they do not load.

    It begins at the *question*; without one at the seat that is kept of the files at *paths*.
    A question that cannot be read is refused before there is a screen.
    """
    seat = state.remembered(paths) if paths and not _asks(question) else None
    try:
        ground = beside.ground()
    except problems.InvalidFile as error:
        return screens.Explorer(stand(model.Timeline(())), seat or seats.Seat(), beside, error)
    if seat is None:
        seat = _seat(ground, question)
        ground.shown(seat)
    return screens.Explorer(ground, changes.kept(seat, ground), beside)


def _refuse_without_terminal(signs: Signs, wanted: Print | None) -> None:
    """Refuse to begin where nobody could press a key, or see what it does."""
    if STANDARD_INPUT in (signs.file or ()):
        hint = "save it to a file first, and write -f FILE"
        raise UsageError("explore reads keys from standard input, and no file", hint)
    shows = sys.stderr.isatty() and (wanted is not None or sys.stdout.isatty())
    is_dumb = os.environ.get("TERM") == "dumb"  # it moves no cursor
    if is_dumb or not (sys.stdin is not None and sys.stdin.isatty() and shows):
        raise UsageError("explore needs a terminal; for lines write `timeline list`")


def _stand(
    signs: Signs,
    today: int,
    question: Question,
    *,
    ascii: bool,  # noqa: A002  as `When` has it
) -> Callable[[model.Timeline], grounds.Ground]:
    """Return what makes the ground of a timeline, with the queries that are saved by then.

    What narrows dates is what *question* says of it, for as long as the screen is there.
    """

    def stand(timeline: model.Timeline) -> grounds.Ground:
        timeline.narrowing(runs.narrower(question, today))
        queries = settings.settings().queries
        saved = {name: each.value for name, each in queries.items()}
        return grounds.Ground(timeline, today, saved=saved, origin=_origin(signs), ascii=ascii)

    return stand


def _origin(signs: Signs) -> list[str]:
    """Return the options by which another command reads the same."""
    words = [word for file in signs.file or () for word in ("-f", file)]
    return [*words, "--today", signs.today] if signs.today else words


def _asks(question: Question) -> bool:
    usual = defaults(Question).items()
    return any(getattr(question, name) != default for name, default in usual)


def _seat(ground: grounds.Ground, question: Question) -> seats.Seat:
    """Return the seat at which *question* is asked."""
    runs.verdict(question)
    asked = {name: getattr(question, name) or () for name in grammar.OPTIONS}
    context = ground.context(seats.Seat(starts=question.starts))
    query = grammar.ask(asked, " ".join(question.query or ()), context)
    return seats.Seat(
        query=str(query),
        starts=question.starts,
        deduce=question.deduce,
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
