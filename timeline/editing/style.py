"""How an event file is written: ours, and what a file may have instead."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from timeline.model.file_fields import EVENT_KEYS

Form: TypeAlias = Literal["lines", "flow", "auto"]
"""A line for each item or key; all in brackets or braces; or whichever fits."""

_LISTS: Mapping[str, Form] = {"sources": "lines", "links": "lines"}


class Style(msgspec.Struct, frozen=True):
    """How events and entries are written; the defaults are the canonical style.

    *indent* is the column of an event's hyphen, *offset* the distance to its keys,
    *nested* that of an entry's keys to its id, *hanging* that of a list's hyphens to its
    key. With *flow* events stand in braces, and with *wraps* these go on in the next
    line when one is full. *lists* has the form of the lists that are not "auto", *items*
    that of the mappings in them. *quoted* are the keys whose texts always stand in
    quotes. *blank* lines stand between events.
    """

    newline: str = "\n"
    indent: int = 2
    offset: int = 2
    nested: int = 2
    hanging: int = 2
    flow: bool = False
    wraps: bool = False
    lists: Mapping[str, Form] = msgspec.field(default_factory=lambda: dict(_LISTS))
    items: Mapping[str, Form] = {}
    quote: str = '"'
    quoted: frozenset[str] = frozenset()
    folds: bool = True
    width: int = 99
    blank: int = 1
    order: tuple[str, ...] = EVENT_KEYS


CANONICAL = Style()
