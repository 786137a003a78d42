"""A file's text as the lines that an excerpt shows."""

import re
from array import array
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from timeline.nodes.tree import Scalar

# What ends a line is not the same for every format: libyaml counts more of them.
YAML_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
JSON_LINE_END = re.compile("\r\n|[\n\r]")
_PLAIN_END = re.compile("\n")  # of most files: to look for one sign takes a moment
_OTHER_ENDS = "\r\x85\u2028\u2029"

# Before a YAML value may stand its anchor and its tag; the value may be quoted.
_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)*")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
_IGNORE = re.compile("#[ \t]*timeline:[ \t]*ignore")

_Place: TypeAlias = tuple[int, int]  # a line and a column, from 1


class Page:
    """The text of one file, cut into lines when somebody asks for one."""

    def __init__(self, name: str, text: str, line_end: re.Pattern[str]) -> None:
        """Keep the *text* of the file called *name* and what ends its lines."""
        self.name = name
        self.text = text
        # Texts that hold what looks like a comment: whoever reads the page notes them, by a
        # sign that all such texts have in them.
        self.lookalikes: list[tuple[_Place, _Place]] = []
        self.all_comments = False
        self._line_end = line_end
        self._last = 0, ""  # a line, by its number: who asks for one often asks again

    @property
    def is_yaml(self) -> bool:
        """Whether it is YAML, which has comments; JSON has none."""
        return self._line_end is YAML_LINE_END

    def is_comment_behind(self, key: Scalar) -> bool:
        """Whether nothing stands behind a *key* and its colon but a comment."""
        written = self.line(key.line)[key.column - 1 :]
        return self.is_yaml and bool(re.match(r"[^:#]*:[ \t]+#", written))

    @cached_property
    def is_marked(self) -> bool:
        """Whether there may be comments that ignore something."""
        return self.is_yaml and bool(_IGNORE.search(self.text))

    @property
    def watched(self) -> str:
        """What texts have in them that look like a comment, "" where nobody asks."""
        if self.all_comments:
            return "#"
        return "timeline:" if self.is_marked else ""

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its end; "" beyond the last."""
        if number != self._last[0]:
            self._last = number, self._cut(number)
        return self._last[1]

    def _cut(self, number: int) -> str:
        if not 0 < number < len(self._stops):
            return ""
        line = self.text[self._stops[number - 1] : self._stops[number]]
        if number == len(self._stops) - 1:
            return line
        if line.endswith("\r\n"):
            return line[:-2]
        return line[:-1]

    def start(self, number: int) -> int:
        """Return the offset at which a line begins that is there, counted from 1."""
        return self._stops[number - 1]

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
    def _stops(self) -> Sequence[int]:
        """Where each line begins, and the last one ends: lines themselves take ten times that."""
        end = _PLAIN_END if self._is_plain else self._line_end
        ends = map(re.Match.end, end.finditer(self.text))
        return array("q", chain([0], ends, [len(self.text)]))

    @property
    def _is_plain(self) -> bool:
        """Whether each line has the same end."""
        return not any(end in self.text for end in _OTHER_ENDS)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n") if self._is_plain else self._line_end.split(self.text)
