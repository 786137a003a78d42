"""Event files → documents, quickly, where all of it is plainly right.

Where anything is wrong, in an event or between them, nothing is read here: whoever asks reads
all of it with the place of every word, and tells what is wrong and where.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Final

from timeline.files.content import Unreadable, read
from timeline.loading.checks import OF_RECORDS
from timeline.loading.documents import Document, drafts, entries, registry
from timeline.loading.plain_json import lines_document, list_document
from timeline.loading.plain_values import Maker
from timeline.loading.plain_yaml import yaml_document
from timeline.model.file_fields import ids_in, named
from timeline.model.nests import circles
from timeline.model.records import Link
from timeline.model.schema import REGISTRIES
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


def are_sound(found: Sequence[Document]) -> bool:
    """Return whether nothing is wrong between events and entries, the ids being settled."""
    if not (_have_own_ids(found) and _are_linked(found) and _name_entries(found)):
        return False
    for check in OF_RECORDS:
        check(found)
    return not any(document.reader.problems for document in found)


def _have_own_ids(found: Sequence[Document]) -> bool:
    """Whether no id stands twice: that of an entry may, in two files, which unite."""
    number = sum(len(document.drafts) for document in found)
    return len({draft.id for _, draft in drafts(found)}) == number


def _are_linked(found: Sequence[Document]) -> bool:
    """Whether each link leads to another event, and no event is a part of itself."""
    ids = {draft.id for _, draft in drafts(found)}
    parts: dict[str, list[str]] = {}
    for id_, link in _links(found):
        if link.target not in ids or link.target == id_:
            return False
        if link.type == "part-of":
            parts.setdefault(id_, []).append(link.target)
    return next(circles(parts), None) is None


def _links(found: Sequence[Document]) -> Iterator[tuple[str, Link]]:
    """Yield each link, with the id of the event that has it."""
    for _, draft in drafts(found):
        if draft.event:
            yield from ((draft.id, link) for link in draft.event.links)


def _name_entries(found: Sequence[Document]) -> bool:
    """Whether all that events and entries name has an entry, where there are entries."""
    for section in REGISTRIES:
        known = registry(found, section)
        if known and not all(not id_ or id_ in known for id_ in _named(found, section)):
            return False
    return True


def _named(found: Sequence[Document], section: str) -> Iterator[str]:
    """Yield the ids of a *section* that are named; an origin need not be there."""
    yield from named((draft.event for _, draft in drafts(found) if draft.event), section)
    for other in REGISTRIES.values():
        keys = [key for key in other.record.keys if key.registry == section]
        own = [key.attribute for key in keys if key.kind not in ("origin", "origins")]
        for _, entry in entries(found, other.section):
            for key in own:
                yield from ids_in(getattr(entry.record, key))
