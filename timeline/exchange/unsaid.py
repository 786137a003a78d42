"""What a format without registries leaves unsaid of them, and of the head of a file."""

from collections.abc import Iterator, Mapping
from typing import Final

from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.model.evidence import SOURCE
from timeline.model.file_fields import Fields, file_fields
from timeline.model.schema import RECORDS, REGISTRIES
from timeline.model.timeline import Timeline

# What the words of `facts`, and a title and a summary above all, tell of the registries.
TOLD: Final = {
    "timeline": frozenset({"title", "summary"}),
    "arcs": frozenset({"title"}),
    "actors": frozenset({"name"}),
    "places": frozenset({"name"}),
    "sources": frozenset(SOURCE.names),
}


def note_unsaid(
    export: Export, losses: Losses, format_: str, kept: Mapping[str, frozenset[str]]
) -> None:
    """Note what a format without registries leaves out: the header, and all but *kept* keys."""
    events = [match.event for match in export.selection]
    for registry, entry, key in _told(export.timeline, file_fields(export.timeline, events)):
        if key not in kept.get(registry, frozenset()):
            noun = RECORDS[registry].noun
            losses.drop(f"{noun} {key}: {format_} has no place for it", entry)


def _told(timeline: Timeline, file: Fields) -> Iterator[tuple[str, str, str]]:
    """Yield (registry, entry, key) for everything that the header and the registries say."""
    for key in file.get("timeline", {}):
        yield "timeline", timeline.title or "timeline", key
    for registry in REGISTRIES:
        for entry, said in file.get(registry, {}).items():
            for key in said:
                yield registry, entry, key
