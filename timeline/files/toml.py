"""The text of a TOML file → its data, and the line of each key.

Here alone is Python's reader of TOML imported: few have a file that needs it.
"""

import json
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from itertools import takewhile
from typing import Any, NamedTuple, TypeAlias

from timeline.errors import TimelineError
from timeline.files.content import shown
from timeline.text import quoted

_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_VALUE = re.compile(
    r"""(?P<before>[^=]*=[ \t]*)(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#]+)(?P<behind>.*)"""
)
_SHAPE = 'a line is NAME = VALUE, a text in quotation marks: color = "never"'


Value: TypeAlias = "str | int | bool"


class InvalidToml(TimelineError):
    """A text is no TOML: with the line at which it ceases to be."""


class Page(NamedTuple):
    """What a TOML file says, and in which lines."""

    data: dict[str, Any]
    lines: Mapping[tuple[str, ...], int]
    headers: Collection[tuple[str, ...]] = ()

    def line(self, *path: str) -> int:
        """Return the line of the key at *path*; as near as it can be told."""
        return self.lines.get(path) or self.lines.get(path[:1]) or 1


def page(file: str, text: str) -> Page:
    """Return what *text* says, which is that of the *file*; raises `InvalidToml`."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _AT.search(str(error))
        number = int(at[1]) if at and at[1] else len(text.splitlines())
        said, hint = _twice(text, number) or ("this is no TOML", _SHAPE)
        raise InvalidToml(f"{shown(file)}:{number}: {said}", hint) from error
    return Page(data, _lines(text), _headers(text))


def _twice(text: str, number: int) -> tuple[str, str] | None:
    """Return that the key in line *number* stands twice in *text*, and a hint; else None."""
    first = _lines(text)
    for path, line in _keys(text):
        if line == number and first[path] < number:
            return f"{quoted(path[-1])} stands twice", f"the first is in line {first[path]}"
    return None


def with_entry(text: str, file: str, path: tuple[str, ...], value: Value) -> str:
    """Return the *text* of a *file* with *value* at *path*: a key, or a section and a key in it.

    All else stays as it is, comments too. Raises `InvalidToml`, also where the text is written
    in a way that only a person can change.
    """
    before = page(file, text)
    after = _changed(text, before, path, _written(value))
    wanted = deepcopy(before.data)
    inner = wanted.setdefault(path[0], {}) if path[1:] else wanted
    inner[path[-1]] = value
    if not _says(after, file, wanted):
        where = f", below [{path[0]}]" if path[1:] else ", above all sections"
        raise _left_to_you(file, f"write it there yourself{where}: {_entry(path, _written(value))}")
    return after


def without_entry(text: str, file: str, path: tuple[str, ...]) -> str:
    """Return the *text* of a *file* without what is at *path*; raises as `with_entry` does."""
    before = page(file, text)
    wanted = deepcopy(before.data)
    inner = wanted[path[0]] if path[1:] else wanted
    del inner[path[-1]]
    lines = text.split("\n")
    del lines[before.line(*path) - 1]
    after = "\n".join(lines)
    if not _says(after, file, wanted):
        raise _left_to_you(file, f"take it out yourself, at line {before.line(*path)}")
    return after


def _says(text: str, file: str, wanted: Mapping[str, Any]) -> bool:
    with suppress(InvalidToml):
        return page(file, text).data == wanted
    return False


def _left_to_you(file: str, hint: str) -> InvalidToml:
    return InvalidToml(f"{shown(file)} is written in a way that is left to you", hint)


def _changed(text: str, before: Page, path: tuple[str, ...], value: str) -> str:
    """Return *text* with *value* in place of the old one, or at the end of its section."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.removesuffix("\n").removesuffix("\r").split(end) if text else []
    if at := before.lines.get(path):
        old = _VALUE.fullmatch(lines[at - 1])
        entry = f"{old['before']}{value}{old['behind']}" if old else _entry(path, value)
        lines[at - 1] = entry
    elif not path[1:]:
        _put_on_top(lines, before, _entry(path, value))
    elif numbers := [line for each, line in before.lines.items() if each[0] == path[0]]:
        lines.insert(max(numbers), _entry(path, value))
    else:
        if lines:
            lines.append("")
        lines += [f"[{path[0]}]", _entry(path, value)]
    return end.join(lines) + end


def _put_on_top(lines: list[str], before: Page, entry: str) -> None:
    """Put *entry* into *lines* behind the last key that is in no section; else before all else.

    Comments at the top, up to a blank line, stay there.
    """
    keys = [
        line for each, line in before.lines.items() if not each[1:] and each not in before.headers
    ]
    if keys:
        lines.insert(max(keys), entry)
        return
    comments = len(list(takewhile(lambda line: line.startswith("#"), lines)))
    is_head = comments == len(lines) or not lines[comments].strip()
    at = min(comments + 1, len(lines)) if comments and is_head else 0
    lines[at:at] = [entry, ""] if at < len(lines) else [entry]


def _entry(path: tuple[str, ...], value: str) -> str:
    return f"{_key(path[-1])} = {value}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    """Return *text* as TOML has it: as it is where it can stand so."""
    if '"' in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _headers(text: str) -> set[tuple[str, ...]]:
    found = map(_HEADER.match, text.split("\n"))
    return {_names(header[1]) for header in found if header}


def _lines(text: str) -> dict[tuple[str, ...], int]:
    """Return where each key, and each of a section, is first seen in *text*."""
    at: dict[tuple[str, ...], int] = {}
    for path, number in _keys(text):
        at.setdefault(path, number)
    return at


def _keys(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield each section of *text* and each key, with its line."""
    section: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            section = _names(header[1])
            yield section, number
        name, equals, _ = line.partition("=")
        if equals:
            yield (*section, *_names(name)), number


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip(" \t\"'") for part in text.split("."))
