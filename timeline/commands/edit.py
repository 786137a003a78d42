"""`timeline edit`: an event, in the person's own editor."""

from typing import Annotated

import typer

from timeline.commands.support import completion
from timeline.commands.support.options import Origin, takes_families


@takes_families
def edit(
    origin: Origin,
    id: Annotated[  # noqa: A002  the name that is shown
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="A unique part is enough; without one, the file.",
            autocompletion=completion.field("id"),
        ),
    ] = None,
    into: Annotated[
        str | None, typer.Option("--into", help="Which of several files.", metavar="FILE")
    ] = None,
) -> None:
    """Open an event in $VISUAL or $EDITOR; what is saved must load, and nothing gets lost.

    For example: timeline edit letter-to-putin
    """
    from timeline import phrases  # noqa: PLC0415
    from timeline.commands.support import session, streams  # noqa: PLC0415
    from timeline.commands.support import target as curating  # noqa: PLC0415
    from timeline.files.content import read, shown  # noqa: PLC0415

    today = phrases.today(origin.today)
    target, line = curating.place(curating.files_to_change(origin.file), id, into, today)
    before = read(target.name)
    sitting = session.Sitting(target, before, before, today)
    changed = session.hold(sitting, line)
    streams.remark(f"{'saved' if changed else 'nothing changed in'} {shown(target.name)}")
