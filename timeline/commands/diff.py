"""`timeline diff`: what became of an event file, in words."""

from typing import Annotated

import typer

from timeline.commands.support import revisions, show, streams, target, which_file
from timeline.commands.support import run as runs
from timeline.commands.support import screen as screens
from timeline.commands.support.families import takes_families
from timeline.commands.support.options import Display
from timeline.pages import diff as page
from timeline.reports.diff import timelines
from timeline.views import diff as views
from timeline.views.parts import change_words as words


@takes_families
def diff(
    display: Display,
    old: Annotated[
        str | None,
        typer.Argument(metavar="[OLD]", help="A file, or REV:FILE of git: HEAD~3:events.yaml."),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(metavar="[NEW]", help="The other one; without it, OLD's file as it is now."),
    ] = None,
    exit_code: Annotated[  # noqa: FBT002  an option
        bool, typer.Option("--exit-code", help="Exit 1 where anything differs, as git does.")
    ] = False,
) -> None:
    """Say what differs between two event files, or two versions of one, field by field.

    One FILE alone is compared with what is committed (HEAD); REV:FILE with the file as
    it is now. `REV:` alone, and nothing at all, are about the file of --file, or
    the one that is found; `:FILE` is what is staged.
    """
    which = which_file.which(display.file)
    if old is None and not which.is_own:
        raise target.no_file_of_ones_own()
    versions = revisions.pair(old, new, which.paths if which.is_own else ())
    today = runs.today(display)
    screen = screens.Screen(display, reads=[each.path for each in versions])
    was, is_ = (each.load(today) for each in versions)
    naming = words.Naming(was, is_, ascii=screen.ascii)
    names = versions[0].name, versions[1].name
    view = views.ChangeView(names, naming, timelines.differences(was, is_))
    if view.changes or show.is_data(screen):
        show.show(screen, view, page)
    else:
        streams.remark(f"No differences: {view.between('and')} hold the same.")
    if exit_code and view.changes:
        raise typer.Exit(1)
