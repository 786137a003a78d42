"""Event files → documents, quickly, where all of it is plainly right.

Where anything is wrong, in an event or between them, nothing is read here: whoever asks reads
all of it with the place of every word, and tells what is wrong and where.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Final

from timeline.files.content import Unreadable
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

_READ: Final = {
    ".jsonl": lines_document,
    ".ndjson": lines_document,
    ".json": list_document,
    ".yaml": yaml_document,
    ".yml": yaml_document,
}


def documents(
    paths: Sequence[str], instead: Mapping[str, str] | None = None
) -> list[Document] | None:
    """Return what is in event files of these endings; None where not all of it is plain.

    *instead* is as for `load`. What is no file, such as a pipe, is not touched: it can be read
    but once.
    """
    endings, texts = [PurePath(path).suffix.lower() for path in paths], instead or {}
    if not all(ending in _READ for ending in endings):
        return None
    if not all(path in texts or Path(path).is_file() for path in paths):
        return None
    maker = Maker()
    try:
        return [
            _READ[ending](maker, path, texts.get(path))
            for ending, path in zip(endings, paths, strict=True)
        ]
    except (NotPlain, Broken, Unreadable):
        return None


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
