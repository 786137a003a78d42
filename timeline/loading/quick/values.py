"""Plain values, as JSON has them → records, quickly: what is said again is the same object.

Whatever is not plainly right is `NotPlain`: it may be wrong, or right in another way.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias, TypeVar

from timeline.edtf import When, parse
from timeline.loading.events import Draft
from timeline.loading.values import YES
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.keys import Key, Record
from timeline.model.records import NO_DATE, Account, Citation, Event, Link, Place, made_id
from timeline.model.scales import LINK_TYPES, PURE_ORDER
from timeline.model.schema import ALL, EVENT
from timeline.nodes.tree import MOST_LONG, MOST_NODES, Node, NotPlain, Scalar
from timeline.text import one_line, said_once

Value: TypeAlias = Any
"""Whatever JSON may be."""
_Made = TypeVar("_Made")
_Read: TypeAlias = Callable[[Value], Value]

NOWHERE: Final = Scalar("", 1, 1)
"""The place of what is right: nobody asks for it."""

_WITH_ID: Final[dict[str, Node]] = {"id": NOWHERE}
_WITHOUT_ID: Final[dict[str, Node]] = {}
_MOST_KEPT: Final = 20_000  # values of a key: what is said again mostly is so before as many others


class _Kept(dict[Any, Any]):
    """What has been said under a key → what it means, since most of it is said again.

    Only texts and lists of them are kept: to Python 1 is `true`.
    """

    def __init__(self, read: _Read, most: int = _MOST_KEPT) -> None:
        """Let *read* find out what is said for the first time; keep so many texts at *most*."""
        super().__init__()
        self._read = read
        self._most = most

    def __missing__(self, said: Value) -> Value:
        """Return what *said* means, a text or a tuple."""
        found = self._read(said)
        if len(self) < self._most and (type(said) is str or _are_texts(said)):
            self[said] = found
        return found

    def of_list(self, said: Value) -> Value:
        """Return what a list means."""
        items = tuple(said) if type(said) is list else said
        try:
            return self[items]
        except TypeError:  # there is an object in it
            return self._read(items)


class Maker:
    """Makes records; what has been said before is the same object.

    What reads a value returns nothing where it says nothing: as if it were not there.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self.keys = 0
        """How many keys have been read, in all objects together."""
        self.ids: dict[str, str] = {}
        """The ids of events: whoever makes one adds it, and links to it have the same text."""
        self._words = _Kept(_text)
        self._cited_alone = _Kept(self._citation_of, MOST_NODES)  # each source is, again and again
        self._cited_so = _Kept(self._citation_of)
        self._readings = {
            record: {key.name: (key.attribute, self._reading(key)) for key in record.keys}
            for record in ALL
        }

    def forget(self) -> None:
        """Let go of all that is known: that refers to its maker, and nobody may collect garbage."""
        vars(self).clear()

    def _reading(self, key: Key) -> _Read:
        """Return what reads the values of a *key*."""
        match key.kind:
            case "texts" | "urls" | "ids" | "origins":
                read: _Read = _Kept(self._texts).of_list
            case "citations":
                read = _Kept(self._cited).of_list
            case "accounts":
                read = self._accounts
            case "links":
                read = self._links
            case "choice" | "grade":
                read = _Kept(partial(_choice, key)).__getitem__
            case "date" | "day":
                read = _Kept(_date).__getitem__
            case "flag":
                read = _flag
            case _ if key.registry:
                read = _Kept(_text).__getitem__
            case _:
                read = partial(_short_text, key.most) if key.most else _text
        return read

    def values(self, record: Record, value: Value) -> dict[str, Any]:
        """Return the values of the keys that a *record* has, for the fields of its struct."""
        if type(value) is not dict:
            raise NotPlain
        self.keys += len(value)
        readings, said = self._readings[record], dict[str, Any]()
        try:
            for name, each in value.items():
                attribute, read = readings[name]
                if found := read(each):
                    said[attribute] = found
        except (KeyError, TypeError) as error:  # there is no such key; an object stands for a text
            raise NotPlain from error
        return said

    def _texts(self, value: Value) -> tuple[str, ...]:
        """Return the texts of a list, each once, and each the same that was there before."""
        words = self._words
        found = tuple([words[each] for each in _items(value)])
        if "" in found or len(set(found)) < len(found):
            return said_once(found)
        return found

    def _cited(self, value: Value) -> tuple[Citation, ...]:
        return tuple([self._citation(each) for each in _items(value)])

    def _citation(self, value: Value) -> Any:  # noqa: ANN401  it is kept among values of all kinds
        """Return a citation, the same that was there before where it is made of texts."""
        if type(value) is not dict:
            return self._cited_alone[value]
        before = self.keys
        try:
            found = self._cited_so[(*value, *value.values())]
        except TypeError:  # there is a list in it
            found = _struct(Citation, self.values(CITATION, value), "source")
        self.keys = before + len(value)
        return found

    def _citation_of(self, texts: Value) -> Citation:
        """Return the citation of a source, or that of keys with as many values behind them."""
        if type(texts) is not tuple:
            if source := _text(texts):
                return Citation(source)
            raise NotPlain
        number = len(texts) // 2
        said = dict(zip(texts[:number], texts[number:], strict=True))
        return _struct(Citation, self.values(CITATION, said), "source")

    def _accounts(self, value: Value) -> tuple[Account, ...]:
        told = (self.values(ACCOUNT, each) for each in _items(value))
        return tuple([_struct(Account, each, "by", "sources") for each in told])

    def _links(self, value: Value) -> tuple[Link, ...]:
        return tuple([link for each in _items(value) for link in self._link(each)])

    def _link(self, value: Value) -> Iterator[Link]:
        if type(value) is not dict or not value:
            raise NotPlain
        self.keys += len(value)
        for type_, each in value.items():
            target = _text(each)
            if type_ not in LINK_TYPES or not target:
                raise NotPlain
            yield Link(type_, self.ids.get(target, target))


def plain_draft(maker: Maker, value: Value, place: Place, as_of: int | None = None) -> Draft:
    """Return the event that *value* says at a *place* of a file that closes *as_of* a day."""
    said = maker.values(EVENT, value)
    if "title" not in said:
        raise NotPlain
    fields = _WITH_ID if "id" in said else _WITHOUT_ID
    id_ = said["id"] if fields else made_id(said["title"], said.get("date"))
    said["id"] = maker.ids.setdefault(id_, id_)
    if "date" not in said:
        if not any(link.type in PURE_ORDER for link in said.get("links", ())):
            raise NotPlain
        said |= {"date": NO_DATE, "undated": True}
    return Draft(NOWHERE, said["id"], fields, Event(place=place, as_of=as_of, **said))


def without_nodes(found: Draft) -> Draft:
    """Return a draft in which nothing is wrong without its nodes."""
    fields = _WITH_ID if "id" in found.fields else _WITHOUT_ID
    return Draft(NOWHERE, found.id, fields, found.event)


def _are_texts(said: tuple[Value, ...]) -> bool:
    return type(said) is tuple and set(map(type, said)) <= {str}


def _text(value: Value) -> str:
    if value is None:
        return ""
    if type(value) is int and value:  # -0 is written otherwise
        value = str(value)
    if type(value) is not str or len(value) > MOST_LONG:
        raise NotPlain
    return one_line(value)


def _short_text(most: int, value: Value) -> str:
    text = _text(value)
    if len(text) > most:
        raise NotPlain
    return text


def _items(value: Value) -> Sequence[Value]:
    if type(value) is tuple or type(value) is list:
        return value
    if _text(value):
        raise NotPlain
    return ()


def _choice(key: Key, value: Value) -> str:
    word = _text(value)
    if word and word not in key.choices:
        raise NotPlain
    return word


def _date(value: Value) -> When | None:
    text = _text(value)
    return parse(text) if text else None


def _flag(value: Value) -> bool:
    word = _text(value)
    if word and word.lower() not in YES:
        raise NotPlain
    return bool(word)


def _struct(made: Callable[..., _Made], said: Mapping[str, Value], *needed: str) -> _Made:
    """Return the struct of what is *said*, if one of the *needed* fields is among it."""
    if not any(said.get(name) for name in needed):
        raise NotPlain
    return made(**said)
