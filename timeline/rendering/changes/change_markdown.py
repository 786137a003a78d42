"""What differs → Markdown."""

from collections.abc import Iterator
from typing import Any

from timeline.model.records import Event
from timeline.rendering.changes.change_words import REGISTRIES, Naming
from timeline.rendering.forms.markdown import escaped
from timeline.reports.diff.changes import Change, Changes, Difference, Words


def change_page(changes: Changes, naming: Naming) -> Iterator[str]:
    """Yield the lines: a heading for what was added, removed and changed of each kind."""
    if changes.header:
        yield from ("", "## The timeline", "")
        yield from (f"- {_said(change, naming)}" for change in changes.header)
    yield from _section("Events", changes.events, naming)
    for name in REGISTRIES:
        yield from _section(name.capitalize(), getattr(changes, name), naming)


def _section(title: str, part: Difference[Any], naming: Naming) -> Iterator[str]:
    if part:
        yield from ("", f"## {title}")
    for word, records in (("Added", part.added), ("Removed", part.removed)):
        if records:
            yield from ("", f"**{word}**", "")
            yield from (f"- {_named(record, naming)}{_status(record)}" for record in records)
    if part.revised:
        yield from ("", "**Changed**", "")
    for each in part.revised:
        yield f"- {_named(each.new, naming)}"
        if each.renamed:
            yield f"  - id: {escaped(each.old.id)} → {escaped(each.new.id)}"
        yield from (f"  - {_said(change, naming)}" for change in each.changes)


def _named(record: Any, naming: Naming) -> str:  # noqa: ANN401  of any kind
    if isinstance(record, Event):
        return f"{escaped(record.date.describe())}: {escaped(record.title)}"
    return escaped(naming.entry(record))


def _status(record: Any) -> str:  # noqa: ANN401  of any kind
    return f" ({record.status})" if isinstance(record, Event) and record.status else ""


def _said(change: Change, naming: Naming) -> str:
    said = naming.said(change)
    label = f"{said.label} of {escaped(said.of)}" if said.of else said.label
    means = f" ({said.means})" if said.means else ""
    if said.words:
        return f"{label}: {' '.join(map(_marked, said.words))}{means}"
    if not (said.old and said.new):
        verb = "added" if said.new else "removed"
        return f"{label} {verb}: {escaped(said.new or said.old)}{means}"
    return f"{label}: {escaped(said.old)} → {escaped(said.new)}{means}"


def _marked(words: Words) -> str:
    mark = {"": "", "-": "~~", "+": "**"}[words.sign]
    return f"{mark}{escaped(words.text)}{mark}"
