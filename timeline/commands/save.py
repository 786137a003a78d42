"""`timeline save`: a query by a name, for `@name` in any other."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline import settings
from timeline.commands.support import command_line, settings_file, streams
from timeline.commands.support import run as runs
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Origin, Question
from timeline.errors import UsageError
from timeline.files.content import shown
from timeline.query import fields, grammar
from timeline.text import quoted, visible


@takes_families
def save(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="What to call it, as in @russia; the @ may be left out."
        ),
    ],
    question: Question,
    origin: Origin,
    force: Annotated[  # noqa: FBT002  an option
        bool, typer.Option("--force", help="Replace the query of that name, if there is one.")
    ] = False,
) -> None:
    """Save a query by a name: @NAME stands for it in any query.

    It is written into the nearest timeline.toml, else into your own, else into a new one here.
    """
    name = name.removeprefix("@")
    found = settings.settings().queries
    _refuse_name(name)
    run = runs.Run(origin)
    text = _text(run, question)
    _refuse_wrong(name, text, run.context(question))
    if name in found and not force:
        there = found[name]
        message = f"there is a query {quoted(f'@{name}')} already, in {there.place}"
        raise UsageError(message, f"it is: {visible(there.value)}\nto replace it, add --force")
    file = (*settings.files(), settings.NAME)[0]
    settings_file.put(file, (settings.QUERIES, name), text)
    listed = command_line.command("list", f"@{name}", files=origin.file or ())
    streams.remark(f"saved in {shown(file)}: {listed or f'@{name}'}")


def _refuse_name(name: str) -> None:
    if not settings.QUERY_NAME.fullmatch(name):
        hint = "a name has letters, digits, - and _, and begins with a letter or a digit"
        raise UsageError(f"{quoted(name)} cannot be the name of a query", hint)


def _text(run: runs.Run, question: Question) -> str:
    """Return the query as it was typed; with options, as one that says the same."""
    for option in ("certain", "starts", "deduce"):
        if getattr(question, option):
            hint = "add it where the query is used"
            raise UsageError(f"--{option} is no part of a query", hint)
    has_options = any(getattr(question, name) for name in grammar.OPTIONS)
    text = str(run.query(question)) if has_options else " ".join(question.query or ())
    if not text.strip():
        raise UsageError("there is no query to save", "write it behind the name: year:2019")
    return text


def _refuse_wrong(name: str, text: str, context: fields.Context) -> None:
    """Refuse a query that could not be asked, or that would go in a circle by that name."""
    grammar.parse(text, context)
    grammar.parse(f"@{name}", context.with_saved({name: text}))
