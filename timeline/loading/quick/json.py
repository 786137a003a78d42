"""JSON and JSON Lines → documents, quickly: what is plainly right is read without each place.

An event that is not plain is read by `nodes.json` and `loading.events`: there is one truth.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import DecodeError, Raw
from msgspec.json import Decoder, decode

from timeline.files.content import BLOCK, blocks, read, shown
from timeline.loading.documents import Document
from timeline.loading.events import Draft, draft
from timeline.loading.quick.values import Maker, Value, plain_draft, without_nodes
from timeline.loading.reader import Reader
from timeline.model.records import Place
from timeline.nodes.json import compose_line
from timeline.nodes.page import JSON_LINE_END, Page
from timeline.nodes.tree import MOST_NODES, Node, NotPlain

_KEY_END: Final = re.compile(rb'"[ \t\n]*:')
_NO_KEY_END: Final = re.compile(rb'\\"[ \t\n]*:')  # a quotation mark within a text
_BETWEEN: Final = re.compile(r"[ \t\n,]*")
_BEFORE_VALUES: Final = "[,:"
_NO_JSON: Final = (DecodeError, RecursionError, ValueError)
_VALUES: Final = Decoder()


def lines_document(maker: Maker, path: str, text: str | None = None) -> Document:
    """Return what is in a file of JSON Lines, or in its *text*.

    Raises `NotPlain` for what is not plainly right, `Unreadable` and `Broken`.
    """
    reader = Reader(Page(shown(path), text or "", JSON_LINE_END))
    drafts, line = list[Draft](), 1
    written = blocks(path) if text is None else _blocks(text)
    for block in written:
        drafts += _drafts(maker, reader, block, line)
        line += block.count(b"\n")
    if not drafts:
        raise NotPlain
    return Document(reader, drafts=drafts)


def _blocks(text: str) -> Iterator[bytes]:
    """Yield a *text* as `blocks` does a file."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + BLOCK) + 1 or len(text)
        yield text[at:end].encode(errors="surrogatepass")
        at = end


def _drafts(maker: Maker, reader: Reader, block: bytes, line: int) -> list[Draft]:
    """Return the events in some lines, the first of which is this *line*: mostly all at once."""
    text = block.removesuffix(b"\n")
    try:
        values = _values(text)
        places = (Place(reader.file, number) for number in range(line, line + len(values)))
        return _plain(maker, text, zip(values, places, strict=True))
    except (NotPlain, *_NO_JSON):
        written = [each.removesuffix(b"\r") for each in text.split(b"\n")]
    lines = [(event, (number, 1)) for number, event in enumerate(written, line)]
    return [_draft(maker, reader, *each) for each in lines if each[0].strip(b" \t")]


def _values(text: bytes) -> list[Value]:
    """Return the objects of some lines, each of which must have one, and nothing around it."""
    values = _VALUES.decode_lines(text)
    ends = text.count(b"\n")
    if b"\r" in text or not len(values) - 1 == ends == text.count(b"}\n{"):
        raise NotPlain
    return values


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


def _items(text: str) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Yield the text of each item of a list, with its line and column."""
    try:
        items = decode(text, type=list[Raw])
    except _NO_JSON as error:
        raise NotPlain from error
    at, line, margin = 1, 1, 0
    for raw in items:
        start = _behind(text, at)
        if ends := text.count("\n", at, start):
            line, margin = line + ends, text.rindex("\n", at, start) + 1
        data = bytes(raw)
        item = data.decode()
        yield data, (line, start - margin + 1)
        at = start + len(item)
        if ends := item.count("\n"):
            line, margin = line + ends, start + item.rindex("\n") + 1


def _behind(text: str, at: int) -> int:
    """Return where the next value begins."""
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _draft(maker: Maker, reader: Reader, text: bytes, place: tuple[int, int]) -> Draft:
    """Return the event in a *text*, which begins at a *place*."""
    if b"\r" in text:
        raise NotPlain  # a line end, to us
    try:
        return _plain(maker, text, [(decode(text), Place(reader.file, *place))])[0]
    except (NotPlain, *_NO_JSON):
        node = _node(text, place[0])
    if node is None:
        raise NotPlain
    node.column += place[1] - 1
    found = draft(reader, node)
    if reader.problems:
        raise NotPlain
    return without_nodes(found)


def _node(text: bytes, line: int) -> Node | None:
    try:
        return compose_line(text.decode(), line)
    except UnicodeDecodeError as error:
        raise NotPlain from error


def _plain(maker: Maker, text: bytes, values: Iterable[tuple[Value, Place]]) -> list[Draft]:
    """Return the events that are all of a *text*, each from its value and its place.

    Of a key that stands twice in an object the last is in its value: then the text has more
    keys than are read.
    """
    before = maker.keys
    found = [plain_draft(maker, value, place) for value, place in values]
    if not text.startswith(b"{") or maker.keys - before != _keys(text):
        raise NotPlain
    return found


def _keys(text: bytes) -> int:
    """Return how many keys there are in objects, or more: a text may begin with a colon."""
    if b'" ' in text or b"\t" in text or b'"\n' in text:  # what may stand before a colon
        return len(_KEY_END.findall(text)) - len(_NO_KEY_END.findall(text))
    return text.count(b'":') - text.count(b'\\":')
