"""`timeline diff`: what became of an event file, in words."""

from __future__ import annotations

import os
from typing import Annotated, TypeAlias

import typer

from timeline.commands.support import files, revisions, show, streams
from timeline.commands.support import run as runs
from timeline.commands.support import screen as screens
from timeline.commands.support.options import Display, takes_families
from timeline.errors import UsageError
from timeline.files.content import STANDARD_INPUT
from timeline.pages import diff as page
from timeline.reports.diff import timelines
from timeline.text import quoted, visible
from timeline.views import diff as views
from timeline.views.parts import change_words as words

Pair: TypeAlias = "tuple[revisions.Version, revisions.Version]"


@takes_families
def diff(
    display: Display,
    old: Annotated[
        str | None,
        typer.Argument(metavar="[OLD]", help="A file, or REV:FILE of git: HEAD~3:events.yaml."),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(metavar="[NEW]", help="Likewise; without it, OLD's file as it is now."),
    ] = None,
    exit_code: Annotated[  # noqa: FBT002  an option
        bool, typer.Option("--exit-code", help="Exit 1 where anything differs, as git does.")
    ] = False,
) -> None:
    """Say what differs between two event files, or two versions of one, field by field.

    One FILE alone is compared with what is committed (HEAD); REV:FILE with the file as
    it is now. `REV:` alone, and nothing at all, are about the file of --file or
    TIMELINE_FILE; `:FILE` is what is staged.

    For example: timeline diff HEAD~1:events.yaml events.yaml
    """
    versions = _versions(display, old, new)
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


def _versions(display: Display, old: str | None, new: str | None) -> Pair:
    """Return what is compared; without *old* or *new*, as the help says.

    Raises `UsageError` where a file must be named.
    """
    file = _file(display) if _is_about_a_file(old, new) else None
    if old is None and file is None:
        raise UsageError("nothing to compare", "write timeline diff FILE, or OLD NEW")
    if new is not None and old is not None:
        return _both(old, new, file)
    return _one(revisions.version(old or file or "", file))


def _is_about_a_file(old: str | None, new: str | None) -> bool:
    """Return whether a file has to be known: one is left out, or `REV:` stands alone."""
    return old is None or new is None or ":" in (old[-1:], new[-1:])


def _file(display: Display) -> str | None:
    named = files.named(display.file)
    if len(named) > 1:
        raise UsageError("diff compares versions of one file", "name them: timeline diff OLD NEW")
    return named[0] if named else None


def _both(old: str, new: str, file: str | None) -> Pair:
    """Return both versions; where one is only a revision, it is of the other's file."""
    named = [revisions.version(text) for text in (old, new) if not text.endswith(":")]
    file = named[0].path if named else file
    return revisions.version(old, file), revisions.version(new, file)


def _one(given: revisions.Version) -> Pair:
    """Return what is committed and the file *given*; or the version *given* and its file now."""
    if given.path == STANDARD_INPUT:
        raise UsageError("git knows no older standard input", "write timeline diff HEAD:FILE -")
    if given.revision is not None:
        return given, revisions.Version(given.path)
    _refuse_missing(given.path)
    return revisions.Version(given.path, "HEAD"), given


def _refuse_missing(path: str) -> None:
    """Refuse what is no file before git is asked: it may be meant as a revision."""
    if not os.path.lexists(path):
        hint = f"a revision needs a colon: {visible(path)}:events.yaml"
        raise UsageError(f"there is no file {quoted(path)}", hint)
