"""What must hold between the parts of event files. A check is a function in `CHECKS`.

Each takes the documents, and notes what it finds with the reader of the document
in which it stands.
"""

from collections.abc import Callable, Sequence

from timeline.loading.circles import circular_members, circular_parts, crowded_members
from timeline.loading.documents import Document, drafts, entries
from timeline.loading.references import (
    unknown_actors,
    unknown_arcs,
    unknown_events,
    unknown_sources,
)
from timeline.loading.registries import Entry
from timeline.model.timeline import contradiction
from timeline.nodes.tree import Node
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


def contradicting_entries(documents: Sequence[Document]) -> None:
    """Refuse an entry that contradicts one of its id in another file; else the two unite."""
    for registry, noun in _REGISTRIES.items():
        seen: dict[str, list[tuple[Document, Entry]]] = {}
        for document, entry in entries(documents, registry):
            before = seen.setdefault(entry.record.id, [])
            for other, known in before:
                if key := contradiction(known.record, entry.record):
                    _refuse_contradiction(f"{key} of the {noun}", (other, known), (document, entry))
                    break
            before.append((document, entry))


def _refuse_contradiction(
    what: str, first: tuple[Document, Entry], second: tuple[Document, Entry]
) -> None:
    key = what.partition(" ")[0]
    (document, entry), (other, known) = second, first
    said, place = getattr(known.record, key), known.fields.get(key, known.node)
    where = f"{other.reader.file}:{place.line}:{place.column}"
    message = f"the {what} {quoted(entry.record.id)} is {quoted(str(said))} in {where}"
    hint = "make both the same, or take one out"
    document.reader.note(entry.fields.get(key, entry.node), message, hint)


CHECKS: tuple[Check, ...] = (
    repeated_ids,
    contradicting_entries,
    unknown_actors,
    unknown_arcs,
    unknown_sources,
    unknown_events,
    circular_members,
    crowded_members,
    circular_parts,
)
