"""`timeline order`: what came first, and because of what."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from timeline.commands.support import named, show
from timeline.commands.support import run as runs
from timeline.commands.support.families import takes_families
from timeline.commands.support.family import defaults
from timeline.commands.support.options import Display, Format, Question, event_id
from timeline.errors import UsageError
from timeline.pages import order as page
from timeline.reports import order as reports
from timeline.views import order as views

_FORM = "In which form; mermaid draws the order of all that a QUERY finds."


class Form(StrEnum):
    """The forms in which order is told."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    md = "md"
    mermaid = "mermaid"


class OrderQuestion(Question):
    """Which events are compared, or with a drawing, asked for."""

    query: Annotated[list[str] | None, event_id("EVENT...", "With --format mermaid, a QUERY.")] = (
        None
    )


class OrderDisplay(Display):
    """As `Display`, with a form that is a drawing."""

    format: Annotated[
        Form | None,
        typer.Option("--format", "-o", help=_FORM, rich_help_panel="How they are shown"),
    ] = None  # type: ignore[assignment]  # one form more


@takes_families
def order(question: OrderQuestion, display: OrderDisplay) -> None:
    """Show which of two or more events came first, and because of what.

    Their dates and links decide, those of other events that links lead to, and the days on which
    sources came out. Of more than two events there is a table.
    """
    run = runs.Run(_usual(display))
    if display.format == Form.mermaid:
        _draw(run, question)
        return
    _refuse_options(question)
    events = [named.event(name, run.timeline, run.today) for name in question.query or ()]
    if not events:
        hint = "write `timeline order EVENT EVENT`, or --format mermaid for a drawing"
        raise UsageError("which events?", hint)
    view = views.OrderView(run.timeline, reports.pairs(events, run.timeline, run.today))
    show.show(run.screen, view, page)


def _usual(display: OrderDisplay) -> Display:
    """Return *display* with its form as all commands have it; of a drawing they know nothing."""
    if display.format in (None, Form.mermaid):
        return display
    options = {name: getattr(display, name) for name in defaults(Display)}
    return Display(**options | {"format": Format(str(display.format))})


def _draw(run: runs.Run, question: Question) -> None:
    """Draw the order of all that *question* finds."""
    found = [match.event for match in run.answer(question).found]
    arrows = reports.arrows(found, run.timeline, run.today)
    show.show(run.screen, views.GraphView(found, arrows), page)


def _refuse_options(question: Question) -> None:
    """Raise `UsageError` for options of a query where events are named."""
    given = (name for name in defaults(OrderQuestion) if name != "query")
    if option := next((name for name in given if getattr(question, name)), None):
        hint = "--format mermaid draws the order of all that a query finds"
        raise UsageError(f"--{option} asks a query, and events are named here", hint)
