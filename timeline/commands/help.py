"""`timeline help`: a command's help, or what a query may say."""

from typing import Annotated, Any, cast

import typer
from typer.core import TyperGroup

from timeline.commands.support import streams
from timeline.commands.support.catalogue import entries
from timeline.commands.support.options import takes_families
from timeline.errors import UsageError
from timeline.query import guide
from timeline.text import did_you_mean, enumerated, quoted


@takes_families
def show_help(
    ctx: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", help="A command, or query.")
    ] = None,
) -> None:
    """Explain a command, or what a query may say: timeline help query."""
    group: Any = ctx.parent or ctx  # of a class that Typer keeps to itself
    names = list(entries())
    if topic is None:
        streams.write(f"{group.get_help()}\n")
    elif topic == "query":
        streams.write(guide.GUIDE)
    elif topic in names:
        command = cast(TyperGroup, group.command).get_command(group, topic)
        streams.write(f"{_help(command, group)}\n")
    else:
        known = [*names, "query"]
        hint = did_you_mean(topic, known) or f"there are {enumerated(known)}"
        raise UsageError(f"there is no help on {quoted(topic)}", hint)


def _help(command: Any, group: Any) -> str:  # noqa: ANN401  as above
    return str(command.get_help(typer.Context(command, info_name=command.name, parent=group)))
