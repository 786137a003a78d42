"""What must hold between the parts of event files. A check is a function in `CHECKS`.

Each takes the documents, and notes what it finds with the reader of the document
in which it stands.
"""

from collections.abc import Callable, Sequence

from timeline.loading.circles import circular_members, circular_parts
from timeline.loading.documents import Document, drafts, entries
from timeline.loading.nodes import Node
from timeline.loading.references import (
    unknown_actors,
    unknown_arcs,
    unknown_events,
    unknown_sources,
)
from timeline.loading.registries import Entry
from timeline.text import quoted

Check = Callable[[Sequence[Document]], None]
_REGISTRIES = {"arcs": "arc", "actors": "actor", "sources": "source"}


def repeated_ids(documents: Sequence[Document]) -> None:
    """Refuse an id that is given to a second event, in all files together."""
    seen: dict[str, tuple[Document, Node]] = {}
    for document, draft in drafts(documents):
        node = draft.fields.get("id")
        if node is None:
            continue  # an id made from the title gives way
        first, at = seen.setdefault(draft.id, (document, node))
        if at is not node:
            hint = f"the first is at {first.reader.file}:{at.line}; every event needs its own"
            document.reader.note(node, f"the id {quoted(draft.id)} stands twice", hint)


def differing_entries(documents: Sequence[Document]) -> None:
    """Refuse an entry that is not the same in all the files that have it."""
    for registry, noun in _REGISTRIES.items():
        seen: dict[str, tuple[Document, Entry]] = {}
        for document, entry in entries(documents, registry):
            id_ = entry.record.id
            first, known = seen.setdefault(id_, (document, entry))
            if known.record != entry.record:
                where = f"{first.reader.file}:{known.node.line}"
                message = f"the {noun} {quoted(id_)} is not as in {where}"
                document.reader.note(entry.node, message, "make both the same, or take one out")


CHECKS: tuple[Check, ...] = (
    repeated_ids,
    differing_entries,
    unknown_actors,
    unknown_arcs,
    unknown_sources,
    unknown_events,
    circular_members,
    circular_parts,
)
