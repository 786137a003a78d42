"""A file's text as the lines that an excerpt shows."""

import re
from functools import cached_property

# What ends a line is not the same for every format: libyaml counts more of them.
YAML_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
JSON_LINE_END = re.compile("\r\n|[\n\r]")

# Before a YAML value may stand its anchor and its tag; the value may be quoted.
_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)*")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')


class Page:
    """The text of one file, cut into lines when somebody asks for one."""

    def __init__(self, name: str, text: str, line_end: re.Pattern[str]) -> None:
        """Keep the *text* of the file called *name* and what ends its lines."""
        self.name = name
        self._text = text
        self._line_end = line_end

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its end; "" beyond the last."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def written(self, text: str, line: int, column: int, at: int = 0) -> tuple[int, int]:
        """Return the column and width of how the value *text* is written from *column* on.

        With *at* it is the one character at that offset of *text*, if the line
        has the text as it is, without escapes and folding.
        """
        source = self.line(line)
        properties = _PROPERTIES.match(source, column - 1)
        start = properties.end() if properties else column - 1
        quote = int(source[start : start + 1] in {"'", '"'})
        if text and source.startswith(text, start + quote):
            if 0 < at <= len(text):
                return start + quote + at + 1, 1
            return start + 1, len(text) + 2 * quote
        found = _QUOTED.match(source, start)
        return start + 1, len(found[0]) if found else 1

    @cached_property
    def _lines(self) -> list[str]:
        return self._line_end.split(self._text)
