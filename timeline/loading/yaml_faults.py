"""What libyaml finds wrong with a text, in people's words."""

from collections.abc import Callable
from typing import TypeAlias

import yaml

from timeline.loading.nodes import Broken
from timeline.loading.pages import Page
from timeline.text import quoted, visible

_TALK = "put the text in quotes"
_ALIGN = "check the indentation: what belongs together begins in the same column"
_ESCAPE = r"write \\ for a backslash, or put the text in single quotes"


class _Fault:
    """A finding of libyaml: what it says, where it stands, and where that which broke began."""

    def __init__(self, page: Page, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        began = error.context_mark or mark
        self.said = error.problem or error.context or "this cannot be read"
        self.line, self.column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.from_line, self.from_column = (began.line + 1, began.column + 1) if began else (1, 1)
        source = page.line(self.line)
        self.before, self.char = source[: self.column - 1], source[self.column - 1 :][:1]
        self.first = page.line(self.from_line)[self.from_column - 1 :][:1]

    def here(self, message: str, hint: str) -> Broken:
        """Return the problem at the place where reading stopped."""
        return Broken(self.line, self.column, f"not YAML: {message}", hint)

    def at_start(self, message: str, hint: str) -> Broken:
        """Return the problem at the place where the broken thing began."""
        return Broken(self.from_line, self.from_column, f"not YAML: {message}", hint)


_Words: TypeAlias = Callable[[_Fault], Broken]


def broken(page: Page, error: yaml.MarkedYAMLError) -> Broken:
    """Return what is wrong in words for a person, with what to write instead."""
    fault = _Fault(page, error)
    words = next((words for said, words in _FINDINGS if said in fault.said), _unnamed)
    return words(fault)


def unreadable(text: str, error: yaml.reader.ReaderError) -> Broken:
    """Return where a character stands that YAML does not allow."""
    before = text.encode()[: error.position].decode(errors="ignore")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    said = f"the character U+{ord(text[len(before)]):04X} is not allowed here"
    return Broken(line, column, said, "take it out, or write it as an escape in double quotes")


def _unnamed(fault: _Fault) -> Broken:
    return fault.here(visible(fault.said), _TALK)


def _stray_colon(fault: _Fault) -> Broken:
    if ": " in fault.before:
        return fault.here("': ' inside a text makes a key of it", _TALK)
    return fault.here("a key cannot stand here", _ALIGN)


def _forbidden_start(fault: _Fault) -> Broken:
    if fault.char == "\t":
        return fault.here("a tab cannot indent", "indent with spaces")
    return fault.here(f"a text cannot begin with {quoted(fault.char)}", _TALK)


def _tab(fault: _Fault) -> Broken:
    return fault.here("a tab cannot indent", "indent with spaces")


def _open_quote(fault: _Fault) -> Broken:
    hint = "close it; within '…' write '' for an apostrophe"
    return fault.at_start("this quotation mark is never closed", hint)


def _open_bracket(fault: _Fault) -> Broken:
    end = "]" if fault.first == "[" else "}"
    if fault.line == fault.from_line:
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


def _question(fault: _Fault) -> Broken:
    return fault.here(f"a text cannot begin with {quoted(fault.char)}", _TALK)


def _misplaced(fault: _Fault) -> Broken:
    if fault.before.rstrip()[-1:] in {"'", '"'}:
        hint = "put the whole value in quotes; within '…' write '' for an apostrophe"
        return fault.here("text after the closing quotation mark", hint)
    return fault.here(f"this does not fit what begins in line {fault.from_line}", _ALIGN)


def _no_value(fault: _Fault) -> Broken:
    return fault.here("a value is missing here", f"take {quoted(fault.char)} out, or {_TALK}")


def _gone_on(fault: _Fault) -> Broken:
    return fault.here("this does not fit what stands above", _ALIGN)


def _directive(fault: _Fault) -> Broken:
    return fault.at_start("this directive is not known", "take the line that begins with % out")


_FINDINGS: tuple[tuple[str, _Words], ...] = (
    ("mapping values are not allowed", _stray_colon),
    ("block sequence entries are not allowed", _list_in_line),
    ("mapping keys are not allowed", _question),
    ("cannot start any token", _forbidden_start),
    ("tab character", _tab),
    ("unexpected end of stream", _open_quote),
    ("unexpected document indicator", _open_quote),
    ("expected ',' or", _open_bracket),
    ("alphabetic or numeric", _sign_first),
    ("expected comment or line break", _sign_first),
    ("indentation indicator", _sign_first),
    ("tag", _sign_first),
    ("expected '!'", _sign_first),
    ("URI", _sign_first),
    ("unknown escape", _unknown_escape),
    ("hexdecimal", _odd_escape),
    ("Unicode character", _odd_escape),
    ("expected ':'", _no_colon),
    ("expected key", _misplaced),
    ("expected '-' indicator", _misplaced),
    ("node content", _no_value),
    ("expected <document start>", _gone_on),
    ("directive", _directive),
    ("YAML document", _directive),
)
