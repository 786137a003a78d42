"""`timeline cache`: which copies of files are kept to be read sooner, and away with them."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from timeline.commands.support import streams
from timeline.files import content
from timeline.indexing import store
from timeline.text import counted, visible


def cache(
    clear: Annotated[  # noqa: FBT002  an option
        bool, typer.Option("--clear", help="Delete all copies.")
    ] = False,
) -> None:
    """Show which copies of files are kept, so that the next run need not read them.

    For each its file, its bytes, when it was made, and how many events it has: of very many it
    is an index. With TIMELINE_CACHE=off, or with 'cache = false' in a timeline.toml, nothing is
    kept.
    """
    kept = list(store.kept())
    if clear:
        store.clear()
        streams.remark(f"removed {_total(kept)}")
        return
    rows = list(_rows(kept))
    streams.write_lines(_aligned(rows) if sys.stdout.isatty() else map("\t".join, rows))
    streams.remark(_total(kept) if kept else f"nothing is kept in {_folder()}")


def _rows(kept: Sequence["store.Kept"]) -> Iterator[tuple[str, str, str, str]]:
    for each in sorted(kept, key=lambda each: each.sources):
        names = " ".join(visible(content.shown(path)) for path in each.sources)
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(each.written))
        yield names or visible(each.path), f"{each.size:,}", when, f"{each.events:,}"


def _total(kept: Sequence["store.Kept"]) -> str:
    """Return "2 copies, 1,380,211 bytes, in FOLDER"."""
    number = counted(len(kept), "copy", "copies")
    return f"{number}, {sum(each.size for each in kept):,} bytes, in {_folder()}"


def _folder() -> str:
    return visible(store.folder()) or "no folder: there is no home"


def _aligned(rows: Sequence[tuple[str, str, str, str]]) -> Iterator[str]:
    sizes = max((len(size) for _, size, _, _ in rows), default=0)
    numbers = max((len(number) for _, _, _, number in rows), default=0)
    for names, size, when, number in rows:
        yield f"{when}  {size:>{sizes}}  {number:>{numbers}} events  {names}"
