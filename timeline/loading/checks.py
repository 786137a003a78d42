"""What must hold between the parts of event files. A check is a function in `CHECKS`.

Each takes the documents, and notes what it finds with the reader of the document
in which it stands.
"""

from collections.abc import Callable, Mapping, Sequence

from timeline.loading.documents import Document, Entry, drafts, entries, registry
from timeline.loading.events import Draft
from timeline.loading.references import unknown_events, unknown_names
from timeline.model.joined import contradiction
from timeline.model.keys import Registry
from timeline.model.nests import circles
from timeline.model.schema import REGISTRIES
from timeline.nodes.tree import Node, pairs
from timeline.text import counted, listed, one_line, quoted

Check = Callable[[Sequence[Document]], None]

_MOST_NAMED = 5
MOST_GROUPS = 100  # every event of an actor is one of all its groups too


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
    for section, each in REGISTRIES.items():
        seen: dict[str, list[tuple[Document, Entry]]] = {}
        for document, entry in entries(documents, section):
            before = seen.setdefault(entry.record.id, [])
            for other, known in before:
                if key := contradiction(known.record, entry.record):
                    _refuse_contradiction(each, key, (other, known), (document, entry))
                    break
            before.append((document, entry))


def _refuse_contradiction(
    registry: Registry, key: str, first: tuple[Document, Entry], second: tuple[Document, Entry]
) -> None:
    (document, entry), (other, known) = second, first
    said = getattr(known.record, registry.record[key].attribute)
    place = known.fields.get(key, known.node)
    where = f"{other.reader.file}:{place.line}:{place.column}"
    what = f"the {key} of the {registry.noun} {quoted(entry.record.id)}"
    message = f"{what} is {quoted(str(said))} in {where}"
    hint = "make both the same, or take one out"
    document.reader.note(entry.fields.get(key, entry.node), message, hint)


def circular_members(documents: Sequence[Document]) -> None:
    """Refuse a circle of `of`, once, at the first of its actors."""
    _refuse_circles(documents, ("actors", "of"), "is a member of itself")


def circular_places(documents: Sequence[Document]) -> None:
    """Refuse a circle of `in`, once, at the first of its places."""
    _refuse_circles(documents, ("places", "in"), "lies in itself")


def _refuse_circles(documents: Sequence[Document], nest: tuple[str, str], said: str) -> None:
    section, key = nest
    found = list(entries(documents, section))
    standing = {entry.record.id: (document, entry.node) for document, entry in reversed(found)}
    for circle in circles(_above(documents, *nest)):
        document, node = standing[circle[0]]
        message = f"{quoted(circle[0])} {said}"
        document.reader.note(node, message, _way_out(circle, key))


def crowded_members(documents: Sequence[Document]) -> None:
    """Refuse an actor that belongs to too many others, through them too: once, the first.

    In a circle each belongs to all: that is told instead.
    """
    said = f"belongs to more than {MOST_GROUPS} others, through others"
    hint = "name in 'of' whom it belongs to; take one 'of' of the long way out"
    _refuse_crowded(documents, ("actors", "of"), said, hint)


def crowded_places(documents: Sequence[Document]) -> None:
    """Refuse a place that lies in too many others, through them too: once, the first."""
    said = f"lies in more than {MOST_GROUPS} others, through others"
    hint = "name in 'in' where it lies; take one 'in' of the long way out"
    _refuse_crowded(documents, ("places", "in"), said, hint)


def _refuse_crowded(
    documents: Sequence[Document], nest: tuple[str, str], said: str, hint: str
) -> None:
    section, key = nest
    above = _above(documents, section, key)
    if next(circles(above), None):
        return
    crowded = next((name for name in above if _belongs_to_too_many(name, above)), None)
    for document, entry in entries(documents, section):
        if entry.record.id == crowded:
            node = entry.fields.get(key, entry.node)
            document.reader.note(node, f"{quoted(crowded)} {said}", hint)
            return


def repeated_places(documents: Sequence[Document]) -> None:
    """Refuse a place that is called as another one is: nobody knew which an event means."""
    owners = {id_: id_ for id_ in registry(documents, "places")}
    for document, entry in entries(documents, "places"):
        id_, name = entry.record.id, getattr(entry.record, "name", "")
        owner = owners.setdefault(name, id_)
        if owner != id_:
            message = f"{quoted(name)} is what the place {quoted(owner)} is called too"
            hint = "give one of them a fuller name, or make one place of both"
            document.reader.note(entry.fields.get("name", entry.node), message, hint)


def _above(documents: Sequence[Document], section: str, key: str) -> dict[str, Sequence[str]]:
    """Return id → the entries to which each of a *section* belongs by its *key*."""
    return {id_: getattr(each, key) for id_, each in registry(documents, section).items()}


def _belongs_to_too_many(name: str, of: Mapping[str, Sequence[str]]) -> bool:
    found = set(of[name])
    waiting = list(found)
    while waiting and len(found) <= MOST_GROUPS:
        new = set(of.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return len(found) > MOST_GROUPS


def _wholes(draft: Draft) -> list[str]:
    """Return the ids of the events that one says to be a part of, without its own."""
    links = pairs(draft.fields.get("links"))
    wholes = [one_line(target.text) for type_, target in links if type_ == "part-of"]
    return [id_ for id_ in wholes if id_ != draft.id]


def circular_parts(documents: Sequence[Document]) -> None:
    """Refuse a circle of `part-of`, once, at the first of its events."""
    found = [(document, draft) for document, draft in drafts(documents)]
    parts = {draft.id: _wholes(draft) for _, draft in found}
    standing = {draft.id: (document, draft) for document, draft in reversed(found)}
    for circle in circles(parts):
        document, draft = standing[circle[0]]
        message = f"the event {quoted(circle[0])} is a part of itself"
        document.reader.note(
            draft.fields.get("id", draft.node), message, _way_out(circle, "part-of")
        )


def _way_out(circle: Sequence[str], key: str) -> str:
    others = circle[1:]
    if not others:
        return f"take it out of its '{key}'"
    return f"by way of {_named(others)}: take one '{key}' out"


def _named(others: Sequence[str]) -> str:
    more = len(others) - _MOST_NAMED
    if more <= 0:
        return listed(others, "and")
    return ", ".join([*map(quoted, others[:_MOST_NAMED]), f"and {counted(more, 'other')}"])


OF_RECORDS: tuple[Check, ...] = (
    contradicting_entries,
    circular_members,
    crowded_members,
    circular_places,
    crowded_places,
    repeated_places,
)
"""Those that ask for nodes only where something is wrong."""

CHECKS: tuple[Check, ...] = (
    repeated_ids,
    contradicting_entries,
    unknown_names,
    unknown_events,
    circular_members,
    crowded_members,
    circular_places,
    crowded_places,
    repeated_places,
    circular_parts,
)
