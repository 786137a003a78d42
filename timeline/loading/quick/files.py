"""Event files → documents, quickly, where all of it is plainly right.

Where anything is wrong, in an event or between them, nothing is read here: whoever asks reads
all of it with the place of every word, and tells what is wrong and where.
"""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Final

from timeline.files.content import Unreadable, read
from timeline.loading.documents import Document
from timeline.loading.quick.json import lines_document, list_document
from timeline.loading.quick.values import Maker
from timeline.loading.quick.yaml import yaml_document
from timeline.nodes.tree import Broken, NotPlain

YAML: Final = (".yaml", ".yml")
"""The endings of the files in which there are comments."""

_READ: Final = {
    ".jsonl": lines_document,
    ".ndjson": lines_document,
    ".json": list_document,
    **dict.fromkeys(YAML, yaml_document),
}


def documents(
    paths: Sequence[str], instead: Mapping[str, str] | None = None
) -> list[Document] | None:
    """Return what is in event files of these endings; None where not all of it is plain.

    *instead* is as for `load`. What is no file, such as a pipe, is not touched: it can be read
    but once.
    """
    known = instead or {}
    if not all(_may_be_read(path, known) for path in paths):
        return None
    maker = Maker()
    try:
        return [
            _READ[PurePath(path).suffix.lower()](maker, path, known.get(path)) for path in paths
        ]
    except (NotPlain, Broken, Unreadable):
        return None
    finally:
        maker.forget()


def texts(paths: Sequence[str], instead: Mapping[str, str] | None = None) -> dict[str, str] | None:
    """Return what files of these endings hold, by their paths; None where one is another.

    *instead* is as for `load`.
    """
    known = instead or {}
    if not all(_may_be_read(path, known) for path in paths):
        return None
    try:
        return {path: known.get(path) or read(path) for path in paths}
    except Unreadable:
        return None


def _may_be_read(path: str, known: Collection[str]) -> bool:
    """Whether a file has an ending that is read quickly; a pipe can be read but once."""
    is_ours = PurePath(path).suffix.lower() in _READ
    return is_ours and (path in known or Path(path).is_file())
