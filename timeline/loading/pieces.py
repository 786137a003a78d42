"""A spot of a timeline → its place in files that were read quickly.

Those keep no places but the first of each event. Where more is asked for, the lines of that one
entry are read again, and of an event whose lines are plain those of the one key alone.
"""

from collections.abc import Mapping as Map
from collections.abc import Sequence as Several
from functools import cached_property

from timeline.loading.documents import Document
from timeline.loading.events import Draft
from timeline.loading.plain_yaml import COMPOSED
from timeline.loading.spots import NAMING, Entry, Locator
from timeline.model.file_fields import ids_in
from timeline.model.findings import Spot
from timeline.model.records import Event, Place
from timeline.model.schema import EVENT, REGISTRIES, SECTIONS
from timeline.nodes import cut
from timeline.nodes.json import compose_first, compose_pair, keys_called
from timeline.nodes.tree import Mapping, Node, Sequence
from timeline.nodes.yaml_parts import nodes_of, pair_of


class Pieces(Locator):
    """Knows where the entries of files stand that were read quickly."""

    def __init__(self, documents: Several[Document]) -> None:
        """Look for spots in *documents*, whose pages have their texts."""
        super().__init__(documents)
        make = (_YamlFile if each.reader.page.is_yaml else _JsonFile for each in documents)
        self._files = [file(each) for file, each in zip(make, documents, strict=True)]

    def here(self, spot: Spot) -> Several[Entry]:
        """Return the entries of *spot*, of each file that has one, with what it asks for."""
        if spot.registry == "timeline":
            heads = (file.head() for file in self._files if spot.id in ("", file.name))
            return [head for head in heads if head]
        found = ((file, file.numbers[spot.registry].get(spot.id)) for file in self._files)
        return [file.entry(spot, number) for file, number in found if number is not None]

    def naming(self, spot: Spot) -> tuple[Entry, str] | None:
        """Return the event that is the first to name what has no entry, and by which key."""
        if spot.registry not in self._first:
            return None
        found = self._first[spot.registry].get(spot.id)
        if found is None:
            return None
        file, number, key = found
        return file.entry(Spot("events", file.drafts[number].id, key, spot.id), number), key

    @cached_property
    def _first(self) -> Map[str, Map[str, "tuple[_File, int, str]"]]:
        """By registry and id, the first event that names it: its file, its number, the key."""
        found: dict[str, dict[str, tuple[_File, int, str]]] = {name: {} for name in REGISTRIES}
        for file in self._files:
            for number, draft in enumerate(file.drafts):
                for key in NAMING:
                    for id_ in ids_in(getattr(draft.event, key.attribute)):
                        found[key.registry].setdefault(id_, (file, number, key.name))
        return found


class _File:
    """A file, the numbers of its entries by their ids, and the entries with their places."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._reader = document.reader
        self._text = document.reader.page.text
        self.name = document.reader.file
        self.drafts: Several[Draft] = document.drafts

    @cached_property
    def numbers(self) -> Map[str, Map[str, int]]:
        """Registry → id → the number of the entry."""
        found = {name: self._numbers_of(name) for name in REGISTRIES}
        events = {draft.id: number for number, draft in enumerate(self.drafts)}
        return {**found, "events": events}

    def _numbers_of(self, registry: str) -> dict[str, int]:
        entries = self._document.entries.get(registry, ())
        return {entry.record.id: number for number, entry in enumerate(entries)}

    def head(self) -> Entry | None:
        """Return what the file says of itself, if it does."""
        return None

    def entry(self, spot: Spot, number: int) -> Entry:
        """Return the entry of this *number*, with the key of *spot* at least."""
        if spot.registry != "events":
            key, value = self.whole_entry(spot.registry, number)
            return Entry((spot.registry, spot.id), self._reader, key, value)
        draft = self.drafts[number]
        event = draft.event
        body = None
        if event and _is_at_top(spot, event):
            body = self.part(draft, number, spot.key)
        body = body or self.whole(number)
        return Entry(("events", draft.id), self._reader, body, body)

    def whole_entry(self, registry: str, number: int) -> tuple[Node, Node]:
        """Return the key and the value of an entry of a registry."""
        raise NotImplementedError

    def whole(self, number: int) -> Node:
        """Return all of an event."""
        raise NotImplementedError

    def part(self, draft: Draft, number: int, key: str) -> Node | None:
        """Return an event with one *key* alone; None where it does not come apart so."""
        raise NotImplementedError


def _is_at_top(spot: Spot, event: Event) -> bool:
    """Whether what *spot* asks for is no part of an account, nor of what is cited."""
    if spot.key == "relays":
        return False
    if spot.key != "sources" or not event.accounts:
        return True
    return any(each.source == spot.value for each in event.sources)


def _says(event: Event, key: str) -> bool:
    """Whether an event itself says something under a *key*."""
    if key == "date":
        return not event.undated
    return key in EVENT.names and bool(getattr(event, EVENT[key].attribute))


class _YamlFile(_File):
    """A file of YAML, cut at its indentation."""

    def head(self) -> Entry | None:
        if not (span := self._sections.get("timeline")):
            return None
        line = 1 + self._lines.count("\n", 0, span.start)
        key, value = _pair(nodes_of(self._lines[span.start + 1 : span.end + 1], line))
        return Entry(("timeline", self.name), self._reader, key, value)

    def whole_entry(self, registry: str, number: int) -> tuple[Node, Node]:
        return _pair(nodes_of(*self._pieces[registry][number]))

    def whole(self, number: int) -> Node:
        found = nodes_of(*self._pieces["events"][number])
        return found.items[0] if isinstance(found, Sequence) else found

    def part(self, draft: Draft, number: int, key: str) -> Node | None:
        if draft.node is COMPOSED or not draft.event:
            return None
        pieces = self._pieces["events"]
        pair = pair_of(*pieces[number], pieces.column + 2, key)
        place = draft.event.place
        return Mapping([pair] if pair else [], place.line, place.column)

    @cached_property
    def _lines(self) -> str:
        return f"\n{self._text}"

    @cached_property
    def _sections(self) -> Map[str, cut.Span]:
        return cut.sections(self._lines, SECTIONS)

    @cached_property
    def _pieces(self) -> Map[str, cut.Pieces]:
        found = {"events": cut.items(self._lines, self._sections["events"])}
        for name in REGISTRIES:
            if entries := cut.entries(self._lines, self._sections.get(name)):
                found[name] = entries
        return found


def _pair(node: Node) -> tuple[Node, Node]:
    """Return the one key of a mapping with its value."""
    (pair,) = node.pairs if isinstance(node, Mapping) else [(node, node)]
    return pair


class _JsonFile(_File):
    """A file of JSON or JSON Lines, whose events begin where their places say."""

    def whole(self, number: int) -> Node:
        return compose_first(*self._piece(number))

    def part(self, draft: Draft, number: int, key: str) -> Node | None:
        event, (text, line, column) = draft.event, self._piece(number)
        found = keys_called(key, text) if key else []
        if not event or "\\u" in text or len(found) > 1:
            return None
        if found and not _says(event, key):  # it is a key of something within
            return None
        pairs = [compose_pair(text, line, column, each) for each in found]
        return Mapping(pairs, line, column)

    def _piece(self, number: int) -> tuple[str, int, int]:
        """Return the text of an event, and the line and the column in which it begins."""
        start, end = self._starts[number : number + 2]
        event = self.drafts[number].event
        place = event.place if event else Place("", 0)
        return self._text[start:end], place.line, place.column

    @cached_property
    def _starts(self) -> Several[int]:
        """Where each event begins, and the text ends."""
        places = [draft.event.place for draft in self.drafts if draft.event]
        page = self._reader.page
        found = [page.start(place.line) + place.column - 1 for place in places]
        return [*found, len(self._text)]
