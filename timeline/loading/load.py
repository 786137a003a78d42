"""The doors `load` and `examine`: event files → a timeline, or all their problems."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from timeline.files.content import Unreadable, each_once, read, shown
from timeline.loading.checks import CHECKS
from timeline.loading.documents import Document, document
from timeline.loading.examination import Examination
from timeline.loading.quick import files as quick
from timeline.loading.quick import relations
from timeline.loading.reader import Reader
from timeline.loading.shipped import default_path
from timeline.loading.undated import date_by_order, note
from timeline.loading.union import settle, union
from timeline.model.timeline import Timeline
from timeline.nodes.formats import reading
from timeline.nodes.tree import is_blank

_EVENT = '{"date": "2019-01-23", "title": "What happened"}'
_BEGIN = {
    ".json": f"begin one with [{_EVENT}]",
    ".jsonl": f"begin one with {_EVENT}",
    ".ndjson": f"begin one with {_EVENT}",
    "": "begin one with '- date: 2019-01-23' and, below it, '  title: What happened'",
}


def load(
    *paths: str, today: int | None = None, instead: Mapping[str, str] | None = None
) -> Timeline:
    """Return the timeline of the event files at *paths*, `-` being standard input.

    Without paths it is the curated timeline; a file named twice, be it by a link, is read once.
    *today* is the day number at which open ends stop in a file without `as_of`.
    *instead* has, path → text, what is to be read instead of what a file holds:
    for a text that is to become the file if it can be loaded, or that is in none.
    Raises `Unreadable` where there is no text, and `InvalidFile` with all problems
    of all files.
    """
    if found := _plain(_names(paths), today, instead):
        return found[1]
    return examine(*paths, today=today, instead=instead).sound()


def texts(*paths: str) -> dict[str, str]:
    """Return what the files at *paths* hold, by path, as `load` reads it; raises `Unreadable`."""
    return {path: read(path, _begin(path)) for path in paths}


def _begin(path: str) -> str:
    """Return how to begin an event file of that name."""
    return _BEGIN.get(Path(path).suffix.lower(), _BEGIN[""])


def _names(paths: Sequence[str]) -> list[str]:
    return list(each_once(paths or (str(default_path()),)))


def _plain(
    names: Sequence[str], today: int | None, instead: Mapping[str, str] | None
) -> tuple[Sequence[Document], Timeline] | None:
    """Return files in which nothing can be wrong, and their timeline; else None."""
    with collector_paused():
        found = quick.documents(names, instead)
        if not found:
            return None
        settle(found)
        if not relations.are_sound(found):
            return None
        if date_by_order(found, today) or _is_broken(found):
            return None
        return found, union(found, today)


def examine(
    *paths: str, today: int | None = None, instead: Mapping[str, str] | None = None
) -> Examination:
    """Return what is in the event files at *paths*: a timeline, or all their problems.

    Paths, *today* and *instead* are as for `load`. Raises `Unreadable` where there is no text.
    """
    with collector_paused():
        documents = [_document(path, (instead or {}).get(path)) for path in _names(paths)]
        settle(documents)
        for check in CHECKS:
            check(documents)
        if not _is_broken(documents):
            note(date_by_order(documents, today), documents)
        broken = _is_broken(documents)
        return Examination(documents, None if broken else union(documents, today))


def _is_broken(documents: Sequence[Document]) -> bool:
    return any(each.reader.problems for each in documents)


def _document(path: str, text: str | None = None) -> Document:
    name = shown(path)
    if text is None:
        text = read(path, _begin(path))
    found = reading(path, name, text)
    reader = Reader(found.page)
    for error in found.broken:
        reader.note_at(error.line, error.column, error.message, error.hint)
    if found.node and not is_blank(found.node):
        return document(reader, found.node)
    if not found.broken:
        raise Unreadable(f"{name} holds no events", _begin(path))
    return Document(reader)


def checked(
    *paths: str, today: int | None = None, instead: Mapping[str, str] | None = None
) -> Examination:
    """Return what is in the event files at *paths*, as `examine` does, but not their comments.

    They are read as quickly as they can be: where nothing is wrong, what rules find is looked for
    in the lines of its entry.
    """
    names = _names(paths)
    texts = quick.texts(names, instead)
    if texts and (found := _plain(names, today, texts)):
        return Examination(*found, is_quick=True)
    return examine(*paths, today=today, instead=texts or instead)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking the growing pile of nodes again and again.

    Neither loading nor editing makes circles, and `bench/scale.py` shows what this is worth.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
