"""Two timelines → all that differs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec.structs import replace

from timeline import edtf
from timeline.edtf import When
from timeline.model.file_fields import named
from timeline.model.keys import Key
from timeline.model.records import Event
from timeline.model.schema import EVENT, HEADER, REGISTRIES
from timeline.model.timeline import Timeline
from timeline.reports.diff.changes import (
    MORE_CERTAIN,
    WITHOUT_SOURCE,
    Change,
    Changes,
    Difference,
    Revised,
)
from timeline.reports.diff.keys import Ids, changes, date_changes, text_change
from timeline.reports.diff.pairs import Matched, matched_entries, matched_events

# What changes a reader's mind comes first.
_FIRST: Final = ("status", "date")
_EVENT: Final = (
    *(EVENT[name] for name in _FIRST),
    *(key for key in EVENT.keys if key.name not in ("id", *_FIRST)),
)


def differences(old: Timeline, new: Timeline) -> Changes:
    """Return what *new* has, and says, that *old* did not, and the other way round.

    A record is the same if its id is, or if its content is (`matching`): then links
    and names that lead to it are as they were. What stands in the same list in
    another order is a change; on which line of a file it stands is none.
    """
    matches = {name: matched_entries(getattr(old, name), getattr(new, name)) for name in REGISTRIES}
    matches["events"] = matched_events(list(old), list(new))
    renamed = {name: match.renamed for name, match in matches.items()}
    moves = _moves(old, new, renamed["events"])
    return Changes(
        header=tuple(_header(old, new)),
        events=_difference(_EVENT, matches["events"], renamed, moves),
        **{
            name: _difference(
                registry.record.keys, _without_bare(name, matches[name], old, new), renamed
            )
            for name, registry in REGISTRIES.items()
        },
    )


def _header(old: Timeline, new: Timeline) -> Iterator[Change]:
    for key in HEADER.keys:
        was, is_ = getattr(old, key.name), getattr(new, key.name)
        if key.kind == "day":
            yield from date_changes(key.name, _date(was), _date(is_))
        elif was != is_:
            yield text_change(key.name, was, is_)


def _date(day: int | None) -> When | None:
    return None if day is None else edtf.parse(edtf.iso(day))


def _difference(
    keys: Sequence[Key],
    match: Matched,
    renamed: Mapping[str, Ids],
    moves: Mapping[str, Change] | None = None,
) -> Difference[Any]:
    revised = []
    for old, new in match.pairs:
        found = _marked(list(changes(old, new, keys, renamed)))
        if moves and new.id in moves:
            found.append(moves[new.id])
        if found or old.id != new.id:
            revised.append(Revised(old, new, tuple(found)))
    return Difference(tuple(match.came), tuple(match.gone), tuple(revised))


def _marked(found: list[Change]) -> list[Change]:
    """Return the changes of a record; what is more certain without a new source says so."""
    if any(change.key == "sources" and change.new and not change.old for change in found):
        return found
    return [
        replace(change, means=(*change.means, WITHOUT_SOURCE))
        if MORE_CERTAIN in change.means
        else change
        for change in found
    ]


def _without_bare(name: str, match: Matched, old: Timeline, new: Timeline) -> Matched:
    """Leave out entries that say nothing, if an event tells of them anyhow."""
    return match._replace(
        gone=list(_telling(name, match.gone, _used(name, old))),
        came=list(_telling(name, match.came, _used(name, new))),
    )


def _telling(name: str, entries: Iterable[Any], used: set[str]) -> Iterator[Any]:
    registry = REGISTRIES[name]
    called = registry.naming
    for entry in entries:
        says = [key.name for key in registry.record.keys if getattr(entry, key.attribute)]
        bare = says in ([], [called]) and getattr(entry, called) in ("", entry.id)
        if not (bare and entry.id in used):
            yield entry


def _used(name: str, timeline: Timeline) -> set[str]:
    return set(named(timeline, name))


def _moves(old: Timeline, new: Timeline, renamed: Ids) -> dict[str, Change]:
    """Return, by new id, the events that stand after another one than before.

    Only those that kept their place in time are looked at, among others that did.
    """
    is_ = list(new)
    called = {renamed.get(event.id, event.id): event for event in old}
    kept = {event.id for event in is_ if _kept_its_place(event, called.get(event.id))}
    before = _predecessors((id_, event) for id_, event in called.items() if id_ in kept)
    after = _predecessors((event.id, event) for event in is_ if event.id in kept)
    moves = {}
    for id_ in kept:
        if before[id_] != after[id_]:
            was_after = called[before[id_]].id if before[id_] else ""
            moves[id_] = Change("order", was_after, after[id_])
    return moves


def _kept_its_place(event: Event, old: Event | None) -> bool:
    return old is not None and old.date.sort_key == event.date.sort_key


def _predecessors(events: Iterable[tuple[str, Event]]) -> dict[str, str]:
    """Return id → the id of what stands just before it on the same date; "" for the first."""
    found, last = {}, dict[tuple[int, ...], str]()
    for id_, event in events:
        key = event.date.sort_key
        found[id_] = last.get(key, "")
        last[key] = id_
    return found
