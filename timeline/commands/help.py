"""`timeline help`: a command's help, what a query may say, or what dates mean."""

from collections.abc import Iterator
from typing import Annotated, Any, cast

import typer
from typer.core import TyperGroup

from timeline import settings
from timeline.commands.support import streams
from timeline.commands.support.catalogue import TOPICS, entries
from timeline.commands.support.options import takes_families
from timeline.errors import UsageError
from timeline.phrases import guide as dates
from timeline.query import guide
from timeline.text import did_you_mean, enumerated, quoted, visible


@takes_families
def show_help(
    ctx: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", help="A command, query, queries, or dates.")
    ] = None,
) -> None:
    """Explain a command, what a query may say, or what dates mean: timeline help dates."""
    group: Any = ctx.parent or ctx  # of a class that Typer keeps to itself
    names = list(entries())
    if topic is None:
        streams.write(f"{group.get_help()}\n")
    elif topic == "query":
        streams.write(guide.GUIDE)
    elif topic == "dates":
        streams.write(dates.guide())
    elif topic == "queries":
        streams.write_lines(_saved_queries())
    elif topic in names:
        command = cast(TyperGroup, group.command).get_command(group, topic)
        streams.write(f"{_help(command, group)}\n")
    else:
        known = [*names, *TOPICS]
        hint = did_you_mean(topic, known) or f"there are {enumerated(known)}"
        raise UsageError(f"there is no help on {quoted(topic)}", hint)


def _saved_queries() -> Iterator[str]:
    """Yield the saved queries, each with its text and its place; how to save one."""
    found = settings.settings().queries
    width = max(map(len, found), default=0)
    for name, saved in sorted(found.items()):
        yield f"@{name:{width}}  {visible(saved.value)}  ({saved.place})"
    yield "To save a query: timeline save NAME QUERY; to use it: timeline list @NAME"


def _help(command: Any, group: Any) -> str:  # noqa: ANN401  as above
    return str(command.get_help(typer.Context(command, info_name=command.name, parent=group)))
