"""A spot of a timeline → its place in an event file: the item, else the key, else the entry."""

from collections.abc import Iterator
from collections.abc import Sequence as Several
from functools import cached_property
from typing import Final, TypeAlias

import msgspec

from timeline.loading.documents import Document, drafts, entries
from timeline.loading.problems import Problem, Steps
from timeline.loading.reader import Reader
from timeline.model.findings import Finding, Spot
from timeline.model.records import Place
from timeline.model.schema import EVENT, REGISTRIES
from timeline.nodes.tree import Mapping, Node, Scalar, Sequence
from timeline.text import one_line

Owner: TypeAlias = tuple[str, str]
"""An entry: its registry and its id; that of a header is the name of its file."""

Excerpt: TypeAlias = tuple[Document, Several[tuple[str, int]]]
"""A document, and its text or parts of it, each with the line in which it begins."""

_WITHIN: Final = ("sources", "relays")  # accounts have sources too, and citations relays
NAMING: Final = tuple(key for key in EVENT.keys if key.registry in REGISTRIES)
"""The keys by which events name entries of registries."""


class Entry(msgspec.Struct):
    """An entry of a file: who reads it, where it begins, and what it holds."""

    owner: Owner
    reader: Reader
    start: Node
    body: Node


class Found(msgspec.Struct):
    """Where a spot was found, and in whose entry."""

    owner: Owner
    reader: Reader
    node: Node

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.reader.file, self.node.line, self.node.column)

    def problem(self, finding: Finding, steps: Steps = ()) -> Problem:
        """Return *finding* with its place and *steps*, and as wide as what is at fault."""
        node, width = self.node, 1
        line, column = node.line, node.column
        if isinstance(node, Scalar):
            indented = len(node.text) - len(node.text.lstrip())
            at = finding.at + indented if finding.at else 0
            column, width = self.reader.page.written(node.text, line, column, at)
        place = Place(self.reader.file, line, column)
        how = (finding.message, finding.hint, width, finding.rule, finding.level, finding.spot)
        return Problem(place, *how, steps)


class Locator:
    """Knows where the entries of some event files stand."""

    def __init__(self, documents: Several[Document]) -> None:
        """Look for spots in *documents*."""
        self._documents = documents

    def find(self, spot: Spot) -> Found:
        """Return where *spot* stands.

        What has no entry of its own, such as an actor in a file without a registry,
        stands where it is named first; what is nowhere at all, where the first file begins.
        """
        if entries_here := self.here(spot):
            here = _nearest(entries_here, spot)
            return Found(here.owner, here.reader, _within(here, spot.key, spot.value))
        if named := self.naming(spot):
            entry, key = named
            return Found(entry.owner, entry.reader, _within(entry, key, spot.id))
        reader = self._documents[0].reader
        return Found(("timeline", reader.file), reader, Scalar("", 1, 1))

    def owner(self, spot: Spot) -> Owner:
        """Return whose entry `find` finds *spot* in."""
        return self.find(spot).owner

    def marked(self) -> Several[Document]:
        """Return documents with all that stands near comments that ignore something."""
        return self._documents

    def suspects(self) -> Several[Excerpt]:
        """Return documents with all that stands where there may be slips."""
        return [(each, [(each.reader.page.text, 1)]) for each in self._documents]

    def here(self, spot: Spot) -> Several[Entry]:
        """Return the entries of *spot*, of each file that has one."""
        return self._entries.get((spot.registry, spot.id), ())

    def naming(self, spot: Spot) -> tuple[Entry, str] | None:
        """Return the event that is the first to name what has no entry, and by which key."""
        return self._named.get((spot.registry, spot.id))

    @cached_property
    def _entries(self) -> dict[Owner, list[Entry]]:
        found: dict[Owner, list[Entry]] = {}
        for document in self._documents:
            for entry in entries_of(document):
                found.setdefault(entry.owner, []).append(entry)
                if entry.owner[0] == "timeline":
                    found.setdefault(("timeline", ""), []).append(entry)
        return found

    @cached_property
    def _named(self) -> dict[Owner, tuple[Entry, str]]:
        """The events that are the first to name an entry of a registry, and by which key."""
        found: dict[Owner, tuple[Entry, str]] = {}
        for document, draft in drafts(self._documents):
            entry = Entry(("events", draft.id), document.reader, draft.node, draft.node)
            for key in NAMING:
                for item in _items(key.name, draft.fields.get(key.name)):
                    owner = (key.registry, one_line(item.text))
                    found.setdefault(owner, (entry, key.name))
        return found


def entries_of(document: Document) -> Iterator[Entry]:
    """Return the entries of *document*: its header, what is in its registries, its events."""
    sections = {}
    if isinstance(document.root, Mapping):
        sections = {one_line(key.text): (key, value) for key, value in _texts(document.root)}
    if "timeline" in sections:
        owner = ("timeline", document.reader.file)
        yield Entry(owner, document.reader, *sections["timeline"])
    for registry in REGISTRIES:
        body = sections[registry][1] if registry in sections else None
        bodies = {one_line(key.text): value for key, value in _texts(body)}
        for _, each in entries([document], registry):
            id_ = each.record.id
            yield Entry((registry, id_), document.reader, each.node, bodies[id_])
    for _, draft in drafts([document]):
        yield Entry(("events", draft.id), document.reader, draft.node, draft.node)


def _nearest(found: Several[Entry], spot: Spot) -> Entry:
    """Return which of the entries of one id, in several files, has most of *spot*."""
    if len(found) == 1:
        return found[0]
    depths = [_depth(entry, spot) for entry in found]
    return found[depths.index(max(depths))]


def _depth(entry: Entry, spot: Spot) -> int:
    node = _within(entry, spot.key, spot.value)
    keys = [name for name, _ in _texts(entry.body)]
    if node is entry.start:
        return 0
    return 1 if any(node is key for key in keys) else 2


def _within(entry: Entry, key: str, value: str) -> Node:
    """Return the item of *entry* that is *value*, else its *key*, else where it begins."""
    named = list(_named(entry.body, key))
    for _, body in named:
        same = (item for item in _items(key, body) if value and one_line(item.text) == value)
        if found := next(same, None):
            return found
    return named[0][0] if named else entry.start


def _named(node: Node, key: str) -> Iterator[tuple[Scalar, Node]]:
    """Yield the pairs of *key*; of sources and whom these relay also those further in."""
    pairs = list(_texts(node))
    yield from ((name, body) for name, body in pairs if one_line(name.text) == key)
    if key not in _WITHIN:
        return
    lists = [body for _, body in pairs if isinstance(body, Sequence)]
    for item in (item for body in lists for item in body.items):
        yield from _named(item, key)


def _items(key: str, node: Node | None) -> Iterator[Scalar]:
    """Return the texts of a key: its own, those of a list, what citations and links name."""
    items = node.items if isinstance(node, Sequence) else [node]
    for item in items:
        if isinstance(item, Scalar):
            yield item
        for name, value in _texts(item):
            if isinstance(value, Scalar) and (key != "sources" or one_line(name.text) == "source"):
                yield value


def _texts(node: Node | None) -> Iterator[tuple[Scalar, Node]]:
    """Return the pairs of a mapping whose key is text."""
    pairs = node.pairs if isinstance(node, Mapping) else ()
    for key, value in pairs:
        if isinstance(key, Scalar):
            yield key, value
