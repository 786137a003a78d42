"""Options that a few commands share, and the headings under which help lists them."""

from enum import StrEnum
from typing import Annotated, Any, TypeAlias

import typer

from timeline.commands.support.family import Family

WHICH = "Which events"
SHOWN = "How they are shown"
DRAWN = "What is drawn"

WRITTEN = "How it is written"


class Sort(StrEnum):
    """The orders of values."""

    by_count = "count"
    by_name = "name"


class Value(StrEnum):
    """What events can be sorted by."""

    arc = "arc"
    actor = "actor"
    place = "place"
    tag = "tag"
    status = "status"


def at_most(help: str, *, default: bool = False) -> Any:  # noqa: A002, ANN401  as Typer
    """Return the option -n, which limits something else in each command."""
    return typer.Option(
        "--limit", "-n", help=help, min=1, metavar="N", show_default=default, rich_help_panel=SHOWN
    )


def part(number: int, limit: int | None, noun: str) -> str:
    """Return "10 of 136 actors" where a limit leaves some out; else ""."""
    if not limit or limit >= number:
        return ""
    return f"{limit:,} of {number:,} {noun}"


Brief: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--brief/--no-brief",
        help="On a page, a line for each, cut to fit.",
        rich_help_panel=SHOWN,
        show_default=False,
    ),
]
Limit: TypeAlias = Annotated[int | None, at_most("No more than N of them.")]
Sorted: TypeAlias = Annotated[
    Sort | None, typer.Option("--sort", help="The most first, or by name.", rich_help_panel=SHOWN)
]
From: TypeAlias = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", help="Draw from this time on.", rich_help_panel=DRAWN),
]
To: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--to", metavar="DATE", help="Draw up to the end of this time.", rich_help_panel=DRAWN
    ),
]


def _written(*names: str, help: str, **rest: Any) -> Any:  # noqa: A002, ANN401  as Typer
    return typer.Option(*names, help=help, rich_help_panel=WRITTEN, **rest)


class Delivery(Family):
    """Where a file in another format and its loss report go, and when they do not."""

    output: Annotated[
        str | None,
        _written(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file, whole or not at all; else, or for -, to standard output.",
        ),
    ] = None
    report: Annotated[
        str | None,
        _written("--report", metavar="FILE", help="Write what was lost to a .json file too."),
    ] = None
    force: Annotated[bool, _written("--force", help="Replace files that are there.")] = False
    strict: Annotated[
        bool, _written("--strict", help="Write nothing if anything is lost or guessed.")
    ] = False
