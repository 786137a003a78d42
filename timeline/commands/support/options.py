"""Every option, declared once, in the families that commands take.

A command asks for a family by naming it in its signature (`question: Question`);
`takes_families` turns the family into options. What is given before the
command (`timeline -f mine.yaml list`) counts for the command too.

Every command pays for this file: its records are made without what nobody
asks of them, which takes a third of the time.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer

from timeline.commands.support import command_line
from timeline.commands.support.descriptors import NARROWEST, WIDEST
from timeline.errors import TimelineError

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


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Question:
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
        bool,
        typer.Option(
            "--deduce",
            help="Count what links and sources say of order, too.",
            rich_help_panel=_WHICH,
        ),
    ] = False


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Order:
    """In which order, and how many."""

    reverse: Annotated[bool, _display("--reverse", "-r", help="The newest first.")] = False
    limit: Annotated[
        int | None, _display("--limit", "-n", help="No more than N events.", min=1, metavar="N")
    ] = None


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Origin:
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


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
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
    color: Annotated[
        Colour | None, _display("--color", help="When to use colours; auto: on a terminal.")
    ] = None
    ascii: Annotated[bool, _display("--ascii", help="Draw with plain ASCII signs alone.")] = False


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class RowsDisplay(Display):
    """As `Display`, for an answer that has no form in Markdown."""

    format: Annotated[
        Format | None,
        _display("--format", "-o", help=_FORM, metavar="<table|json|jsonl|csv>"),
    ] = None


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class TreeDisplay(Display):
    """As `Display`, for an answer that is a tree, with no form in Markdown or CSV."""

    format: Annotated[
        Format | None, _display("--format", "-o", help=_FORM, metavar="<table|json|jsonl>")
    ] = None


def takes_families(function: Callable[..., None]) -> Callable[..., None]:
    """Return *function* as Typer wants it: each family in its signature spread into options.

    A family is a dataclass whose fields are options: one of those above, or a command's own.
    """
    hints = get_type_hints(function, include_extras=True)
    families = {name: hint for name, hint in hints.items() if _is_family(hint)}

    @wraps(function)
    def command(ctx: typer.Context, **given: Any) -> None:  # noqa: ANN401  of any option's type
        gathered = _gathered(ctx, families, given)
        if "ctx" in hints:
            gathered["ctx"] = ctx
        try:
            function(**gathered)
        except TimelineError as error:
            error.hint = command_line.about(error.hint, ctx.obj.get("file") or ())
            raise

    parameters = _spread(function, hints, families)
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    return command


def _is_family(hint: object) -> bool:
    return isinstance(hint, type) and is_dataclass(hint)


def _gathered(
    ctx: typer.Context, families: Mapping[str, type], given: dict[str, Any]
) -> dict[str, Any]:
    """Return the values of options with those of each of the *families* made one.

    What was *given* before the command counts too, and what is given now is kept with it: a
    command finds there what the group was given.
    """
    before = ctx.ensure_object(dict)
    for name, family in families.items():
        chosen = {
            each.name: given.pop(each.name) or before.get(each.name) for each in fields(family)
        }
        before.update(chosen)
        given[name] = family(**chosen)
    return given


def _spread(
    function: Callable[..., None], hints: Mapping[str, Any], families: Mapping[str, type]
) -> list[inspect.Parameter]:
    """Return the parameters of a command: those of the *function*, its context, its options."""
    own = {
        name: _parameter(name, hints[name], parameter.default)
        for name, parameter in inspect.signature(function).parameters.items()
        if name not in families
    }
    own["ctx"] = _parameter("ctx", typer.Context)
    options = [option for family in families.values() for option in _options(family)]
    return [*own.values(), *options]


def _options(family: type) -> list[inspect.Parameter]:
    hints = get_type_hints(family, include_extras=True)
    return [_parameter(each.name, hints[each.name], each.default) for each in fields(family)]


def _parameter(
    name: str, annotation: object, default: object = inspect.Parameter.empty
) -> inspect.Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(name, kind, default=default, annotation=annotation)
