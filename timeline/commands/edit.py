"""`timeline edit`: an event, in the person's own editor."""

from typing import Annotated

import typer

from timeline import phrases
from timeline.commands.support import session, streams
from timeline.commands.support import target as targets
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Origin, event_id
from timeline.files import content


@takes_families
def edit(
    origin: Origin,
    id: Annotated[  # noqa: A002  the name that is shown
        str | None, event_id("[EVENT]", "Without one, the file.")
    ] = None,
    into: Annotated[
        str | None, typer.Option("--into", help="Which of several files to edit.", metavar="FILE")
    ] = None,
) -> None:
    """Open an event in $VISUAL or $EDITOR; what is saved must load, and nothing gets lost."""
    today = phrases.today(origin.today)
    files = targets.files_to_change(origin.file)
    target, line = targets.place(files, id, into, today)
    before = content.read(target.name)
    sitting = session.Sitting(target, before, before, today)
    changed = session.hold(sitting, line)
    what = "saved" if changed else "nothing changed in"
    streams.remark(f"{what} {content.shown(target.name)}")
