"""Several timelines → one, and several records of one id → one record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias, TypeVar

import msgspec
from msgspec.structs import replace

from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.keys import Key, Record
from timeline.model.records import Entry, Event, Ids, Link
from timeline.model.registries import registry_of
from timeline.model.schema import EVENT, REGISTRIES
from timeline.model.timeline import Timeline
from timeline.text import fold

_Record = TypeVar("_Record", bound=Entry)
_Named = TypeVar("_Named", bound=msgspec.Struct)
_New: TypeAlias = Mapping[str, Mapping[str, str]]
"""Section → old id → new id."""

_WITHIN: Final[Mapping[str, Record]] = {"citations": CITATION, "accounts": ACCOUNT}


def joined(timelines: Sequence[Timeline]) -> Timeline:
    """Return one timeline of all events; the first title and summary that stand.

    Entries of registries unite. An id that a timeline before has given to another event,
    or to an entry that contradicts, gets a number, wherever its own timeline names it.
    """
    if len(timelines) == 1:
        return timelines[0]
    taken = {name: _Gathered() for name in REGISTRIES}
    ids = Ids()
    events = [event for each in timelines for event in _renamed(each, ids, taken)]
    return Timeline(
        events,
        title=next((each.title for each in timelines if each.title), ""),
        summary=next((each.summary for each in timelines if each.summary), ""),
        as_of=closing_day(each.as_of for each in timelines),
        **{name: registry.records for name, registry in taken.items()},
    )


def closing_day(days: Iterable[int | None]) -> int | None:
    """Return the day up to which all of several files are told: the earliest that one says."""
    return min((day for day in days if day is not None), default=None)


def united(one: _Record, other: _Record) -> _Record:
    """Return what two records of one id say together: lists united, what is missing filled in.

    Where both say something else, it is what *one* says: see `contradiction`.
    """
    keys = [key.attribute for key in registry_of(one).record.keys]
    return replace(one, **{key: _both(one, other, key) for key in keys})


def contradiction(one: _Record, other: _Record, same: Callable[[Any], Any] = str) -> str:
    """Return the first key of which two records say something else, "" for none.

    Values are compared by what *same* makes of them.
    """
    for key in registry_of(one).record.keys:
        first, second = _said(one, key.attribute), _said(other, key.attribute)
        is_list = isinstance(first, tuple)
        if first and second and not is_list and same(str(first)) != same(str(second)):
            return key.name
    return ""


def _said(record: Entry, key: str) -> Any:  # noqa: ANN401  of any field
    """Return the value of an attribute; that it is called as its id says nothing."""
    value = getattr(record, key)
    is_name = key == registry_of(record).naming
    return None if is_name and value == record.id else value


def _both(one: _Record, other: _Record, key: str) -> Any:  # noqa: ANN401  of any field
    first: object = getattr(one, key)
    if isinstance(first, tuple):
        return tuple(dict.fromkeys((*first, *getattr(other, key))))
    return _said(one, key) or _said(other, key) or first


class _Gathered:
    """The entries of several timelines, while they are put together."""

    def __init__(self) -> None:
        self.records: dict[str, Any] = {}

    def ids(self, entries: Mapping[str, _Record]) -> dict[str, str]:
        """Return the id under which each of *entries* is to stand from now on."""
        return {id_: self._id(record, entries) for id_, record in entries.items()}

    def take_in(self, entries: Mapping[str, _Record], new: _New) -> None:
        """Take *entries* in by the *new* ids of all that they name."""
        for record in entries.values():
            mine = _called(record, new)
            there = self.records.get(mine.id)
            self.records[mine.id] = united(there, mine) if there else mine

    def _id(self, record: _Record, entries: Mapping[str, _Record]) -> str:
        there = self.records.get(record.id)
        if not there or not contradiction(there, record, fold):
            return record.id
        return Ids([*self.records, *entries]).free(record.id)


def _renamed(timeline: Timeline, ids: Ids, taken: Mapping[str, _Gathered]) -> list[Event]:
    new = {name: taken[name].ids(getattr(timeline, name)) for name in REGISTRIES}
    for name, registry in taken.items():
        registry.take_in(getattr(timeline, name), new)
    events = list(timeline)
    new["events"] = {event.id: ids.free(event.id) for event in events}
    return [_with_ids(event, new) for event in events]


def _called(record: _Record, new: _New) -> _Record:
    """Return a record by its new id, with the new ids of all that it names."""
    registry = registry_of(record)
    return _renaming(record, registry.record, new, id=new[registry.section][record.id])


def _with_ids(event: Event, new: _New) -> Event:
    """Return an event by its new id, with the new ids of all that it names."""
    if all(id_ == other for ids in new.values() for id_, other in ids.items()):
        return event
    return _renaming(event, EVENT, new, id=new["events"][event.id])


def _renaming(said: _Named, record: Record, new: _New, **others: str) -> _Named:
    """Return what is *said*, with the new ids of all that it names, and *others* in place."""
    named = {
        key.attribute: _with_new(key, getattr(said, key.attribute), new) for key in record.keys
    }
    return replace(said, **named | others)


def _with_new(key: Key, value: Any, new: _New) -> Any:  # noqa: ANN401  of any key
    """Return what a key says, each id in it as it is *new*."""
    if key.kind in _WITHIN:
        return tuple(_renaming(each, _WITHIN[key.kind], new) for each in value)
    if key.kind == "links":
        ids = new[key.registry]
        return tuple(Link(link.type, ids.get(link.target, link.target)) for link in value)
    if not key.registry:
        return value
    ids = new[key.registry]
    if isinstance(value, str):
        return ids.get(value, value)
    return tuple(ids.get(id_, id_) for id_ in value)
