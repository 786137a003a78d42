"""Two versions of an event file → what differs → the screen."""

import os
from typing import TYPE_CHECKING

import msgspec

from timeline import phrases
from timeline.commands.forms import Forms, Later, is_data, remark, show
from timeline.commands.support import files, streams
from timeline.commands.support.options import Display
from timeline.commands.support.revisions import Version, version
from timeline.commands.support.screen import Screen
from timeline.errors import UsageError
from timeline.files.content import STANDARD_INPUT
from timeline.reports.diff.changes import Changes
from timeline.reports.diff.timelines import differences
from timeline.text import quoted, visible
from timeline.views import diff
from timeline.views.parts.change_words import Naming, summary

if TYPE_CHECKING:
    from timeline.commands import paging_changes
    from timeline.views.parts import markdown
else:  # Rich is for pages only, and the other forms are rare
    paging_changes = Later("timeline.commands.paging_changes")
    markdown = Later("timeline.views.parts.markdown")


class Comparison(msgspec.Struct, frozen=True):
    """Two versions by their names, and what differs between them."""

    names: tuple[str, str]
    naming: Naming
    changes: Changes

    def between(self, arrow: str) -> str:
        """Return "HEAD:events.yaml → events.yaml"."""
        old, new = map(visible, self.names)
        return f"{old} {arrow} {new}"


def compared(display: Display, old: str | None, new: str | None) -> Comparison:
    """Return what differs between *old* and *new*; without them, as `timeline diff -h` says.

    Raises `UsageError` where a file must be named, and what `Version.load` raises.
    """
    versions = _versions(display, old, new)
    today = phrases.today(display.today)
    ascii_ = Screen(display, reads=[each.path for each in versions]).ascii
    was, is_ = (each.load(today) for each in versions)
    found = differences(was, is_)
    names = versions[0].name, versions[1].name
    return Comparison(names, Naming(was, is_, ascii=ascii_), found)


def changes(display: Display, made: Comparison) -> None:
    """Show what differs, and how much."""
    screen, naming, found = Screen(display), made.naming, made.changes
    if not (found or is_data(screen)):
        streams.remark(f"No differences: {made.between('and')} hold the same.")
        return
    forms = Forms(
        page=lambda: paging_changes.changes(screen, made),
        lines=lambda: diff.change_lines(found, naming),
        json=lambda: diff.changes_data(found, naming, made.names),
        jsonl=lambda: diff.change_rows(found, naming),
        md=lambda: [
            *markdown.heading(naming.new.title, made.between("→"), summary(found)),
            *diff.change_page(found, naming),
        ],
    )
    show(screen, forms)
    remark(screen, summary(found))


def _versions(display: Display, old: str | None, new: str | None) -> tuple[Version, Version]:
    file = _file(display) if old is None or new is None or ":" in (old[-1:], new[-1:]) else None
    if old is None and file is None:
        raise UsageError("nothing to compare", "write timeline diff FILE, or OLD NEW")
    if new is not None and old is not None:
        return _both(old, new, file)
    first = version(old or file or "", file)
    if first.path == STANDARD_INPUT:
        raise UsageError("git knows no older standard input", "write timeline diff HEAD:FILE -")
    if first.revision is None:
        _refuse_missing(first.path)
        return Version(first.path, "HEAD"), first
    return first, Version(first.path)


def _refuse_missing(path: str) -> None:
    """Refuse what is no file before git is asked: it may be meant as a revision."""
    if not os.path.lexists(path):
        hint = f"a revision needs a colon: {visible(path)}:events.yaml"
        raise UsageError(f"there is no file {quoted(path)}", hint)


def _file(display: Display) -> str | None:
    named = files.named(display.file)
    if len(named) > 1:
        raise UsageError("diff compares versions of one file", "name them: timeline diff OLD NEW")
    return named[0] if named else None


def _both(old: str, new: str, file: str | None) -> tuple[Version, Version]:
    """Return both versions; where one is only a revision, it is of the other's file."""
    named = [version(text) for text in (old, new) if not text.endswith(":")]
    file = named[0].path if named else file
    return version(old, file), version(new, file)
