"""Event files → a `Timeline`; every problem with `file:line:column`.

`load` is the only door. YAML, JSON and JSON Lines are read into the same nodes
(`formats`), the nodes into the same records (`documents`); then the files are
checked against each other (`checks`) and become one timeline (`union`).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from timeline.files import Unreadable, read, shown
from timeline.loading.checks import CHECKS
from timeline.loading.curated import default_path
from timeline.loading.documents import Document, document
from timeline.loading.fields import Reader
from timeline.loading.formats import reading
from timeline.loading.naming import settle
from timeline.loading.nodes import is_blank
from timeline.loading.problems import InvalidFile, Problem
from timeline.loading.union import union
from timeline.model import Timeline

__all__ = ["InvalidFile", "Problem", "Unreadable", "default_path", "load"]

_BEGIN = "begin one with '- date: 2019-01-23' and, below it, '  title: What happened'"


def load(*paths: str, today: int | None = None) -> Timeline:
    """Return the timeline of the event files at *paths*, `-` being standard input.

    Without paths it is the curated timeline; a file named twice is read once.
    *today* is the day number at which open ends stop in a file without `as_of`.
    Raises `Unreadable` where there is no text, and `InvalidFile` with all
    problems of all files.
    """
    with _collector_paused():
        names = dict.fromkeys(paths or (str(default_path()),))
        documents = [_document(path) for path in names]
        settle(documents)
        for check in CHECKS:
            check(documents)
        _refuse_problems([each.reader for each in documents])
        return union(documents, today)


def _document(path: str) -> Document:
    name = shown(path)
    found = reading(path, name, read(path, _BEGIN))
    reader = Reader(found.page)
    for error in found.broken:
        reader.note_at(error.line, error.column, error.message, error.hint)
    if found.node and not is_blank(found.node):
        return document(reader, found.node)
    if not found.broken:
        raise Unreadable(f"{name} holds no events", _BEGIN)
    return Document(reader)


def _refuse_problems(readers: list[Reader]) -> None:
    if problems := [problem for reader in readers for problem in reader.problems]:
        pages = {reader.file: reader.page for reader in readers}
        raise InvalidFile(problems, pages, sum(reader.uncounted for reader in readers))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking the growing pile of nodes again and again.

    Loading makes no circles, and `bench/scale.py` shows what this is worth.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
