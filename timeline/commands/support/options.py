"""Every option, declared once, in the families that commands take (`families`)."""

from enum import StrEnum
from typing import Annotated, Any, TypeAlias

import typer

from timeline.commands.support.descriptors import NARROWEST, WIDEST
from timeline.commands.support.family import Family

_WHICH = "Which events"
_SHOWN = "How they are shown"
_FORM = "In which form; without it, a page on a terminal, lines in a pipe."


class Format(StrEnum):
    """The forms in which an answer is given."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    md = "md"


class Colour(StrEnum):
    """When colours are used."""

    auto = "auto"
    always = "always"
    never = "never"


def event_id(metavar: str, more: str = "") -> Any:  # noqa: ANN401  as Typer
    """Return the argument that names an event, or some; *more* is said of it."""
    help_ = f"A part of its id, words of its title, its handle (e17), or a date. {more}".rstrip()
    return typer.Argument(metavar=metavar, help=help_)


def _option(*names: str, help: str, metavar: str) -> Any:  # noqa: A002, ANN401  as Typer
    return typer.Option(*names, help=help, metavar=metavar, rich_help_panel=_WHICH)


def _display(*names: str, help: str, **rest: Any) -> Any:  # noqa: A002, ANN401  as Typer
    return typer.Option(*names, help=help, rich_help_panel=_SHOWN, **rest)


Coloured: TypeAlias = Annotated[
    Colour | None, _display("--color", help="When to use colours; auto: on a terminal.")
]
Plain: TypeAlias = Annotated[
    bool | None,
    _display("--ascii/--no-ascii", help="Draw with plain ASCII signs alone.", show_default=False),
]


class Question(Family):
    """Which events are asked for. Given twice: any of the values."""

    query: Annotated[
        list[str] | None,
        typer.Argument(
            help="Words, field:value, or, not: see 'timeline help query'.", metavar="[QUERY]..."
        ),
    ] = None
    actor: Annotated[
        list[str] | None,
        _option(
            "--actor",
            "-a",
            help="Who takes part; a part of a name is enough, and members count.",
            metavar="NAME",
        ),
    ] = None
    year: Annotated[
        list[str] | None,
        _option("--year", "-y", help="In which time: 2019, 2018..2020, 1990s.", metavar="YEAR"),
    ] = None
    since: Annotated[
        list[str] | None,
        _option(
            "--since", help="From this time on: 2025-08, 'aug 2025', 'last month'.", metavar="DATE"
        ),
    ] = None
    until: Annotated[
        list[str] | None, _option("--until", help="Up to the end of this time.", metavar="DATE")
    ] = None
    arc: Annotated[
        list[str] | None, _option("--arc", help="Which thread of the story.", metavar="NAME")
    ] = None
    status: Annotated[
        list[str] | None,
        _option(
            "--status",
            help="How sure: confirmed, reported, claimed, disputed, denied.",
            metavar="STATUS",
        ),
    ] = None
    tag: Annotated[
        list[str] | None,
        _option("--tag", help="A word that events are tagged with, in full.", metavar="TAG"),
    ] = None
    place: Annotated[
        list[str] | None,
        _option("--place", help="Where; a part of a name is enough.", metavar="NAME"),
    ] = None
    source: Annotated[
        list[str] | None,
        _option(
            "--source",
            help="On whose word; a part of a publisher's name is enough.",
            metavar="NAME",
        ),
    ] = None
    certain: Annotated[
        bool,
        typer.Option(
            "--certain", help="Leave out what only possibly matches.", rich_help_panel=_WHICH
        ),
    ] = False
    possible: Annotated[
        bool,
        typer.Option(
            "--possible", help="Leave out what matches for certain.", rich_help_panel=_WHICH
        ),
    ] = False
    starts: Annotated[
        bool,
        typer.Option(
            "--starts",
            help="Ask when events began: what still went on does not count.",
            rich_help_panel=_WHICH,
        ),
    ] = False
    deduce: Annotated[
        bool | None,
        typer.Option(
            "--deduce/--no-deduce",
            help="Count what links and sources say of order, too.",
            rich_help_panel=_WHICH,
            show_default=False,
        ),
    ] = None


class Order(Family):
    """In which order, and how many."""

    reverse: Annotated[bool, _display("--reverse", "-r", help="The newest first.")] = False
    limit: Annotated[
        int | None, _display("--limit", "-n", help="No more than N events.", min=1, metavar="N")
    ] = None


class Origin(Family):
    """From which files, and on which day; these may stand before the command too."""

    file: Annotated[
        list[str] | None,
        typer.Option(
            "--file",
            "-f",
            help="An event file, or one of another format (or TIMELINE_FILE); - is standard input.",
            metavar="FILE",
            rich_help_panel="From where",
        ),
    ] = None
    today: Annotated[
        str | None,
        typer.Option(
            "--today",
            help="Take this day for today (or TIMELINE_TODAY).",
            metavar="DATE",
            rich_help_panel="From where",
        ),
    ] = None


class Display(Origin):
    """From which files, and how it is shown; these may stand before the command too."""

    format: Annotated[Format | None, _display("--format", "-o", help=_FORM)] = None
    width: Annotated[
        int | None,
        _display(
            "--width", help="Make the page N columns wide.", min=NARROWEST, max=WIDEST, metavar="N"
        ),
    ] = None
    save: Annotated[
        str | None,
        _display("--save", help="Write the page to a file: .svg, .html or .txt.", metavar="FILE"),
    ] = None
    force: Annotated[
        bool, _display("--force", help="Replace the file of --save, if there is one.")
    ] = False
    color: Coloured = None
    ascii: Plain = None


class RowsDisplay(Display):
    """As `Display`, for an answer that has no form in Markdown."""

    format: Annotated[
        Format | None,
        _display("--format", "-o", help=_FORM, metavar="<table|json|jsonl|csv>"),
    ] = None


class TreeDisplay(Display):
    """As `Display`, for an answer that is a tree, with no form in Markdown or CSV."""

    format: Annotated[
        Format | None, _display("--format", "-o", help=_FORM, metavar="<table|json|jsonl>")
    ] = None
