"""Plain data in the shape of an event file → its text, in a style."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

import msgspec

from timeline.editing.scalars import BARE, MOST_KEY, filled, folded, scalar
from timeline.model.schema import EVENT

Form: TypeAlias = Literal["lines", "flow", "auto"]
"""A line for each item or key; all in brackets or braces; or whichever fits."""
_LISTS: Mapping[str, Form] = dict.fromkeys(EVENT.of_kind("citations", "accounts", "links"), "lines")


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
    order: tuple[str, ...] = EVENT.names


CANONICAL = Style()


Value: TypeAlias = Any
"""A text, a list or a mapping: what `model.file_fields` makes of records."""

EMPTY: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})
_NOTES: Final = ("note", "quote", "says")  # a mapping with one of these is too long for braces


Said: TypeAlias = Mapping[str, Sequence[str]]
"""The comments within an entry, by the key above which they stand."""


def event_lines(fields: Mapping[str, Value], style: Style, said: Said = EMPTY) -> list[str]:
    """Return the lines of an event in a list, with what is *said* above its keys."""
    ordered = _ordered(fields, style.order)
    column = style.indent + style.offset
    if style.flow:
        lines = _braces(ordered, column, style)
    else:
        lines = pair_lines(ordered, column, style, said)
    return _hung(lines, style.indent, style.offset)


def entry_lines(
    id_: str, fields: Mapping[str, Value], column: int, style: Style, said: Said = EMPTY
) -> list[str]:
    """Return the lines of an entry of a registry, from *column* on."""
    if style.flow:
        head, *rest = _braces(fields, column + style.nested, style, len(id_) + 2)
        return [*(" " * column + line for line in _keyed(id_, [head])), *rest]
    below = pair_lines(fields, column + style.nested, style, said)
    margin = " " * column
    return [*(margin + line for line in _keyed(id_, [])), *below]


def pair_lines(
    fields: Mapping[str, Value], column: int, style: Style, said: Said = EMPTY
) -> list[str]:
    """Return the lines of a mapping whose keys stand in *column*, and what is *said* above them."""
    lines: list[str] = []
    margin = " " * column
    for key, value in fields.items():
        if value:
            lines += [margin + line for line in said.get(key, ())]
            lines += _pair(key, value, column, style)
    left = [line for key, those in said.items() if not fields.get(key) for line in those]
    return [*lines, *(margin + line for line in left)]


def _braces(fields: Mapping[str, Value], column: int, style: Style, used: int = 0) -> list[str]:
    """Return a mapping in braces: one line, or as many as it fills in a file that wraps them."""
    line = flow(fields, style)
    if not style.wraps or column + used + len(line) <= style.width:
        return [line]
    pairs = [flow({key: value}, style)[1:-1] for key, value in fields.items() if value]
    pieces = [f"{pair}," for pair in pairs[:-1]] + pairs[-1:]
    lines = filled(pieces, style.width - column - max(2, used))
    inner = " " * (column + 1)
    return [f"{{{lines[0]}", *(inner + each for each in lines[1:-1]), f"{inner}{lines[-1]}}}"]


def flow(value: Value, style: Style) -> str:
    """Return a value on one line, in brackets and braces."""
    if isinstance(value, str):
        return scalar(value, flow=True, quote=style.quote)
    if isinstance(value, Mapping):
        pairs = (
            f"{_key(key, style)}: {_flow_item(key, each, style)}"
            for key, each in value.items()
            if each
        )
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(flow(each, style) for each in value) + "]"


def _flow_item(key: str, value: Value, style: Style) -> str:
    if isinstance(value, str):
        always = key in style.quoted
        return scalar(value, flow=True, quote=style.quote, always=always, bare=key in BARE)
    return flow(value, style)


def _ordered(fields: Mapping[str, Value], order: Sequence[str]) -> dict[str, Value]:
    """Return *fields* with the keys of *order* in that order, and the others behind."""
    keys = [key for key in order if key in fields]
    return {key: fields[key] for key in dict.fromkeys([*keys, *fields])}


def _pair(key: str, value: Value, column: int, style: Style) -> list[str]:
    margin = " " * column
    if isinstance(value, str):
        room = style.width - column - style.nested
        first, *rest = _text_lines(value, len(key) + 2 + column, room, style, key)
        deep = " " * (column + style.nested)
        lines = [margin + line for line in _keyed(key, [first])]
        return lines + [deep + line for line in rest]
    if isinstance(value, Mapping):
        below = pair_lines(value, column + style.nested, style)
        return [*(margin + line for line in _keyed(key, [])), *below]
    return _list(key, list(value), column, style)


def _list(key: str, items: list[Value], column: int, style: Style) -> list[str]:
    margin, form = " " * column, style.lists.get(key, "auto")
    line = f"{margin}{key}: {flow(items, style)}"
    if form == "flow" or (form == "auto" and len(line) <= style.width):
        return [line]
    if form == "auto" and all(isinstance(item, str) for item in items):
        inside = _filled_list(items, style.width - column - style.nested, style)
        deep = " " * (column + style.nested)
        return [f"{margin}{key}: [", *(deep + each for each in inside), f"{margin}]"]
    hyphens = column + style.hanging
    lines = [margin + f"{key}:"]
    for item in items:
        lines += _item(key, item, hyphens, style)
    return lines


def _filled_list(items: list[str], room: int, style: Style) -> list[str]:
    """Return the items of a list in brackets, as many in a line as there is room for."""
    written_items = [flow(item, style) for item in items]
    return filled([*(f"{each}," for each in written_items[:-1]), written_items[-1]], room)


def _item(key: str, item: Value, column: int, style: Style) -> list[str]:
    if isinstance(item, str):
        lines = _text_lines(item, column + 2, style.width - column - 2, style, "")
        return _hung([lines[0], *(" " * (column + 2) + line for line in lines[1:])], column, 2)
    line = flow(item, style)
    if _in_braces(item, style.items.get(key, "auto")) and column + 2 + len(line) <= style.width:
        return _hung([line], column, 2)
    return _hung(pair_lines(item, column + 2, style), column, 2)


def _in_braces(item: Mapping[str, Value], form: str) -> bool:
    if form == "auto":
        return len(item) > 1 and not any(key in item for key in _NOTES)
    return form == "flow"


def _hung(lines: list[str], column: int, offset: int) -> list[str]:
    """Return *lines* as an item of a list: the first behind a hyphen."""
    hyphen = " " * column + "-" + " " * (offset - 1)
    if not lines:
        return [hyphen + "{}"]
    return [hyphen + lines[0].lstrip(" "), *lines[1:]]


def _text_lines(text: str, used: int, room: int, style: Style, key: str) -> list[str]:
    """Return a text for a place that is *used* so far: one line, or `>-` and the folded ones."""
    line = scalar(text, quote=style.quote, always=key in style.quoted, bare=key in BARE)
    if not style.folds or used + len(line) <= style.width:
        return [line]
    lines = folded(text, room)
    if lines is None:
        return [line]
    return [">-", *lines]


def _keyed(key: str, value: list[str]) -> list[str]:
    """Return a key with the beginning of its value; a very long one takes a `?` of its own."""
    written_key = scalar(key)
    if len(written_key) > MOST_KEY:
        return [f"? {written_key}", *([f": {line}" for line in value] or [":"])]
    return [f"{written_key}: {line}" for line in value] or [f"{written_key}:"]


def _key(key: str, style: Style) -> str:
    return scalar(key, flow=True, quote=style.quote)
