"""Any file → a timeline: event files are loaded, and other formats read on the way.

What reads them is loaded only when a name does not say that it is an event file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

from timeline import settings
from timeline.commands.support import ends, loss_report
from timeline.errors import TimelineError
from timeline.exchange import contract, formats, losses
from timeline.files.content import Unreadable, shown
from timeline.indexing import kept, look, shipped
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
    """Return the one timeline of the files at *paths*, from what was kept of them if there is any.

    Event files are loaded together, the others follow; *beside* takes in the comments of
    the former, and the heads of all. What is lost in reading the others is told in a line on
    standard error, unless *silent*. Raises what `loading.load` does, and `TimelineError` for a
    file of which nothing can be read, having told why.
    """
    if beside is None and (known := _known(paths, today)):
        return known
    looked = {path: _looked([path], today) for path in paths if not _is_ours(path)}
    names = {path: _format(path, looked.get(path)) for path in paths}
    ours = [path for path in names if not names[path]]
    found = []
    if ours and beside is None:
        found.append(_ours(ours, today, looked))
    elif ours:
        found.append(_loaded(ours, today, beside))
    for path, name in names.items():
        if name:
            found.append(_other(path, name, today, silent, looked[path]))
            if beside:
                beside.heads[shown(path)] = file_fields.header_fields(found[-1])
    return joined(found)


def examined(paths: Sequence[str], today: int | None) -> examination.Examination | None:
    """Return what knows where in the event files among *paths* everything stands.

    They are read once more, as quickly as they can be; None where that cannot be done, as with
    standard input.
    """
    ours = [path for path in paths if Path(path).is_file() and not _format(path)]
    with suppress(TimelineError):
        return load.checked(*ours, today=today) if ours else None
    return None


def _known(paths: Sequence[str], today: int | None) -> Timeline | None:
    """Return what was kept of several files together, which all are event files; else None.

    So nobody asks of each what it is.
    """
    looked = _looked(paths, today) if len(paths) > 1 else None
    if looked is None or looked.way != kept.EVENT_FILES:
        return None
    return kept.loaded(looked, today, ends.afterwards)


def _looked(paths: Sequence[str], today: int | None) -> look.Looked | None:
    """Return what is kept of files, and how they lie there; None where nothing may be kept."""
    if settings.cache_is_off():
        return None
    if settings.keeps_copies(paths):
        return look.look(paths, today)
    kept.forget(paths)
    return None


def _ours(
    paths: Sequence[str], today: int | None, looked: Mapping[str, look.Looked | None]
) -> Timeline:
    """Return the timeline of event files; a single one may have been *looked* at."""
    if not settings.cache_is_off() and (brought := shipped.timeline(paths, today)):
        return brought
    one = looked.get(paths[0]) if len(paths) == 1 else None
    found = one or _looked(paths, today)
    if found is None:
        return load.load(*paths, today=today)
    return kept.loaded(found, today, ends.afterwards)


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


def _is_ours(path: str) -> bool:
    """Return whether a file is one of ours by its name alone."""
    return path.lower().endswith(_OURS)


def _format(path: str, looked: look.Looked | None = None) -> str:
    """Return the format of a file, as it was found when it was read, where it has been."""
    if _is_ours(path):
        return ""
    way = looked.way if looked else None
    return format_of(path) if way is None else way


def _other(
    path: str,
    name: str,
    today: int | None,
    silent: bool,  # noqa: FBT001
    looked: look.Looked | None,
) -> Timeline:
    """Return the timeline of a file of another format; tell in short what reading it has cost."""

    def reader() -> kept.Read:
        return _read(path, name, today, silent)

    is_of_no_day = today is None and name in formats.OF_A_DAY
    if looked is None or is_of_no_day:
        found = reader()
    else:
        found = kept.read(looked, name, reader, today, ends.afterwards)
    if not silent:
        loss_report.remark_in_short(losses.short_of(found.told), path)
    return found.timeline


def _read(path: str, name: str, today: int | None, silent: bool) -> kept.Read:  # noqa: FBT001
    told = losses.Losses()
    found = read(path, name, contract.Choices(today=today or 0), told)
    if not told.written and not silent:
        loss_report.tell(told, path)
    loss_report.refuse_nothing(told, path)
    day = today if name in formats.OF_A_DAY else None
    return kept.Read(found, told.short().data(), day)
