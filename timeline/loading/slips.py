"""What a file says and loading passes over in silence: for `check`, which asks for it by rule.

Text behind ` #` is a comment to YAML, and `null`, `~` and nothing at all are no items of a
list. Neither keeps a file from loading; both are mostly a slip.
"""

import re
from collections.abc import Iterator
from collections.abc import Sequence as Several
from typing import Final

import msgspec

from timeline.loading.documents import Document, entries
from timeline.loading.spots import Owner
from timeline.model.schema import REGISTRIES
from timeline.nodes import yaml_walk
from timeline.nodes.page import Page
from timeline.nodes.tree import Node, Sequence, is_blank
from timeline.text import quoted

LOST_TEXT: Final = "lost-text"
EMPTY_ITEM: Final = "empty-item"

# A comment has a blank behind its sign, or more than one before it. What has neither was
# hardly meant for one; a number behind the sign never was.
_CUT: Final = re.compile(r"(?:[ \t]|[ \t]+(?=#\d))#(?!timeline:)[^\W_].*")
_NOTHING: Final = re.compile(r"(?:~|null)(?![^\s,\]}])")
_COMMENT: Final = "put the text in quotes; or, for a comment, leave a blank behind the #"


# Wherever a slip is, one of these is found; they find much that is none. Each begins with one
# sign, which is found at once.
_MAY_BE_CUT: Final = re.compile(r"#(?!timeline:)[^\W_]")
_BLANK: Final = r'"(?:\s|\\(?:[xuU][0-9a-fA-F]+|[^"xuU]))*"'
_NOTHING_SAID: Final = rf"~|null|{_BLANK}|'\s*'|[&!*|>#]"
_MAY_BE_EMPTY: Final = (
    re.compile(rf",\s*(?:[,\]]|{_NOTHING_SAID})"),
    re.compile(rf"\[\s*(?:,|{_NOTHING_SAID})"),
    re.compile(rf"\n[ -]*-[^\S\n]*(?:(?=\n)|\Z|\?|{_NOTHING_SAID})"),
)
_MAY_BE_EMPTY_IN_JSON: Final = (
    re.compile(rf",\s*(?:null|{_BLANK})"),
    re.compile(rf"\[\s*(?:null|{_BLANK})"),
)


class Slip(msgspec.Struct):
    """What was passed over: by which rule, where, in whose list or text, and what to do."""

    rule: str
    line: int
    column: int
    width: int
    message: str
    hint: str
    owner: Owner | None = None
    key: str = ""


def places(text: str) -> list[int]:
    """Return where in a *text* of YAML, which begins with a line end, there may be slips.

    Each is a place in the lines of the entry that may have it.
    """
    found = (each.start() + 1 for pattern in _MAY_BE_EMPTY for each in pattern.finditer(text))
    return [*_may_be_cut(text), *found]


def places_in_json(text: str) -> list[int]:
    """Return where in a *text* of JSON there may be slips."""
    return [each.start() for pattern in _MAY_BE_EMPTY_IN_JSON for each in pattern.finditer(text)]


def _may_be_cut(text: str) -> list[int]:
    found = (each.start() for each in _MAY_BE_CUT.finditer(text))
    return [at for at in found if text[at - 1 : at] in (" ", "\t")]


def slips(document: Document, texts: Several[tuple[str, int]]) -> Iterator[Slip]:
    """Yield what *document* says and its records do not.

    *texts* are its text, or the parts where slips may be, with the lines in which they begin.
    """
    page = document.reader.page
    cut = [slip for each in texts for slip in _lost(page, *each)] if page.is_yaml else []
    yield from cut
    told = {(slip.line, slip.column) for slip in cut}
    for owner, fields in _entries(document):
        for key, node in fields.items():
            items = node.items if isinstance(node, Sequence) else ()
            for item in items:
                if is_blank(item) and not _is_told(page, item, told):
                    yield _empty(page, item, owner, key)


def _lost(page: Page, text: str, first: int) -> Iterator[Slip]:
    """Yield the texts that a ` #` ends which was hardly meant for a comment."""
    ends = yaml_walk.plain_ends(text) if _may_be_cut(text) else ()
    for below, column in ends:
        line = below + first - 1
        if found := _CUT.match(page.line(line), column - 1):
            yield _cut_text(found[0], line, column)


def _cut_text(comment: str, line: int, column: int) -> Slip:
    lost = comment.strip()
    message = f"{quoted(lost)} is a comment to YAML, no part of the text"
    at = column + comment.index("#")
    return Slip(LOST_TEXT, line, at, len(lost), message, _COMMENT)


def _entries(document: Document) -> Iterator[tuple[Owner, dict[str, Node]]]:
    """Yield the entries and events, each with the nodes of its fields."""
    for registry in REGISTRIES:
        for _, entry in entries([document], registry):
            yield (registry, entry.record.id), entry.fields
    for draft in document.drafts:
        yield ("events", draft.id), draft.fields


def _is_told(page: Page, item: Node, told: set[tuple[int, int]]) -> bool:
    """Whether the item is empty because a comment took all its text."""
    if not (found := _CUT.match(page.line(item.line), item.column - 1)):
        return False
    return (item.line, item.column + found[0].index("#")) in told


def _empty(page: Page, item: Node, owner: Owner, key: str) -> Slip:
    written = _NOTHING.match(page.line(item.line), item.column - 1)
    width = len(written[0]) if written else 1
    hint = "take it out"
    if written and page.is_yaml:
        hint = f"take it out; if it is a text, put it in quotes: '{written[0]}'"
    message = f"an item of '{key}' is empty"
    return Slip(EMPTY_ITEM, item.line, item.column, width, message, hint, owner, key)
