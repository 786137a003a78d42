"""JSON and JSON Lines → the same nodes as YAML, with the place of every word.

Numbers and words stay text as written (`2019`, `true`); `null` is a key without
a value. The standard decoder gives no positions, hence this small one.
"""

import re
from bisect import bisect_right
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]

from timeline.nodes.page import JSON_LINE_END
from timeline.nodes.tree import (
    MOST_DEEP,
    MOST_NODES,
    Broken,
    Mapping,
    Node,
    Scalar,
    Sequence,
    too_deep,
    too_many,
)
from timeline.text import quoted

_BLANK = re.compile(r"[ \t\r\n]*")
_RUN = re.compile(r'[^\s,:"\[\]{}]+')
_WORD = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null")
_HALF = re.compile("[\ud800-\udfff]")
_IN_QUOTES = "text stands in double quotes"

# What the decoder of strings says, and a person.
# What can be wrong with a text, by what stands where the standard library stops reading it.
_UNFINISHED = ("this quotation mark is never closed", "close it")
_CONTROL = ("a line end or control character inside a text", r"write \n or \u001b")
_NO_ESCAPE = ("this escape means nothing", r"write \\ for a backslash")
_NO_CHARACTER = ("this escape is not a character", r"write four digits, as in \u00e9")


def compose(text: str) -> Node | None:
    """Return the JSON value in *text*, or None where there is none.

    Raises `Broken` for text that is not one JSON value, or nested beyond 100 levels.
    """
    return _Composer(text).only("for one object a line, name the file .jsonl")


def compose_lines(text: str) -> tuple[Sequence, list[Broken]]:
    """Return the values of *text*, one a line, and the lines that are not JSON."""
    values: list[Node] = []
    broken: list[Broken] = []
    for number, line in enumerate(JSON_LINE_END.split(text), 1):
        try:
            value = compose_line(line, number)
        except Broken as error:
            broken.append(error)
        else:
            if value:
                values.append(value)
    return Sequence(values, 1, 1), broken


def compose_line(text: str, number: int) -> Node | None:
    """Return the value of the line with this *number*, if there is one; raises `Broken`."""
    return _Composer(text, number).only("put each object on a line of its own")


def compose_first(text: str, line: int, column: int) -> Node:
    """Return the value that *text* begins with, at this *line* and *column*; raises `Broken`."""
    return _Composer(text, line, column).value(0)


def keys_called(key: str, text: str) -> list[re.Match[str]]:
    """Return where a *key* of an object begins and its value, wherever in *text*, which is JSON.

    One that is written with escapes is not found.
    """
    return list(re.finditer(rf'"{re.escape(key)}"[ \t\r\n]*:', text))


def compose_pair(text: str, line: int, column: int, key: re.Match[str]) -> tuple[Node, Node]:
    """Return a *key* that was found in *text*, and its value; *text* begins at *line*, *column*."""
    composer = _Composer(text, line, column)
    return composer.value_at(key.start()), composer.value_at(key.end())


def _starts(text: str) -> list[int]:
    """Return where the lines of *text* begin: mostly it is one line."""
    if "\n" not in text and "\r" not in text:
        return [0]
    return [0, *(match.end() for match in JSON_LINE_END.finditer(text))]


class _Composer:
    """Nodes from a text, read once from left to right."""

    def __init__(self, text: str, line: int = 1, column: int = 1) -> None:
        self._text = text
        self._at = 0
        self._line, self._column = line, column
        self._nodes = 0
        self._starts = _starts(text)

    def only(self, hint: str) -> Node | None:
        """Return the single value of the text, if there is one; *hint* against a second."""
        if not self._peek():
            return None
        node = self.value(0)
        if self._peek():
            raise self.broken("more text after the end of the value", hint)
        return node

    def value_at(self, at: int) -> Node:
        """Return the value that begins at an offset."""
        self._at = at
        return self.value(0)

    def value(self, depth: int) -> Node:
        """Read one value of any kind."""
        char = self._peek()
        line, column = self._place(self._at)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise too_many(line, column)
        if char == '"':
            return Scalar(self._string(), line, column)
        if char not in ("[", "{"):
            return Scalar(self._word(), line, column)
        if depth >= MOST_DEEP:
            raise too_deep(line, column)
        if char == "[":
            return Sequence(self._items(depth + 1), line, column)
        return Mapping(self._pairs(depth + 1), line, column)

    def broken(self, message: str, hint: str = "", at: int | None = None) -> Broken:
        """Return the error *message* with the place where reading stands, or *at*."""
        line, column = self._place(self._at if at is None else at)
        return Broken(line, column, f"not JSON: {message}", hint)

    def _peek(self) -> str:
        """Go past blanks; return the next character, or "" at the end."""
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at
        return self._text[self._at : self._at + 1]

    def _place(self, at: int) -> tuple[int, int]:
        row = bisect_right(self._starts, at) - 1
        first = 1 if row else self._column
        return self._line + row, at - self._starts[row] + first

    def _string(self) -> str:
        begin = self._at
        text: str
        try:
            text, self._at = scanstring(self._text, begin + 1, True)
        except JSONDecodeError as error:
            raise self.broken(*self._why(error.pos), at=error.pos) from error
        if not text.isascii() and _HALF.search(text):
            message = "this text has half a character: a surrogate without its other half"
            raise self.broken(message, "write the character itself", at=begin)
        return text

    def _why(self, at: int) -> tuple[str, str]:
        """Return what is wrong with a text of which no more can be read from *at* on."""
        char = self._text[at : at + 1]
        if char and char < " ":
            return _CONTROL
        # Some releases count from the backslash, some from what follows it.
        if "\\u" in self._text[max(0, at - 1) : at + 2]:
            return _NO_CHARACTER
        if char == "\\":
            return _NO_ESCAPE
        return _UNFINISHED

    def _word(self) -> str:
        run = _RUN.match(self._text, self._at)
        if not run:
            raise self._missing()
        if not _WORD.fullmatch(run[0]):
            hint = "JSON has no comments" if run[0][0] in "/#" else _IN_QUOTES
            raise self.broken(f"{quoted(run[0])} is neither a text nor a number", hint)
        self._at = run.end()
        return "" if run[0] == "null" else run[0]

    def _missing(self) -> Broken:
        before = self._text[: self._at].rstrip(" \t\r\n")
        if before.endswith(",") and self._peek() in {"]", "}"}:
            return self.broken("a comma after the last value", "take it out", len(before) - 1)
        if not self._peek():
            return self.broken("the text ends here, too early", "close every { and [")
        return self.broken("a value is missing here", _IN_QUOTES)

    def _items(self, depth: int) -> list[Node]:
        self._at += 1
        items: list[Node] = []
        while self._peek() != "]":
            if items:
                self._comma("]")
            items.append(self.value(depth))
        self._at += 1
        return items

    def _pairs(self, depth: int) -> list[tuple[Node, Node]]:
        self._at += 1
        pairs: list[tuple[Node, Node]] = []
        while self._peek() != "}":
            if pairs:
                self._comma("}")
            pairs.append((self._key(), self.value(depth)))
        self._at += 1
        return pairs

    def _key(self) -> Scalar:
        if self._peek() in {"", "}"}:
            raise self._missing()
        if self._peek() != '"':
            raise self.broken("a key must stand here, in double quotes", 'write "date": "2019"')
        line, column = self._place(self._at)
        key = Scalar(self._string(), line, column)
        if self._peek() != ":":
            raise self.broken("':' must stand here", 'write "date": "2019"')
        self._at += 1
        return key

    def _comma(self, end: str) -> None:
        if not self._peek():
            raise self._missing()
        if self._peek() != ",":
            raise self.broken(f"',' or '{end}' must stand here", "put a comma between values")
        self._at += 1
