"""Lists of objects in JSON, and objects in JSON Lines → rows.

Every value is taken as it is written (`1.50` stays that). What lies one level deeper is a
column of its own, `place.name`; a list of texts is one value, its parts set apart by `; `.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

from timeline.exchange.losses import Losses
from timeline.exchange.tables.rows import NotATable, Row, Table, broken
from timeline.files.content import lines, read, shown
from timeline.model.records import Place
from timeline.text import together

Pairs: TypeAlias = Callable[[list[tuple[str, Any]]], Any]

_BEGIN = "it must hold a list of objects: [{...}, {...}]"
_BLANKS = " \t\r\n"
_ONE_VALUE = "there is more after the end of the list"


class _Object(dict[str, Any]):
    """An object, and the key that stands in it twice."""

    repeated = ""


class Found(NamedTuple):
    """A value of the list, and the line in which it begins; or why it is none."""

    line: int
    value: Any = None
    error: str = ""


def table(path: str, losses: Losses) -> Table:
    """Return the table in a JSON file with a list of objects.

    Raises `Unreadable` or `NotATable`: what comes after a mistake in JSON is beyond reading.
    """
    name = shown(path)
    return _table(name, items(name, read(path, _BEGIN)), losses)


def line_table(path: str, losses: Losses) -> Table:
    """Return the table in a file of JSON Lines; a line that is not JSON is refused.

    Raises `Unreadable`, and `NotATable` where no line is JSON.
    """
    return _table(shown(path), _line_items(path), losses)


def first_object(text: str) -> dict[str, Any] | None:
    """Return the first object of a list, or of JSON Lines, in the beginning of a file."""
    begin = text.lstrip(_BLANKS + "\ufeff").removeprefix("[").lstrip(_BLANKS)
    try:
        found = _DECODER.raw_decode(begin)[0]
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _table(name: str, found: Iterator[Found], losses: Losses) -> Table:
    made = Table(name, [], _rows(name, found, losses))
    if not made.first and losses.read:
        reasons = "; ".join(dict.fromkeys(loss.what for loss in losses))
        raise NotATable(f"{name} holds no objects: {reasons}", _BEGIN)
    made.columns = list(dict.fromkeys(key for row in made.first for key in row.values))
    return made


def _rows(name: str, found: Iterator[Found], losses: Losses) -> Iterator[Row]:
    for each in found:
        losses.read += 1
        place = Place(name, each.line)
        if each.error:
            losses.refuse("a line is not JSON", place, each.error)
        elif not isinstance(each.value, _Object):
            losses.refuse("a value is no object", place, str(each.value)[:40])
        elif each.value.repeated:
            losses.refuse("a key stands twice in an object", place, each.value.repeated)
        else:
            yield Row(each.line, dict(_texts(each.value, place, losses)))


def _texts(found: _Object, place: Place, losses: Losses) -> Iterator[tuple[str, str]]:
    for key, value in found.items():
        if isinstance(value, _Object):
            yield from _inner(key, value, place, losses)
        elif (text := _text(value)) is None:
            losses.drop("a list of more than texts and numbers", place, key)
        elif text.strip():
            yield key.strip(), text.strip()


def _inner(key: str, found: _Object, place: Place, losses: Losses) -> Iterator[tuple[str, str]]:
    """Yield what an object inside an object says, under the names of both."""
    if found.repeated:
        losses.drop("an inner object in which a key stands twice", place, found.repeated)
        return
    for inner, value in found.items():
        text = None if isinstance(value, _Object) else _text(value)
        if text is None:
            losses.drop("a value that lies more than one level deep", place, f"{key}.{inner}")
        elif text.strip():
            yield f"{key}.{inner}", text.strip()


def _text(value: object) -> str | None:
    """Return a value as text, None for one that is no text and no list of texts."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return _joined(value)
    return value if isinstance(value, str) else None


def _joined(values: list[Any]) -> str | None:
    if any(isinstance(each, list | dict) for each in values):
        return None
    return together("; ", *map(_text, values))


def items(name: str, text: str) -> Iterator[Found]:
    """Yield the values of the list in *text*, one decoded at a time."""
    text = text.removeprefix("\ufeff")
    line, counted = 1, 0  # of which line it is known where it begins
    at = _skip(text, 0)
    if text[at : at + 1] != "[":
        raise broken(_place(name, text, at), "this is no list of objects", _BEGIN, _line(text, at))
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]":
        line, counted = line + text.count("\n", counted, at), at
        value, at = _decoded(name, text, at)
        yield Found(line, value)
        at = _after(name, text, _skip(text, at))
    if text[at + 1 :].strip(_BLANKS):
        end = _skip(text, at + 1)
        raise broken(_place(name, text, end), _ONE_VALUE, "", _line(text, end))


def _after(name: str, text: str, at: int) -> int:
    """Return where the next value begins, or the list ends."""
    if text[at : at + 1] == ",":
        following = _skip(text, at + 1)
        if text[following : following + 1] != "]":
            return following
    elif text[at : at + 1] == "]":
        return at
    message = "not JSON: the text ends here, too early" if at >= len(text) else "not JSON"
    raise broken(_place(name, text, at), message, "',' or ']' must stand here", _line(text, at))


def _decoded(name: str, text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        place = _place(name, text, error.pos)
        raise broken(place, f"not JSON: {said(error)}", "", _line(text, error.pos)) from None
    except RecursionError:
        raise broken(_place(name, text, at), "nested too deep", "", _line(text, at)) from None


def _line_items(path: str) -> Iterator[Found]:
    for number, line in enumerate(lines(path, _BEGIN), 1):
        if line.strip(_BLANKS):
            yield _line_item(number, line.strip(_BLANKS))


def _line_item(number: int, line: str) -> Found:
    try:
        value, end = _DECODER.raw_decode(line)
    except json.JSONDecodeError as error:
        return Found(number, error=said(error))
    except RecursionError:
        return Found(number, error="nested too deep")
    if line[end:].strip():
        return Found(number, error="more after its end")
    return Found(number, value)


def said(error: json.JSONDecodeError) -> str:
    """Return what the decoder found wrong, beginning small."""
    return error.msg[:1].lower() + error.msg[1:]


def _skip(text: str, at: int) -> int:
    while text[at : at + 1] and text[at] in _BLANKS:
        at += 1
    return at


def _place(name: str, text: str, at: int) -> Place:
    begin = text.rfind("\n", 0, at) + 1
    return Place(name, text.count("\n", 0, at) + 1, at - begin + 1)


def _line(text: str, at: int) -> str:
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[begin:] if end < 0 else text[begin:end]


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        times = Counter(key for key, _ in pairs)
        made.repeated = next(key for key in times if times[key] > 1)
    return made


def decoder(pairs: Pairs | None = None) -> json.JSONDecoder:
    """Return what decodes JSON, an object by *pairs*; numbers and NaN are texts like any other."""
    return json.JSONDecoder(
        object_pairs_hook=pairs, parse_int=str, parse_float=str, parse_constant=str
    )


_DECODER = decoder(_object)
