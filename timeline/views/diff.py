"""What differs between two versions of an event file, in plain forms."""

from collections.abc import Iterator
from typing import Any, Final

from timeline.model.file_fields import entry_fields
from timeline.model.records import Entry, Event
from timeline.model.timeline import Timeline
from timeline.reports.diff.changes import Change, Changes, Difference, Revised, Words
from timeline.text import visible
from timeline.views.parts.change_counts import summary, tally
from timeline.views.parts.change_words import REGISTRIES, Naming, Said
from timeline.views.parts.json_data import FORMAT, Object, event_data
from timeline.views.parts.markdown import escaped, heading
from timeline.views.view import View

_SECTIONS: Final = {"events": "event", **REGISTRIES}
_MARKS: Final = {"": "", "-": "~~", "+": "**"}


class ChangeView(View):
    """Two versions by their names, and what differs between them."""

    def __init__(self, names: tuple[str, str], naming: Naming, changes: Changes) -> None:
        """Show the *changes* from one to the other of two versions called *names*."""
        self.names = names
        self.naming = naming
        self.changes = changes

    def between(self, arrow: str) -> str:
        """Return "HEAD:events.yaml → events.yaml"."""
        old, new = map(visible, self.names)
        return f"{old} {arrow} {new}"

    def lines(self) -> Iterator[str]:
        """Yield a line for each record that came or went, and for each change."""
        return change_lines(self.changes, self.naming)

    def json(self) -> Object:
        """Return the whole answer."""
        return changes_data(self.changes, self.naming, self.names)

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each record that came, went or differs."""
        return change_rows(self.changes, self.naming)

    def md(self) -> Iterator[str]:
        """Yield lists under headings."""
        yield from heading(self.naming.new.heading, self.between("→"), self.remark())
        yield from change_page(self.changes, self.naming)

    def remark(self) -> str:
        """Return how much differs."""
        return summary(self.changes)


def change_lines(changes: Changes, naming: Naming) -> Iterator[str]:
    """Yield a line for each record that came or went, and for each change.

    `added`, `removed`, `changed` or `renamed`; `timeline`, `arc`, `actor`, `source`
    or `event`; id; and of a change its key, item, old and new value as the file has
    them, and what it means. What came, or went, is shown as the new, or old, value.
    """
    for change in changes.header:
        yield _line("changed", "timeline", "", *_cells(change))
    for name, noun in _SECTIONS.items():
        yield from _section_lines(noun, getattr(changes, name), naming)


def _section_lines(noun: str, part: Difference[Any], naming: Naming) -> Iterator[str]:
    for record in part.removed:
        yield _line("removed", noun, record.id, "", "", _shown(record, naming), "", "")
    for record in part.added:
        yield _line("added", noun, record.id, "", "", "", _shown(record, naming), "")
    for each in part.revised:
        if each.renamed:
            yield _line("renamed", noun, each.new.id, "id", "", each.old.id, each.new.id, "")
        for change in each.changes:
            yield _line("changed", noun, each.new.id, *_cells(change))


def changes_data(changes: Changes, naming: Naming, names: tuple[str, str]) -> Object:
    """Return the whole answer: what was compared, how much differs, and all of it."""
    return {
        "format": FORMAT,
        "timeline": naming.title,
        "old": {"name": names[0], "events": len(naming.old)},
        "new": {"name": names[1], "events": len(naming.new)},
        "summary": summary(changes),
        **tally(changes),
        "header": [_change(change) for change in changes.header],
        **{name: _section(name, changes, naming) for name in _SECTIONS},
    }


def change_rows(changes: Changes, naming: Naming) -> Iterator[Object]:
    """Yield the data of each record that came, went or differs, with what became of it."""
    if changes.header:
        header = [_change(change) for change in changes.header]
        yield {"what": "changed", "of": "timeline", "changes": header}
    for name, noun in _SECTIONS.items():
        for what, rows in _section(name, changes, naming).items():
            yield from ({"what": what, "of": noun, **row} for row in rows)


def _section(name: str, changes: Changes, naming: Naming) -> dict[str, list[Object]]:
    part = getattr(changes, name)
    return {
        "added": [_record(name, record, naming.new) for record in part.added],
        "removed": [_record(name, record, naming.old) for record in part.removed],
        "changed": [_revised(each, naming) for each in part.revised],
    }


def _record(name: str, record: Entry | Event, timeline: Timeline) -> Object:
    if isinstance(record, Event):
        return event_data(record, timeline)
    return {"id": record.id, **entry_fields(name, record)}


def _revised(each: Revised[Any], naming: Naming) -> Object:
    return {
        "id": each.new.id,
        "old_id": each.old.id if each.renamed else None,
        "name": naming.label(each.new),
        "changes": [_change(change) for change in each.changes],
    }


def _change(change: Change) -> Object:
    return {
        "key": change.key,
        "item": change.item or None,
        "old": change.old or None,
        "new": change.new or None,
        "means": change.means,
        "words": [{"sign": each.sign or "=", "text": each.text} for each in change.words],
    }


def _cells(change: Change) -> tuple[str, ...]:
    return change.key, change.item, change.old, change.new, ", ".join(change.means)


def _shown(record: Entry | Event, naming: Naming) -> str:
    if isinstance(record, Event):
        return f"{record.date.text} {record.title}"
    return naming.entry(record)


def _line(*cells: str) -> str:
    return "\t".join(map(visible, cells))


def change_page(changes: Changes, naming: Naming) -> Iterator[str]:
    """Yield the lines: a heading for what was added, removed and changed of each kind."""
    if changes.header:
        yield from ("", "## The timeline", "")
        yield from (f"- {_said(change, naming)}" for change in changes.header)
    yield from _md_section("Events", changes.events, naming)
    for name in REGISTRIES:
        yield from _md_section(name.capitalize(), getattr(changes, name), naming)


def _md_section(title: str, part: Difference[Any], naming: Naming) -> Iterator[str]:
    if part:
        yield from ("", f"## {title}")
    for word, records in (("Added", part.added), ("Removed", part.removed)):
        if records:
            yield from ("", f"**{word}**", "")
            yield from (f"- {_named(record, naming)}{_status(record)}" for record in records)
    if part.revised:
        yield from ("", "**Changed**", "")
    for each in part.revised:
        yield from _md_revised(each, naming)


def _md_revised(each: Revised[Any], naming: Naming) -> Iterator[str]:
    yield f"- {_named(each.new, naming)}"
    if each.renamed:
        yield f"  - id: {escaped(each.old.id)} → {escaped(each.new.id)}"
    yield from (f"  - {_said(change, naming, each.new)}" for change in each.changes)


def _named(record: Any, naming: Naming) -> str:  # noqa: ANN401  of any kind
    if isinstance(record, Event):
        return f"{escaped(record.date.describe())}: {escaped(record.title)}"
    return escaped(naming.entry(record))


def _status(record: Any) -> str:  # noqa: ANN401  of any kind
    return f" ({record.status})" if isinstance(record, Event) and record.status else ""


def _said(change: Change, naming: Naming, record: Entry | Event | None = None) -> str:
    said = naming.said(change, record)
    label = f"{said.label} of {escaped(said.of)}" if said.of else said.label
    means = f" ({said.means})" if said.means else ""
    return f"{label}{_became(said)}{means}"


def _became(said: Said) -> str:
    """Return what stands behind the label: ": old → new", " added: new"."""
    if said.words:
        return f": {' '.join(map(_marked, said.words))}"
    if said.old and said.new:
        return f": {escaped(said.old)} → {escaped(said.new)}"
    return f" added: {escaped(said.new)}" if said.new else f" removed: {escaped(said.old)}"


def _marked(words: Words) -> str:
    mark = _MARKS[words.sign]
    return f"{mark}{escaped(words.text)}{mark}"
