"""A page of 80 columns → the same page in fewer: what stands beside a name stays beside it."""

import re
from textwrap import wrap
from typing import Final, NamedTuple

_TWO_COLUMNS: Final = re.compile(r"( *\S+(?: \S+)* {2,})(\S.*)")
_LEAST: Final = 20  # columns in which a text can still be read
_WRAPPED: Final = 60  # a line that is longer goes on in the next
_COPIED: Final = "timeline "  # what begins so is typed, and a terminal breaks it so that it can be


class _Block(NamedTuple):
    """Lines that are one: a name, the column at which its text stands, the lines as they are."""

    left: str
    column: int
    texts: list[str]
    lines: list[str]


def narrowed(page: str, width: int) -> str:
    """Return *page* in *width* columns, but for commands to be copied and a word that is longer."""
    blocks: list[_Block] = []
    for line in page.split("\n"):
        if blocks and _goes_on(blocks[-1], line):
            blocks[-1].texts.append(line.strip())
            blocks[-1].lines.append(line)
        else:
            blocks.append(_block(line))
    return "\n".join(line for block in blocks for line in _fitting(block, width))


def _block(line: str) -> _Block:
    if found := _TWO_COLUMNS.fullmatch(line):
        return _Block(found[1], len(found[1]), [found[2]], [line])
    text = line.lstrip(" ")
    indent = len(line) - len(text)
    return _Block(" " * indent, indent, [text], [line])


def _goes_on(block: _Block, line: str) -> bool:
    """Whether *line* is more of the text of *block*."""
    other = _block(line)
    if not line or other.left.strip() or other.column != block.column:
        return False
    return bool(block.left.strip()) or len(block.lines[-1]) > _WRAPPED


def _fitting(block: _Block, width: int) -> list[str]:
    """Return the lines of *block*, as they are if they fit."""
    fits = all(len(line) <= width for line in block.lines)
    if fits or block.texts[0].startswith(_COPIED):
        return block.lines
    text = " ".join(block.texts)
    if width - block.column >= _LEAST:
        lines = _wrapped(text, width - block.column)
        return [block.left + lines[0], *(" " * block.column + line for line in lines[1:])]
    indent = len(block.left) - len(block.left.lstrip(" ")) + 4
    names = [block.left.rstrip()] if block.left.strip() else []
    return [*names, *(" " * indent + line for line in _wrapped(text, width - indent))]


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, width, break_on_hyphens=False, break_long_words=False)
