"""Any file → a timeline: event files are loaded, and other formats read on the way.

What reads them is loaded only when a name does not say that it is an event file.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

from timeline import settings
from timeline.commands.support import ends, loss_report
from timeline.errors import TimelineError
from timeline.exchange import contract, formats, losses
from timeline.files.content import Unreadable, shown
from timeline.indexing import kept
from timeline.loading import examination, load
from timeline.model import file_fields
from timeline.model.joined import joined
from timeline.model.timeline import Timeline

_OURS = (".yaml", ".yml")

Remarks: TypeAlias = dict[tuple[str, ...], Sequence[str]]
"""Comments, by what they stand above: see `loading.remarks`."""


class Beside(NamedTuple):
    """What files say beside what their timeline holds: comments, and the head of each file."""

    remarks: Remarks
    heads: dict[str, file_fields.Fields]


def opened(
    paths: Sequence[str],
    today: int | None = None,
    *,
    silent: bool = False,
    beside: Beside | None = None,
) -> Timeline:
    """Return the one timeline of the files at *paths*.

    Event files are loaded together, the others follow; *beside* takes in the comments of
    the former, and the heads of all. What is lost in reading the others is told in a line on
    standard error, unless *silent*. Raises what `loading.load` does, and `TimelineError` for a
    file of which nothing can be read, having told why.
    """
    names = {path: _format(path) for path in paths}
    ours = [path for path in names if not names[path]]
    found = []
    if ours and beside is None:
        found.append(_kept(ours, today))
    elif ours:
        found.append(_loaded(ours, today, beside))
    for path, name in names.items():
        if name:
            found.append(_read(path, name, today, silent))
            if beside:
                beside.heads[shown(path)] = file_fields.header_fields(found[-1])
    return joined(found)


def examined(paths: Sequence[str], today: int | None) -> examination.Examination | None:
    """Return what knows where in the event files among *paths* everything stands.

    They are read once more; None where that cannot be done, as with standard input.
    """
    ours = [path for path in paths if Path(path).is_file() and not _format(path)]
    with suppress(TimelineError):
        return load.examine(*ours, today=today) if ours else None
    return None


def _kept(paths: Sequence[str], today: int | None) -> Timeline:
    """Return the timeline of event files, from the copy that was kept of them if there is one."""
    if settings.cache_is_off():
        return load.load(*paths, today=today)
    if settings.keeps_copies(paths):
        return kept.timeline(paths, today, ends.afterwards)
    kept.forget(paths)
    return load.load(*paths, today=today)


def _loaded(paths: Sequence[str], today: int | None, beside: Beside | None) -> Timeline:
    found = load.examine(*paths, today=today)
    timeline = found.sound()
    if beside is not None:
        beside.remarks.update(found.remarks())
        beside.heads.update(found.heads())
    return timeline


def read(
    path: str,
    name: str,
    choices: contract.Choices,
    told: losses.Losses,
    beside: Beside | None = None,
) -> Timeline:
    """Return the timeline in a file of the format *name*; "" is an event file.

    *beside* takes in the comments of an event file. Raises `TimelineError` for a file that
    is not of the format at all.
    """
    if not name:
        found = _loaded([path], choices.today or None, beside)
        told.read = told.written = len(found)
        return found
    try:
        return formats.reader(name)(path, choices, told)
    except OSError as error:  # of whatever a reader looks up; nothing is being written
        raise Unreadable(f"cannot read {shown(path)}: {error.strerror or error}") from error


def format_of(path: str) -> str:
    """Return the format of a file by its name or by how it begins; "" is an event file."""
    return formats.format_of(path, formats.beginning(path))


def table_of(path: str) -> str:
    """Return the format of a file that somebody calls a table; "" for what cannot be one."""
    return formats.table_of(path, formats.beginning(path))


def _format(path: str) -> str:
    if path.lower().endswith(_OURS):
        return ""
    return format_of(path)


def _read(path: str, name: str, today: int | None, silent: bool) -> Timeline:  # noqa: FBT001
    told = losses.Losses()
    found = read(path, name, contract.Choices(today=today or 0), told)
    if not told.written and not silent:
        loss_report.tell(told, path)
    loss_report.refuse_nothing(told, path)
    if not silent:
        loss_report.remark_in_short(told, path)
    return found
