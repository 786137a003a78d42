"""The loss report of an import or an export: in lines, in short, and as a file."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

import msgspec

from timeline.commands.support import descriptors, streams
from timeline.commands.support.command_line import argument, command
from timeline.commands.support.outputs import Output
from timeline.errors import TimelineError
from timeline.exchange.losses import KINDS, Kind, Loss, Losses, Short
from timeline.files.content import shown
from timeline.text import counted, enumerated, quoted, visible

_LINE = re.compile(r"(.*):(\d+):\d+", re.DOTALL)
_SHOWN = 3  # places of a loss
_NAMED = 60  # characters of a place that is no line


class Lossy(TimelineError):
    """Something would be lost, and nothing may be."""


class NothingRead(TimelineError):
    """A file of which no event could be read."""


def told(losses: Losses, name: str, *, report: Output | None = None, strict: bool = False) -> None:
    """Tell what was lost on standard error, and write it to *report*.

    *name* is the file that was read, or is to be written. Raises `Lossy` if it is to be
    *strict* and anything was lost or guessed, `CannotSave` where the report cannot be written.
    """
    tell(losses, name)
    if report:
        report.write(report_text(losses, name))
    if strict and losses:
        raise Lossy(f"nothing is written: {_kinds(losses)}, and --strict allows nothing of it")


def tell(losses: Losses, name: str) -> None:
    """Write the report to standard error; on a terminal, in lines that fit it."""
    on_terminal = sys.stderr is not None and sys.stderr.isatty()
    width = descriptors.columns() if on_terminal else None
    for line in losses_lines(losses, name, width):
        streams.remark(line)


def losses_lines(losses: Losses, name: str, width: int | None = None) -> list[str]:
    """Return the report: how many were read and written; then a line for each kind of loss.

    Lines are no longer than *width*, where it is given.
    """
    found = list(losses)
    digits = max((len(f"{loss.count:,}") for loss in found), default=0)
    lines = [_head(losses, name), *losses.remarks, *losses.settled]
    lines = [part for line in lines for part in _wrapped("", visible(line), width)]
    for loss in found:
        lead = f"{loss.kind:<7} {loss.count:>{digits},} × "
        lines += _wrapped(lead, _words(loss), width)
        if loss.hint:
            lines += _wrapped(" " * len(lead), visible(loss.hint), width)
    return lines


def refuse_nothing(losses: Losses, path: str) -> None:
    """Raise `NothingRead` if no event of the file at *path* could be read."""
    if losses.read and not losses.written:
        raise NothingRead(f"none of {counted(losses.read, losses.noun)} could be read")
    if not losses.written:
        raise NothingRead(f"{shown(path)} holds no events")


def remark_in_short(short: Short, path: str) -> None:
    """Write to standard error what a file itself has decided, and in a line what was lost."""
    for said in short.settled:
        streams.remark(f"{shown(path)}: {visible(said)}")
    if short.counts:
        streams.remark(in_short(short, path))


def in_short(short: Short, path: str) -> str:
    """Return the report in a line: "talk.ics: 4 of 224 refused, 31 guessed: … tells more"."""
    parts = []
    if short.refused:
        parts.append(f"{short.refused:,} of {short.read:,} refused")
    parts += [f"{short.counts[kind]:,} {kind}" for kind in KINDS[1:] if kind in short.counts]
    name = path if Path(path).is_file() else "FILE"  # a pipe cannot be read again
    more = command("import", *argument(name)) or command("import", "FILE")
    return f"{shown(path)}: {', '.join(parts)}: `{more}` tells more"


def report_text(losses: Losses, name: str) -> str:
    """Return the report as JSON."""
    data = {"file": shown(name), **losses.data()}
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"


def _head(losses: Losses, name: str) -> str:
    refused = f", {losses.refused:,} refused" if losses.refused else ""
    items = counted(losses.read, losses.noun)
    return f"{shown(name)}: {items} read, {losses.written:,} written{refused}"


def _words(loss: Loss) -> str:
    example = f", as in {quoted(loss.example)}" if loss.example else ""
    return visible(f"{loss.what}{example}: {_places(loss)}")


def _places(loss: Loss) -> str:
    """Return the first places, and how many there are besides: "lines 12, 40, 77 and 1 more"."""
    places = list(dict.fromkeys(loss.places))
    shown = places[:_SHOWN]
    noun = ""
    if all(_LINE.fullmatch(place) for place in shown):
        shown = [_LINE.sub(r"\2", place) for place in shown]
        noun = "line " if len(places) == 1 else "lines "
    named = list(map(_short, shown))
    more = len(places) - len(named)
    if len(places) > 1:
        more += loss.count - len(loss.places)
    if more > 0:
        named.append(f"{more:,} more")
    return noun + enumerated(named)


def _short(place: str) -> str:
    return place if len(place) <= _NAMED else f"{place[: _NAMED - 1]}…"


def _kinds(losses: Losses) -> str:
    return enumerated([_count(losses, kind) for kind in KINDS if losses.count(kind)])


def _count(losses: Losses, kind: Kind) -> str:
    return f"{losses.count(kind):,} {kind}"


def _wrapped(lead: str, words: str, width: int | None) -> Sequence[str]:
    """Return *words* behind *lead*, in as many lines as they fill, all beginning below it."""
    if not width or width <= len(lead) + 20:
        return [lead + words]
    hanging = " " * (len(lead) or 2)
    found = wrap(
        words, width, initial_indent=lead, subsequent_indent=hanging, break_on_hyphens=False
    )
    return found or [lead]
