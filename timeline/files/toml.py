"""The text of a TOML file → its data, and the line of each key.

Here alone is Python's reader of TOML imported: few have a file that needs it.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline.errors import TimelineError
from timeline.files.content import shown

_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_COMMENT = re.compile(r"""[^=]*=\s*(?:"(?:[^"\\]|\\.)*"|'[^']*')(\s*#.*)""")
_SHAPE = 'a line is NAME = VALUE, a text in quotation marks: color = "never"'


class InvalidToml(TimelineError):
    """A text is no TOML: with the line at which it ceases to be."""


class Page(NamedTuple):
    """What a TOML file says, and in which lines."""

    data: dict[str, Any]
    lines: Mapping[tuple[str, ...], int]

    def line(self, *path: str) -> int:
        """Return the line of the key at *path*; as near as it can be told."""
        return self.lines.get(path) or self.lines.get(path[:1]) or 1


def page(file: str, text: str) -> Page:
    """Return what *text* says, which is that of the *file*; raises `InvalidToml`."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = str(error)
        at = _AT.search(said)
        number = int(at[1]) if at and at[1] else len(text.splitlines())
        raise InvalidToml(f"{shown(file)}:{number}: {_AT.sub('', said)}", _SHAPE) from error
    return Page(data, _lines(text))


def with_entry(text: str, file: str, path: tuple[str, str], value: str) -> str:
    """Return the *text* of a *file* with *value* at *path*: a section, and a key in it.

    All else stays as it is, comments too. Raises `InvalidToml`, also where the text is written
    in a way that only a person can change.
    """
    section, key = path
    before = page(file, text)
    after = _changed(text, before, path, f"{_key(key)} = {_quoted(value)}")
    wanted = {**before.data, section: {**before.data.get(section, {}), key: value}}
    if page(file, after).data != wanted:
        hint = f"write it there yourself, below [{section}]: {_key(key)} = {_quoted(value)}"
        raise InvalidToml(f"{shown(file)} is written in a way that is left to you", hint)
    return after


def _changed(text: str, before: Page, path: tuple[str, str], entry: str) -> str:
    """Return *text* with the line *entry* in place of the old one, or at the end of its section."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.removesuffix("\n").removesuffix("\r").split(end) if text else []
    if at := before.lines.get(path):
        comment = _COMMENT.match(lines[at - 1])
        behind = comment[1] if comment else ""
        lines[at - 1] = f"{entry}{behind}"
    elif numbers := [line for each, line in before.lines.items() if each[0] == path[0]]:
        lines.insert(max(numbers), entry)
    else:
        lines += [*([""] if lines else []), f"[{path[0]}]", entry]
    return end.join(lines) + end


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _quoted(text: str) -> str:
    """Return *text* as TOML has it: as it is where it can stand so."""
    if '"' in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _lines(text: str) -> dict[tuple[str, ...], int]:
    """Return where each key, and each of a section, is first seen in *text*."""
    at: dict[tuple[str, ...], int] = {}
    section: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            section = _names(header[1])
            at.setdefault(section, number)
        name, equals, _ = line.partition("=")
        if equals:
            at.setdefault((*section, *_names(name)), number)
    return at


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip(" \t\"'") for part in text.split("."))
