"""What libyaml finds wrong with a text, in people's words.

Only the places that it names are used, never its words: those change with its
releases. What is wrong there is read off the text itself.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

import yaml

from timeline.nodes.page import Page
from timeline.nodes.tree import Broken
from timeline.nodes.yaml_brackets import first_comment, is_closed, open_brackets
from timeline.text import quoted

_TALK = "put the text in quotes"
_ALIGN = "check the indentation: what belongs together begins in the same column"
_ESCAPE = r"write \\ for a backslash, or put the text in single quotes"

_CLOSED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL)
_UNFINISHED_ESCAPE = re.compile(r"\\[xuU][0-9A-Fa-f]*$")
_KEY_OR_ITEM = re.compile(r"[-?](?:\s|$)|.*:(?:\s|$)")


Place: TypeAlias = tuple[int, int]
"""A line and a column, from 1."""


class _Fault:
    """Where reading stopped, where that which broke began, and what stands there."""

    def __init__(self, page: Page, error: yaml.MarkedYAMLError, bracket: Place | None) -> None:
        mark = error.problem_mark or error.context_mark
        self.line, self.column = _place(mark)
        began = _place(error.context_mark or mark)
        self.has_beginning = error.context_mark is not None
        self.at_once = (self.line, self.column) == began
        # Of a value that is missing in brackets libyaml tells no more than where.
        around = bracket if self.has_beginning and self.at_once else None
        self.from_line, self.from_column = around or began
        source = page.line(self.line)
        self.before, self.char = source[: self.column - 1], source[self.column - 1 :][:1]
        self.first_line = page.line(self.from_line)[self.from_column - 1 :]
        self.first = self.first_line[:1]
        self.between = self._between(page)
        self._page = page

    def _between(self, page: Page) -> str:
        """Return the text from where it began to where reading stopped."""
        lines = [page.line(number) for number in range(self.from_line, self.line + 1)]
        lines[-1] = lines[-1][: self.column - 1]
        lines[0] = lines[0][self.from_column - 1 :]
        return "\n".join(lines)

    def is_closed(self) -> bool:
        """Whether the bracket that began is closed further on."""
        beginning = self._page.start(self.from_line) + self.from_column - 1
        return is_closed(self._page.text[beginning:])

    def cut(self) -> Place | None:
        """Return line and column of a ` #5` that may have cut short what broke, as a comment."""
        lines = self.between.split("\n")
        if not _is_in_brackets(self):
            lines = ["" for _ in lines[:-2]] + lines[-2:-1]  # what stands just above
        at = first_comment("\n".join(lines))
        if at is None:
            return None
        before = "\n".join(lines)[:at].split("\n")
        margin = self.from_column if len(before) == 1 else 1
        return self.from_line + len(before) - 1, margin + len(before[-1])

    def here(self, message: str, hint: str) -> Broken:
        """Return the problem at the place where reading stopped."""
        return Broken(self.line, self.column, f"not YAML: {message}", hint)

    def at_start(self, message: str, hint: str) -> Broken:
        """Return the problem at the place where the broken thing began."""
        return Broken(self.from_line, self.from_column, f"not YAML: {message}", hint)


def _place(mark: yaml.error.Mark | None) -> Place:
    """Return the line and column of a mark, from 1; the first of the text without one."""
    if mark is None:
        return 1, 1
    return mark.line + 1, mark.column + 1


_Test: TypeAlias = Callable[[_Fault], bool]
_Words: TypeAlias = Callable[[_Fault], Broken]


def broken(page: Page, error: yaml.MarkedYAMLError, bracket: Place | None) -> Broken:
    """Return what is wrong in words for a person, with what to write instead.

    *bracket* is where the innermost bracket begins in which reading stopped.
    """
    fault = _Fault(page, error, bracket)
    words = next((words for is_it, words in _FINDINGS if is_it(fault)), _misplaced)
    return words(fault)


def unreadable(text: str, error: yaml.reader.ReaderError) -> Broken:
    """Return where a character stands that YAML does not allow."""
    before = text.encode()[: error.position].decode(errors="ignore")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    said = f"the character U+{ord(text[len(before)]):04X} is not allowed here"
    return Broken(line, column, said, "take it out, or write it as an escape in double quotes")


def _stray_colon(fault: _Fault) -> Broken:
    if ": " in fault.before:
        return fault.here("': ' inside a text makes a key of it", _TALK)
    return fault.here("a key cannot stand here", _ALIGN)


def _tab(fault: _Fault) -> Broken:
    return fault.here("a tab cannot indent", "indent with spaces")


def _open_quote(fault: _Fault) -> Broken:
    hint = "close it; within '…' write '' for an apostrophe"
    return fault.at_start("this quotation mark is never closed", hint)


def _cut(fault: _Fault) -> Broken:
    line, column = fault.cut() or (fault.line, fault.column)
    said = "not YAML: this begins a comment, in the middle of a text"
    return Broken(line, column, said, _TALK)


def _open_bracket(fault: _Fault) -> Broken:
    end = "]" if fault.first == "[" else "}"
    if fault.at_once and fault.char == "-" and fault.is_closed():
        return fault.here("a list in brackets has no '-'", "write [a, b], or take the brackets out")
    if fault.line == fault.from_line or fault.is_closed():
        return fault.here(f"',' or '{end}' must stand here", "put text with , [ or { in quotes")
    return fault.at_start(f"this '{fault.first}' is never closed", f"write '{end}' at its end")


def _sign_first(fault: _Fault) -> Broken:
    return fault.at_start(f"a text cannot begin with {quoted(fault.first)}", _TALK)


def _unknown_escape(fault: _Fault) -> Broken:
    return fault.here("this escape means nothing in double quotes", _ESCAPE)


def _odd_escape(fault: _Fault) -> Broken:
    return fault.here("this escape is not a character", r"write the character, or \u00E9 for é")


def _no_colon(fault: _Fault) -> Broken:
    hint = "write 'key: value', with a space after the colon"
    return fault.at_start("this line has no key", hint)


def _list_in_line(fault: _Fault) -> Broken:
    hint = "begin it on the next line; put text that begins with '- ' in quotes"
    return fault.here("a list cannot begin here", hint)


def _colon_in_brackets(fault: _Fault) -> Broken:
    return fault.here("':' cannot stand here within brackets", _TALK)


def _misplaced(fault: _Fault) -> Broken:
    if fault.before.rstrip()[-1:] in {"'", '"'}:
        hint = "put the whole value in quotes; within '…' write '' for an apostrophe"
        return fault.here("text after the closing quotation mark", hint)
    if fault.char in {"]", "}"}:
        said = f"no bracket is open that {quoted(fault.char)} could close"
        return fault.here(said, f"take it out, or {_TALK}")
    if fault.before.rstrip()[-1:] in {"]", "}"}:
        return fault.here("text after the closing bracket", "put the whole value in quotes")
    return fault.here(f"this does not fit what begins in line {fault.from_line}", _ALIGN)


def _no_value(fault: _Fault) -> Broken:
    return fault.here("a value is missing here", f"take {quoted(fault.char)} out, or {_TALK}")


def _gone_on(fault: _Fault) -> Broken:
    return fault.here("this does not fit what stands above", _ALIGN)


def _directive(fault: _Fault) -> Broken:
    return fault.at_start("this directive is not known", "take the line that begins with % out")


def _is_in_quotes(fault: _Fault) -> bool:
    """Whether a quotation mark was opened, and not closed before reading stopped."""
    return fault.first in {"'", '"'} and not _CLOSED.match(fault.between)


def _is_cut(fault: _Fault) -> bool:
    """Whether a comment that was hardly meant for one has cut short what broke."""
    is_left_off = _is_in_brackets(fault) or fault.char.isalnum()
    return fault.has_beginning and is_left_off and fault.cut() is not None


def _is_unknown_escape(fault: _Fault) -> bool:
    return _is_in_quotes(fault) and fault.char == "\\"


def _is_odd_escape(fault: _Fault) -> bool:
    return _is_in_quotes(fault) and bool(_UNFINISHED_ESCAPE.search(fault.before))


def _is_tab(fault: _Fault) -> bool:
    return fault.char == "\t" and not fault.before.strip()


def _is_directive(fault: _Fault) -> bool:
    return fault.char == "%" and not fault.before


def _is_in_brackets(fault: _Fault) -> bool:
    return fault.first in {"[", "{"} and open_brackets(fault.between) > 0


def _is_no_value(fault: _Fault) -> bool:
    return fault.at_once and fault.has_beginning and fault.char in {",", "]", "}"}


def _is_sign(fault: _Fault) -> bool:
    """Whether a text begins with a sign that means something else to YAML."""
    if fault.at_once:
        return fault.char in {*"@`%!*&|>?"}
    return fault.first in {*"*&!|>"} and not re.search(r"\s", fault.between)


def _is_colon_in_brackets(fault: _Fault) -> bool:
    return fault.char == ":" and fault.has_beginning and not re.search(r"\s", fault.between)


def _is_stray(sign: str) -> _Test:
    return lambda fault: fault.char == sign and not fault.has_beginning


def _is_without_key(fault: _Fault) -> bool:
    """Whether what began in a line above has neither a key nor a dash."""
    if not fault.has_beginning or fault.line == fault.from_line:
        return False
    return not _KEY_OR_ITEM.match(fault.first_line)


def _is_left_over(fault: _Fault) -> bool:
    return not fault.has_beginning


_FINDINGS: tuple[tuple[_Test, _Words], ...] = (
    (_is_unknown_escape, _unknown_escape),
    (_is_odd_escape, _odd_escape),
    (_is_in_quotes, _open_quote),
    (_is_tab, _tab),
    (_is_directive, _directive),
    (_is_no_value, _no_value),
    (_is_cut, _cut),
    (_is_in_brackets, _open_bracket),
    (_is_stray(":"), _stray_colon),
    (_is_stray("-"), _list_in_line),
    (_is_sign, _sign_first),
    (_is_colon_in_brackets, _colon_in_brackets),
    (_is_without_key, _no_colon),
    (_is_left_over, _gone_on),
)
