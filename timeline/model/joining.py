"""Several timelines → one; two records of one thing → one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from timeline.model.naming import Ids
from timeline.model.records import Actor, Arc, Citation, Event, Link, Source
from timeline.model.timeline import Timeline
from timeline.text import fold

_Record = TypeVar("_Record", bound=Arc | Actor | Source)
_REGISTRIES: Final = ("actors", "arcs", "sources")
_NAME: Final = {Actor: "name", Arc: "title", Source: "publisher"}


def joined(timelines: Sequence[Timeline]) -> Timeline:
    """Return one timeline of all events; the first title and summary that stand.

    Entries of registries unite. An id that a timeline before has given to another event,
    or to an entry that contradicts, gets a number, wherever its own timeline names it.
    """
    if len(timelines) == 1:
        return timelines[0]
    taken = {name: _Registry() for name in _REGISTRIES}
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
    return replace(one, **{key: _both(one, other, key) for key in _keys(one)})


def contradiction(one: _Record, other: _Record, same: Callable[[Any], Any] = str) -> str:
    """Return the first key of which two records say something else, "" for none.

    Values are compared by what *same* makes of them.
    """
    for key in _keys(one):
        first, second = _said(one, key), _said(other, key)
        is_list = isinstance(first, tuple)
        if first and second and not is_list and same(str(first)) != same(str(second)):
            return key
    return ""


def _keys(record: Arc | Actor | Source) -> tuple[str, ...]:
    return tuple(key for key in record.__struct_fields__ if key != "id")


def _said(record: Arc | Actor | Source, key: str) -> Any:  # noqa: ANN401  of any field
    """Return a value; that it is called as its id says nothing."""
    value = getattr(record, key)
    return None if key == _NAME[type(record)] and value == record.id else value


def _both(one: _Record, other: _Record, key: str) -> Any:  # noqa: ANN401  of any field
    first: object = getattr(one, key)
    if isinstance(first, tuple):
        return tuple(dict.fromkeys((*first, *getattr(other, key))))
    return _said(one, key) or _said(other, key) or first


class _Registry:
    """The entries of several timelines, while they are put together."""

    def __init__(self) -> None:
        self.records: dict[str, Any] = {}

    def taken_in(self, entries: Mapping[str, _Record]) -> dict[str, str]:
        """Return the id under which each of *entries* stands from now on."""
        new = {id_: self._id(record, entries) for id_, record in entries.items()}
        for id_, record in entries.items():
            mine = _called(record, new)
            there = self.records.get(new[id_])
            self.records[new[id_]] = united(there, mine) if there else mine
        return new

    def _id(self, record: _Record, entries: Mapping[str, _Record]) -> str:
        there = self.records.get(record.id)
        if not there or not contradiction(there, record, fold):
            return record.id
        return Ids([*self.records, *entries]).free(record.id)


def _renamed(timeline: Timeline, ids: Ids, taken: Mapping[str, _Registry]) -> list[Event]:
    new = {name: taken[name].taken_in(getattr(timeline, name)) for name in _REGISTRIES}
    events = [match.event for match in timeline.select()]
    new["events"] = {event.id: ids.free(event.id) for event in events}
    return [_with_ids(event, new) for event in events]


def _called(record: _Record, new: Mapping[str, str]) -> _Record:
    """Return a record by its new id, and `of` those that it names by theirs."""
    if isinstance(record, Actor):
        of = tuple(new.get(group, group) for group in record.of)
        return replace(record, id=new[record.id], of=of)
    return replace(record, id=new[record.id])


def _with_ids(event: Event, new: Mapping[str, Mapping[str, str]]) -> Event:
    if all(id_ == other for ids in new.values() for id_, other in ids.items()):
        return event
    actors, arcs, sources = (new[name] for name in _REGISTRIES)
    targets = new["events"]
    return replace(
        event,
        id=targets[event.id],
        actors=tuple(actors.get(actor, actor) for actor in event.actors),
        arc=arcs.get(event.arc, event.arc),
        sources=tuple(_cited(citation, sources) for citation in event.sources),
        links=tuple(Link(link.type, targets.get(link.target, link.target)) for link in event.links),
    )


def _cited(citation: Citation, new: Mapping[str, str]) -> Citation:
    return replace(citation, source=new.get(citation.source, citation.source))
