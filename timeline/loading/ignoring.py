"""Comments that tell a rule to leave an entry alone: `# timeline: ignore single-source`.

Names are separated by commas; a reason may stand behind a colon, a dash or in brackets.
The comment belongs to the entry in whose block it stands, by its indentation, or above
which it stands directly.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import partial

import msgspec

from timeline.loading.documents import Document
from timeline.loading.locating import Entry, Owner, entries_of
from timeline.loading.nodes import Mapping, Node, Sequence
from timeline.loading.pages import Page
from timeline.loading.problems import Hint, Problem
from timeline.model import Level, Place
from timeline.text import did_you_mean, quoted

UNUSED = "unused-ignore"

_IGNORE = re.compile(
    r"#[ \t]*timeline:[ \t]*ignore\b"
    r"(?P<names>[\w, \t-]*?)(?=[ \t]*(?:$|[^\w, \t-]|- |--))"
)
_NAME = re.compile(r"[\w-]+")
_COMMENT_OR_DASH = re.compile(r"\s*(?:#|-\s*(?:#|$))")
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


def ignores(document: Document) -> list[Ignore]:
    """Return the comments in *document* that ignore a rule, in the order of the file."""
    page = document.reader.page
    comments = list(_comments(page))
    if not comments:
        return []
    blocks = Blocks(document)
    return [_ignore(page, blocks, line, found) for line, found in comments]


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


def _ignore(page: Page, blocks: "Blocks", line: int, found: re.Match[str]) -> Ignore:
    begin, column = found.start("names") + 1, found.start() + 1
    names = {each[0]: begin + each.start() for each in _NAME.finditer(found["names"])}
    owner = blocks.owner(line, column)
    return Ignore(Place(page.name, line, column), len(found[0]), names, owner, set())


def _comments(page: Page) -> Iterator[tuple[int, re.Match[str]]]:
    """Return the lines with a comment that ignores something; text is no comment."""
    ends = {start: end for start, end in page.lookalikes if start < end}
    starts = sorted(ends)
    for number, line in enumerate(page.lines if page.is_marked else (), 1):
        for found in _IGNORE.finditer(line) if "timeline:" in line else ():
            at = (number, found.start() + 1)
            before = bisect_right(starts, at)
            if not before or ends[starts[before - 1]] <= at:
                yield number, found
                break


class _Block(msgspec.Struct):
    """What lies between the beginning of an entry, or of a section, and that of the next.

    Comments from column *inside* on belong to it, and all before the *last* line of its words.
    """

    start: tuple[int, int]
    owner: Owner | None = None
    inside: int = 1_000_000
    last: int = 0


class Blocks:
    """The blocks of a file, in their order."""

    def __init__(self, document: Document) -> None:
        """Cut *document* into the blocks of its entries."""
        root, page = document.root, document.reader.page
        keys = [key for key, _ in root.pairs] if isinstance(root, Mapping) else []
        sections = [_Block((key.line, key.column)) for key in keys]
        found = [*sections, *(_block(entry) for entry in entries_of(document))]
        by_start = {block.start: block for block in found}  # the header is a section too
        self._page = page
        self._starts = sorted(by_start)
        self._blocks = [by_start[start] for start in self._starts]

    def owner(self, line: int, column: int) -> Owner | None:
        """Return whose entry a comment at this place belongs to."""
        at = bisect_right(self._starts, (line, column))
        above, below = self._blocks[max(at - 1, 0) : at], self._blocks[at : at + 1]
        before = self._page.line(line)[: column - 1].strip()
        for block in above if before != "-" else ():
            if before or line <= block.last or column >= block.inside:
                return block.owner
        near = (block.owner for block in below if self._are_comments(line, block.start[0]))
        return next(near, None)

    def _are_comments(self, line: int, below: int) -> bool:
        """Whether nothing stands between two lines but comments, not even a blank line."""
        between = range(line + 1, below)
        return all(_COMMENT_OR_DASH.match(self._page.line(number)) for number in between)


def _block(entry: Entry) -> _Block:
    start = entry.start
    inside = start.column + (start is not entry.body)  # an event begins with its first key
    return _Block((start.line, start.column), entry.owner, inside, _last_line(entry.body))


def _last_line(node: Node) -> int:
    """Return the line in which the last of the words in *node* begins."""
    while True:
        if isinstance(node, Mapping) and node.pairs:
            node = node.pairs[-1][1]
        elif isinstance(node, Sequence) and node.items:
            node = node.items[-1]
        else:
            return node.line
