"""YAML → documents, quickly: entries and events one by one, each by its own lines.

One whose lines are not plain is read as `yaml` and `documents` read it, alone, so that there is
one truth. What hangs together with others, by an alias say, is not read here.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from timeline.files.content import read, shown
from timeline.loading.documents import Document, Entry, document, entries_in, recorded
from timeline.loading.events import Draft, draft
from timeline.loading.plain_values import NOWHERE, Maker, lean, plain_draft
from timeline.loading.reader import Reader
from timeline.model.keys import Registry
from timeline.model.records import Place
from timeline.model.schema import REGISTRIES, SECTIONS
from timeline.nodes import yaml
from timeline.nodes.page import YAML_LINE_END, Page
from timeline.nodes.tree import MOST_NODES, Node, NotPlain, Sequence
from timeline.nodes.yaml_lines import Lines

_ASCII: Final = bytes([ord("\n"), *range(ord(" "), ord("~") + 1), *range(0x80, 0x100)])
_ODD: Final = re.compile("[\x80-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_DOCUMENTS: Final = ("---", "...", "%")
_ALIAS: Final = re.compile(r"(?:^|[\s\[{,:-])\*\S")
_SECTION: Final = re.compile(r"\n(?:([^ \n#-][^\n:]*):([^\n]*)|[^ \n#-])")
_WORDS: Final = re.compile(r"\n([ ]*)([^ \n#])")


def yaml_document(maker: Maker, path: str, text: str | None = None) -> Document:
    """Return what is in an event file, or in its *text*; raises as `lines_document` does."""
    text = f"\n{read(path) if text is None else text}"
    if not _is_plain(text):
        raise NotPlain
    return _File(maker, shown(path), text).document()


def _is_plain(text: str) -> bool:
    """Whether all characters are plain, and all of them are one document."""
    if text.encode(errors="replace").translate(None, _ASCII):
        return False
    if not text.isascii() and _ODD.search(text):
        return False
    return not any(f"\n{sign}" in text for sign in _DOCUMENTS)


class _Span(NamedTuple):
    """Where a section stands: its key, what is below that, and the end."""

    start: int
    body: int
    end: int


class _File:
    """A file that is taken apart by its indentation; its text begins with a line end."""

    def __init__(self, maker: Maker, name: str, text: str) -> None:
        self._maker = maker
        self._text = text
        self._reader = Reader(Page(name, "", YAML_LINE_END))
        self._lines = Lines()
        self._composed = 0  # characters

    def document(self) -> Document:
        """Return what the file holds; raises `NotPlain`."""
        sections = self._sections()
        if "events" not in sections:
            raise NotPlain
        found = self._header(sections.get("timeline"))
        for name, registry in REGISTRIES.items():
            found.entries[name] = self._entries(registry, sections.get(name))
        found.drafts = list(self._drafts(sections["events"]))
        if self._reader.problems or self._lines.nodes + self._composed > MOST_NODES:
            raise NotPlain
        return found

    def _sections(self) -> dict[str, _Span]:
        """Return where each section stands; all of a list alone is that of the events."""
        tops = list(_SECTION.finditer(self._text))
        if not tops:
            return {"events": _Span(0, 0, len(self._text))}
        found: dict[str, _Span] = {}
        if _WORDS.search(self._text, 0, tops[0].start()):
            raise NotPlain
        ends = [top.start() for top in tops[1:]] + [len(self._text)]
        for top, end in zip(tops, ends, strict=True):
            name, rest = top[1], top[2] or ""
            is_inline = name != "timeline" and rest.strip(" ") and not rest.startswith(" #")
            if name not in SECTIONS or name in found or is_inline:
                raise NotPlain
            found[name] = _Span(top.start(), top.end(), end)
        return found

    def _header(self, span: _Span | None) -> Document:
        """Return a document with what the header says, if there is one, and nothing else."""
        if span is None:
            return Document(self._reader, entries={})
        return document(self._reader, self._node(self._text[span.start + 1 : span.end + 1]))

    def _entries(self, registry: Registry, span: _Span | None) -> list[Entry]:
        first = _WORDS.search(self._text, span.body, span.end) if span else None
        if not span or not first:
            return []
        column = len(first[1])
        begin = re.compile(rf"\n {{{column}}}(?=[^ \n#-])")
        pieces = self._pieces(begin, first.start(), span.end)
        found = [self._entry(registry, piece, column) for piece, _ in pieces]
        if len({entry.record.id for entry in found}) < len(found):
            raise NotPlain
        return found

    def _entry(self, registry: Registry, piece: str, column: int) -> Entry:
        try:
            ((id_, value),) = self._lines.pairs(piece.split("\n"), column).items()
            said = self._maker.values(registry.record, {} if value is None else value)
            return Entry(NOWHERE, {}, recorded(id_, said, registry))
        except (NotPlain, ValueError):
            found = entries_in(self._reader, self._node(piece), registry)
        if len(found) != 1 or self._reader.problems:
            raise NotPlain
        return Entry(NOWHERE, {}, found[0].record)

    def _drafts(self, span: _Span) -> Iterator[Draft]:
        first = _WORDS.search(self._text, span.body, span.end)
        if not first or first[2] != "-":
            raise NotPlain
        column = len(first[1])
        begin = re.compile(rf"\n {{{column}}}-(?=[ \n])")
        for piece, line in self._pieces(begin, first.start(), span.end):
            yield self._draft(piece, Place(self._reader.file, line, column + 3))

    def _draft(self, piece: str, place: Place) -> Draft:
        try:
            value = self._lines.item(piece.split("\n"), place.column - 1)
            return plain_draft(self._maker, value, place, self._reader.as_of)
        except (NotPlain, ValueError):
            node = self._node(piece)
        if not isinstance(node, Sequence) or len(node.items) != 1:
            raise NotPlain
        node.items[0].line += place.line - 1
        found = draft(self._reader, node.items[0])
        if self._reader.problems:
            raise NotPlain
        return lean(found)

    def _node(self, piece: str) -> Node:
        """Return what libyaml finds in a *piece*, which must hang together with nothing else."""
        if _ALIAS.search(piece):
            raise NotPlain
        self._composed += len(piece)
        node = yaml.compose(Page(self._reader.file, piece, YAML_LINE_END), piece)
        if node is None:
            raise NotPlain
        return node

    def _pieces(self, begin: re.Pattern[str], start: int, end: int) -> Iterator[tuple[str, int]]:
        """Yield the pieces that *begin* so, from *start* on, each with its first line."""
        if not begin.match(self._text, start):
            raise NotPlain
        line = 1 + self._text.count("\n", 0, start)
        stops = (found.start() for found in begin.finditer(self._text, start + 1, end + 1))
        for stop in chain(stops, [end]):
            piece = self._text[start + 1 : stop + 1]
            yield piece, line
            line += piece.count("\n")
            start = stop
