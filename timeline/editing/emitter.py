"""Plain data in the shape of an event file → its text, in a style."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

import msgspec

from timeline.editing.scalars import BARE, MOST_KEY, filled, folded, scalar
from timeline.model.file_fields import Remarks
from timeline.model.schema import EVENT, RECORDS

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


_Said: TypeAlias = Mapping[str, Sequence[str]]
"""The comments within an entry, by the key above which they stand."""

_END: Final = "end"  # what stands for the place behind the last key


def written(fields: Mapping[str, Value], remarks: Remarks | None = None) -> str:
    """Return a whole event file of *fields* (as of `model.file_fields`), in canonical style.

    It loads as exactly what *fields* say. *remarks* are lines of comments and blank ones
    above an entry (`("actors", ID)`) or a key of it (`("actors", ID, "name")`, "end" being
    behind all), the header (`("timeline", "")`), a section (`("", "actors")`), the file
    (`("", "")`) or at its end (`("", "end")`). Raises `CannotEdit` for a text with half a
    character in it.
    """
    said = remarks or {}
    sections = [_remarked(key, value, said) for key, value in fields.items() if value]
    parts = [said.get(("", ""), ()), *(sections or [["events: []"]]), said.get(("", _END), ())]
    return "\n".join("\n".join(lines) + "\n" for lines in parts if lines)


def event_block(fields: Mapping[str, Value], style: Style = CANONICAL) -> str:
    """Return an event as it stands in a list, with its indentation and its last line end."""
    return "".join(line + style.newline for line in event_lines(fields, style))


def event_lines(fields: Mapping[str, Value], style: Style, said: _Said = EMPTY) -> list[str]:
    """Return the lines of an event in a list, with what is *said* above its keys."""
    ordered = _ordered(fields, style.order)
    column = style.indent + style.offset
    if style.flow:
        lines = _braces(ordered, column, style)
    else:
        lines = pair_lines(ordered, column, style, said)
    return _hung(lines, style.indent, style.offset)


def entry_lines(
    id_: str, fields: Mapping[str, Value], column: int, style: Style, said: _Said = EMPTY
) -> list[str]:
    """Return the lines of an entry of a registry, from *column* on."""
    if style.flow:
        head, *rest = _braces(fields, column + style.nested, style, len(id_) + 2)
        return [*(" " * column + line for line in _keyed(id_, [head])), *rest]
    below = pair_lines(fields, column + style.nested, style, said)
    margin = " " * column
    return [*(margin + line for line in _keyed(id_, [])), *below]


def pair_lines(
    fields: Mapping[str, Value], column: int, style: Style, said: _Said = EMPTY
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
    if isinstance(value, Mapping):
        pairs = (
            f"{_key(key, style)}: {_flow_item(key, each, style)}"
            for key, each in value.items()
            if each
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, str):
        return scalar(value, flow=True, quote=style.quote)
    return "[" + ", ".join(flow(each, style) for each in value) + "]"


def _flow_item(key: str, value: Value, style: Style) -> str:
    if isinstance(value, str):
        always = key in style.quoted
        return scalar(value, flow=True, quote=style.quote, always=always, bare=key in BARE)
    return flow(value, style)


def _remarked(key: str, value: Value, remarks: Remarks) -> list[str]:
    """Return a section with what is said above it and above its entries."""
    own = list(remarks.get(("", key), ()))
    if key == "timeline":
        own += remarks.get((key, ""), ())
    return own + _section(key, value, remarks)


def _section(key: str, value: Value, remarks: Remarks) -> list[str]:
    if isinstance(value, str):
        return _pair(key, value, 0, CANONICAL)
    if not isinstance(value, Mapping):
        return [f"{scalar(key)}:", *_spaced(_event(event, remarks) for event in value)]
    if all(isinstance(entry, Mapping) for entry in value.values()):
        return [f"{scalar(key)}:", *_entries(key, value, remarks)]
    return [f"{scalar(key)}:", *pair_lines(value, 2, CANONICAL, _within(remarks, key, ""))]


def _entries(registry: str, entries: Mapping[str, Value], remarks: Remarks) -> list[str]:
    """Return the entries of a registry with their remarks."""
    lines: list[str] = []
    for id_, entry in entries.items():
        said = _within(remarks, registry, id_)
        lines += _above(remarks, registry, id_)
        lines += entry_lines(id_, entry, 2, CANONICAL, said)
    return lines


def _event(event: Mapping[str, Value], remarks: Remarks) -> list[str]:
    """Return an event with its remarks; those on its first key stand above its hyphen."""
    id_, first = event.get("id", ""), next(iter(event), "")
    said = _within(remarks, "events", id_)
    on_first = [f"  {line}" for line in said.get(first, ())]
    rest = {key: lines for key, lines in said.items() if key != first}
    return [*_above(remarks, "events", id_), *on_first, *event_lines(event, CANONICAL, rest)]


def _within(remarks: Remarks, registry: str, id_: str) -> _Said:
    if not remarks:
        return EMPTY
    keys = (*RECORDS[registry].names, _END)
    found = {key: remarks.get((registry, id_, key), ()) for key in keys}
    return {key: lines for key, lines in found.items() if lines}


def _above(remarks: Remarks, registry: str, id_: str) -> list[str]:
    """Return the remarks on an entry in the column of entries."""
    return [f"  {line}" if line else "" for line in remarks.get((registry, id_), ())]


def _spaced(blocks: Iterable[list[str]]) -> list[str]:
    """Return the lines of all *blocks*, with a blank line between two."""
    lines: list[str] = []
    for number, block in enumerate(blocks):
        if number:
            lines.append("")
        lines += block
    return lines


def _ordered(fields: Mapping[str, Value], order: Sequence[str]) -> dict[str, Value]:
    """Return *fields* with the keys of *order* in that order, and the others behind."""
    keys = [key for key in order if key in fields]
    return {key: fields[key] for key in dict.fromkeys([*keys, *fields])}


def _pair(key: str, value: Value, column: int, style: Style) -> list[str]:
    margin = " " * column
    if isinstance(value, Mapping):
        below = pair_lines(value, column + style.nested, style)
        return [*(margin + line for line in _keyed(key, [])), *below]
    if isinstance(value, str):
        room = style.width - column - style.nested
        first, *rest = _text_lines(value, len(key) + 2 + column, room, style, key)
        deep = " " * (column + style.nested)
        lines = [margin + line for line in _keyed(key, [first])]
        return lines + [deep + line for line in rest]
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
