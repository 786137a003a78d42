"""YAML → documents, quickly: entries and events one by one, each by its own lines.

One whose lines are not plain is read alone by `nodes.yaml` and `loading.documents`: there is
one truth. What hangs together with others, by an alias say, is not read here.
"""

import re
from collections.abc import Iterator
from typing import Final

from timeline.files.content import read, shown
from timeline.loading.documents import Document, Entry, document, entries_in, recorded
from timeline.loading.events import Draft, draft
from timeline.loading.quick.values import NOWHERE, Maker, plain_draft, without_nodes
from timeline.loading.reader import Reader
from timeline.model.keys import Registry
from timeline.model.records import Place
from timeline.model.schema import REGISTRIES, SECTIONS
from timeline.nodes import cut, yaml
from timeline.nodes.page import YAML_LINE_END, Page
from timeline.nodes.tree import MOST_NODES, Node, NotPlain, Scalar, Sequence
from timeline.nodes.yaml_lines import Lines

COMPOSED: Final = Scalar("", 1, 1)
"""The node of an event whose lines are not plain: they do not show where its keys stand."""

_NO_FIELDS: Final[dict[str, Node]] = {}
_ALIAS: Final = re.compile(r"(?:^|[\s\[{,:-])\*\S")


def yaml_document(maker: Maker, path: str, text: str | None = None) -> Document:
    """Return what is in an event file, or in its *text*; raises as `lines_document` does."""
    page = Page(shown(path), text or "", YAML_LINE_END)
    return _File(maker, page, read(path) if text is None else text).document()


class _File:
    """A file that is taken apart by its indentation, and its text let go of as it is read."""

    def __init__(self, maker: Maker, page: Page, text: str) -> None:
        self._maker = maker
        self._text = f"\n{text}"
        self._reader = Reader(page)
        self._lines = Lines()
        self._composed = 0  # characters

    def document(self) -> Document:
        """Return what the file holds, once; raises `NotPlain`."""
        if not cut.is_plain(self._text):
            raise NotPlain
        sections = cut.sections(self._text, SECTIONS)
        if "events" not in sections:
            raise NotPlain
        found = self._header(sections.get("timeline"))
        for name, registry in REGISTRIES.items():
            found.entries[name] = self._entries(registry, sections.get(name))
        pieces, self._text = cut.items(self._text, sections["events"]), ""
        found.drafts = list(self._drafts(pieces))
        found.values = self._lines.nodes + self._composed
        if self._reader.problems or found.values > MOST_NODES:
            raise NotPlain
        return found

    def _header(self, span: cut.Span | None) -> Document:
        """Return a document with what the header says, if there is one, and nothing else."""
        if span is None:
            return Document(self._reader, entries={})
        return document(self._reader, self._node(self._text[span.start + 1 : span.end + 1]))

    def _entries(self, registry: Registry, span: cut.Span | None) -> list[Entry]:
        pieces = cut.entries(self._text, span)
        if not pieces:
            return []
        found = [self._entry(registry, piece, pieces.column) for piece, _ in pieces.taken()]
        if len({entry.record.id for entry in found}) < len(found):
            raise NotPlain
        return found

    def _entry(self, registry: Registry, piece: str, column: int) -> Entry:
        try:
            ((id_, value),) = self._lines.pairs(piece.split("\n"), column).items()
            said = self._maker.values(registry.record, {} if value is None else value)
            return Entry(NOWHERE, _NO_FIELDS, recorded(id_, said, registry))
        except (NotPlain, ValueError):
            found = entries_in(self._reader, self._node(piece), registry)
        if len(found) != 1 or self._reader.problems:
            raise NotPlain
        return Entry(NOWHERE, _NO_FIELDS, found[0].record)

    def _drafts(self, pieces: cut.Pieces) -> Iterator[Draft]:
        for piece, line in pieces.taken():
            yield self._draft(piece, Place(self._reader.file, line, pieces.column + 3))

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
        found = without_nodes(found)
        found.node = COMPOSED
        return found

    def _node(self, piece: str) -> Node:
        """Return what libyaml finds in a *piece*, which must hang together with nothing else."""
        if _ALIAS.search(piece):
            raise NotPlain
        self._composed += len(piece)
        node = yaml.compose(Page(self._reader.file, piece, YAML_LINE_END), piece)
        if node is None:
            raise NotPlain
        return node
