"""JSON and JSON Lines → documents, quickly: what is plainly right is read without each place.

An event that is not plain is read as `json` and `events` read it, so that there is one truth.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from msgspec import DecodeError, Raw
from msgspec.json import decode

from timeline.files.content import lines, read, shown
from timeline.loading.documents import Document
from timeline.loading.events import Draft, draft
from timeline.loading.plain_values import Maker, Value, lean, plain_draft
from timeline.loading.reader import Reader
from timeline.model.records import Place
from timeline.model.schema import EVENT
from timeline.nodes.json import compose_line
from timeline.nodes.page import JSON_LINE_END, Page
from timeline.nodes.tree import MOST_NODES, NotPlain

_KEY_END: Final = '":'
_SPACED: Final = re.compile(r'"[ \t\r\n]+:')
_NESTING: Final = EVENT.of_kind("citations", "accounts", "links")
_BETWEEN: Final = re.compile(r"[ \t\n,]*")
_BEFORE_VALUES: Final = "[,:"


def lines_document(maker: Maker, path: str, text: str | None = None) -> Document:
    """Return what is in a file of JSON Lines, or in its *text*.

    Raises `NotPlain` for what is not plainly right, `Unreadable` and `Broken`.
    """
    reader = Reader(Page(shown(path), text or "", JSON_LINE_END))
    drafts = []
    written = lines(path) if text is None else text.split("\n")
    for number, line in enumerate(written, 1):
        event = line.removesuffix("\n").removesuffix("\r")
        if "\r" in event:
            raise NotPlain  # a line end, to us
        if event.strip(" \t"):
            drafts.append(_draft(maker, reader, event, (number, 1)))
    if not drafts:
        raise NotPlain
    return Document(reader, drafts=drafts)


def list_document(maker: Maker, path: str, text: str | None = None) -> Document:
    """Return what is in a file of JSON that is a list of events; raises as `lines_document`."""
    if text is None:
        text = read(path)
    if not text.startswith("[") or "\r" in text or _may_be_too_large(text):
        raise NotPlain
    reader = Reader(Page(shown(path), text, JSON_LINE_END))
    drafts = [_draft(maker, reader, event, place) for event, place in _items(text)]
    if not drafts:
        raise NotPlain
    return Document(reader, drafts=drafts)


def _may_be_too_large(text: str) -> bool:
    return sum(map(text.count, _BEFORE_VALUES)) >= MOST_NODES


def _items(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the text of each item of a list, with its line and column."""
    try:
        items = decode(text, type=list[Raw])
    except (DecodeError, RecursionError, ValueError) as error:
        raise NotPlain from error
    at, line, margin = 1, 1, 0
    for raw in items:
        start = _behind(text, at)
        if ends := text.count("\n", at, start):
            line, margin = line + ends, text.rindex("\n", at, start) + 1
        item = bytes(raw).decode()
        yield item, (line, start - margin + 1)
        at = start + len(item)
        if ends := item.count("\n"):
            line, margin = line + ends, start + item.rindex("\n") + 1


def _behind(text: str, at: int) -> int:
    """Return where the next value begins."""
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _draft(maker: Maker, reader: Reader, text: str, place: tuple[int, int]) -> Draft:
    """Return the event in a *text*, which begins at a *place*."""
    try:
        return plain_draft(maker, _value(text), Place(reader.file, *place))
    except (NotPlain, DecodeError, RecursionError, ValueError):
        node = compose_line(text, place[0])
    if node is None:
        raise NotPlain
    node.column += place[1] - 1
    found = draft(reader, node)
    if reader.problems:
        raise NotPlain
    return lean(found)


def _value(text: str) -> Value:
    value = decode(text)
    if not text.startswith("{") or _repeats_a_key(text, value):
        raise NotPlain
    return value


def _repeats_a_key(text: str, value: Value) -> bool:
    """Return whether a key stands twice in an object: of both, the last is in *value*."""
    if text.count(_KEY_END) == _keys(value) and not _has_spaced_key(text):
        return False
    try:
        json.loads(text, object_pairs_hook=_once)
    except NotPlain:
        return True
    return False


def _has_spaced_key(text: str) -> bool:
    """Whether there may be blanks between a key and its colon: mostly a look shows none."""
    has_blanks = '" ' in text or "\t" in text or "\n" in text
    return has_blanks and bool(_SPACED.search(text))


def _keys(value: Value) -> int:
    """Return how many keys there are in an event, and in what it may have within it."""
    number = len(value)
    for name in _NESTING:
        each = value.get(name)
        if type(each) is list:
            number += sum([len(item) for item in each if type(item) is dict])
    return number


def _once(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotPlain
    return found
