"""What a file holds: its header, its registries and its events."""

from collections.abc import Iterator
from collections.abc import Sequence as Several
from typing import Any, TypeAlias

import msgspec

from timeline.loading.events import Draft, draft
from timeline.loading.reader import Reader
from timeline.loading.values import values
from timeline.model.joined import united
from timeline.model.keys import Registry
from timeline.model.records import Entry as Record
from timeline.model.registries import ENTRIES
from timeline.model.schema import HEADER, REGISTRIES, SECTIONS
from timeline.nodes.tree import Mapping, Node, Scalar, Sequence, is_blank
from timeline.text import one_line

_Fields: TypeAlias = dict[str, Node]


class Entry(msgspec.Struct):
    """An entry of a registry, where it stands, and the nodes of its fields for the checks."""

    node: Scalar
    fields: _Fields
    record: Record


_EXAMPLE = "{date: 2019-01-23, title: What happened}"


class Document(msgspec.Struct):
    """What one file holds, before anything is checked against anything else.

    `values` is how many texts, lists and mappings there are at most, where it was read quickly.
    """

    reader: Reader
    root: Node | None = None
    title: str = ""
    summary: str = ""
    as_of: int | None = None
    entries: dict[str, list[Entry]] = {}
    drafts: list[Draft] = []
    values: int = 0


def document(reader: Reader, node: Node) -> Document:
    """Return what *node* holds: a mapping with sections, or a list of events alone.

    What does not fit is noted with *reader* and left out.
    """
    if isinstance(node, Sequence):
        return Document(reader, node, drafts=[draft(reader, item) for item in node.items])
    if not isinstance(node, Mapping):
        hint = "begin with 'events:' and a list of events, or with the list alone"
        reader.note(node, "this is text, not a timeline", hint)
        return Document(reader)
    if _is_event(node):
        reader.note(
            node,
            "this is an event, not a timeline",
            "make a list: begin it with '- ', or put it in [ ]",
        )
        return Document(reader)
    return _from_sections(reader, node)


def _from_sections(reader: Reader, root: Mapping) -> Document:
    sections = reader.fields(root, SECTIONS, "the file")
    header = sections.get("timeline", Mapping([], 1, 1))
    known = reader.fields(header, HEADER.names, "'timeline'")
    events = reader.items(sections.get("events"), "events", _EXAMPLE)
    reader.as_of = _as_of(reader, known.get("as_of"))
    return Document(
        reader,
        root,
        title=reader.text(known.get("title"), "title"),
        summary=reader.text(known.get("summary"), "summary"),
        as_of=reader.as_of,
        entries={
            name: entries_in(reader, sections.get(name), registry)
            for name, registry in REGISTRIES.items()
        },
        drafts=[draft(reader, item) for item in events],
    )


def drafts(documents: Several[Document]) -> Iterator[tuple[Document, Draft]]:
    """Return all events of *documents*, each with the document in which it stands."""
    return ((each, draft) for each in documents for draft in each.drafts)


def entries(documents: Several[Document], name: str) -> Iterator[tuple[Document, Entry]]:
    """Return all entries of the registry *name*, each with the document in which it stands."""
    return ((each, entry) for each in documents for entry in each.entries.get(name, ()))


def registry(documents: Several[Document], name: str) -> dict[str, Any]:
    """Return the records of the registry *name* by their ids; those of several files unite."""
    found: dict[str, Any] = {}
    for _, entry in entries(documents, name):
        there = found.get(entry.record.id)
        found[entry.record.id] = united(there, entry.record) if there else entry.record
    return found


def _is_event(node: Mapping) -> bool:
    keys = {one_line(key.text) for key, _ in node.pairs if isinstance(key, Scalar)}
    return not keys.isdisjoint(("date", "links")) and "events" not in keys


def _as_of(reader: Reader, node: Node | None) -> int | None:
    when = reader.date(node, "as_of")
    if node is None or when is None:
        return None
    if when.one_day is None:
        reader.note(node, "'as_of' must be one day", "write 2025-11-30")
    return when.one_day


def entries_in(reader: Reader, node: Node | None, registry: Registry) -> list[Entry]:
    """Return the entries of a registry; what does not fit is noted with *reader*."""
    if node is None:
        return []
    section, noun = registry.section, registry.noun
    if not isinstance(node, Mapping):
        hint = "write 'id: {…}' lines, each id once"
        reader.note(node, f"'{section}' must have an id for each {noun}", hint)
        return []
    found = []
    for id_, (key, value) in reader.entries(node, f"'{section}'").items():
        fields = fields_of(reader, id_, value, registry)
        said = values(reader, registry.record.keys, fields)
        found.append(Entry(key, fields, recorded(id_, said, registry)))
    return found


def fields_of(reader: Reader, id_: str, node: Node, registry: Registry) -> _Fields:
    """Return the fields of an entry; an id alone is one too: the name stands for itself."""
    if is_blank(node):
        return {}
    return reader.fields(node, registry.record.names, f"the {registry.noun} '{id_}'")


def recorded(id_: str, said: dict[str, Any], registry: Registry) -> Record:
    """Return an entry of a *registry*; one whose name is not *said* is called by its id."""
    if registry.must:
        said[registry.naming] = said.get(registry.naming) or id_
    record: Record = ENTRIES[registry.section](id=id_, **said)
    return record
