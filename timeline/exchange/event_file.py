"""A selection → our own file: YAML, JSON or JSON Lines, each to be loaded again."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from timeline.editing import whole
from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.exchange.undated import DEDUCED, UNTOLD
from timeline.exchange.unsaid import note_unsaid
from timeline.model.answers import Match, Selection
from timeline.model.file_fields import Fields, entry_fields, event_fields, head_fields
from timeline.model.records import Event, Link
from timeline.model.scales import PURE_ORDER
from timeline.model.schema import REGISTRIES
from timeline.model.timeline import Timeline
from timeline.text import escaped

_HEAD: Final = ("", "")  # what the comments on a whole file stand above


def fields(export: Export, losses: Losses) -> Fields:
    """Return the event file of the selection: with what it needs, and links within it."""
    events, head = _parts(export, losses)
    written = {"events": [event_fields(event) for event in events]} if events else {}
    return head | written


def _parts(export: Export, losses: Losses) -> tuple["_Alone", Fields]:
    """Return the events of a file, and what stands above them."""
    events = _Alone(export)
    is_whole = len(events) == len(export.timeline)
    head = head_fields(export.timeline, _noted(export, events, losses), is_whole=is_whole)
    _note_heads(export, head, losses)
    _note_entries(export.timeline, head, losses)
    return events, head


def _noted(export: Export, events: "_Alone", losses: Losses) -> Iterator[Event]:
    """Yield *events*, having noted what is lost of each: they are gone through once for both."""
    for match in export.selection:
        if _closes_otherwise(match.event, export.timeline):
            losses.widen("an open end: its own file closes on another day", match.event.id)
        events.note(match, losses)
        yield events.alone(match.event)


def _note_heads(export: Export, file: Fields, losses: Losses) -> None:
    """Note what the heads of several files say that the one head does not."""
    written = file.get("timeline", {})
    for name, head in export.heads.items():
        for key, value in head.items():
            if written.get(key) != value:
                losses.drop(f"timeline {key} of one of several files", name, value)


def _note_entries(timeline: Timeline, file: Fields, losses: Losses) -> None:
    """Note the entries that are left out; one that says no more than its name is none."""
    for registry, about in REGISTRIES.items():
        kept = file.get(registry, {})
        for id_, entry in getattr(timeline, registry).items():
            if id_ not in kept and entry_fields(registry, entry) != {about.naming: id_}:
                losses.drop(f"{about.noun} that no exported event needs", id_)


def remarks(export: Export, file: Fields, losses: Losses) -> dict[tuple[str, ...], list[str]]:
    """Return the comments, of those of the *export*, which have their place in the *file*.

    Its events are records. They are known by what they stand above, as `loading` finds and
    `editing` writes them. A
    whole timeline keeps all of them, at the head of the file where there is no other place;
    with a part of it come those on what is in it, and the others are dropped.
    """
    if not export.remarks:
        return {}
    whole = len(export.selection) == len(export.timeline)
    ids = {"events": {event.id for event in file["events"]}}
    kept: dict[tuple[str, ...], list[str]] = {}
    for about, lines in export.remarks.items():
        if _has_place(about, file, ids) and (whole or about[0]):
            kept[about] = list(lines)
        elif whole:
            kept[_HEAD] = [*kept.get(_HEAD, ()), *lines]
        else:
            name = about[1] or about[0] or "timeline"
            losses.drop("a comment on what is not exported", name, times=sum(map(bool, lines)))
    return kept


def _has_place(about: tuple[str, ...], file: Fields, ids: Mapping[str, set[str]]) -> bool:
    registry, id_ = about[:2]
    if not registry:
        return not id_ or id_ == "end" or id_ in file
    entries = ids.get(registry) or file.get(registry, ())
    return registry in file if registry == "timeline" else id_ in entries


def yaml(export: Export, losses: Losses) -> str:
    """Return the event file, with the comments that have a place in it."""
    return "".join(pieces(export, losses))


def pieces(export: Export, losses: Losses) -> Iterator[str]:
    """Yield the text of `yaml`, of which each piece ends where an event does, or a section."""
    events, head = _parts(export, losses)
    said = remarks(export, {**head, "events": events}, losses)
    # Plain values are made of an event when it is written: together they are larger than the text.
    below = {"events": map(event_fields, events)} if events else {}
    yield from whole.pieces(head | below, said)


def json(export: Export, losses: Losses) -> str:
    """Return the event file as one JSON document."""
    return indented(fields(export, losses))


def jsonl(export: Export, losses: Losses) -> str:
    """Return the events, one JSON object a line; there is no room for the registries."""
    note_unsaid(export, losses, "JSON Lines", {})
    encode = msgspec.json.Encoder().encode
    events = _Alone(export)
    for match in export.selection:
        events.note(match, losses)
    lines = (escaped(encode(event_fields(event)).decode()) for event in events)
    return "".join(f"{line}\n" for line in lines)


class _Alone:
    """The events of an export as they can stand alone, each made when it is asked for.

    What is exported without all that dates it by order has that date written.
    """

    def __init__(self, export: Export) -> None:
        self._export = export
        self._linked = _linked(export.selection)

    def __len__(self) -> int:
        return len(self._export.selection)

    def __iter__(self) -> Iterator[Event]:
        return (self.alone(match.event) for match in self._export.selection)

    def alone(self, event: Event) -> Event:
        """Return *event* without links to what is not exported."""
        is_undated = event.undated and not self._must_say_its_date(event)
        if not self._cut(event) and is_undated == event.undated:
            return event
        kept = (link for link in event.links if link.target in self._linked)
        return replace(event, links=tuple(kept), undated=is_undated)

    def note(self, match: Match, losses: Losses) -> None:
        """Count an event; note maybes, and what it has no longer when it stands alone."""
        event = match.event
        losses.read += 1
        losses.written += 1
        if not match.certain:
            losses.drop("that it only possibly answers the query", event.id)
        if match.deduced:
            losses.drop(DEDUCED, event.id)
        for _ in self._cut(event):
            losses.drop("a link to an event that is not exported", event.id)
        if self._must_say_its_date(event):
            losses.drop(UNTOLD, event.id, event.date.describe())

    def _cut(self, event: Event) -> list[Link]:
        return [link for link in event.links if link.target not in self._linked]

    def _must_say_its_date(self, event: Event) -> bool:
        return event.undated and not _beside(event, self._export.timeline) <= self._linked


def _linked(selection: Selection) -> set[str]:
    """Return the ids of the events of a *selection* that links lead from, or to."""
    wanted = set[str]()
    for match in selection:
        if match.event.links:
            wanted.add(match.event.id)
            wanted.update(link.target for link in match.event.links)
    return {match.event.id for match in selection if match.event.id in wanted} if wanted else wanted


def _beside(event: Event, timeline: Timeline) -> set[str]:
    """Return the ids of what gives *event* its date by order, where it has none of its own."""
    found = {link.target for link in event.links if link.type in PURE_ORDER}
    return found | {other.id for type_, other in timeline.links_to(event) if type_ in PURE_ORDER}


def _closes_otherwise(event: Event, timeline: Timeline) -> bool:
    """Whether *event* is still going on, up to another day than the one that a file can say."""
    is_open = event.date.kind == "interval" and event.date.end_kind == "open"
    return is_open and event.as_of != timeline.as_of


def indented(data: Mapping[str, Any]) -> str:
    """Return *data* as a JSON document, with escapes for what a terminal could obey."""
    encoded = msgspec.json.encode(data, enc_hook=str)
    return escaped(msgspec.json.format(encoded, indent=2).decode()) + "\n"
