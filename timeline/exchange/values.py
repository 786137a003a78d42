"""Texts as readers find them → values that an event can have, or why it cannot."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from msgspec.structs import replace

from timeline.edtf import When
from timeline.model.records import Citation, Link
from timeline.model.scales import LINK_TYPES
from timeline.text import one_line, said_once

MOST_LONG: Final = 100_000  # characters of a value, as an event file may have
_MOST_LISTS: Final = 4096  # that are remembered
_HALF: Final = re.compile("[\ud800-\udfff]")

Value: TypeAlias = str | tuple[str, ...]


def cleaned(values: Mapping[str, str | Iterable[str]]) -> dict[str, Value]:
    """Return the *values* that say something, without blanks around them and each once."""
    return {key: _cleaned(value) for key, value in values.items() if value}


def _cleaned(value: str | Iterable[str]) -> Value:
    if isinstance(value, str):
        return one_line(value)
    return _each_once(tuple(value))


@lru_cache(_MOST_LISTS)
def _each_once(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return *texts* without blanks, each once; many events have the same, and share one tuple."""
    return said_once(map(one_line, texts))


def refused(when: When | None, values: Mapping[str, Value], said: Iterable[str]) -> str:
    """Return why this can be no event, "" where it can."""
    if when is None:
        return "no date"
    if not values.get("title"):
        return "no title"
    for value in (*values.values(), *said):
        reason = _fault(value) if isinstance(value, str) else _fault_within(value)
        if reason:
            return reason
    return ""


@lru_cache(_MOST_LISTS)
def _fault_within(texts: tuple[str, ...]) -> str:
    return next(filter(None, map(_fault, texts)), "")


def _fault(text: str) -> str:
    """Return why no event can have *text*, "" where one can."""
    if len(text) > MOST_LONG:
        return f"a value has more than {MOST_LONG:,} characters"
    if not text.isascii() and _HALF.search(text):
        return "a text has half a character: a surrogate without its other half"
    return ""


def cited_once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return a citation for each source, with all that is noted of it."""
    given = tuple(citations)
    if not all(each.source for each in given):
        given = tuple(each for each in given if each.source)
    if len(given) < 2:  # noqa: PLR2004  one is itself
        return given
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
