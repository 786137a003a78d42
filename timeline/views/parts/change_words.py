"""A change → the words for it, with names instead of ids."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from timeline import edtf
from timeline.edtf import EdtfError
from timeline.model import schema
from timeline.model.evidence import CITATION
from timeline.model.records import Actor, Entry, Event, Location, Source
from timeline.model.registries import registry_of
from timeline.model.timeline import Timeline
from timeline.model.words import source_label
from timeline.reports.diff.changes import IN_ANOTHER_ORDER, Change, Words

# A registry of the file that has most to say comes first.
_ORDER: Final = ("sources", "actors", "places", "arcs")
REGISTRIES: Final = {name: schema.REGISTRIES[name].noun for name in _ORDER}
_KEYS: Final = {key.name: key for record in schema.ALL for key in record.keys}
_OF_USE: Final = tuple(key for key in CITATION.names if key != "source")
_AROUND: Final = 5  # words that are shown before and after the ones that differ
_LEAST_KEPT: Final = 1 / 3  # of the words; a text of which fewer stay is given as a whole


class Said(msgspec.Struct, frozen=True):
    """A change as a person is told of it: of what, what it was and is, and what that means.

    `of` is the source of a citation. Where a text was reworded, `words` are those
    that differ, with a few around them.
    """

    label: str
    old: str
    new: str
    of: str = ""
    means: str = ""
    words: tuple[Words, ...] = ()


class Naming:
    """What the records of two timelines are called, in words or in ASCII."""

    def __init__(self, old: Timeline, new: Timeline, *, ascii: bool = False) -> None:  # noqa: A002
        """Know both timelines; with *ascii* the words of dates are ASCII."""
        self.old = old
        self.new = new
        self._ascii = ascii

    @property
    def title(self) -> str:
        """What the timeline is called now, or was if it has lost its title."""
        return self.new.title or self.old.title

    def said(self, change: Change, record: Entry | Event | None = None) -> Said:
        """Return a *change* of a *record*, or of the header: names for ids, words for dates."""
        label, old, new = change.key, change.old, change.new
        if IN_ANOTHER_ORDER not in change.means:
            label = key_words(change.key, record)
            old, new = self._values(change)
        means = ", ".join(change.means)
        return Said(label, old, new, self._cited(change), means, tuple(shortened(change.words)))

    def label(self, record: Entry | Event) -> str:
        """Return what a record is called: a source by its publisher and date."""
        if isinstance(record, Actor | Location):
            return record.name
        if not isinstance(record, Source):
            return record.title
        return source_label(record, ascii=self._ascii)

    def entry(self, record: Entry) -> str:
        """Return what an entry of a registry is called where only its kind is said before."""
        name = self.label(record)
        if isinstance(record, Source) and record.publisher and record.title:
            return f"{name}: {record.title}"
        return name

    def _cited(self, change: Change) -> str:
        """Return the source of the citation that differs, or whose account; "" for other keys."""
        if change.item and change.key in _OF_USE:
            return self.label(self.new.sources[change.item])
        if change.key == "accounts":
            return ", ".join(map(self.new.actor_name, filter(None, change.item.split(", "))))
        return ""

    def _values(self, change: Change) -> tuple[str, str]:
        """Return what it was and is: in words, or as the file has it where these hide how."""
        old = self._value(change, change.old, self.old)
        new = self._value(change, change.new, self.new)
        return (change.old, change.new) if old == new else (old, new)

    def _value(self, change: Change, value: str, timeline: Timeline) -> str:
        if change.key == "order":
            return f"after '{timeline.get(value).title}'" if value else "first of its date"
        if not value:
            return ""
        key = _KEYS[change.key]
        if key.kind in ("date", "day"):
            return _date(value, ascii=self._ascii)
        if key.kind == "links":
            return f"{change.item} '{timeline.get(value).title}'"
        return self._name(key.registry, value, timeline)

    def _name(self, registry: str, value: str, timeline: Timeline) -> str:
        """Return what an entry of a *registry* is called; without one, the value itself."""
        if registry == "actors":
            return timeline.actor_name(value)
        if registry == "sources":
            source = timeline.sources.get(value)
            return self.label(source) if source else value
        if registry == "places":
            return timeline.geography.name(value)
        return timeline.arcs[value].title if registry == "arcs" else value


def key_words(key: str, record: Entry | Event | None = None) -> str:
    """Return what one value of a *key* is called, as a *record* has it: "place", "as of"."""
    known = _KEYS.get(key)
    if record is not None and not isinstance(record, Event):
        known = registry_of(record).record[key]
    return known.single if known else key


def _date(text: str, *, ascii: bool) -> str:  # noqa: A002  the name of the option
    try:
        return edtf.parse(text).describe(ascii=ascii)
    except EdtfError:
        return text


def shortened(words: Sequence[Words]) -> Iterator[Words]:
    """Yield the words that differ and a few around them; all, if hardly any stayed."""
    if _hardly_any_stayed(words):
        yield Words("-", " ".join(each.text for each in words if each.sign != "+"))
        yield Words("+", " ".join(each.text for each in words if each.sign != "-"))
        return
    last = len(words) - 1
    for number, each in enumerate(words):
        if each.sign:
            yield each
        else:
            yield Words("", _cut(each.text, first=number == 0, last=number == last))


def _hardly_any_stayed(words: Sequence[Words]) -> bool:
    kept = sum(_number(each) for each in words if not each.sign)
    was = sum(_number(each) for each in words if each.sign != "+")
    is_ = sum(_number(each) for each in words if each.sign != "-")
    return kept < _LEAST_KEPT * max(was, is_)


def _number(words: Words) -> int:
    return len(words.text.split())


def _cut(text: str, *, first: bool, last: bool) -> str:
    """Return the words next to those that differ, with dots for the others."""
    words = text.split()
    before = [] if first else words[:_AROUND]
    after = [] if last else words[-_AROUND:]
    if len(before) + len(after) >= len(words):
        return text
    return " ".join([*before, "…", *after])
