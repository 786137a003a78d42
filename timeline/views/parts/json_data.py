"""Events, counts and sources → plain values for JSON. The shape is format 1 (docs/json.md).

What is shown is given whole. Each answer is an object with `format`, the
`timeline`'s title and the `query` as it was understood, and a list: `events`,
`counts` or `sources`; in JSON Lines, only what would be in the list, one object a
line. A date is raw EDTF, or an object with it, its words and its four bounds as
ISO days. What an event or a source does not say is null; a list may be empty.
Keys are only ever added within a format.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

from timeline.edtf import When, iso
from timeline.model.answers import Match
from timeline.model.evidence import ACCOUNT, CITATION, SOURCE
from timeline.model.keys import SEVERAL, Key
from timeline.model.records import Account, Citation, Event, Link, Source
from timeline.model.schema import EVENT, REGISTRIES
from timeline.model.timeline import Timeline
from timeline.model.words import entry_name

FORMAT: Final = 1
Object: TypeAlias = Mapping[str, Any]

_NEVER_NULL: Final = ("title", "summary")  # as format 1 has it: a text, if an empty one
SURE: Final[Mapping[bool, str]] = {True: "certain", False: "possible"}


DEDUCED: Final = "deduced"
"""What stands for certain where it is so by the order of events alone."""


def sure(match: Match) -> str:
    """Return how an event answers: "certain", "possible", or "deduced", certain by its order."""
    return DEDUCED if match.deduced else SURE[match.certain]


def answer_data(timeline: Timeline, query: str, **rest: object) -> Object:
    """Return a whole answer: the format, the timeline, what was asked, and the *rest*."""
    return {"format": FORMAT, "timeline": timeline.title, "query": query, **rest}


def match_data(match: Match, timeline: Timeline) -> Object:
    """Return an event with its verdict."""
    return {"verdict": sure(match), **event_data(match.event, timeline)}


def event_data(event: Event, timeline: Timeline) -> Object:
    """Return an event with names and sources resolved."""
    found: dict[str, Any] = {}
    for key in EVENT.keys:
        found[key.attribute] = _value(key, event, timeline)
        if key.kind == "id" and key.registry:
            naming = f"{key.name}_{REGISTRIES[key.registry].naming}"
            found[naming] = _name(key, getattr(event, key.name), timeline)
        if key.kind == "date":
            found["undated"] = event.undated or None
    return found


def _value(key: Key, record: Event | Account, timeline: Timeline) -> Any:  # noqa: ANN401  of any key
    value = getattr(record, key.attribute)
    match key.kind:
        case "date":
            return when_data(value) if value else None
        case "ids":
            return [{"id": id_, "name": _name(key, id_, timeline)} for id_ in value]
        case "citations" | "accounts" | "links":
            return [_DATA[key.kind](each, timeline) for each in value]
        case "texts" | "urls" | "origins":
            return value
    return value if key.name in _NEVER_NULL else value or None


def _name(key: Key, id_: str, timeline: Timeline) -> str | None:
    return entry_name(key.registry, id_, timeline) if id_ else None


def when_data(when: When) -> Object:
    """Return a date: as written, in words, and its four bounds as ISO days or null."""
    return {
        "edtf": when.text,
        "text": when.describe(),
        "earliest_start": iso_day(when.earliest_start),
        "latest_start": iso_day(when.latest_start),
        "earliest_end": iso_day(when.earliest_end),
        "latest_end": iso_day(when.latest_end),
        "start": when.start_kind,
        "end": when.end_kind,
        "uncertain": when.uncertain,
        "approximate": when.approximate,
    }


def _account_data(account: Account, timeline: Timeline) -> Object:
    return {key.attribute: _value(key, account, timeline) for key in ACCOUNT.keys}


def _citation_data(citation: Citation, timeline: Timeline) -> Object:
    source = source_data(timeline.sources[citation.source])
    of_source = {_apart(name): value for name, value in source.items()}
    return {**of_source, **_said(CITATION.keys[1:], citation)}


def _link_data(link: Link, _: Timeline) -> Object:
    return {"type": link.type, "event": link.target}


_DATA: Final[Mapping[str, Callable[[Any, Timeline], Object]]] = {
    "citations": _citation_data,
    "accounts": _account_data,
    "links": _link_data,
}


def _apart(name: str) -> str:
    """Return the name of a key of a source where a citation may have one called the same."""
    return f"source_{name}" if name in CITATION.names else name


def source_data(source: Source) -> Object:
    """Return a source; what it does not say is null, or an empty list."""
    return {"id": source.id, **_said(SOURCE.keys, source)}


def _said(keys: Iterable[Key], record: Citation | Source) -> dict[str, Any]:
    """Return what a record says under *keys*; a date is its text."""
    return {key.attribute: _plain(key, getattr(record, key.attribute)) for key in keys}


def _plain(key: Key, value: Any) -> Any:  # noqa: ANN401  of any key
    if key.kind in SEVERAL:
        return value
    return value.text if isinstance(value, When) else value or None


def iso_day(day: int | None) -> str | None:
    """Return a day number as ISO 8601; null where there is no limit."""
    return None if day is None else iso(day)
