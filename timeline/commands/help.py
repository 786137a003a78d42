"""`timeline help`: the program, a command, or a topic."""

import json
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer

from timeline import settings
from timeline.commands.support import app, help_data, help_pages, manual, streams, topics
from timeline.commands.support.catalogue import ALSO, TOPICS, TOPICS_ALSO, entries
from timeline.commands.support.families import takes_families
from timeline.errors import UsageError
from timeline.likeness import did_you_mean
from timeline.query import guide
from timeline.text import quoted, visible


class Form(StrEnum):
    """The forms in which all of help is given."""

    json = "json"
    man = "man"


@takes_families
def show_help(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TOPIC]", help="A command, or one of the topics."),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option("--format", "-o", help="All that help tells: for programs, or as a man page."),
    ] = None,
) -> None:
    """Explain a command or a topic; without either, say which there are."""
    if form:
        streams.write(_FORMS[form]())
        return
    parent: Any = ctx.parent or ctx  # of a class that Typer keeps to itself
    topic = _meant(" ".join(words or ()))
    if not topic:
        text = f"{help_pages.program(help_pages.width())}\n{help_pages.topics()}"
    elif topic in TOPICS:
        text = _TOPICS[topic]()
    else:
        text = _of_command(topic, parent)
    help_pages.show(text)


def _meant(word: str) -> str:
    """Return the command or topic that people also call *word*; else *word*."""
    lower = word.lower().replace(" ", "-")
    if lower in (*entries(), *TOPICS):
        return lower
    return TOPICS_ALSO.get(lower) or ALSO.get(lower) or word


def _of_command(name: str, parent: Any) -> str:  # noqa: ANN401  as above
    """Return the page of a command; raises `UsageError` where there is none."""
    if name not in entries():
        near = did_you_mean(name, [*entries(), *TOPICS])
        hint = near or "for the commands and topics there are: timeline help"
        raise UsageError(f"there is no help on {quoted(name)}", hint)
    command: Any = app.command(name)
    page: str = command.get_help(typer.Context(command, info_name=name, parent=parent))
    return page


def _options() -> str:
    """Return the page of the options that commands share; `list` has all of them."""
    return help_pages.options(app.command("list").params)


def _saved_queries() -> Iterator[str]:
    """Yield the saved queries, each with its text and its place; how to save one."""
    found = settings.settings().queries
    width = max(map(len, found), default=0)
    for name, saved in sorted(found.items()):
        yield f"@{name:{width}}  {visible(saved.value)}  ({saved.place})\n"
    yield "To save a query: timeline save NAME QUERY; to use it: timeline list @NAME\n"


def _json() -> str:
    return f"{json.dumps(help_data.data(), indent=2)}\n"


_FORMS: Mapping[Form, Callable[[], str]] = {
    Form.json: _json,
    Form.man: lambda: manual.page(),  # noqa: PLW0108  else it is loaded here
}
_TOPICS: Mapping[str, Callable[[], str]] = {
    "query": lambda: guide.GUIDE,
    "dates": lambda: topics.dates(),  # noqa: PLW0108  else all topics are loaded here
    "queries": lambda: "".join(_saved_queries()),
    "options": _options,
    "files": lambda: topics.FILES,
    "colours": lambda: topics.COLOURS,
    "exit-codes": lambda: topics.EXIT_CODES,
    "environment": lambda: topics.ENVIRONMENT,
}
