"""Plain values, as JSON has them → records, quickly: what is said again is the same object.

Whatever is not plainly right is `NotPlain`: it may be wrong, or right in another way.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias, TypeVar

from timeline.edtf import parse
from timeline.loading.events import Draft
from timeline.loading.values import YES
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.keys import Key, Kind, Record
from timeline.model.records import NO_DATE, Account, Citation, Event, Link, Place, made_id
from timeline.model.scales import LINK_TYPES, PURE_ORDER
from timeline.model.schema import ALL, EVENT
from timeline.nodes.tree import MOST_LONG, Node, NotPlain, Scalar
from timeline.text import one_line

Value: TypeAlias = Any
"""Whatever JSON may be."""
_Made = TypeVar("_Made")
_Read: TypeAlias = Callable[[Value, Key], Value]
_Row: TypeAlias = tuple[str, Key, _Read, dict[Any, Any]]

NOWHERE: Final = Scalar("", 1, 1)
"""The place of what is right: nobody asks for it."""

_WITH_ID: Final[dict[str, Node]] = {"id": NOWHERE}
_WITHOUT_ID: Final[dict[str, Node]] = {}
_MOST_KEPT: Final = 20_000  # values of a key: what is said again mostly is so before as many others


class Maker:
    """Makes records; keeps what has been said under each key, since most of it is said again."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._words: dict[str, str] = {}
        self._citations: dict[str, Citation] = {}
        read: Mapping[Kind, _Read] = {
            **dict.fromkeys(("text", "url", "id", "origin"), _text),
            **dict.fromkeys(("texts", "urls", "ids", "origins"), self._texts),
            **dict.fromkeys(("choice", "grade"), _choice),
            **dict.fromkeys(("date", "day"), _date),
            "flag": _flag,
            "citations": self._cited,
            "accounts": self._accounts,
            "links": self._links,
        }
        self._rows: dict[Record, dict[str, _Row]] = {
            record: {key.name: (key.attribute, key, read[key.kind], {}) for key in record.keys}
            for record in ALL
        }
        self.ids: dict[str, str] = {}
        """The ids of events: whoever makes one adds it, and links to it have the same text."""

    def values(self, record: Record, value: Value) -> dict[str, Any]:
        """Return the values of the keys that a *record* has, for the fields of its struct."""
        if type(value) is not dict:
            raise NotPlain
        said, rows = {}, self._rows[record]
        for name, each in value.items():
            if name not in rows:
                raise NotPlain
            if each is None:
                continue  # as if it were not there
            attribute, key, read, kept = rows[name]
            text = tuple(each) if type(each) is list else each
            try:
                found = kept.get(text)
            except TypeError:  # there is an object in a list
                found = None
            if found is None:
                if type(each) is str and not each.strip():
                    continue
                found = read(each, key)
                _keep(kept, text, found)
            said[attribute] = found
        return said

    def word(self, text: str) -> str:
        """Return *text*, or the same that was there before."""
        if len(self._words) < _MOST_KEPT:
            return self._words.setdefault(text, text)
        return self._words.get(text, text)

    def _texts(self, value: Value, _: Key) -> tuple[str, ...]:
        said = [self.word(_text(each)) for each in _items(value) if each is not None]
        return tuple(dict.fromkeys(filter(None, said)))

    def _cited(self, value: Value, _: Key) -> tuple[Citation, ...]:
        return tuple([self._citation(each) for each in _items(value)])

    def _citation(self, value: Value) -> Citation:
        if type(value) is dict:
            return _struct(Citation, self.values(CITATION, value), "source")
        found = self._citations.get(value) if type(value) is str else None
        if found is None:
            found = _struct(Citation, {"source": self.word(_text(value))}, "source")
            _keep(self._citations, value, found)
        return found

    def _accounts(self, value: Value, _: Key) -> tuple[Account, ...]:
        told = (self.values(ACCOUNT, each) for each in _items(value))
        return tuple([_struct(Account, each, "by", "sources") for each in told])

    def _links(self, value: Value, _: Key) -> tuple[Link, ...]:
        return tuple([link for each in _items(value) for link in self._link(each)])

    def _link(self, value: Value) -> Iterator[Link]:
        if type(value) is not dict or not value:
            raise NotPlain
        for type_, each in value.items():
            target = _text(each)
            if type_ not in LINK_TYPES or not target:
                raise NotPlain
            yield Link(self.word(type_), self.ids.get(target, target))


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


def lean(found: Draft) -> Draft:
    """Return a draft in which nothing is wrong without its nodes."""
    fields = _WITH_ID if "id" in found.fields else _WITHOUT_ID
    return Draft(NOWHERE, found.id, fields, found.event)


def _keep(kept: dict[Any, Any], text: Value, found: Value) -> None:
    """Keep what was *found* by texts alone: to Python 1 is `true`."""
    if len(kept) >= _MOST_KEPT:
        return
    texts = text if type(text) is tuple else (text,)
    if all(type(each) is str for each in texts):
        kept[text] = found


def _text(value: Value, key: Key | None = None) -> str:
    if type(value) is int and value:  # -0 is written otherwise
        value = str(value)
    if type(value) is not str or len(value) > MOST_LONG:
        raise NotPlain
    text = one_line(value)
    if key and key.most and len(text) > key.most:
        raise NotPlain
    return text


def _items(value: Value) -> list[Value]:
    if type(value) is not list:
        raise NotPlain
    return value


def _choice(value: Value, key: Key) -> str:
    if (word := _text(value)) not in key.choices:
        raise NotPlain
    return word


def _date(value: Value, _: Key) -> object:
    return parse(_text(value))


def _flag(value: Value, _: Key) -> bool:
    if _text(value).lower() not in YES:
        raise NotPlain
    return True


def _struct(made: Callable[..., _Made], said: Mapping[str, Value], *needed: str) -> _Made:
    """Return the struct of what is *said*, if one of the *needed* fields is among it."""
    if not any(said.get(name) for name in needed):
        raise NotPlain
    return made(**said)
