"""Comments that tell a rule to leave an entry alone: `# timeline: ignore unsourced`.

Names are separated by commas; a reason may stand behind a colon, a dash or in brackets.
The comment belongs to the entry in whose block it stands, by its indentation, or above
which it stands directly.
"""

import re
from collections.abc import Collection, Iterator
from functools import partial

import msgspec

from timeline.likeness import did_you_mean
from timeline.loading.blocks import Blocks, comments
from timeline.loading.documents import Document
from timeline.loading.problems import Hint, Problem
from timeline.loading.spots import Owner
from timeline.model.findings import RENAMED, Level
from timeline.model.records import Place
from timeline.nodes.page import Page
from timeline.text import quoted

UNUSED = "unused-ignore"

_IGNORE = re.compile(
    r"#[ \t]*timeline:[ \t]*ignore\b"
    r"(?P<names>[\w, \t-]*?)(?=[ \t]*(?:$|[^\w, \t-]|- |--))"
)
_NAME = re.compile(r"[\w-]+")
_HOW = "write '# timeline: ignore NAME, NAME: why', and 'timeline check --list' for the names"


class Ignore(msgspec.Struct):
    """A comment: the rules that it names, with their columns, and whose entry it is about."""

    place: Place
    width: int
    names: dict[str, int]
    owner: Owner | None
    used: set[str]

    def ignores(self, rule: str) -> bool:
        """Return whether a finding of *rule* is to be left out, and remember that it was."""
        if rule in self.names:
            self.used.add(rule)
        return rule in self.names


def places(text: str) -> list[int]:
    """Return where in a *text* of YAML a comment that ignores a rule may begin."""
    return [found.start() for found in _IGNORE.finditer(text)]


def ignores(document: Document) -> list[Ignore]:
    """Return the comments in *document* that ignore a rule, in the order of the file."""
    page = document.reader.page
    found = list(comments(page, _IGNORE)) if page.is_marked else []
    if not found:
        return []
    blocks = Blocks(document)
    return [_ignore(page, blocks, line, each) for line, each in found]


def ignored(comment: str) -> frozenset[str]:
    """Return the names of the rules that a comment ignores, none for any other comment."""
    found = _IGNORE.match(comment)
    if found is None:
        return frozenset()
    return frozenset(_NAME.findall(found["names"]))


def unused(mark: Ignore, rules: Collection[str], known: Collection[str]) -> Iterator[Problem]:
    """Return what is wrong with *mark*, once the findings of *rules* have been located.

    That is: it names no rule, or none of the *known* ones, or one that found nothing.
    """
    if not mark.names:
        yield _problem(mark, mark.place.column, mark.width, "this comment names no rule", _HOW)
    for name, column in mark.names.items():
        if name not in known:
            message = f"no rule is called {quoted(name)}"
            yield _problem(mark, column, len(name), message, partial(_meant, name, known))
        elif name in rules and name not in mark.used:
            why = "" if mark.owner else ": it belongs to no entry"
            message = f"there is nothing here that {quoted(name)} would find{why}"
            yield _problem(mark, column, len(name), message, "take it out")


def _meant(name: str, known: Collection[str]) -> str:
    return did_you_mean(name, known) or _HOW


def _problem(mark: Ignore, column: int, width: int, message: str, hint: Hint) -> Problem:
    place = Place(mark.place.file, mark.place.line, column)
    return Problem(place, message, hint, width, UNUSED, Level.warning)


def _ignore(page: Page, blocks: Blocks, line: int, found: re.Match[str]) -> Ignore:
    begin, column = found.start("names") + 1, found.start() + 1
    said = {each[0]: begin + each.start() for each in _NAME.finditer(found["names"])}
    names = {RENAMED.get(name, name): column for name, column in said.items()}
    owner = blocks.owner(line, column)
    return Ignore(Place(page.name, line, column), len(found[0]), names, owner, set())
