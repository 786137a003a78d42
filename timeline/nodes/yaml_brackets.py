"""Brackets of YAML, counted in the text itself, and the comments between them.

Asked only when libyaml has refused a text: it reads ahead of the events it hands
out, and each of its releases has a bound, and words, of its own.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from timeline.nodes.page import YAML_LINE_END
from timeline.nodes.tree import MOST_DEEP, Broken, too_deep

# Brackets within quotes or behind a # are text. A quote opens only where a value begins.
_PIECES = re.compile(
    r"""(?:(?<=[\[{,:?\s-])|^)(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""
    r"""|(?P<comment>(?:(?<=[\s\[{,])|^)\#[^\n]*)"""
    r"""|(?P<opens>[\[{])|(?P<closes>[\]}])""",
    re.MULTILINE | re.DOTALL,
)


def too_nested(text: str) -> Broken | None:
    """Return the refusal of the first bracket inside a hundred others, or None."""
    depth = 0
    for piece in _PIECES.finditer(text):
        if piece["opens"]:
            depth += 1
        elif piece["closes"]:
            depth = max(0, depth - 1)
        if depth > MOST_DEEP:
            return _at(text, piece.start())
    return None


def open_brackets(text: str) -> int:
    """Return how many brackets are opened in *text* and not closed in it."""
    return sum(_steps(text))


def is_closed(text: str) -> bool:
    """Whether the bracket with which *text* begins is closed anywhere in it."""
    return 0 in accumulate(_steps(text))


def _steps(text: str) -> Iterator[int]:
    """Yield 1 for each bracket that opens, -1 for each that closes, 0 for comments and quotes."""
    for piece in _PIECES.finditer(text):
        yield bool(piece["opens"]) - bool(piece["closes"])


def first_comment(text: str) -> int | None:
    """Return where in *text* the first comment begins that has no blank behind its sign."""
    pieces = (piece for piece in _PIECES.finditer(text) if piece["comment"])
    return next((piece.start() for piece in pieces if piece["comment"][1:2].isalnum()), None)


def _at(text: str, position: int) -> Broken:
    lines = YAML_LINE_END.split(text[:position])
    return too_deep(len(lines), len(lines[-1]) + 1)
