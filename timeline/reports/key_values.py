"""What may be typed next in an option of `add` that has keys of its own: `ID,stance=denies`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from timeline.model import evidence, schema
from timeline.reports import completion
from timeline.reports.candidates import Candidate, matching

if TYPE_CHECKING:
    from timeline.model.keys import Key
    from timeline.reports.completion import Open

_OF_USE: Final = evidence.CITATION.keys[1:]  # the first is the source itself


def link(typed: str, opened: Open) -> list[Candidate]:
    """Return the links, `denies=ID`, that *typed* may become: their types, then events."""
    type_, equals, name = typed.partition("=")
    types = schema.EVENT["links"].choices
    if not equals:
        return matching(typed, (Candidate(f"{each}=", means) for each, means in types.items()))
    found = completion.words("id", name, opened)
    return [each._replace(text=f"{type_}={each.text}") for each in found]


def source(typed: str, opened: Open) -> list[Candidate]:
    """Return the uses of sources, `ID,stance=denies`, that *typed* may become."""
    if "," in typed:
        return pairs(typed, _OF_USE, opened)
    return completion.words("source", typed, opened)


def account(typed: str, opened: Open) -> list[Candidate]:
    """Return the accounts, `NAME,says=…`, that *typed* may become."""
    if "," in typed:
        return pairs(typed, evidence.ACCOUNT.keys, opened)
    return completion.words("by", typed, opened)


def entry(section: str, typed: str, opened: Open) -> list[Candidate]:
    """Return what *typed* may become for a new entry of the registry in a *section*."""
    return pairs(typed, schema.REGISTRIES[section].record.keys, opened)


def pairs(typed: str, keys: Iterable[Key], opened: Open) -> list[Candidate]:
    """Return *typed* with its last key or value, behind the last comma, made whole."""
    at = typed.rfind(",") + 1
    last = typed[at:].lstrip()
    start = typed[: len(typed) - len(last)]
    name, equals, value = last.partition("=")
    if not equals:
        found = matching(name, (Candidate(f"{key.name}=", key.means) for key in keys))
        return [each._replace(text=start + each.text) for each in found]
    key = next((key for key in keys if name.strip() in (key.name, key.option)), None)
    rest, semicolon, part = value.rpartition(";")
    start = f"{start}{name}={rest}{semicolon}"
    found = matching(part, _values(key, opened)) if key else []
    return [each._replace(text=f"{start}{each.text}") for each in found]


def _values(key: Key, opened: Open) -> Iterator[Candidate]:
    """Yield what a *key* may say: a file is opened only for what stands in it."""
    if key.kind == "flag":
        yield Candidate("yes", key.means)
    for word, means in key.choices.items():
        yield Candidate(word, means)
    if key.registry:
        about = schema.REGISTRIES[key.registry]
        for id_, each in getattr(opened(), key.registry).items():
            yield Candidate(id_, getattr(each, about.naming))
