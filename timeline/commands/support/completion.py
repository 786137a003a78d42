"""Completion for shells: `timeline --install-completion` puts it in place.

Whatever goes wrong, nothing is offered and nothing is said: a person in the
middle of a line has no use for a message.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeAlias

import typer

from timeline.commands.support import files
from timeline.reports import completion as reports

Complete: TypeAlias = Callable[[typer.Context, str], list[str]]


def field(name: str) -> Complete:
    """Return what completes the values of the field *name*."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        return _offered(ctx, incomplete, _values(name))

    return complete


def query(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return what completes the last word of a query."""
    # bash takes the colon for the end of a word: `actor:ru` arrives as three.
    typed: list[str] = list(ctx.params.get("query") or [])
    *_, name, colon = ["", "", *typed]
    if colon == ":":
        return _offered(ctx, incomplete, _values(name))
    if incomplete == ":":
        return _offered(ctx, "", _values(colon))
    return _offered(ctx, incomplete, lambda timeline: reports.next_words(incomplete, timeline))


def rules(incomplete: str) -> list[str]:
    """Return what completes the last of some rules of `check`: `unsourced,si`."""
    before, comma, last = incomplete.rpartition(",")
    with suppress(Exception):  # see above
        return [before + comma + name for name in reports.rule_names(last)]
    return []


def _values(name: str) -> Callable[[Any], list[str]]:
    """Return what finds the values that the field *name* has in a timeline."""
    return lambda timeline: reports.candidates(name, timeline)


def _offered(ctx: typer.Context, incomplete: str, known: Callable[[Any], list[str]]) -> list[str]:
    with suppress(Exception):  # see above
        found = known(files.opened(_files(ctx), silent=True))
        return [each for each in found if each.startswith(incomplete)]
    return []


def _files(ctx: typer.Context) -> list[str]:
    """Return the files of the line: those behind the command, or those before it."""
    before = ctx.parent.params if ctx.parent else {}
    return files.named(ctx.params.get("file") or before.get("file"))
