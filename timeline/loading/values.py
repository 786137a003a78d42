"""The nodes of a record's fields → their values, each as the kind of its key has it."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final, TypeAlias

from timeline.likeness import did_you_mean
from timeline.loading.reader import Reader
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.keys import Key, Kind
from timeline.model.records import Account, Citation, Link
from timeline.model.scales import LINK_TYPES
from timeline.nodes import tree
from timeline.nodes.tree import Node, Scalar, is_blank
from timeline.text import counted, listed, quoted

YES: Final = ("yes", "true")  # the second as JSON has it
_NO: Final = ("no", "false")
_Read: TypeAlias = Callable[[Reader, Node, Key], Any]


def values(reader: Reader, keys: Iterable[Key], found: Mapping[str, Node]) -> dict[str, Any]:
    """Return the values of those of *keys* that were *found*, for the fields of a record.

    What does not fit is noted with *reader*. A day is a date still: it must prove to be one.
    """
    said = [key for key in keys if key.name in found]
    return {key.attribute: _READ[key.kind](reader, found[key.name], key) for key in said}


def _text(reader: Reader, node: Node, key: Key) -> str:
    text = reader.text(node, key.name)
    if key.most and len(text) > key.most:
        message = f"'{key.name}' is {counted(len(text), 'character')} long"
        reader.note(node, message, f"it may have {key.most:,}: keep the words that matter")
    return text


def _flag(reader: Reader, node: Node, key: Key) -> bool:
    """Return whether it is said; `no` is refused: nobody would tell it from nothing said."""
    word = reader.text(node, key.name).lower()
    if word in _NO:
        hint = "leave it out, or name whose account it tells: relays: [NAME]"
        reader.note(node, f"'{key.name}' is said or left out, never denied", hint)
    elif word not in YES:
        reader.note(
            node, f"'{key.name}' can only be yes", f"write {key.name}: yes, or leave it out"
        )
    return word in YES


def _texts(reader: Reader, node: Node, key: Key) -> tuple[str, ...]:
    return reader.texts(node, key.name)


def _date(reader: Reader, node: Node, key: Key) -> object:
    return reader.date(node, key.name)


def _choice(reader: Reader, node: Node, key: Key) -> str:
    return reader.choice(node, key.name, key.choices)


def _citations(reader: Reader, node: Node, key: Key) -> tuple[Citation, ...]:
    items = reader.items(node, key.name)
    return tuple(_citation(reader, item, key) for item in items if not is_blank(item))


def _citation(reader: Reader, node: Node, key: Key) -> Citation:
    if isinstance(node, Scalar):
        return Citation(reader.text(node, key.name))
    found = reader.fields(node, CITATION.names, "a citation")
    if "source" not in found and isinstance(node, tree.Mapping):
        reader.note(node, "this citation names no source", "write {source: ID, credibility: 2}")
    return Citation(**{"source": "", **values(reader, CITATION.keys, found)})


def _accounts(reader: Reader, node: Node, key: Key) -> tuple[Account, ...]:
    items = reader.items(node, key.name, "{by: [ID], says: What they say}")
    return tuple(_account(reader, item) for item in items if not is_blank(item))


def _account(reader: Reader, node: Node) -> Account:
    found = reader.fields(node, ACCOUNT.names, "an account")
    if isinstance(node, tree.Mapping) and not {"by", "sources"} & set(found):
        reader.note(node, "nobody tells this account", "write {by: [ID], says: What they say}")
    return Account(**values(reader, ACCOUNT.keys, found))


def _links(reader: Reader, node: Node, key: Key) -> tuple[Link, ...]:
    items = reader.items(node, key.name, "{denies: ID}")
    return tuple(link for item in items for link in _link(reader, item))


def _link(reader: Reader, node: Node) -> list[Link]:
    found = reader.entries(node, "a link") if isinstance(node, tree.Mapping) else {}
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


_READ: Final[Mapping[Kind, _Read]] = {
    "text": _text,
    "url": _text,
    "id": _text,
    "origin": _text,
    "texts": _texts,
    "urls": _texts,
    "ids": _texts,
    "origins": _texts,
    "flag": _flag,
    "date": _date,
    "day": _date,
    "choice": _choice,
    "grade": _choice,
    "citations": _citations,
    "accounts": _accounts,
    "links": _links,
}
