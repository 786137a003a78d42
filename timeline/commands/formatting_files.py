"""One event file formatted: written, named or shown as a diff, if it says the same as before."""

import difflib
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.commands.fmt import Done, Task
from timeline.commands.support import streams
from timeline.commands.support.options import Display
from timeline.commands.support.screen import Screen
from timeline.editing import canonical
from timeline.editing import lines as lines_
from timeline.errors import TimelineError
from timeline.files.change import changeable, changing
from timeline.files.content import STANDARD_INPUT, contents, read, shown, text_of
from timeline.loading import load
from timeline.model.file_fields import Fields, file_fields
from timeline.model.timeline import Timeline
from timeline.text import visible

if TYPE_CHECKING:
    from rich.text import Text

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_UNENDED = "\\ No newline at end of file\n"
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def finish(task: Task, name: str) -> int:
    """Do with the file *name* what *task* says; return 1 for one that fails its check.

    Raises a `TimelineError` for a file that has problems; it is as it was.
    """
    if Done.write not in task.done:
        return _compared(task, name)
    if name == STANDARD_INPUT:
        _through(task, name)
        return 0
    changeable(name)
    before = read(name)
    after = _result(task, name, before)
    if after == before:
        return 0
    with changing(name) as change:
        if change.text != before:  # it is another text by now
            after = _result(task, name, change.text, told=False)
        change.write(after)
    streams.remark(f"formatted {shown(name)}")
    return 0


def _through(task: Task, name: str) -> None:
    """Write standard input to standard output, with its byte order mark if it has one."""
    data = contents(name)
    mark = "\ufeff" if data.startswith(BOM_UTF8) else ""
    streams.write(mark + _result(task, name, text_of(name, data)))


def _compared(task: Task, name: str) -> int:
    before = read(name)
    after = _result(task, name, before)
    if after == before:
        return 0
    if Done.diff in task.done:
        _show(task, list(_diff(name, before, after)))
    elif Done.check in task.done:
        streams.write(f"{shown(name)}\n")
    if Done.check in task.done:
        streams.remark(f"{shown(name)} is not formatted")
    return int(Done.check in task.done)


def _result(task: Task, name: str, before: str, *, told: bool = True) -> str:
    """Return the formatted text, which loads as the same timeline; *told* shows remarks on it."""
    files, timeline = _loaded(task, name, before)
    try:
        with load.collector_paused():
            done = canonical.formatting(before)
    except lines_.CannotEdit as error:
        raise TimelineError(f"{shown(name)}: {error.message}", error.hint) from error
    for remark in done.remarks if told else ():
        streams.remark(f"{shown(name)}: {remark}")
    if done.text != before:
        after = load.load(*files, instead={name: done.text})
        if _said(after) != _said(timeline):
            hint = "it is left as it is; please report this file"
            raise TimelineError(f"{shown(name)} would not say the same when formatted", hint)
    return done.text


def _loaded(task: Task, name: str, text: str) -> tuple[tuple[str, ...], Timeline]:
    """Return the timeline of a file, and the files that make it.

    One that has problems alone may be sound with the others of the task: it may link
    to their events.
    """
    alone = load.examine(name, instead={name: text})
    together = tuple(each for each in task.names if each != STANDARD_INPUT)
    if alone.problems and name in together and len(together) > 1:
        try:
            return together, load.load(*together, instead={name: text})
        except TimelineError:
            pass  # its own problems say more
    return (name,), alone.sound()


def _said(timeline: Timeline) -> Fields:
    """Return all that a timeline says, its dates canonical, without the places in the file."""
    return file_fields(timeline, (match.event for match in timeline.select()))


def _diff(name: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff, which `patch` can apply."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    for line in difflib.unified_diff(old, new, shown(name), f"{shown(name)} (formatted)"):
        yield line if line.endswith("\n") else f"{line}\n{_UNENDED}"


def _show(task: Task, lines: Sequence[str]) -> None:
    """Show a diff with colours on a terminal; in a pipe every byte is as it is."""
    screen = Screen(Display(color=task.color))
    if screen.is_page:
        from rich.console import Group  # noqa: PLC0415  only on a terminal

        screen.page(Group(*_coloured(lines)))
    else:
        screen.lines(line.removesuffix("\n") for line in lines)


def _coloured(lines: Iterable[str]) -> Iterator["Text"]:
    from rich.text import Text  # noqa: PLC0415  only on a terminal

    for each in lines:
        for line in each.splitlines() if each.endswith(_UNENDED) else [each.rstrip("\r\n")]:
            indent = line[: len(line) - len(line[1:].lstrip(" "))]
            bold = "bold" if line.startswith(("--- ", "+++ ")) else _COLOURS.get(line[:1], "")
            safe = indent + visible(line[len(indent) :])
            yield Text(safe, style=bold, no_wrap=True, overflow="ignore", end="\n")
