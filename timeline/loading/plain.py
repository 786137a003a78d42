"""JSON Lines → documents, quickly: what is plainly right is read without the place of every word.

A line that is not plain is read as `json` and `events` read it, so that there is one truth; and
where anything is wrong, in a line or between them, nothing is read here: whoever asks reads all
of it that way, and tells what is wrong and where.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final, TypeAlias, TypeVar

import msgspec

from timeline.edtf import parse
from timeline.files.content import Unreadable, lines, shown
from timeline.loading.documents import Document
from timeline.loading.events import Draft, draft
from timeline.loading.reader import Reader
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.keys import Key, Kind, Record
from timeline.model.nests import circles
from timeline.model.records import NO_DATE, Account, Citation, Event, Link, Place, made_id
from timeline.model.scales import LINK_TYPES, PURE_ORDER
from timeline.model.schema import EVENT
from timeline.nodes.json import compose_line
from timeline.nodes.page import JSON_LINE_END, Page
from timeline.nodes.tree import MOST_LONG, Broken, Node, Scalar
from timeline.text import one_line

_Value: TypeAlias = Any  # whatever JSON may be
_Made = TypeVar("_Made")

_ENDINGS: Final = (".jsonl", ".ndjson")
_KEY_END: Final = '":'
_NESTED: Final = (dict, list)
_KEYS: Final = {
    record: {key.name: (key, key.attribute) for key in record.keys}
    for record in (EVENT, CITATION, ACCOUNT)
}
_SPACED: Final = re.compile(r'"\s+:')
_NOWHERE: Final = Scalar("", 1, 1)
_WITH_ID: Final[dict[str, Node]] = {"id": _NOWHERE}


class _NotPlain(Exception):
    """It takes a second look: it may be wrong, or right in another way."""


def documents(paths: Sequence[str]) -> list[Document] | None:
    """Return what is in JSON Lines files; None where they are not, or not all of it is plain."""
    if not all(PurePath(path).suffix.lower() in _ENDINGS for path in paths):
        return None
    try:
        return [_document(path) for path in paths]
    except (_NotPlain, Broken, Unreadable):
        return None


def are_sound(found: Sequence[Document]) -> bool:
    """Return whether nothing is wrong between the events, their ids being settled.

    There are no registries: what may be wrong is an id that stands twice, a link to what is
    no other event, and a circle of parts.
    """
    drafts = [each for document in found for each in document.drafts]
    ids = {each.id for each in drafts}
    if len(ids) < len(drafts) or any(document.reader.problems for document in found):
        return False
    links = [(draft.id, link) for draft in drafts for link in _links_of(draft)]
    if any(link.target not in ids or link.target == id_ for id_, link in links):
        return False
    parts: dict[str, list[str]] = {}
    for id_, link in links:
        if link.type == "part-of":
            parts.setdefault(id_, []).append(link.target)
    return next(circles(parts), None) is None


def _links_of(draft: Draft) -> tuple[Link, ...]:
    return draft.event.links if draft.event else ()


def _document(path: str) -> Document:
    name = shown(path)
    reader = Reader(Page(name, "", JSON_LINE_END))
    drafts = []
    for number, line in enumerate(lines(path), 1):
        text = line.removesuffix("\n").removesuffix("\r")
        if "\r" in text:
            raise _NotPlain  # a line end, to us
        if text.strip(" \t"):
            drafts.append(_draft(reader, text, number))
    if not drafts:
        raise _NotPlain
    return Document(reader, drafts=drafts)


def _draft(reader: Reader, line: str, number: int) -> Draft:
    """Return the event in a *line*, its place being where the line begins."""
    try:
        return _plain_draft(reader.file, line, number)
    except (_NotPlain, msgspec.DecodeError, RecursionError, ValueError):
        node = compose_line(line, number)
    if node is None:
        raise _NotPlain
    found = draft(reader, node)
    if reader.problems:
        raise _NotPlain
    return found


def _plain_draft(file: str, line: str, number: int) -> Draft:
    value = msgspec.json.decode(line)
    if not line.startswith("{") or _repeats_a_key(line, value):
        raise _NotPlain
    said = _values(EVENT, value)
    if "title" not in said:
        raise _NotPlain
    fields: dict[str, Node] = _WITH_ID if "id" in said else {}
    if not fields:
        said["id"] = made_id(said["title"], said.get("date"))
    if "date" not in said:
        if not any(link.type in PURE_ORDER for link in said.get("links", ())):
            raise _NotPlain
        said |= {"date": NO_DATE, "undated": True}
    event = Event(place=Place(file, number), **said)
    return Draft(_NOWHERE, event.id, fields, event)


def _repeats_a_key(line: str, value: _Value) -> bool:
    """Return whether a key stands twice in an object: of both, the last is in *value*."""
    if line.count(_KEY_END) == _keys(value) and not _SPACED.search(line):
        return False
    try:
        json.loads(line, object_pairs_hook=_once)
    except _NotPlain:
        return True
    return False


def _keys(value: _Value) -> int:
    """Return how many keys there are in *value*, a list or an object, and in all within it."""
    number = 0
    if type(value) is dict:
        number, value = len(value), value.values()
    for each in value:
        if type(each) in _NESTED:
            number += _keys(each)
    return number


def _once(pairs: list[tuple[str, _Value]]) -> dict[str, _Value]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _NotPlain
    return found


def _values(record: Record, value: _Value) -> dict[str, _Value]:
    """Return the values of the keys that a *record* has, for the fields of its struct."""
    if type(value) is not dict:
        raise _NotPlain
    said, keys = {}, _KEYS[record]
    for name, each in value.items():
        if name not in keys:
            raise _NotPlain
        if each is None or (type(each) is str and not each.strip()):
            continue  # as if it were not there
        key, attribute = keys[name]
        said[attribute] = _READ[key.kind](each, key)
    return said


def _text(value: _Value, key: Key | None = None) -> str:
    if type(value) is int and value:  # -0 is written otherwise
        value = str(value)
    if type(value) is not str or len(value) > MOST_LONG:
        raise _NotPlain
    text = one_line(value)
    if key and key.most and len(text) > key.most:
        raise _NotPlain
    return text


def _texts(value: _Value, _: Key) -> tuple[str, ...]:
    said = (_text(each) for each in _items(value) if each is not None)
    return tuple(dict.fromkeys(filter(None, said)))


def _items(value: _Value) -> list[_Value]:
    if not isinstance(value, list):
        raise _NotPlain
    return value


def _choice(value: _Value, key: Key) -> str:
    if (word := _text(value)) not in key.choices:
        raise _NotPlain
    return word


def _date(value: _Value, _: Key) -> object:
    return parse(_text(value))


def _flag(_: _Value, __: Key) -> bool:
    raise _NotPlain


def _citations(value: _Value, _: Key) -> tuple[Citation, ...]:
    return tuple(_citation(each) for each in _items(value))


def _citation(value: _Value) -> Citation:
    if isinstance(value, dict):
        return _struct(Citation, _values(CITATION, value), "source")
    return _struct(Citation, {"source": _text(value)}, "source")


def _accounts(value: _Value, _: Key) -> tuple[Account, ...]:
    return tuple(
        _struct(Account, _values(ACCOUNT, each), "by", "sources") for each in _items(value)
    )


def _struct(made: Callable[..., _Made], said: Mapping[str, _Value], *needed: str) -> _Made:
    """Return the struct of what is *said*, if one of the *needed* fields is among it."""
    if not any(said.get(name) for name in needed):
        raise _NotPlain
    return made(**said)


def _links(value: _Value, _: Key) -> tuple[Link, ...]:
    return tuple(link for each in _items(value) for link in _link(each))


def _link(value: _Value) -> Iterator[Link]:
    if not isinstance(value, dict) or not value:
        raise _NotPlain
    for type_, each in value.items():
        target = _text(each)
        if type_ not in LINK_TYPES or not target:
            raise _NotPlain
        yield Link(type_, target)


_READ: Final[Mapping[Kind, Callable[[_Value, Key], _Value]]] = {
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
