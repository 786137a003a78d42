"""`timeline import`: a file in another format → an event file, with a report of what was lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from timeline import phrases
from timeline.commands.support import files, loss_report, outputs, streams
from timeline.commands.support.families import takes_families
from timeline.commands.support.parameters import Delivery
from timeline.errors import TimelineError, UsageError
from timeline.exchange import contract, date_texts, event_file, formats, losses
from timeline.files import spool
from timeline.files.content import STANDARD_INPUT, shown
from timeline.likeness import did_you_mean
from timeline.loading import load
from timeline.loading.quick import proof
from timeline.text import enumerated, listed, quoted, visible

_READ = "How it is read"
_OURS = "yaml"  # what a person may call an event file, in any of its forms
_NEXT_PAIR = re.compile(r",(?=\s*[A-Za-z]+\s*=)")


class Asked(NamedTuple):
    """What is to be read, and what was said about it."""

    file: str
    format: str | None
    columns: tuple[str, ...]
    preset: str
    order: str
    repeats: int


@takes_families
def import_file(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="The file to read, in any of the formats; - is standard input."
        ),
    ],
    delivery: Delivery,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="csv, tsv, json, jsonl, timelinejs, timelinejs-csv, markwhen, ics, gedcom, "
            "bibtex, ris, csl, yaml; else by the name and the text.",
            rich_help_panel=_READ,
        ),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="KEY=COLUMN,...",
            help="Columns of a table: date=day,title=what,places=city+country; tags= for none.",
            rich_help_panel=_READ,
        ),
    ] = None,
    preset: Annotated[
        str,
        typer.Option(
            "--preset",
            metavar="NAME",
            help="A known table: acled, ucdp-ged, timesketch.",
            rich_help_panel=_READ,
        ),
    ] = "",
    order: Annotated[
        str,
        typer.Option(
            "--order",
            metavar="dmy|mdy",
            help="What comes first in 3/4/2020, where the dates of the file do not show it.",
            rich_help_panel=_READ,
        ),
    ] = "",
    repeats: Annotated[
        int,
        typer.Option(
            "--repeats",
            metavar="N",
            min=0,
            help="The most events that a recurring one becomes; 0 refuses it.",
            rich_help_panel=_READ,
        ),
    ] = 0,
) -> None:
    """Read a file in another format, and write an event file; what is lost is told."""
    asked = Asked(file, source, tuple(columns or ()), preset, order, repeats)
    _check(asked)
    output, report = outputs.delivered(delivery, [file])
    outputs.refuse_other_name(output)
    lost = losses.Losses()
    with spool.Spool() as events, spool.Spool() as text:
        _read(asked, lost, events, text)
        if lost.written and not (delivery.strict and lost):
            output.write(text.text())
    loss_report.told(lost, file, report=report, strict=delivery.strict)
    loss_report.refuse_nothing(lost, file)
    if output.is_file:
        streams.remark(f"saved {visible(output.name)}")


def _check(asked: Asked) -> None:
    """Refuse what cannot be done before anything is read."""
    known = [*formats.READERS, _OURS]
    if asked.format is not None and asked.format not in known:
        hint = did_you_mean(asked.format, known) or f"there are {enumerated(known)}"
        raise UsageError(f"there is no format {quoted(asked.format)} to read", hint)
    if asked.order and asked.order not in date_texts.ORDERS:
        hint = f"write {listed(date_texts.ORDERS)}"
        raise UsageError(f"{quoted(asked.order)} is no order of a date", hint)


def _read(asked: Asked, lost: losses.Losses, events: spool.Spool, text: spool.Spool) -> None:
    """Add to *text* that of an event file of all that is read; nothing if that is nothing.

    Until all *events* are known, they wait. Raises `TimelineError` where nothing could be read,
    or the text not be loaded again.
    """
    choices = contract.Choices(
        columns=_columns(asked.columns),
        preset=asked.preset,
        order=asked.order,
        repeats=asked.repeats,
        today=phrases.today(),
        spool=events,
    )
    beside = files.Beside({}, {})
    timeline = files.read(asked.file, _format(asked), choices, lost, beside)
    if lost.written:
        export = contract.Export(timeline, timeline.select(), remarks=beside.remarks)
        _write(f"{shown(asked.file)}.yaml", export, text)


def _write(name: str, export: contract.Export, text: spool.Spool) -> None:
    """Add all of an *export* to *text*, each piece of which is read again as it comes."""
    proved = proof.Proof(name)
    for piece in event_file.pieces(export, losses.Losses()):
        text.add(piece.encode())
        proved.add(piece)
    if not proved.holds():
        _load_again(name, "".join(text.text()))


def _load_again(name: str, text: str) -> None:
    """Raise a `TimelineError` if *text* could not be loaded."""
    try:
        load.load(name, instead={name: text})
    except TimelineError as error:
        raise TimelineError(f"what was read makes no event file:\n{error}") from error


def _format(asked: Asked) -> str:
    """Return the format to read, "" for an event file: of a table, where one is described.

    Raises `UsageError` for an event file that is described as a table.
    """
    if asked.format == _OURS:
        return ""
    if asked.format:
        return asked.format
    found = files.format_of(asked.file)
    if found or not (asked.columns or asked.preset or asked.order):
        return found
    table = files.table_of(asked.file)
    if table or not (asked.file == STANDARD_INPUT or Path(asked.file).exists()):
        return table
    message = f"{shown(asked.file)} is an event file; --map, --order and --preset are for tables"
    raise UsageError(message, "leave them out")


def _columns(given: Iterable[str]) -> dict[str, str]:
    """Return our keys with their columns, of `date=day,title=what`."""
    found: dict[str, str] = {}
    for pair in chain.from_iterable(map(_NEXT_PAIR.split, given)):
        key, sign, column = (part.strip() for part in pair.partition("="))
        if not sign:
            hint = "write --map date=COLUMN,title=COLUMN"
            raise UsageError(f"{quoted(pair)} names no column", hint)
        if key in found:
            hint = f"what stands in several columns is {key}=A+B"
            raise UsageError(f"--map names {quoted(key)} twice", hint)
        found[key] = column
    return found
