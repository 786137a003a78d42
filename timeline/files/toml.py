"""The text of a TOML file → its data, and the line of each key.

Here alone is Python's reader of TOML imported: few have a file that needs it.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

from timeline.errors import TimelineError
from timeline.files.content import shown

_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
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


def _lines(text: str) -> dict[tuple[str, ...], int]:
    """Return where each key, and each of a section, is first seen in *text*."""
    at: dict[tuple[str, ...], int] = {}
    section: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            section = _names(header[1])
            at.setdefault(section, number)
        name, equals, _ = line.partition("=")
        if equals:
            at.setdefault((*section, *_names(name)), number)
    return at


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip(" \t\"'") for part in text.split("."))
