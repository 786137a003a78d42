"""A change → the words for it, with names instead of ids. No Rich here."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from timeline import edtf
from timeline.edtf import EdtfError
from timeline.model.records import Actor, Arc, Event, Source
from timeline.model.timeline import Timeline
from timeline.reports.diff.changes import LESS_CERTAIN, MORE_CERTAIN, Change, Changes, Words
from timeline.text import counted, enumerated

_SINGLE: Final = {
    "actors": "actor",
    "places": "place",
    "tags": "tag",
    "aliases": "alias",
    "sources": "source",
    "links": "link",
    "of": "member of",
    "as_of": "as of",
}
_AROUND: Final = 5  # words that are shown before and after the ones that differ
_LEAST_KEPT: Final = 1 / 3  # of the words; a text of which fewer stay is given as a whole
REGISTRIES: Final = {"sources": "source", "actors": "actor", "arcs": "arc"}


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

    def said(self, change: Change) -> Said:
        """Return a *change* with names for ids, and words for dates."""
        single = "in another order" not in change.means
        label = _SINGLE.get(change.key, change.key) if single else change.key
        old = self._value(change, change.old, self.old) if single else change.old
        new = self._value(change, change.new, self.new) if single else change.new
        if old == new:  # the words hide how it is written
            old, new = change.old, change.new
        cited = change.key in ("credibility", "note") and change.item
        of = self.label(self.new.sources[change.item]) if cited else ""
        return Said(label, old, new, of, ", ".join(change.means), tuple(shortened(change.words)))

    def label(self, record: Arc | Actor | Source | Event) -> str:
        """Return what a record is called: a source by its publisher and date."""
        if isinstance(record, Source):
            said = [record.publisher or record.title or record.id]
            return ", ".join(
                [*said, record.date.describe(ascii=self._ascii)] if record.date else said
            )
        return record.name if isinstance(record, Actor) else record.title

    def entry(self, record: Arc | Actor | Source) -> str:
        """Return what an entry of a registry is called where only its kind is said before."""
        title = record.title if isinstance(record, Source) and record.publisher else ""
        return f"{self.label(record)}: {title}" if title else self.label(record)

    def _value(self, change: Change, value: str, timeline: Timeline) -> str:
        if change.key == "order":
            return f"after '{timeline.get(value).title}'" if value else "first of its date"
        if not value:
            return ""
        if change.key in ("date", "as_of"):
            return _date(value, ascii=self._ascii)
        if change.key == "links":
            return f"{change.item} '{timeline.get(value).title}'"
        return self._name(change.key, value, timeline)

    def _name(self, key: str, value: str, timeline: Timeline) -> str:
        if key in ("actors", "of"):
            return timeline.actor_name(value)
        if key == "sources":
            return self.label(timeline.sources[value])
        return timeline.arcs[value].title if key == "arc" else value


def _date(text: str, *, ascii: bool) -> str:  # noqa: A002  the name of the option
    try:
        return edtf.parse(text).describe(ascii=ascii)
    except EdtfError:
        return text


def shortened(words: Sequence[Words]) -> Iterator[Words]:
    """Yield the words that differ and a few around them; all, if hardly any stayed."""
    kept = sum(_number(each) for each in words if not each.sign)
    longest = max(sum(_number(each) for each in words if each.sign != sign) for sign in "+-")
    if kept < _LEAST_KEPT * longest:
        yield Words("-", " ".join(each.text for each in words if each.sign != "+"))
        yield Words("+", " ".join(each.text for each in words if each.sign != "-"))
        return
    for number, each in enumerate(words):
        if each.sign:
            yield each
        else:
            yield Words("", _cut(each.text, first=not number, last=number == len(words) - 1))


def _number(words: Words) -> int:
    return len(words.text.split())


def _cut(text: str, *, first: bool, last: bool) -> str:
    """Return the words next to those that differ, with dots for the others."""
    words = text.split()
    before = [] if first else words[:_AROUND]
    after = [] if last else words[-_AROUND:]
    short = len(before) + len(after) >= len(words)
    return text if short else " ".join([*before, "…", *after])


def summary(changes: Changes) -> str:
    """Return how much differs: "3 events added, 1 removed, 5 changed: 2 became more certain"."""
    parts = [_events(changes)]
    for name, noun in REGISTRIES.items():
        part = getattr(changes, name)
        numbers = {
            "added": len(part.added),
            "removed": len(part.removed),
            "changed": sum(bool(each.changes) for each in part.revised),
            "renamed": sum(each.renamed for each in part.revised),
        }
        parts.append(_numbers(noun, numbers))
    if changes.header:
        keys = [_SINGLE.get(change.key, change.key) for change in changes.header]
        parts.append(f"{enumerated(keys)} of the timeline changed")
    return "; ".join(filter(None, parts))


def tally(changes: Changes) -> dict[str, int]:
    """Return how many events came, went and differ, and how many are more or less certain."""
    revised = changes.events.revised
    return {
        "added": len(changes.events.added),
        "removed": len(changes.events.removed),
        "changed": sum(bool(each.changes) for each in revised),
        "renamed": sum(each.renamed for each in revised),
        "more_certain": sum(MORE_CERTAIN in each.means for each in revised),
        "less_certain": sum(LESS_CERTAIN in each.means for each in revised),
    }


def _events(changes: Changes) -> str:
    numbers = tally(changes)
    more, less = numbers.pop("more_certain"), numbers.pop("less_certain")
    became = [
        f"{number} became {what}"
        for number, what in ((more, MORE_CERTAIN), (less, LESS_CERTAIN))
        if number
    ]
    found = _numbers("event", numbers)
    return f"{found}: {enumerated(became)}" if became else found


def _numbers(noun: str, numbers: dict[str, int]) -> str:
    """Return "3 sources added, 1 removed"; the noun stands once."""
    said = [f"{number:,} {what}" for what, number in numbers.items() if number]
    if not said:
        return ""
    first = next((what, number) for what, number in numbers.items() if number)
    return ", ".join([f"{counted(first[1], noun)} {first[0]}", *said[1:]])
