"""Records → plain values in the shape of an event file.

Keys stand in their canonical order; what a record does not say has no key.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from typing import Any, Final, TypeAlias

from timeline.edtf import iso
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.keys import Key, Record
from timeline.model.nests import reached
from timeline.model.records import Account, Citation, Entry, Event, Link
from timeline.model.schema import EVENT, HEADER, REGISTRIES
from timeline.model.timeline import Timeline

Fields: TypeAlias = dict[str, Any]

YES: Final = "yes"
"""What a flag says."""


_AT_ONCE: Final = 1_000  # events

Remarks: TypeAlias = Mapping[tuple[str, ...], Sequence[str]]
"""The comments of an event file, by what they stand above: see `loading.remarks`."""


def event_fields(event: Event) -> Fields:
    """Return an event as it is written in a file: texts, lists of texts, and mappings.

    A date that only follows from order is not written there.
    """
    fields = _fields(EVENT, event)
    if event.undated:
        del fields["date"]
    return fields


def entry_fields(registry: str, entry: Entry) -> Fields:
    """Return an entry of a *registry*, without its id."""
    return _fields(REGISTRIES[registry].record, entry)


def header_fields(timeline: object) -> Fields:
    """Return what stands under `timeline:` of whatever has its fields: a timeline, a document."""
    return _fields(HEADER, timeline)


def file_fields(timeline: Timeline, events: Iterable[Event]) -> Fields:
    """Return a whole event file of *events*, with the entries that they need.

    All events of the timeline come with all entries. A registry in which every name
    stands for itself is left out, as it may be in a file. A link to an event that is not
    among *events* is written all the same.
    """
    chosen = list(events)
    head = head_fields(timeline, chosen, is_whole=len(chosen) == len(timeline))
    return _said({**head, "events": [event_fields(event) for event in chosen]})


def head_fields(timeline: Timeline, events: Iterable[Event], *, is_whole: bool) -> Fields:
    """Return what stands above *events* in a file of them: the header, and their entries.

    With all events, which *is_whole*, all entries come.
    """
    ids = _needed_ids(timeline, events)
    found = _with_ids(timeline, None if is_whole else ids)
    entries = {name: _entries(name, found[name], ids[name]) for name in found}
    return _said({"timeline": header_fields(timeline), **entries})


def needed(timeline: Timeline, events: Collection[Event]) -> dict[str, dict[str, Entry]]:
    """Return the entries of each registry that *events* need, by id; all of them for all events."""
    is_whole = len(events) == len(timeline)
    return _with_ids(timeline, None if is_whole else _needed_ids(timeline, events))


def _with_ids(
    timeline: Timeline, ids: Mapping[str, Collection[str]] | None
) -> dict[str, dict[str, Entry]]:
    """Return the entries of each registry that have one of these *ids*; all without them."""
    found: dict[str, dict[str, Entry]] = {
        name: dict(getattr(timeline, name)) for name in REGISTRIES
    }
    if ids is None:
        return found
    return {
        name: {id_: entry for id_, entry in entries.items() if id_ in ids[name]}
        for name, entries in found.items()
    }


def _needed_ids(timeline: Timeline, events: Iterable[Event]) -> dict[str, set[str]]:
    """Return the ids of the entries that *events* name, and of those to which these belong.

    They are gone through once, for they need not be at hand.
    """
    ids: dict[str, set[str]] = {name: set() for name in REGISTRIES}
    places, left = set[str](), iter(events)
    while some := list(islice(left, _AT_ONCE)):
        for name, found in ids.items():
            found.update(named(some, name))
        ids["sources"].update(_relayed(some))
        places.update(chain.from_iterable(event.places for event in some))
    ids["places"] = _around(timeline, places)
    ids["sources"] = _with_origins(timeline, ids["sources"])
    voices = (timeline.sources[id_].of for id_ in ids["sources"])
    of = {id_: actor.of for id_, actor in timeline.actors.items()}
    ids["actors"] = set(reached(ids["actors"].union(*voices), of))
    return ids


def named(events: Iterable[Event], registry: str) -> Iterable[str]:
    """Return the ids of the entries of a *registry* that *events* and their accounts name.

    Most values stand in many events, as one object: they count once.
    """
    of_event, of_account = _naming(EVENT, registry), _naming(ACCOUNT, registry)
    said: dict[int, str | tuple[str, ...] | tuple[Citation, ...]] = {}
    for event in events:
        for key in of_event:
            if value := getattr(event, key):
                said[id(value)] = value
        for account in event.accounts:
            for key in of_account:
                value = getattr(account, key)
                said[id(value)] = value
    return chain.from_iterable(map(ids_in, said.values()))


def _naming(record: Record, registry: str) -> list[str]:
    """Return the fields of a *record* in which the ids of a *registry* stand."""
    return [key.attribute for key in record.keys if key.registry == registry]


def ids_in(value: str | Iterable[str | Citation]) -> Sequence[str]:
    """Return the ids that a value of a key names: one, several, or those of citations."""
    if isinstance(value, str):
        return (value,)
    return [each if isinstance(each, str) else each.source for each in value]


def _relayed(events: Iterable[Event]) -> Iterator[str]:
    """Yield whose accounts *events* have by way of their sources."""
    citations = chain.from_iterable(event.citations for event in events)
    return chain.from_iterable(citation.relays for citation in citations)


def _with_origins(timeline: Timeline, ids: Iterable[str]) -> set[str]:
    """Return those of *ids* that are sources, and the sources that these lead to."""
    origins = {id_: source.origins for id_, source in timeline.sources.items()}
    return {id_ for id_ in reached(ids, origins) if id_ in timeline.sources}


def _around(timeline: Timeline, places: Iterable[str]) -> set[str]:
    """Return the ids of *places*, and of all in which they lie."""
    names = {name for place in places for name in timeline.geography.outer(place)}
    return {id_ for id_, place in timeline.places.items() if place.name in names}


def _entries(name: str, entries: Mapping[str, Entry], ids: set[str]) -> Fields:
    """Return *entries* as a file has them; nothing where names say it all, and *ids* name all."""
    naming = REGISTRIES[name].naming
    found = {id_: entry_fields(name, record) for id_, record in entries.items()}
    implied = all(entry == {naming: id_} and id_ in ids for id_, entry in found.items())
    return {} if implied else found


def _fields(record: Record, said: object) -> Fields:
    found = {}
    for name, attribute, key in _rows(record):
        value = getattr(said, attribute)
        if value or value == 0:  # a day, of which there is one with this number
            found[name] = _plain(key, value)
    return _said(found)


@cache
def _rows(record: Record) -> list[tuple[str, str, Key]]:
    """Return the name of each key of a *record*, the field of its struct, and the key."""
    return [(key.name, key.attribute, key) for key in record.keys]


def _plain(key: Key, value: Any) -> object:  # noqa: ANN401  of any key
    """Return a value as a file has it: a date as its text, several values as a list."""
    if isinstance(value, str) or value is None:
        return value
    if key.kind in _EACH:
        return [_EACH[key.kind](each) for each in value]
    if key.kind == "flag":
        return YES if value else ""
    if key.kind == "day":
        return iso(value)
    return list(value) if isinstance(value, tuple) else str(value)


def _link(link: Link) -> Fields:
    return {link.type: link.target}


def _account(account: Account) -> Fields:
    return _fields(ACCOUNT, account)


def _citation(citation: Citation) -> str | Fields:
    fields = _fields(CITATION, citation)
    return citation.source if len(fields) == 1 else fields


_EACH: Final[Mapping[str, Callable[[Any], object]]] = {
    "links": _link,
    "citations": _citation,
    "accounts": _account,
}


def _said(fields: Fields) -> Fields:
    return {key: value for key, value in fields.items() if value}
