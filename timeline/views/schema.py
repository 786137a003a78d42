"""The event file → JSON Schema (draft 2020-12), for the editors that complete and check.

It is made from the keys and words of the model, and never refuses what can be
loaded and is written plainly. Editors read YAML with types: a year is a number to
them, and so is a title that is one. A key that says nothing they may underline.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import msgspec

from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.keys import Key, Record
from timeline.model.scales import PURE_ORDER
from timeline.model.schema import DATE, EVENT, HEADER, REGISTRIES, SECTIONS

Schema: TypeAlias = dict[str, Any]

_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"]}
# Loose on purpose: whatever might be EDTF. Words, and dates that begin with the day, are not.
_EDTF: Final = r"^\s*[\[{]?[ .]*[/?~%]?(-?[0-9X]{4}|Y-?[0-9]|\.\./|/)[-0-9XYESTZ:+,./?~%\[\]{} ]*$"
_DATE: Final[Schema] = {
    "type": ["string", "integer"],
    "pattern": _EDTF,
    "patternErrorMessage": "Write a date as 2019, 2019-03, 2019-03-15, 2019~ or 2019/2020.",
}
_FLAG: Final = {"yes": ""}
_NULLABLE: Final = ["object", "null"]
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


def text() -> str:
    """Return the JSON Schema of event files as text, indented."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


def schema() -> Schema:
    """Return the JSON Schema of an event file: a mapping with sections, or a list of events."""
    sections = {
        "timeline": {**_object(HEADER), "type": _NULLABLE},
        **{section: _registry(registry.noun) for section, registry in REGISTRIES.items()},
        "events": {"type": ["array", "null"], "items": {"$ref": "#/$defs/event"}},
    }  # a section may wait for its entries
    told = {name: {"description": means, **sections[name]} for name, means in SECTIONS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Event file",
        "description": "A cited chronology: a mapping with sections, or a list of events alone.",
        **_mapping(told),
        "type": ["object", "array"],
        "items": {"$ref": "#/$defs/event"},
        "$defs": _definitions(),
    }


def _definitions() -> Mapping[str, Schema]:
    entries = {
        registry.noun: {**_object(registry.record), "type": _NULLABLE}  # an id alone is one too
        for registry in REGISTRIES.values()
    }
    within = {"citation": _citation(), "account": _account(), "link": _link()}
    return {"event": _event(), **entries, **within}


def _event() -> Schema:
    described = {"description": "Something that happened, or was said, at a date."}
    dated = {"required": ["title"], "if": _ordered(), "else": {"required": ["date"]}}
    return {**_object(EVENT), **described, **dated, "defaultSnippets": [_SNIPPET]}


def _ordered() -> Schema:
    """Return the schema of an event whose links say its order: it may leave its date out."""
    one = {"anyOf": [{"required": [type_]} for type_ in PURE_ORDER]}
    return {"required": ["links"], "properties": {"links": {"contains": one}}}


def _citation() -> Schema:
    return {
        **_object(CITATION),
        "type": ["string", "number", "boolean", "object"],
        "description": f"A source that is cited: its id, or {{{', '.join(CITATION.names)}}}.",
    }


def _account() -> Schema:
    told = {"description": "How some tell an event: {by, says, sources}."}
    tellers = {"anyOf": [{"required": ["by"]}, {"required": ["sources"]}]}
    return {**_object(ACCOUNT), **told, **tellers}


def _link() -> Schema:
    types = EVENT["links"].choices
    example = {"examples": list(EVENT["id"].examples)}
    found = _mapping(
        {type_: {"description": means, **_TEXT, **example} for type_, means in types.items()}
    )
    return {**found, "minProperties": 1, "description": "A relation: its type, and an event's id."}


def _registry(noun: str) -> Schema:
    return {"type": _NULLABLE, "additionalProperties": {"$ref": f"#/$defs/{noun}"}}


def _object(record: Record) -> Schema:
    """Return the schema of a mapping: every key of *record* with its description, and no others."""
    properties = {key.name: {"description": key.means, **_value(key)} for key in record.keys}
    required = [key.name for key in record.keys if key.required]
    return _mapping(properties, required)


def _mapping(properties: Mapping[str, Schema], required: Sequence[str] = ()) -> Schema:
    need = {"required": required} if required else {}
    return {"type": "object", "properties": properties, **need, "additionalProperties": False}


def _value(key: Key) -> Schema:
    """Return the schema of what a key may say."""
    examples = {"examples": list(key.examples)} if key.examples else {}
    match key.kind:
        case "date":
            return {**_DATE, **examples, "markdownDescription": DATE}
        case "day":
            return {"type": "string", "format": "date", **examples}
        case "choice" | "grade" | "flag":
            return _choice(key.choices or _FLAG)
        case "citations" | "accounts" | "links":
            one = key.kind.removesuffix("s")
            return {**examples, "type": "array", "items": {"$ref": f"#/$defs/{one}"}}
        case "texts" | "urls" | "ids" | "origins":
            return {"type": "array", "items": _TEXT, **examples}
    most = {"maxLength": key.most} if key.most else {}
    return {**_TEXT, **most, **examples}


def _choice(choices: Mapping[str, str]) -> Schema:
    """Return the schema of one of a few words, each with what it means; of numbers, as text too."""
    if choices is _FLAG:
        return {"enum": ["yes", True]}  # to what reads YAML 1.1 it is no text
    if all(word.isdigit() for word in choices):
        pattern = f"^[{min(choices)}-{max(choices)}]$"
        numbers = _words(map(int, choices), choices.values())
        return {"anyOf": [numbers, {"type": "string", "pattern": pattern}]}
    return _words(choices, choices.values())


def _words(known: Iterable[Any], described: Iterable[str]) -> Schema:
    meanings = list(described)
    words = {"enum": list(known)}
    if not any(meanings):
        return words
    return {**words, "enumDescriptions": meanings, "markdownEnumDescriptions": meanings}
