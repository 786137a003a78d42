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
        from timeline.querying.completing import candidates  # noqa: PLC0415  not for --help

        return _offered(ctx, incomplete, lambda timeline: candidates(name, timeline))

    return complete


def query(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return what completes the last word of a query."""
    from timeline.querying.completing import candidates, next_words  # noqa: PLC0415

    # bash takes the colon for the end of a word: `actor:ru` arrives as three.
    typed: list[str] = list(ctx.params.get("query") or [])
    *_, name, colon = ["", "", *typed]
    if colon == ":":
        return _offered(ctx, incomplete, lambda timeline: candidates(name, timeline))
    if incomplete == ":":
        return _offered(ctx, "", lambda timeline: candidates(colon, timeline))
    return _offered(ctx, incomplete, lambda timeline: next_words(incomplete, timeline))


def _offered(ctx: typer.Context, incomplete: str, known: Callable[[Any], list[str]]) -> list[str]:
    with suppress(Exception):  # see above
        from timeline import loading  # noqa: PLC0415

        return [each for each in known(loading.load(*_files(ctx))) if each.startswith(incomplete)]
    return []


def _files(ctx: typer.Context) -> list[str]:
    from timeline.commands.run import files_named  # noqa: PLC0415

    before = ctx.parent.params if ctx.parent else {}
    return files_named(ctx.params.get("file") or before.get("file"))
