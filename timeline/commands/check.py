"""`timeline check`: what is wrong with event files, and what a curator should look at."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from timeline.commands.support import completion
from timeline.commands.support.options import Display, Origin, takes_families
from timeline.errors import UsageError
from timeline.text import enumerated

_SHOWN = "How they are shown"
_WHICH = "Which rules"


class Form(StrEnum):
    """The forms in which findings are given."""

    text = "text"
    json = "json"
    github = "github"


def _rules(option: str, help: str) -> Any:  # noqa: A002, ANN401  as Typer
    return typer.Option(
        option,
        help=help,
        metavar="RULES",
        rich_help_panel=_WHICH,
        autocompletion=completion.rules,
    )


def _flag(option: str, help: str, heading: str = _WHICH) -> Any:  # noqa: A002, ANN401  as Typer
    return typer.Option(option, help=help, rich_help_panel=heading)


Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", help="Event files, taken together; - is standard input."),
]
Select = Annotated[list[str] | None, _rules("--select", "These alone, their notes too: a,b.")]
Ignore = Annotated[list[str] | None, _rules("--ignore", "All but these.")]
Strict = Annotated[bool, _flag("--strict", "Fail for warnings and idle ignore comments too.")]
Notes = Annotated[bool, _flag("--notes", "Show notes too; they never fail.")]
Explain = Annotated[
    str | None,
    typer.Option(
        "--explain",
        help="Say what a rule looks for, why, and what to do.",
        metavar="RULE",
        rich_help_panel=_WHICH,
        autocompletion=completion.rules,
    ),
]
List = Annotated[bool, _flag("--list", "List the rules.")]
AsForm = Annotated[
    Form | None,
    typer.Option("--format", "-o", help="Lines for a person by default.", rich_help_panel=_SHOWN),
]


@takes_families
def check(  # noqa: PLR0913  each is an option
    ctx: typer.Context,
    origin: Origin,
    files: Files = None,
    *,
    select: Select = None,
    ignore: Ignore = None,
    strict: Strict = False,
    notes: Notes = False,
    explain: Explain = None,
    list_: List = False,
    form: AsForm = None,
) -> None:
    """Find what is wrong with event files, and what a curator should look at.

    Silent when all is well. Exit 1 for errors; with --strict, for warnings too. Notes are
    shown with --notes, or when their rule is selected. A comment in or above an event, or an
    entry, leaves it out: # timeline: ignore RULE: why

    For example: timeline check --strict mine.yaml
    """
    from timeline.commands import showing_findings as showing  # noqa: PLC0415
    from timeline.commands.support import files as any_files  # noqa: PLC0415
    from timeline.commands.support import target  # noqa: PLC0415  not for --help
    from timeline.reports.check import Asked, judge  # noqa: PLC0415

    asked = Asked(select or (), ignore or (), strict=strict, notes=notes)
    form = form or _form_before(ctx)
    if explain:
        showing.explanation(explain, form)
    elif list_:
        showing.rules(form)
    else:
        named = [*(files or ()), *(origin.file or ())]
        found = judge(any_files.named(named), origin.today, asked)
        showing.findings(found, form, _display_before(ctx))
        target.tell_where_none_is_named(named)
        if found.failed:
            raise typer.Exit(1)


def _display_before(ctx: typer.Context) -> Display:
    """Return how a terminal is to be used: `timeline --color never check`."""
    return Display(**{name: ctx.obj.get(name) for name in ("color", "width", "ascii")})


def _form_before(ctx: typer.Context) -> Form:
    """Return the form that was asked for before the command: `timeline --format json check`."""
    given = ctx.obj.get("format")
    if given not in (None, *Form):
        raise UsageError(f"this has no form '{given}'", f"there are {enumerated(list(Form))}")
    return Form(given or Form.text)
