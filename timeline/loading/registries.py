"""The registries of a file, nodes → arcs, actors and sources."""

from collections.abc import Callable
from typing import TypeAlias

import msgspec

from timeline.loading.fields import Reader
from timeline.model.file_fields import ACTOR_KEYS, ARC_KEYS, SOURCE_KEYS
from timeline.model.records import ACTOR_KINDS, RELIABILITIES, Actor, Arc, Source
from timeline.nodes.tree import Mapping, Node, Scalar, is_blank

_Record: TypeAlias = Arc | Actor | Source
_Fields: TypeAlias = dict[str, Node]


class Entry(msgspec.Struct):
    """An entry of a registry, where it stands, and the nodes of its fields for the checks."""

    node: Scalar
    fields: _Fields
    record: _Record


def arcs(reader: Reader, node: Node | None) -> list[Entry]:
    """Return the arcs of a file; what does not fit is noted with *reader*."""
    return _entries(reader, node, "arc", ARC_KEYS, _arc)


def actors(reader: Reader, node: Node | None) -> list[Entry]:
    """Return the actors of a file; what does not fit is noted with *reader*."""
    return _entries(reader, node, "actor", ACTOR_KEYS, _actor)


def sources(reader: Reader, node: Node | None) -> list[Entry]:
    """Return the sources of a file; what does not fit is noted with *reader*."""
    return _entries(reader, node, "source", SOURCE_KEYS, _source)


def _entries(
    reader: Reader,
    node: Node | None,
    noun: str,
    known: tuple[str, ...],
    made: Callable[[Reader, str, _Fields], _Record],
) -> list[Entry]:
    if node is None:
        return []
    if not isinstance(node, Mapping):
        hint = "write 'id: {…}' lines, each id once"
        reader.note(node, f"'{noun}s' must have an id for each {noun}", hint)
        return []
    found = []
    for id_, (key, value) in reader.entries(node, f"'{noun}s'").items():
        # An id alone is an entry too: the name stands for itself.
        fields = {} if is_blank(value) else reader.fields(value, known, f"the {noun} '{id_}'")
        found.append(Entry(key, fields, made(reader, id_, fields)))
    return found


def _arc(reader: Reader, id_: str, found: _Fields) -> Arc:
    title = reader.text(found.get("title"), "title")
    return Arc(id_, title or id_, reader.text(found.get("summary"), "summary"))


def _actor(reader: Reader, id_: str, found: _Fields) -> Actor:
    return Actor(
        id=id_,
        name=reader.text(found.get("name"), "name") or id_,
        kind=reader.choice(found.get("kind"), "kind", ACTOR_KINDS),
        aliases=reader.texts(found.get("aliases"), "aliases"),
        of=reader.texts(found.get("of"), "of"),
        note=reader.text(found.get("note"), "note"),
    )


def _source(reader: Reader, id_: str, found: _Fields) -> Source:
    return Source(
        id=id_,
        publisher=reader.text(found.get("publisher"), "publisher"),
        title=reader.text(found.get("title"), "title"),
        date=reader.date(found.get("date")),
        url=reader.text(found.get("url"), "url"),
        reliability=reader.choice(found.get("reliability"), "reliability", RELIABILITIES),
        note=reader.text(found.get("note"), "note"),
    )
