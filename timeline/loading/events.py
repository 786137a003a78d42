"""The events of a file, nodes → events as far as they can be made."""

import msgspec

from timeline.edtf import When
from timeline.loading.reader import Reader
from timeline.loading.values import values
from timeline.model.records import NO_DATE, Event, Place, made_id
from timeline.model.scales import PURE_ORDER
from timeline.model.schema import EVENT
from timeline.nodes.tree import Mapping, Node, Scalar, pairs
from timeline.text import one_line

_NEEDED = {
    "date": "'date: 2019-01-23', or as vague as it is: 2019-01, 2019, 2019~; "
    "or links: [{after: ID}]",
    "title": "'title: What happened'",
}
_REST = tuple(key for key in EVENT.keys if key.name not in ("id", "date", "title"))
_COMMENT = "what stands behind ' #' is a comment: put the text in quotes"


class Draft(msgspec.Struct, gc=False):
    """An event as far as it could be read, and the nodes of its fields for the checks.

    The id is final once `union.settle` has seen all drafts.
    """

    node: Node
    id: str
    fields: dict[str, Node]
    event: Event | None


def draft(reader: Reader, node: Node) -> Draft:
    """Return the event in *node*; without a date or a title it is none, and that is noted."""
    found = reader.fields(node, EVENT.names, "an event")
    date = reader.date(found.get("date"))
    title = reader.text(found.get("title"), "title")
    if isinstance(node, Mapping):
        _missing(reader, node, found)
    id_ = reader.text(found.get("id"), "id") or made_id(title, date)
    return Draft(node, id_, found, _event(reader, node, id_, date, title, found))


def _is_undated(found: dict[str, Node]) -> bool:
    """Whether an event leaves its date out, and says its order instead."""
    if "date" in found:
        return False
    return any(type_ in PURE_ORDER for type_, _ in pairs(found.get("links")))


def _missing(reader: Reader, node: Mapping, found: dict[str, Node]) -> None:
    needed = {name: hint for name, hint in _NEEDED.items() if name not in found}
    if _is_undated(found):
        needed.pop("date")
    if not needed:
        return
    blank = {one_line(key.text): key for key, _ in node.pairs if isinstance(key, Scalar)}
    for name, hint in needed.items():
        if name in blank:
            why = f"write {hint}"
            if reader.page.is_comment_behind(blank[name]):
                why = _COMMENT
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
    rest = values(reader, _REST, found)
    undated = _is_undated(found)
    when = NO_DATE if undated else date
    if when is None or not title:
        return None
    place = Place(reader.file, node.line, node.column)
    return Event(
        id=id_, date=when, title=title, place=place, as_of=reader.as_of, undated=undated, **rest
    )
