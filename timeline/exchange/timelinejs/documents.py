"""The JSON of a timeline → its parts, each slide with the line on which it begins.

All scalars are text, as they are written. A slide in which a key stands twice is told
apart from the others.
"""

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, Final

import msgspec

from timeline.errors import TimelineError
from timeline.exchange.tables.objects import decoder, said
from timeline.exchange.tables.rows import broken
from timeline.model.records import Place
from timeline.text import quoted

_BLANK: Final = " \t\r\n"
_LISTS: Final = ("events", "eras")
_OLD: Final = 'it looks like TimelineJS 2; its present form has a list of "events"'
_NO_SLIDES: Final = 'a TimelineJS file is an object with a list of "events"'


class Item(msgspec.Struct, frozen=True):
    """A slide or an era as JSON has it; or why it cannot be told, and an example."""

    value: Any
    place: Place
    fault: str = ""


class Document(msgspec.Struct):
    """A whole file: the slides, the eras, and what else stands at the top."""

    events: list[Item]
    eras: list[Item]
    rest: Mapping[str, Any]


class _Repeated(Exception):
    """A key stands twice in one object."""


def document(text: str, file: str) -> Document:
    """Return the parts of *text*; *file* is its name. Raises `TimelineError`."""
    whole = _decoded(text, file)
    if not isinstance(whole, dict) or not isinstance(whole.get("events"), list):
        is_old = isinstance(whole, dict) and "timeline" in whole
        raise TimelineError(f"{file}:1:1: there are no slides", _OLD if is_old else _NO_SLIDES)
    walk = _Walk(text, file)
    parts = {key: list(walk.items()) for key in walk.names() if key in _LISTS}
    rest = {key: value for key, value in whole.items() if key not in _LISTS}
    return Document(parts.get("events", []), parts.get("eras", []), rest)


def _decoded(text: str, file: str) -> Any:  # noqa: ANN401  whatever stands in the file
    try:
        return decoder().decode(text)
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        line = text.split("\n")[error.lineno - 1]
        raise broken(place, f"not JSON: {said(error)}", "", line) from None
    except RecursionError as error:
        raise TimelineError(f"{file}: it is nested too deep", _NO_SLIDES) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Repeated(next(key for key in keys if keys.count(key) > 1))
    return found


class _Walk:
    """Goes through JSON that is known to be right, for the places of things."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._at = 0
        self._ends = [at for at, char in enumerate(text) if char == "\n"]
        self._once = decoder(_once)
        self._any = decoder()

    def names(self) -> Iterator[str]:
        """Yield the keys of the object; whoever takes one may go on with `items`."""
        seen = set[str]()
        self._skip("{")
        while self._peek() != "}":
            place = self._place()
            key, self._at = scanstring(self._text, self._at + 1, False)
            if key in seen and key in _LISTS:
                raise TimelineError(f"{place}: the key {quoted(key)} stands twice", "keep one")
            seen.add(key)
            self._skip(":")
            value = self._peek() and self._at
            yield key
            if self._at == value:
                _, self._at = self._any.raw_decode(self._text, self._at)
            self._skip(",")

    def items(self) -> Iterator[Item]:
        """Yield what is in the list that comes next; nothing where there is none."""
        if self._peek() != "[":
            return
        self._skip("[")
        while self._peek() != "]":
            yield self._item(self._place())
            self._skip(",")
        self._at += 1

    def _item(self, place: Place) -> Item:
        begun = self._at
        try:
            value, self._at = self._once.raw_decode(self._text, begun)
        except _Repeated as error:
            _, self._at = self._any.raw_decode(self._text, begun)
            return Item(str(error), place, "a key stands twice in a slide")
        if not isinstance(value, dict):
            return Item(value, place, "a slide is an object")
        return Item(value, place)

    def _peek(self) -> str:
        while self._text[self._at] in _BLANK:
            self._at += 1
        return self._text[self._at]

    def _skip(self, sign: str) -> None:
        if self._peek() == sign:
            self._at += 1
            self._peek()

    def _place(self) -> Place:
        row = bisect_right(self._ends, self._at - 1)
        before = self._ends[row - 1] if row else -1
        return Place(self._file, row + 1, self._at - before)
