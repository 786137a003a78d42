"""`timeline fmt`: event files in canonical order, or what would change in them."""

from codecs import BOM_UTF8
from collections.abc import Sequence
from typing import Annotated, NamedTuple

import typer

from timeline.commands.support import command_line, screen, show, streams
from timeline.commands.support import target as targets
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Colour, Display, Origin
from timeline.errors import TimelineError
from timeline.files import change as changes
from timeline.files.content import STANDARD_INPUT, contents, read, shown, text_of
from timeline.pages import fmt as page
from timeline.reports import fmt as reports
from timeline.views import fmt as views


class Task(NamedTuple):
    """The files that are formatted in one run, and what is done with them."""

    names: tuple[str, ...]
    check: bool
    diff: bool
    color: Colour | None


@takes_families
def fmt(
    ctx: typer.Context,
    origin: Origin,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="Event files; - is standard input to output."),
    ] = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; name what would, and exit 1.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Change nothing; show what would, line by line.")
    ] = False,
    color: Annotated[
        Colour | None, typer.Option("--color", help="When --diff has colours; auto: on a terminal.")
    ] = None,
) -> None:
    """Put events, keys and dates of event files into their order; comments go with them."""
    chosen = color or ctx.ensure_object(dict).get("color")  # it may stand before the command
    task = Task(_named(files, origin), check, diff, chosen)
    exits = [_finished(task, name) for name in task.names]
    if any(exits):
        raise typer.Exit(max(exits))


def _named(files: Sequence[str] | None, origin: Origin) -> tuple[str, ...]:
    """Return the files to format: not the one that is shipped with the program."""
    named = tuple(dict.fromkeys(files or ()))
    to_change = [name for name in named if name != STANDARD_INPUT]
    if to_change:
        targets.files_to_change(to_change)
    return named or targets.files_to_change(origin.file)


def _finished(task: Task, name: str) -> int:
    """Do one file; return the exit that it deserves, its problems shown."""
    try:
        return _done(task, name)
    except TimelineError as error:
        error.hint = command_line.about(error.hint, [name])
        streams.failed(str(error))
        return error.exit_code


def _done(task: Task, name: str) -> int:
    """Do with the file *name* what *task* says; return 1 for one that fails its check.

    Raises a `TimelineError` for a file that has problems; it is as it was.
    """
    if task.check or task.diff:
        return _compare(task, name)
    if name == STANDARD_INPUT:
        _pass_through(task)
    else:
        _rewrite(task, name)
    return 0


def _compare(task: Task, name: str) -> int:
    """Show what would change, or name the file of which something would."""
    before = read(name)
    after = _formatted(task, name, before)
    if after == before:
        return 0
    if task.diff:
        view = views.FmtView(name, before, after)
        show.show(screen.Screen(Display(color=task.color)), view, page)
    elif task.check:
        streams.write(f"{shown(name)}\n")
    if task.check:
        streams.remark(f"{shown(name)} is not formatted")
    return int(task.check)


def _pass_through(task: Task) -> None:
    """Write standard input to standard output, with its byte order mark if it has one."""
    data = contents(STANDARD_INPUT)
    mark = "\ufeff" if data.startswith(BOM_UTF8) else ""
    text = text_of(STANDARD_INPUT, data)
    streams.write(mark + _formatted(task, STANDARD_INPUT, text))


def _rewrite(task: Task, name: str) -> None:
    """Put the file in order, if it is not."""
    changes.changeable(name)
    before = read(name)
    after = _formatted(task, name, before)
    if after == before:
        return
    with changes.changing(name) as change:
        if change.text != before:  # it is another text by now
            after = reports.formatted(name, change.text, task.names).text
        change.write(after)
    streams.remark(f"formatted {shown(name)}")


def _formatted(task: Task, name: str, text: str) -> str:
    """Return the text in order; say what in it was left as it is."""
    done = reports.formatted(name, text, task.names)
    for remark in done.remarks:
        streams.remark(f"{shown(name)}: {remark}")
    return done.text
