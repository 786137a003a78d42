"""Nodes → the values of a record, with a problem for everything that does not fit."""

import re
from collections.abc import Collection, Iterable
from functools import partial

import msgspec

from timeline import edtf, phrases
from timeline.edtf import EdtfError, When
from timeline.likeness import did_you_mean, without_negation
from timeline.loading import misplaced
from timeline.loading.problems import Hint, Problem, Steps
from timeline.model.records import Place
from timeline.nodes.page import Page
from timeline.nodes.tree import MOST_LONG, Mapping, Node, Scalar, Sequence, is_blank
from timeline.text import counted, listed, one_line, quoted, said_once

_MOST_KEPT = 1_000  # problems of a file; the rest is counted
_MOST_REPEATED = 60  # characters of a value that a hint repeats
_PLAIN = re.compile(r"\w[\w ,.'/()-]*")  # what means the same within brackets without quotes
_NO_DATE = "this is not a date"


class Reader:
    """Reads the values of one file and collects its problems."""

    def __init__(self, page: Page) -> None:
        """Read for the file whose lines are on *page*."""
        self.page = page
        self.file = page.name
        self.as_of: int | None = None  # the day on which the file closes
        self.uncounted = 0  # problems beyond those that are kept
        self._problems: dict[tuple[int, int, str], Problem] = {}

    @property
    def problems(self) -> list[Problem]:
        """What has been noted, in the order of the file."""
        return [self._problems[key] for key in sorted(self._problems, key=lambda key: key[:2])]

    def note(
        self, node: Node, message: str, hint: Hint = "", at: int = 0, *, steps: Steps = ()
    ) -> None:
        """Add a problem with *node*, or with the character at offset *at* of its text.

        *steps* are what is wrong only together.
        """
        if isinstance(node, Scalar):
            column, width = self.page.written(node.text, node.line, node.column, at)
            self.note_at(node.line, column, message, hint, width, steps)
        else:
            self.note_at(node.line, node.column, message, hint, steps=steps)

    def note_at(
        self, line: int, column: int, message: str, hint: Hint, width: int = 1, steps: Steps = ()
    ) -> None:
        """Add a problem at a place, once: what an alias repeats is one problem."""
        if len(self._problems) < _MOST_KEPT:
            problem = Problem(Place(self.file, line, column), message, hint, width, steps=steps)
            self._problems.setdefault((line, column, message), problem)
        else:
            self.uncounted += 1

    def fields(self, node: Node, known: Collection[str], what: str) -> dict[str, Node]:
        """Return the *known* keys of a mapping with their values; *what* it is, in words."""
        if not isinstance(node, Mapping):
            self.note(node, f"{what} must have keys and values", "write 'key: value' lines")
            return {}
        found = self.entries(node, what)
        for key, (name, _) in found.items():
            if key not in known:
                message = f"unknown key {quoted(key)} in {what}"
                self.note(name, message, partial(_other_key, key, known))
        return {key: value for key, (_, value) in found.items() if not is_blank(value)}

    def entries(self, node: Mapping, what: str) -> dict[str, tuple[Scalar, Node]]:
        """Return key → (its place, its value), keys on one line; a repeated one is a problem."""
        found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.pairs:
            if not isinstance(key, Scalar) or is_blank(key):
                self.note(key, f"a key in {what} must be text", "write 'key: value' lines")
                continue
            name = self.text(key, "key")
            if name in found:
                hint = f"the first is in line {found[name][0].line}"
                self.note(key, f"the key {quoted(name)} stands twice in {what}", hint)
            elif name:
                found[name] = (key, value)
        return found

    def text(self, node: Node | None, key: str) -> str:
        """Return the text of a value, without line ends; "" where there is none."""
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self.note(node, f"'{key}' must be text", "put text that begins with [ or { in quotes")
            return ""
        if len(node.text) > MOST_LONG:
            message = f"'{key}' is {counted(len(node.text), 'character')} long"
            self.note(node, message, f"a value may have {MOST_LONG:,}")
            return ""
        return one_line(node.text)

    def texts(self, node: Node | None, key: str) -> tuple[str, ...]:
        """Return the texts of a list, each once."""
        if node is None:
            return ()
        return said_once(self.text(item, key) for item in self.items(node, key))

    def items(self, node: Node | None, key: str, example: str = "") -> list[Node]:
        """Return the items of a list; *example* is what one looks like."""
        if node is None:
            return []
        if isinstance(node, Sequence):
            return node.items
        one = node.text if isinstance(node, Scalar) and not example else ""
        self.note(node, f"'{key}' must be a list", self._as_list(key, one, example))
        return []

    def _as_list(self, key: str, one: str, example: str) -> str:
        """Return how a list of *one* text, or of what *example* is in YAML, is written."""
        short = 0 < len(one) <= _MOST_REPEATED and "\n" not in one
        if not self.page.is_yaml:
            return f'write "{key}": {_in_json([one])}' if short else "put it in [ ]"
        if short:
            return f"write {key}: [{one if _PLAIN.fullmatch(one) else _in_json(one)}]"
        return f"write {key}: [{example}]" if example else "begin each item with '- '"

    def choice(self, node: Node | None, key: str, known: Collection[str]) -> str:
        """Return one of the *known* words, or "" where there is none."""
        word = self.text(node, key)
        if node is None or not word or word in known:
            return word
        self.note(node, f"{quoted(word)} is not a {key}", partial(_other_word, word, known))
        return ""

    def date(self, node: Node | None, key: str = "date") -> When | None:
        """Return the date of a value; a text that is not EDTF is a problem."""
        if isinstance(node, Sequence | Mapping):
            self.note(node, f"'{key}' must be text", "put a set of dates in quotes: '[2018,2019]'")
            return None
        text = self.text(node, key)
        if node is None or not text:
            return None
        try:
            return edtf.parse(text)
        except EdtfError as error:
            self._not_a_date(node, text, error)
            return None

    def _not_a_date(self, node: Scalar, text: str, error: EdtfError) -> None:
        reason = error.reason.removeprefix(_NO_DATE)
        indented = len(node.text) - len(node.text.lstrip())
        at = error.position + indented if error.position else 0
        message = _NO_DATE
        if reason:
            message = f"not a date: {reason}"
        self.note(node, message, lambda: _meant(text) or error.hint, at)


def _in_json(value: str | list[str]) -> str:
    return msgspec.json.encode(value).decode()


def _other_key(key: str, known: Collection[str]) -> str:
    if key == "<<":
        return "merge keys are not read: write the keys out"
    meant = misplaced.belongs(key, known) or did_you_mean(key, known)
    return meant or f"it may have {listed(known, 'and')}"


def _other_word(word: str, known: Iterable[str]) -> str:
    near = "" if without_negation(word) else did_you_mean(word, known)
    return near or f"write {listed(known)}"


def _meant(text: str) -> str:
    """Return what to write for a date in words, if they can be understood."""
    try:
        date = phrases.to_edtf(text)
    except phrases.PhraseError:
        return ""
    if date.startswith(("[", "{")):
        return f"write '{date}'"
    return f"write {date}"
