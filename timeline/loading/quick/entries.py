"""Entries of files that were read quickly, read again with their places, one by one.

Of an event whose lines are plain those of the one key that is asked for are enough.
"""

from bisect import bisect_right
from collections.abc import Mapping as Map
from collections.abc import Sequence as Several
from functools import cached_property
from typing import Final

from timeline.loading.documents import Document
from timeline.loading.events import Draft
from timeline.loading.quick.yaml import COMPOSED
from timeline.loading.spots import Entry
from timeline.model.findings import Spot
from timeline.model.records import Event, Place
from timeline.model.schema import EVENT, REGISTRIES, SECTIONS
from timeline.nodes import cut
from timeline.nodes.json import compose_first, compose_pair, keys_called
from timeline.nodes.tree import Mapping, Node, Scalar, Sequence
from timeline.nodes.yaml_parts import nodes_of, outline, pair_of

_FOLDED: Final = ">-"  # a line of such a text may look like a comment


class QuickFile:
    """A file, the numbers of its entries by their ids, and the entries with their places."""

    def __init__(self, document: Document) -> None:
        """Read again of the file of *document*, whose page has its text."""
        self.document = document
        self.reader = document.reader
        self.text = document.reader.page.text
        self.name = document.reader.file
        self.drafts: Several[Draft] = document.drafts

    @cached_property
    def numbers(self) -> Map[str, Map[str, int]]:
        """Registry → id → the number of the entry."""
        found = {name: self._numbers_of(name) for name in REGISTRIES}
        events = {draft.id: number for number, draft in enumerate(self.drafts)}
        return {**found, "events": events}

    def _numbers_of(self, registry: str) -> dict[str, int]:
        entries = self.document.entries.get(registry, ())
        return {entry.record.id: number for number, entry in enumerate(entries)}

    def head(self) -> Entry | None:
        """Return what the file says of itself, if it does."""
        return None

    def entry(self, spot: Spot, number: int) -> Entry:
        """Return the entry of this *number*, with the key of *spot* at least."""
        if spot.registry != "events":
            key, value = self.whole_entry(spot.registry, number)
            return Entry((spot.registry, spot.id), self.reader, key, value)
        draft = self.drafts[number]
        event = draft.event
        body = None
        if event and _is_at_top(spot, event):
            body = self.part(draft, number, spot.key)
        body = body or self.whole(number)
        return Entry(("events", draft.id), self.reader, body, body)

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


class YamlFile(QuickFile):
    """A file of YAML, cut at its indentation."""

    def head(self) -> Entry | None:
        """Return what the file says of itself, if it does."""
        if "timeline" not in self.sections:
            return None
        key, value = _pair(self._nodes(*self.section("timeline")))
        return Entry(("timeline", self.name), self.reader, key, value)

    def whole_entry(self, registry: str, number: int) -> tuple[Node, Node]:
        """Return the key and the value of an entry of a registry."""
        return _pair(self._nodes(*self.pieces[registry][number]))

    def whole(self, number: int) -> Node:
        """Return all of an event."""
        found = self._nodes(*self.pieces["events"][number])
        return found.items[0] if isinstance(found, Sequence) else found

    def part(self, draft: Draft, number: int, key: str) -> Node | None:
        """Return an event with one *key* alone; None where its lines do not show that."""
        if draft.node is COMPOSED or not draft.event:
            return None
        pieces = self.pieces["events"]
        pair = pair_of(*pieces[number], pieces.column + 2, key)
        place = draft.event.place
        return Mapping([pair] if pair else [], place.line, place.column)

    def outline(self, number: int) -> Node | None:
        """Return where an event begins and the last of its words; None where more is needed."""
        part, line = self.pieces["events"][number]
        if self.drafts[number].node is COMPOSED or _FOLDED in part:
            return None
        return outline(part, line, self.pieces["events"].column + 3)

    def is_alone(self, place: int) -> bool:
        """Whether nothing but blanks stands in a line of `lines` before a place."""
        return not self.lines[self.lines.rfind("\n", 0, place) + 1 : place].strip(" ")

    def number(self, section: str, place: int) -> int:
        """Return the number of the entry in whose lines a place is, or else of the first."""
        return self.pieces[section].number(place) if section in self.pieces else 0

    def section(self, name: str) -> tuple[str, int]:
        """Return the text of a section, and the line in which it begins."""
        span = self.sections[name]
        return self.lines[span.start + 1 : span.end + 1], self._line(span.start)

    def key(self, name: str) -> Scalar | None:
        """Return the key of a section; None for the events of a file that is a list of them."""
        span = self.sections[name]
        return Scalar(name, self._line(span.start), 1) if span.body > span.start else None

    def _line(self, end: int) -> int:
        """Return the line behind a line end."""
        return 1 + self.lines.count("\n", 0, end)

    def _nodes(self, part: str, line: int) -> Node:
        return nodes_of(part, line, self.reader.page)

    @cached_property
    def lines(self) -> str:
        """Its text behind a line end, as it is cut."""
        return f"\n{self.text}"

    @cached_property
    def sections(self) -> Map[str, cut.Span]:
        """Where each section stands, in the order of the file."""
        return cut.sections(self.lines, SECTIONS)

    @cached_property
    def pieces(self) -> Map[str, cut.Pieces]:
        """The pieces of the sections that have any, but the header."""
        found = {"events": cut.items(self.lines, self.sections["events"])}
        for name in REGISTRIES:
            if entries := cut.entries(self.lines, self.sections.get(name)):
                found[name] = entries
        return found


def _pair(node: Node) -> tuple[Node, Node]:
    """Return the one key of a mapping with its value."""
    (pair,) = node.pairs if isinstance(node, Mapping) else [(node, node)]
    return pair


class JsonFile(QuickFile):
    """A file of JSON or JSON Lines, whose events begin where their places say."""

    def whole(self, number: int) -> Node:
        """Return all of an event."""
        return compose_first(*self._piece(number))

    def part(self, draft: Draft, number: int, key: str) -> Node | None:
        """Return an event with one *key* alone; None where its lines do not show that."""
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
        place = self._place(number)
        text = self.text[self.start(number) : self.start(number + 1)]
        return text, place.line, place.column

    def start(self, number: int) -> int:
        """Return where in the text an event begins; behind the last, where it ends."""
        if number == len(self.drafts):
            return len(self.text)
        place = self._place(number)
        return self.reader.page.start(place.line) + place.column - 1

    def number(self, place: int) -> int:
        """Return the number of the event in whose text a place is."""
        return bisect_right(range(len(self.drafts)), place, key=self.start) - 1

    def _place(self, number: int) -> Place:
        event = self.drafts[number].event
        return event.place if event else Place("", 0)


def quick_file(document: Document) -> QuickFile:
    """Return the file of a *document* that was read quickly; its page has its text."""
    made = YamlFile if document.reader.page.is_yaml else JsonFile
    return made(document)
