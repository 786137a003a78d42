"""Completion for shells: `timeline --install-completion` puts it in place.

Whatever goes wrong, nothing is offered and nothing is said: a person in the
middle of a line has no use for a message.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeAlias

import typer

Complete: TypeAlias = Callable[[typer.Context, str], list[str]]


def field(name: str) -> Complete:
    """Return what completes the values of the field *name*."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        from timeline.reports.completion import candidates  # noqa: PLC0415  not for --help

        return _offered(ctx, incomplete, lambda timeline: candidates(name, timeline))

    return complete


def query(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return what completes the last word of a query."""
    from timeline.reports.completion import candidates, next_words  # noqa: PLC0415

    # bash takes the colon for the end of a word: `actor:ru` arrives as three.
    typed: list[str] = list(ctx.params.get("query") or [])
    *_, name, colon = ["", "", *typed]
    if colon == ":":
        return _offered(ctx, incomplete, lambda timeline: candidates(name, timeline))
    if incomplete == ":":
        return _offered(ctx, "", lambda timeline: candidates(colon, timeline))
    return _offered(ctx, incomplete, lambda timeline: next_words(incomplete, timeline))


def rules(incomplete: str) -> list[str]:
    """Return what completes the last of some rules of `check`: `unsourced,si`."""
    with suppress(Exception):  # see above
        from timeline.checking.rules import RULES  # noqa: PLC0415  not for --help

        before, comma, last = incomplete.rpartition(",")
        return [before + comma + each.name for each in RULES if each.name.startswith(last)]
    return []


def _offered(ctx: typer.Context, incomplete: str, known: Callable[[Any], list[str]]) -> list[str]:
    with suppress(Exception):  # see above
        from timeline.commands.support.files import opened  # noqa: PLC0415

        found = known(opened(_files(ctx), silent=True))
        return [each for each in found if each.startswith(incomplete)]
    return []


def _files(ctx: typer.Context) -> list[str]:
    from timeline.commands.support import files  # noqa: PLC0415

    before = ctx.parent.params if ctx.parent else {}
    return files.named(ctx.params.get("file") or before.get("file"))
