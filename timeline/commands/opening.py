"""Any file → a timeline: event files are loaded, and other formats read on the way.

What reads them is imported only when a name does not say that it is an event file.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from timeline.files.content import Unreadable, shown
from timeline.loading import load
from timeline.model.timeline import Timeline, joined

if TYPE_CHECKING:
    from timeline.exchange.contract import Choices
    from timeline.exchange.losses import Losses

_OURS = (".yaml", ".yml")

Remarks: TypeAlias = dict[tuple[str, ...], Sequence[str]]
"""Comments, by what they stand above: see `loading.remarks`."""


def opened(
    paths: Sequence[str],
    today: int | None = None,
    *,
    silent: bool = False,
    remarks: Remarks | None = None,
) -> Timeline:
    """Return the one timeline of the files at *paths*; of none, the curated one.

    Event files are loaded together, the others follow; *remarks* takes in the comments of
    the former. What is lost in reading the latter is told in a line on standard error,
    unless *silent*. Raises what `loading.load` does, and `TimelineError` for a file of
    which nothing can be read, having told why.
    """
    formats = {path: _format(path) for path in paths}
    ours = [path for path in formats if not formats[path]]
    found = [_loaded(ours, today, remarks)] if ours or not paths else []
    found += [_read(path, name, today, silent) for path, name in formats.items() if name]
    return joined(found)


def _loaded(paths: Sequence[str], today: int | None, remarks: Remarks | None) -> Timeline:
    examination = load.examine(*paths, today=today)
    timeline = examination.sound()
    if remarks is not None:
        remarks.update(examination.remarks())
    return timeline


def read(
    path: str, name: str, choices: "Choices", losses: "Losses", remarks: Remarks | None = None
) -> Timeline:
    """Return the timeline in a file of the format *name*; "" is an event file.

    *remarks* takes in the comments of an event file. Raises `TimelineError` for a file that
    is not of the format at all.
    """
    from timeline.exchange.formats import reader  # noqa: PLC0415  not for event files

    if not name:
        found = _loaded([path], choices.today or None, remarks)
        losses.read = losses.written = len(found)
        return found
    try:
        return reader(name)(path, choices, losses)
    except OSError as error:  # of whatever a reader looks up; nothing is being written
        raise Unreadable(f"cannot read {shown(path)}: {error.strerror or error}") from error


def format_of(path: str) -> str:
    """Return the format of a file by its name or by how it begins; "" is an event file."""
    from timeline.exchange import formats  # noqa: PLC0415  not for event files

    return formats.format_of(path, formats.beginning(path))


def table_of(path: str) -> str:
    """Return the format of a file that somebody calls a table; "" for what cannot be one."""
    from timeline.exchange import formats  # noqa: PLC0415  as above

    return formats.table_of(path, formats.beginning(path))


def _format(path: str) -> str:
    return "" if path.lower().endswith(_OURS) else format_of(path)


def _read(path: str, name: str, today: int | None, silent: bool) -> Timeline:  # noqa: FBT001
    from timeline.commands import reporting  # noqa: PLC0415  as above
    from timeline.exchange.contract import Choices  # noqa: PLC0415
    from timeline.exchange.losses import Losses  # noqa: PLC0415

    losses = Losses()
    found = read(path, name, Choices(today=today or 0), losses)
    if not losses.written and not silent:
        reporting.tell(losses, path)
    reporting.refuse_nothing(losses, path)
    if not silent:
        reporting.remark_in_short(losses, path)
    return found
