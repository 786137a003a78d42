"""The events of a file, nodes → events as far as they can be made."""

from functools import partial
from typing import Any

import msgspec

from timeline.edtf import When
from timeline.loading.reader import Reader
from timeline.model.file_fields import CITATION_KEYS, EVENT_KEYS
from timeline.model.records import (
    CREDIBILITIES,
    LINK_TYPES,
    STATUSES,
    Citation,
    Event,
    Link,
    Place,
    made_id,
)
from timeline.nodes.tree import Mapping, Node, Scalar, is_blank
from timeline.text import did_you_mean, listed, one_line, quoted

_NEEDED = {
    "date": "'date: 2019-01-23', or as vague as it is: 2019-01, 2019, 2019~",
    "title": "'title: What happened'",
}
_COMMENT = "what stands behind ' #' is a comment: put the text in quotes"


class Draft(msgspec.Struct):
    """An event as far as it could be read, and the nodes of its fields for the checks.

    The id is final once `naming.settle` has seen all drafts.
    """

    node: Node
    id: str
    fields: dict[str, Node]
    event: Event | None


def draft(reader: Reader, node: Node) -> Draft:
    """Return the event in *node*; without a date or a title it is none, and that is noted."""
    found = reader.fields(node, EVENT_KEYS, "an event")
    date = reader.date(found.get("date"))
    title = reader.text(found.get("title"), "title")
    if isinstance(node, Mapping):
        _missing(reader, node, found)
    id_ = reader.text(found.get("id"), "id") or made_id(title, date)
    return Draft(node, id_, found, _event(reader, node, id_, date, title, found))


def _missing(reader: Reader, node: Mapping, found: dict[str, Node]) -> None:
    blank = {one_line(key.text): key for key, _ in node.pairs if isinstance(key, Scalar)}
    for name, hint in _NEEDED.items():
        if name in found:
            continue
        if name in blank:
            why = _COMMENT if reader.page.is_comment_behind(blank[name]) else f"write {hint}"
            reader.note(blank[name], f"this event's {name} is empty", why)
        else:
            reader.note(node, f"this event has no {name}", f"add {hint}")


def _event(
    reader: Reader,
    node: Node,
    id_: str,
    date: When | None,
    title: str,
    found: dict[str, Node],
) -> Event | None:
    get = found.get
    rest: dict[str, Any] = {
        "summary": reader.text(get("summary"), "summary"),
        "kind": reader.choice(get("kind"), "kind", ("statement",)),
        "actors": reader.texts(get("actors"), "actors"),
        "places": reader.texts(get("places"), "places"),
        "arc": reader.text(get("arc"), "arc"),
        "tags": reader.texts(get("tags"), "tags"),
        "status": reader.choice(get("status"), "status", STATUSES),
        "sources": _citations(reader, get("sources")),
        "links": _links(reader, get("links")),
        "note": reader.text(get("note"), "note"),
    }
    if date is None or not title:
        return None
    place = Place(reader.file, node.line, node.column)
    return Event(id=id_, date=date, title=title, place=place, as_of=reader.as_of, **rest)


def _citations(reader: Reader, node: Node | None) -> tuple[Citation, ...]:
    items = reader.items(node, "sources")
    return tuple(_citation(reader, item) for item in items if not is_blank(item))


def _citation(reader: Reader, node: Node) -> Citation:
    if isinstance(node, Scalar):
        return Citation(reader.text(node, "sources"))
    found = reader.fields(node, CITATION_KEYS, "a citation")
    if "source" not in found and isinstance(node, Mapping):
        reader.note(node, "this citation names no source", "write {source: ID, credibility: 2}")
    return Citation(
        reader.text(found.get("source"), "source"),
        reader.choice(found.get("credibility"), "credibility", CREDIBILITIES),
        reader.text(found.get("note"), "note"),
    )


def _links(reader: Reader, node: Node | None) -> tuple[Link, ...]:
    items = reader.items(node, "links", "{denies: ID}")
    return tuple(link for item in items for link in _link(reader, item))


def _link(reader: Reader, node: Node) -> list[Link]:
    found = reader.entries(node, "a link") if isinstance(node, Mapping) else {}
    if not found:
        reader.note(node, "a link must name its type and an event", "write {denies: ID}")
    links = []
    for type_, (key, value) in found.items():
        target = reader.text(value, type_)
        if type_ not in LINK_TYPES:
            message = f"{quoted(type_)} is not a link type"
            reader.note(key, message, partial(_other_type, type_))
        elif not target and isinstance(value, Scalar):
            reader.note(key, "this link names no event", f"write {{{type_}: ID}}")
        links.append(Link(type_, target))
    return links


def _other_type(type_: str) -> str:
    return did_you_mean(type_, LINK_TYPES) or f"write {listed(LINK_TYPES)}"
