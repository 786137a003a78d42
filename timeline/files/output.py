"""Text or bytes → a file, whole or not at all: a new one, or in place of an old one.

It is made beside the file first (`draft`): until the last step, a rename, the old one is as it
was.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from timeline.files.draft import CannotSave, fill, refuse_special, refusing, settle
from timeline.files.lock import drafting
from timeline.text import quoted

__all__ = ["CannotSave", "Content", "create", "data_of", "give_name", "pieces_of", "save"]

Content: TypeAlias = str | bytes | Iterable[str]
"""What a file holds: text, all at once or piece by piece, or bytes."""


def save(name: str, content: Content) -> None:
    """Write *content* to the file *name*, text in UTF-8: a new one, or in place of the old.

    It is written beside the file first and takes its place when it is complete, with
    the old permissions. A symbolic link stays one. Raises `CannotSave`, and `Busy` where
    another process is writing it and does not come to an end.
    """
    path = Path(os.path.realpath(name))
    with refusing(name):
        refuse_special(name, path)
        with drafting(name, path) as beside:
            fill(beside, data_of(content), like=path if path.exists() else None)
            settle(beside, path)


def create(name: str, content: Content, like: Path | None = None) -> None:
    """Write *content* to the file *name*, text in UTF-8, which must be new.

    It has the permissions of the file *like*, or those of any new file. Raises
    `CannotSave`, also where something is there already: even if it has come at the same
    moment, it is not overwritten; and `Busy` as `save` does.
    """
    path = Path(os.path.realpath(name))
    with refusing(name), drafting(name, path) as beside:
        fill(beside, data_of(content), like=like)
        try:
            give_name(beside, path)
        except FileExistsError as error:
            raise CannotSave(f"there is a file {quoted(name)} already") from error


def data_of(content: Content) -> Iterator[bytes]:
    """Yield the bytes of a file, piece by piece: text in UTF-8, and bytes as they are."""
    for piece in pieces_of(content):
        yield piece.encode() if isinstance(piece, str) else piece


def pieces_of(content: Content) -> Iterable[str | bytes]:
    """Return the pieces in which *content* comes: one, where it is there already."""
    return [content] if isinstance(content, (str, bytes)) else content


def give_name(beside: Path, path: Path) -> None:
    """Let *beside* be called *path* instead; raises `FileExistsError` where that is taken."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links: there may be one moment between look and rename
        if path.exists():
            raise FileExistsError from None
        beside.replace(path)
    else:
        beside.unlink()
