"""Event files → documents, quickly, where all of it is plainly right.

Where anything is wrong, in an event or between them, nothing is read here: whoever asks reads
all of it with the place of every word, and tells what is wrong and where.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final

from timeline.files.content import Unreadable
from timeline.loading.documents import Document
from timeline.loading.plain_json import lines_document, list_document
from timeline.loading.plain_values import Maker, NotPlain
from timeline.model.nests import circles
from timeline.model.records import Link
from timeline.nodes.tree import Broken

_READ: Final = {
    ".jsonl": lines_document,
    ".ndjson": lines_document,
    ".json": list_document,
}


def documents(paths: Sequence[str]) -> list[Document] | None:
    """Return what is in event files of these endings; None where not all of it is plain."""
    endings = [PurePath(path).suffix.lower() for path in paths]
    if not all(ending in _READ for ending in endings):
        return None
    maker = Maker()
    try:
        return [_READ[ending](maker, path) for ending, path in zip(endings, paths, strict=True)]
    except (NotPlain, Broken, Unreadable):
        return None


def are_sound(found: Sequence[Document]) -> bool:
    """Return whether nothing is wrong between the events, their ids being settled.

    There are no registries: what may be wrong is an id that stands twice, a link to what is
    no other event, and a circle of parts.
    """
    number = sum(len(document.drafts) for document in found)
    ids = {each.id for document in found for each in document.drafts}
    if len(ids) < number or any(document.reader.problems for document in found):
        return False
    parts: dict[str, list[str]] = {}
    for id_, link in _links(found):
        if link.target not in ids or link.target == id_:
            return False
        if link.type == "part-of":
            parts.setdefault(id_, []).append(link.target)
    return next(circles(parts), None) is None


def _links(found: Sequence[Document]) -> Iterator[tuple[str, Link]]:
    """Yield each link, with the id of the event that has it."""
    for document in found:
        for draft in document.drafts:
            if draft.event:
                yield from ((draft.id, link) for link in draft.event.links)
