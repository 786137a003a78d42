"""`timeline import`: a file in another format → an event file, with a report of what was lost."""

from typing import Annotated

import typer

from timeline.commands.support.options import takes_families
from timeline.commands.support.parameters import Delivery

_READ = "How it is read"


@takes_families
def import_file(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file; - is standard input.")],
    delivery: Delivery,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="csv, tsv, json, jsonl, timelinejs, timelinejs-csv, markwhen, ics, gedcom, "
            "yaml; else by the name and the text.",
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
    """Read a file in another format, and write an event file; what is lost is told.

    For example: timeline import incidents.csv --order mdy -o events.yaml
    """
    from timeline.commands import receiving  # noqa: PLC0415  not for --help

    asked = receiving.Asked(file, source, tuple(columns or ()), preset, order, repeats)
    receiving.receive(asked, delivery)
