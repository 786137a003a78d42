"""The event file → JSON Schema (draft 2020-12), for the editors that complete and check.

It is made from the keys and words of the model, and never refuses what can be
loaded and is written plainly. Editors read YAML with types: a year is a number to
them, and so is a title that is one. A key that says nothing they may underline.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

import msgspec

from timeline.model import schema as words
from timeline.model.file_fields import (
    ACTOR_KEYS,
    ARC_KEYS,
    CITATION_KEYS,
    EVENT_KEYS,
    HEADER_KEYS,
    SECTIONS,
    SOURCE_KEYS,
)
from timeline.model.records import ACTOR_KINDS, CREDIBILITIES, LINK_TYPES, RELIABILITIES, STATUSES

Schema: TypeAlias = dict[str, Any]

_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"]}
# Loose on purpose: whatever might be EDTF. Words, and dates that begin with the day, are not.
_EDTF: Final = r"^\s*[\[{]?[ .]*[/?~%]?(-?[0-9X]{4}|Y-?[0-9]|\.\./|/)[-0-9XYESTZ:+,./?~%\[\]{} ]*$"
_DATE: Final[Schema] = {
    "type": ["string", "integer"],
    "pattern": _EDTF,
    "patternErrorMessage": "Write a date as 2019, 2019-03, 2019-03-15, 2019~ or 2019/2020.",
    "examples": ["2019-01-23", "2019-01", "2019~", "2025-08/..", "[2025-10-21..2025-10-31]"],
}
_DAY: Final[Schema] = {"type": "string", "format": "date", "examples": ["2025-11-30"]}
_SNIPPET: Final[Schema] = {
    "label": "event",
    "description": "an event with its source",
    "body": {
        "id": "$1",
        "date": "$2",
        "title": "$3",
        "status": "${4|confirmed,reported,claimed,disputed,denied|}",
        "sources": ["$5"],
    },
}
_EXAMPLES: Final[Mapping[str, list[Any]]] = {
    "id": ["bridge-closed-2019"],
    "title": ["The city closes the bridge"],
    "summary": ["Engineers found cracks; the city closed the bridge to all traffic."],
    "name": ["The City of Northport"],
    "aliases": [["City Hall"]],
    "of": [["northport"]],
    "publisher": ["The Northport Gazette"],
    "url": ["https://gazette.example/bridge"],
    "source": ["gazette-2019-03-02"],
    "note": ["page 3"],
    "actors": [["mayor", "northport"]],
    "places": [["Old Bridge"]],
    "tags": [["bridge"]],
    "arc": ["closure"],
    "sources": [["gazette-2019-03-02"]],
    "links": [[{"denies": "engineer-warns-2018"}]],
}


def text() -> str:
    """Return the JSON Schema of event files as text, indented."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


def schema() -> Schema:
    """Return the JSON Schema of an event file: a mapping with sections, or a list of events."""
    sections: Mapping[str, Schema] = {
        "timeline": _object(HEADER_KEYS, words.HEADER, {"as_of": _DAY}),
        "arcs": _registry("arc"),
        "actors": _registry("actor"),
        "sources": _registry("source"),
        "events": {"type": "array", "items": {"$ref": "#/$defs/event"}},
    }
    for section in sections.values():
        section["type"] = [section["type"], "null"]  # a section may wait for its entries
    top = _object(SECTIONS, words.SECTIONS, sections)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Event file",
        "description": "A cited chronology: a mapping with sections, or a list of events alone.",
        **top,
        "type": ["object", "array"],
        "items": {"$ref": "#/$defs/event"},
        "$defs": _definitions(),
    }


def _definitions() -> Mapping[str, Schema]:
    source = {"date": _date(), "reliability": _choice(RELIABILITIES, RELIABILITIES.values())}
    citation = {"credibility": _credibility()}
    citing = _object(CITATION_KEYS, words.CITATION, citation, required=["source"])
    kinds = _choice(ACTOR_KINDS, map(words.KINDS.__getitem__, ACTOR_KINDS))
    found = {
        "event": _event(),
        "arc": _object(ARC_KEYS, words.ARC),
        "actor": _object(ACTOR_KEYS, words.ACTOR, {"kind": kinds}),
        "source": _object(SOURCE_KEYS, words.SOURCE, source),
        "citation": {
            **citing,
            "type": ["string", "number", "boolean", "object"],
            "description": "A source that is cited: its id, or {source, credibility, note}.",
        },
        "link": _link(),
    }
    for name in ("arc", "actor", "source"):
        found[name]["type"] = ["object", "null"]  # an id alone is an entry too
    return found


def _event() -> Schema:
    values = {
        "date": _date(),
        "kind": {"enum": ["statement"]},
        "status": _choice(STATUSES, map(words.STATUS.__getitem__, STATUSES)),
        "sources": {"type": "array", "items": {"$ref": "#/$defs/citation"}},
        "links": {"type": "array", "items": {"$ref": "#/$defs/link"}},
    }
    event = _object(EVENT_KEYS, words.EVENT, values, required=["date", "title"])
    described = {"description": "Something that happened, or was said, at a date."}
    return {**event, **described, "defaultSnippets": [_SNIPPET]}


def _link() -> Schema:
    found = _object(LINK_TYPES, words.LINKS)
    for value in found["properties"].values():
        value["examples"] = ["bridge-closed-2019"]
    return {**found, "minProperties": 1, "description": "A relation: its type, and an event's id."}


def _object(
    keys: Iterable[str],
    described: Mapping[str, str],
    values: Mapping[str, Schema] | None = None,
    required: list[str] | None = None,
) -> Schema:
    """Return the schema of a mapping: every key with its description, and no others."""
    properties = {key: {"description": described[key], **_value(key, values or {})} for key in keys}
    need = {"required": required} if required else {}
    return {"type": "object", "properties": properties, **need, "additionalProperties": False}


def _value(key: str, values: Mapping[str, Schema]) -> Schema:
    examples = {"examples": _EXAMPLES[key]} if key in _EXAMPLES else {}
    if key in values:
        return {**examples, **values[key]}
    if key in ("actors", "places", "tags", "aliases", "of"):
        return {"type": "array", "items": _TEXT, **examples}
    return {**_TEXT, **examples}


def _registry(noun: str) -> Schema:
    return {"type": "object", "additionalProperties": {"$ref": f"#/$defs/{noun}"}}


def _date() -> Schema:
    return {**_DATE, "markdownDescription": words.DATE}


def _choice(known: Iterable[Any], described: Iterable[str]) -> Schema:
    """Return the schema of one of a few words, each with what it means."""
    meanings = list(described)
    return {
        "enum": list(known),
        "enumDescriptions": meanings,
        "markdownEnumDescriptions": meanings,
    }


def _credibility() -> Schema:
    """Return the schema of a number from 1 to 6, which may be written as text."""
    numbers = _choice(map(int, CREDIBILITIES), CREDIBILITIES.values())
    return {"anyOf": [numbers, {"type": "string", "pattern": "^[1-6]$"}]}
