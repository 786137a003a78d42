"""Lines of YAML → values, quickly: the plain forms in which event files are mostly written.

Those are keys that begin their lines, with texts of one line, quoted or not, folded texts, lists
and mappings. What is written in any other way, or wrong, is `NotPlain`: libyaml reads it.
"""

import re
from typing import Any, Final, NamedTuple, TypeAlias

from timeline.nodes.tree import NotPlain

Value: TypeAlias = Any
"""A text, None for nothing, a list or a dictionary."""

_MOST_KEPT: Final = 10_000  # lines
_LONGEST_KEPT: Final = 50  # characters: what is longer is a text, which no other event has
_MOST_NAMES: Final = 1_000  # the keys of events are few; those of registries are ids
_NOTHING: Final = ("~", "null")
_NAME: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_NO_KEY: Final = frozenset(("", " ", "#", "-"))
_SIGNS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
_QUOTED: Final = re.compile(r""""[^"\\]*"|'[^']*'""")
_TEXT: Final = (
    r""" *(?:"([^"\\]*)"|'([^']*)'"""
    r"""|([^ \-?:,\[\]{}#&*!|>'"%@`][^?:,\[\]{}#"\\]*)) *(?:,|$)"""
)
_ITEM: Final = re.compile(_TEXT)
_PAIR: Final = re.compile(r' *(?P<quote>"?)([A-Za-z_][A-Za-z0-9_-]*)(?P=quote): ' + _TEXT)
_PLAIN_ITEM: Final = r"(?!null[,\]])\w[\w.-]*(?: [\w.-]+)*"
_PLAIN_LIST: Final = re.compile(rf"\[{_PLAIN_ITEM}(?:, {_PLAIN_ITEM})*\]")
_MAPPING: Final = re.compile(r" *(\{[^{}\[\]]*\}) *(?:,|$)")


class _Pair(NamedTuple):
    """What a line says: a key, its value, and how many nodes are in that."""

    key: str
    value: Value
    nodes: int


class Lines:
    """Reads pieces of a text, each some lines that stand for themselves.

    Most short lines are those of other events too: they are read once, and have the same value.
    """

    def __init__(self) -> None:
        """Know no line yet."""
        self.nodes = 0
        """How many texts, lists and mappings have been read, as whoever makes nodes counts them."""
        self._lines: list[str] = []
        self._names: set[str] = set()
        self._known: dict[int, dict[str, _Pair]] = {}

    def pairs(self, lines: list[str], column: int) -> dict[str, Value]:
        """Return the keys of *lines*, which begin in a *column*, with their values.

        Raises `NotPlain` where there is anything else.
        """
        self._lines = lines
        found, at = self._pairs(0, column)
        if at < len(lines):
            raise NotPlain
        return found

    def item(self, lines: list[str], column: int) -> dict[str, Value]:
        """Return the keys of an item of a list, as `pairs`; the first stands behind its hyphen."""
        if lines[0][column : column + 1] in _NO_KEY:
            raise NotPlain
        lines[0] = " " * column + lines[0][column:]
        return self.pairs(lines, column)

    def _pairs(self, at: int, column: int) -> tuple[dict[str, Value], int]:
        lines, margin, found = self._lines, " " * column, dict[str, Value]()
        known = self._known.setdefault(column, {})
        while at < len(lines):
            line = lines[at]
            if line in known:
                key, value, number = known[line]
                self.nodes += number
                at += 1
            elif line[column : column + 1] not in _NO_KEY and line[:column] == margin:
                key, value, at = self._pair(at, column)
            elif (begin := self._next(at)) > at:
                at = begin
                continue
            else:
                break
            if key in found:
                raise NotPlain
            found[key] = value
        self.nodes += 2 * len(found)
        return found, at

    def _pair(self, at: int, column: int) -> tuple[str, Value, int]:
        """Return the key of a line, its value, and the line below them."""
        line, before = self._lines[at], self.nodes
        key, colon, written = line[column:].partition(": ")
        if not colon:
            if key[-1] != ":":
                raise NotPlain
            key = key[:-1]
        if key not in self._names:
            self._learn(key)
        value, below = self._value(written, at + 1, column)
        known = self._known[column]
        is_whole = below == at + 1 and not written.isspace() and colon
        if is_whole and len(line) <= _LONGEST_KEPT and len(known) < _MOST_KEPT:
            known[line] = _Pair(key, value, self.nodes - before)
        return key, value, below

    def _learn(self, name: str) -> None:
        if not _NAME.fullmatch(name) or name in _NOTHING:
            raise NotPlain
        if len(self._names) == _MOST_NAMES:
            self._names.clear()
        self._names.add(name)

    def _next(self, at: int) -> int:
        """Return the next line that is neither blank nor a comment."""
        lines = self._lines
        while at < len(lines):
            text = lines[at].lstrip(" ")
            if text and text[0] != "#":
                break
            at += 1
        return at

    def _value(self, written: str, at: int, column: int) -> tuple[Value, int]:
        """Return what is *written* behind a key or hyphen of a *column*, and the line below it."""
        text = written.strip(" ")
        if not text:
            return self._below(at, column)
        if text == ">-":
            return self._folded(at, column)
        return self._inline(text), at

    def _inline(self, text: str) -> Value:
        """Return what is written in the rest of a line."""
        first = text[0]
        if first not in _SIGNS:
            if ": " in text or " #" in text or text[-1] == ":":
                raise NotPlain
            return None if text in _NOTHING else text
        if first in "'\"":
            if not _QUOTED.fullmatch(text):
                raise NotPlain
            return text[1:-1]
        if first == "[":
            return self._list(text)
        if first == "{":
            return self._mapping(text)
        raise NotPlain

    def _below(self, at: int, column: int) -> tuple[Value, int]:
        """Return the list or mapping that begins in a line below its key, None for none."""
        begin = self._next(at)
        if begin == len(self._lines):
            return None, at
        line = self._lines[begin]
        text = line.lstrip(" ")
        inner = len(line) - len(text)
        if text.startswith("- ") and inner >= column:
            return self._items(begin, inner)
        if inner > column:
            return self._pairs(begin, inner)
        return None, at

    def _items(self, at: int, column: int) -> tuple[list[Value], int]:
        lines, items = self._lines, list[Value]()
        while (at := self._next(at)) < len(lines):
            line = lines[at]
            if line[:column].strip(" ") or line[column] not in "- ":
                break
            text = line[column + 2 :]
            if line[column : column + 2] != "- " or text[:1] in ("", " "):
                raise NotPlain
            if text[0] not in _SIGNS and (": " in text or text[-1] == ":"):
                lines[at] = " " * (column + 2) + text
                item, at = self._pairs(at, column + 2)
            else:
                item, at = self._value(text, at + 1, column)
            items.append(item)
        self.nodes += len(items)
        return items, at

    def _folded(self, at: int, column: int) -> tuple[str, int]:
        """Return the lines of a text that is folded; one of them that is blank folds otherwise."""
        lines, found = self._lines, list[str]()
        line = lines[at] if at < len(lines) else ""
        inner = len(line) - len(line.lstrip(" "))
        if inner <= column or inner == len(line):
            raise NotPlain
        while at < len(lines) and (text := lines[at][inner:]):
            if lines[at][:inner].strip(" "):
                break
            if text[0] == " ":
                raise NotPlain
            found.append(text)
            at += 1
        below = at
        while below < len(lines) and not lines[below].strip(" "):
            below += 1
        if below > at and below < len(lines) and lines[below].startswith(" " * inner):
            raise NotPlain
        return " ".join(found), at

    def _list(self, text: str) -> list[Value]:
        if text == "[]":
            return []
        if text[1:].lstrip(" ")[:1] == "{":
            found: list[Value] = [self._mapping(item) for (item,) in _all(_MAPPING, text, "]")]
            self.nodes += len(found)
            return found
        if _PLAIN_LIST.fullmatch(text):
            texts: list[Value] = text[1:-1].split(", ")
        else:
            texts = [_plain(*item) for item in _all(_ITEM, text, "]")]
        self.nodes += len(texts)
        return texts

    def _mapping(self, text: str) -> dict[str, str | None]:
        items = _all(_PAIR, text, "}")
        found = {key: _plain(*value) for _, key, *value in items}
        if len(found) < len(items) or not found.keys().isdisjoint(_NOTHING):
            raise NotPlain
        self.nodes += 2 * len(found)
        return found


def _all(pattern: re.Pattern[str], text: str, end: str) -> list[tuple[str | Any, ...]]:
    """Return the groups of all that stands between the brackets of *text*."""
    inside = text[1:-1]
    if text[-1] != end:
        raise NotPlain
    found, at = list[tuple[str | Any, ...]](), 0
    while at < len(inside) or not found:
        match = pattern.match(inside, at)
        if not match or (match.end() == len(inside) and inside[-1:] == ","):
            raise NotPlain
        found.append(match.groups())
        at = match.end()
    return found


def _plain(double: str | None, single: str | None, bare: str | None) -> str | None:
    """Return the one text that was found."""
    if bare is None:
        return single if double is None else double
    text = bare.strip(" ")
    return None if text in _NOTHING else text
