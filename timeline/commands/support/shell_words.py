"""A line as a shell takes it apart: its words, the last of which may be half typed, and back."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_PLAIN: Final = re.compile(r"[\w@%+=:,./-]")
_IN_DOUBLE: Final = re.compile(r'(["\\$`])')
_ASSIGNMENT: Final = re.compile(r"\w+=")
_BLANK: Final = " \t\n"


class Typed(NamedTuple):
    """A line up to the cursor: the words before the last one, and the last one.

    Of the last *word*, which is without quotation marks and backslashes, *kept* is what the
    shell leaves as it is, *raw* is what it replaces, and *quote* is the mark that is open.
    """

    before: list[str]
    word: str
    kept: str = ""
    raw: str = ""
    quote: str = ""


class _Reader:
    """Takes a line apart, sign by sign."""

    def __init__(self, breaks: str) -> None:
        """Begin; *breaks* are the signs behind which a shell begins to replace."""
        self.breaks = breaks
        self.words: list[str] = []
        self.begun = False
        self.word = self.kept = self.raw = self.quote = ""

    def read(self, line: str) -> Typed:
        """Return what *line* has been taken apart to."""
        signs = iter(line)
        for sign in signs:
            if self.quote:
                self._within(sign, signs)
            elif sign in _BLANK:
                self._end()
            else:
                self._outside(sign, signs)
        return Typed(self.words, self.word, self.kept, self.raw, self.quote)

    def _end(self) -> None:
        if self.begun:
            self.words.append(self.word)
        self.begun = False
        self.word = self.kept = self.raw = ""

    def _outside(self, sign: str, signs: Iterator[str]) -> None:
        self.begun = True
        if sign in "\"'":
            self.quote = sign
            self._keep()
        elif sign == "\\":
            escaped = next(signs, "")
            self._take(escaped, sign + escaped)
        else:
            self._take(sign, sign)
            if sign in self.breaks:
                self._keep()

    def _within(self, sign: str, signs: Iterator[str]) -> None:
        if sign == self.quote:
            self.quote = ""
            self._keep()
        elif sign == "\\" and self.quote == '"':
            escaped = next(signs, "")
            plain = escaped if _IN_DOUBLE.match(escaped) else sign + escaped
            self._take(plain, sign + escaped)
        else:
            self._take(sign, sign)

    def _take(self, sign: str, raw: str) -> None:
        self.word += sign
        self.raw += raw

    def _keep(self) -> None:
        self.kept = self.word
        self.raw = ""


def typed(line: str, breaks: str = "") -> Typed:
    """Return what is typed in *line*; the shell replaces what stands behind the last of *breaks*.

    >>> typed("timeline list 'arc:letter actor:ru")
    Typed(before=['timeline', 'list'], word='arc:letter actor:ru', kept='', raw='arc:letter \
actor:ru', quote="'")
    """
    return _Reader(breaks).read(line)


def arguments(words: list[str]) -> list[str]:
    """Return the *words* of a line behind the command, before which variables may be set."""
    at = 0
    while at < len(words) and _ASSIGNMENT.match(words[at]):
        at += 1
    return words[at + 1 :]


def escaped(text: str, quote: str = "") -> str:
    r"""Return *text* as bash takes it for what it is, within the quotation mark that is open.

    >>> escaped("sources>=2"), escaped("$x", '"')
    ('sources\\>=2', '\\$x')
    """
    if quote == "'":
        return text.replace("'", "'\\''")
    if quote:
        return _IN_DOUBLE.sub(r"\\\1", text)
    return "".join(sign if _PLAIN.match(sign) else "\\" + sign for sign in text)
