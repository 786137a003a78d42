"""`timeline check`: what is wrong with event files, and what a curator should look at."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated, Any

import typer

from timeline.checking import rules
from timeline.commands.support import screen as screens
from timeline.commands.support import show, streams, target
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display, Origin
from timeline.errors import UsageError
from timeline.pages import check as page
from timeline.reports import check as reports
from timeline.text import enumerated
from timeline.views import check as views

_SHOWN = "How they are shown"
_WHICH = "Which rules"


class Form(StrEnum):
    """The forms in which findings are given."""

    text = "text"
    json = "json"
    github = "github"


def _rules(option: str, help: str) -> Any:  # noqa: A002, ANN401  as Typer
    return typer.Option(option, help=help, metavar="RULES", rich_help_panel=_WHICH)


def _flag(option: str, help: str, heading: str = _WHICH) -> Any:  # noqa: A002, ANN401  as Typer
    return typer.Option(option, help=help, rich_help_panel=heading)


Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", help="Event files, taken together; - is standard input."),
]
Select = Annotated[
    list[str] | None, _rules("--select", "Only these rules, as a,b; their notes are shown too.")
]
Ignore = Annotated[list[str] | None, _rules("--ignore", "All rules but these, as a,b.")]
Strict = Annotated[bool, _flag("--strict", "Fail for warnings and idle ignore comments too.")]
Notes = Annotated[bool, _flag("--notes", "Show notes too; they never fail.")]
Explain = Annotated[
    str | None,
    typer.Option(
        "--explain",
        help="Say what a rule looks for, why, and what to do.",
        metavar="RULE",
        rich_help_panel=_WHICH,
    ),
]
List = Annotated[bool, _flag("--list", "Say which rules there are.")]
AsForm = Annotated[
    Form | None,
    typer.Option(
        "--format",
        "-o",
        help="In which form; text, for a person, unless told.",
        rich_help_panel=_SHOWN,
    ),
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
    """
    asked = reports.Asked(select or (), ignore or (), strict=strict, notes=notes)
    form = form or _form_before(ctx)
    if explain:
        _show_explanation(explain, form)
        return
    if list_:
        _show_rules(form)
        return
    paths = target.own_files([*(files or ()), *(origin.file or ())])
    found = reports.judge(paths, origin.today, asked)
    _show_findings(views.FindingView(found), form, screens.Screen(_display_before(ctx)))
    if found.failed:
        raise typer.Exit(1)


def _show_findings(view: views.FindingView, form: Form, screen: screens.Screen) -> None:
    """Show what is wrong, and how much; nothing where nothing is, but for data."""
    if form is Form.json:
        screen.json(view.json())
    elif form is Form.github:
        screen.lines(view.github())
    elif view.reports:
        show.show(screen, view, page)
        streams.remark(view.count())


def _show_rules(form: Form) -> None:
    """Show all rules: in columns on a terminal, else with tabs."""
    _refuse_github(form)
    if form is Form.json:
        screens.Screen(Display()).json(views.rules_data(rules.RULES))
    else:
        streams.write_lines(views.rule_lines(rules.RULES, aligned=sys.stdout.isatty()))


def _show_explanation(name: str, form: Form) -> None:
    """Show everything about the rule called *name*; raise `UsageError` where there is none."""
    _refuse_github(form)
    rule = rules.rule_named(name)
    if form is Form.json:
        screens.Screen(Display()).json(views.explanation_data(rule))
    else:
        streams.write(views.explanation_text(rule))


def _refuse_github(form: Form) -> None:
    if form is Form.github:
        given = enumerated([Form.text, Form.json])
        raise UsageError("rules have no form 'github'", f"there are {given}")


def _display_before(ctx: typer.Context) -> Display:
    """Return how a terminal is to be used: `timeline --color never check`."""
    return Display(**{name: ctx.obj.get(name) for name in ("color", "width", "ascii")})


def _form_before(ctx: typer.Context) -> Form:
    """Return the form that was asked for before the command: `timeline --format json check`."""
    given = ctx.obj.get("format")
    if given not in (None, *Form):
        raise UsageError(f"this has no form '{given}'", f"there are {enumerated(list(Form))}")
    return Form(given or Form.text)
