"""A file in any format → the text of an event file, written when it can be loaded again."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from timeline import phrases
from timeline.commands.support import files, loss_report, outputs, streams
from timeline.commands.support.parameters import Delivery
from timeline.editing import emitter
from timeline.errors import TimelineError, UsageError
from timeline.exchange import event_file as eventfile
from timeline.exchange.contract import Choices, Export
from timeline.exchange.dates import ORDERS
from timeline.exchange.formats import READERS
from timeline.exchange.losses import Losses
from timeline.files.content import STANDARD_INPUT, shown
from timeline.loading import load
from timeline.model.file_fields import file_fields
from timeline.model.timeline import Timeline
from timeline.text import did_you_mean, enumerated, listed, quoted, visible

_OURS = "yaml"  # what a person may call an event file, in any of its forms
_NEXT_PAIR = re.compile(r",(?=\s*[A-Za-z]+\s*=)")


class Asked(NamedTuple):
    """What is to be read, and what was said about it."""

    file: str
    format: str | None = None
    columns: tuple[str, ...] = ()
    preset: str = ""
    order: str = ""
    repeats: int = 0


def receive(asked: Asked, delivery: Delivery) -> None:
    """Read what is *asked* for, write the event file, and tell what was lost.

    Raises `TimelineError` where nothing could be read, or the result not be loaded, or
    anything is lost and may not be; `UsageError` for what cannot be done. Then nothing
    is written.
    """
    _check(asked)
    output, report = outputs.delivered(delivery, [asked.file])
    choices, losses = _choices(asked), Losses()
    remarks: files.Remarks = {}
    timeline = files.read(asked.file, _format(asked), choices, losses, remarks)
    text = event_file(timeline, asked.file, remarks) if losses.written else ""
    if text and not (delivery.strict and losses):
        output.write(text)
    loss_report.told(losses, asked.file, report=report, strict=delivery.strict)
    loss_report.refuse_nothing(losses, asked.file)
    if output.is_file:
        streams.remark(f"saved {visible(output.name)}")


def event_file(timeline: Timeline, name: str, remarks: files.Remarks | None = None) -> str:
    """Return the text of an event file of *timeline*, which was read from the file *name*.

    *remarks* are its comments, if it was an event file already.
    Raises `TimelineError` if it could not be loaded again.
    """
    everything = timeline.select()
    fields = file_fields(timeline, [match.event for match in everything])
    export = Export(timeline, everything)
    text = emitter.written(fields, eventfile.remarks(export, fields, remarks or {}, Losses()))
    beside = f"{shown(name)}.yaml"
    try:
        load.load(beside, instead={beside: text})
    except TimelineError as error:
        raise TimelineError(f"what was read makes no event file:\n{error}") from error
    return text


def _check(asked: Asked) -> None:
    """Refuse what cannot be done before anything is read."""
    known = [*READERS, _OURS]
    if asked.format is not None and asked.format not in known:
        hint = did_you_mean(asked.format, known) or f"there are {enumerated(known)}"
        raise UsageError(f"there is no format {quoted(asked.format)} to read", hint)
    if asked.order and asked.order not in ORDERS:
        raise UsageError(f"{quoted(asked.order)} is no order of a date", f"write {listed(ORDERS)}")


def _format(asked: Asked) -> str:
    """Return the format to read, "" for an event file: of a table, where one is described.

    Raises `UsageError` for an event file that is described as a table.
    """
    if asked.format:
        return "" if asked.format == _OURS else asked.format
    found = files.format_of(asked.file)
    if found or not (asked.columns or asked.preset or asked.order):
        return found
    table = files.table_of(asked.file)
    if table or not (asked.file == STANDARD_INPUT or Path(asked.file).exists()):
        return table
    message = f"{shown(asked.file)} is an event file; --map, --order and --preset are for tables"
    raise UsageError(message, "leave them out")


def _choices(asked: Asked) -> Choices:
    return Choices(
        columns=_columns(asked.columns),
        preset=asked.preset,
        order=asked.order,
        repeats=asked.repeats,
        today=phrases.today(),
    )


def _columns(given: Sequence[str]) -> dict[str, str]:
    """Return our keys with their columns, of `date=day,title=what`."""
    found: dict[str, str] = {}
    for pair in (part for each in given for part in _NEXT_PAIR.split(each)):
        key, sign, column = (part.strip() for part in pair.partition("="))
        if not sign:
            hint = "write --map date=COLUMN,title=COLUMN"
            raise UsageError(f"{quoted(pair)} names no column", hint)
        if key in found:
            hint = f"what stands in several columns is {key}=A+B"
            raise UsageError(f"--map names {quoted(key)} twice", hint)
        found[key] = column
    return found
