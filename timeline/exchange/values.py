"""Texts as readers find them → values that an event can have, or why it cannot."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, TypeAlias

from msgspec.structs import replace

from timeline.edtf import When
from timeline.model.records import Citation, Link
from timeline.model.scales import LINK_TYPES
from timeline.text import one_line

MOST_LONG: Final = 100_000  # characters of a value, as an event file may have
_HALF: Final = re.compile("[\ud800-\udfff]")

Value: TypeAlias = str | tuple[str, ...]


def cleaned(values: Mapping[str, str | Iterable[str]]) -> dict[str, Value]:
    """Return the *values* that say something, without blanks around them and each once."""
    return {key: _cleaned(value) for key, value in values.items() if value}


def _cleaned(value: str | Iterable[str]) -> Value:
    if isinstance(value, str):
        return one_line(value)
    return tuple(dict.fromkeys(filter(None, map(one_line, value))))


def refused(when: When | None, values: Mapping[str, Value], said: Iterable[str]) -> str:
    """Return why this can be no event, "" where it can."""
    if when is None:
        return "no date"
    if not values.get("title"):
        return "no title"
    for text in chain(_texts(values.values()), said):
        if len(text) > MOST_LONG:
            return f"a value has more than {MOST_LONG:,} characters"
        if not text.isascii() and _HALF.search(text):
            return "a text has half a character: a surrogate without its other half"
    return ""


def _texts(values: Iterable[Value]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        else:
            yield from value


def cited_once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return a citation for each source, with all that is noted of it."""
    given = [each for each in citations if each.source]
    if len(given) < 2:  # noqa: PLR2004  one is itself
        return tuple(given)
    found: dict[str, list[Citation]] = {}
    for each in given:
        found.setdefault(each.source, []).append(each)
    return tuple(map(_one, found.values()))


def _one(same: Sequence[Citation]) -> Citation:
    notes = dict.fromkeys(each.note for each in same if each.note)
    return replace(same[0], note="; ".join(notes))


def link_of(text: str) -> Link | None:
    """Return the link in "denies ID"; None where its type is none of ours, or its end missing."""
    type_, _, target = text.partition(" ")
    if type_ not in LINK_TYPES or not target:
        return None
    return Link(type_, target)
