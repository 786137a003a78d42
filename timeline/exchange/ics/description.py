"""DESCRIPTION: a date in words, the summary, and facts that have no property of their own.

`parted` takes apart again what `composed` has put together, whatever the summary says.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from timeline.text import together

_LABEL: Final = "Date: "
_LINE: Final = "· · ·"
_HEAD: Final = re.compile(rf"{_LABEL}([^\n]*)(?:\n\n|\Z)")


class Parts(msgspec.Struct, frozen=True):
    """What a description of ours says; `facts` are the lines below the summary."""

    words: str
    summary: str
    facts: str


def composed(words: str, summary: str, facts: Sequence[str]) -> str:
    """Return the description; "" where there is nothing to say."""
    head = tail = ""
    if words or summary.startswith(_LABEL):
        head = f"{_LABEL}{words}"
    if facts or _LINE in summary.split("\n"):
        tail = "\n".join([_LINE, *facts])
    return together("\n\n", head, summary, tail)


def parted(description: str) -> Parts:
    """Return the parts of a description that `composed` has made."""
    words, rest = "", description
    if head := _HEAD.match(description):
        words, rest = head[1], description[head.end() :]
    summary, line, facts = f"\n\n{rest}\n".rpartition(f"\n\n{_LINE}\n")
    if not line:
        summary, facts = rest, ""
    return Parts(words, summary.strip("\n"), facts.strip("\n"))
