"""The comments of event files, by what they stand above: to be written beside it again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import msgspec

from timeline.loading.blocks import END, Blocks, comments
from timeline.loading.documents import Document
from timeline.loading.ignores import ignored
from timeline.loading.slips import EMPTY_ITEM, LOST_TEXT
from timeline.loading.spots import Owner
from timeline.nodes import yaml
from timeline.nodes.page import YAML_LINE_END, Page

Remarks: TypeAlias = Mapping[tuple[str, ...], Sequence[str]]
"""Lines that begin with #, or are blank: above an entry (its registry and id) or one of its keys
(a third word), the header (`("timeline", "")`), a section (`("", "actors")`) or the whole file
(`HEAD`); behind the last key, or below the file, it is `END`.
"""

HEAD: Final = ("", "")
FOOT: Final = ("", END)

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#")
# What is written anew has nothing that these would find.
_MENDED: Final = frozenset((LOST_TEXT, EMPTY_ITEM, "unordered"))


class _Run(msgspec.Struct):
    """Comments of one entry in lines that follow each other."""

    owner: Owner | None
    key: str
    first: int
    lines: list[str]


def remarks(documents: Sequence[Document]) -> Remarks:
    """Return the comments of *documents*, but those that ignore what writing mends."""
    found: dict[tuple[str, ...], list[str]] = {}
    for document in documents:
        page = document.reader.page
        if not page.is_yaml or "#" not in page.text:
            continue
        for about, lines in _placed(document):
            before = found.setdefault(about, [])
            if before and before[-1] and not about[0]:
                before.append("")
            before += lines
    return found


def _placed(document: Document) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Yield each run of comments with what it is about; behind a heading a blank line."""
    blocks = Blocks(document)
    for run in _runs(document.reader.page, blocks):
        about = _named(run.owner, run.key) if run.owner else _apart(run, blocks)
        is_heading = not run.owner and bool(about[0])
        yield about, run.lines + [""] * is_heading


def _apart(run: _Run, blocks: Blocks) -> tuple[str, ...]:
    """Return what comments are about that belong to no entry: as a heading to what follows."""
    owner, section = blocks.below(run.first)
    if section and (blocks.is_above(run.first) or run.first > blocks.first_line):
        return "", section
    if run.first < blocks.first_line:
        return HEAD
    return _named(owner) if owner else FOOT


def _named(owner: Owner, key: str = "") -> tuple[str, ...]:
    registry, id_ = owner
    if registry == "timeline":
        id_ = ""  # in the text of a file it has none
    return (registry, id_, key) if key else (registry, id_)


def _runs(page: Page, blocks: Blocks) -> Iterator[_Run]:
    run: _Run | None = None
    for line, column, text in _comments(page):
        if ignored(text) and ignored(text) <= _MENDED:
            continue
        owner = blocks.owner(line, column)
        key = blocks.key(line, column) if owner else ""
        follows = run and run.first + len(run.lines) == line
        if run and follows and (run.owner, run.key) == (owner, key):
            run.lines.append(text)
            continue
        if run:
            yield run
        run = _Run(owner, key, line, [text])
    if run:
        yield run


def _comments(page: Page) -> Iterator[tuple[int, int, str]]:
    """Yield line, column and text of all comments.

    The file is read again, to know what only looks like one.
    """
    again = Page(page.name, page.text, YAML_LINE_END)
    again.all_comments = True
    yaml.compose(again, page.text)
    for line, found in comments(again, _COMMENT):
        yield line, found.start() + 1, found.string[found.start() :].rstrip()
