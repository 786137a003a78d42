"""DESCRIPTION: a date in words, the summary, and facts that have no property of their own.

`parted` takes apart again what `composed` has put together, whatever the summary says.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

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
    head = f"{_LABEL}{words}" if words or summary.startswith(_LABEL) else ""
    tail = "\n".join([_LINE, *facts]) if facts or _LINE in summary.split("\n") else ""
    return "\n\n".join(part for part in (head, summary, tail) if part)


def parted(description: str) -> Parts:
    """Return the parts of a description that `composed` has made."""
    head = _HEAD.match(description)
    rest = description[head.end() :] if head else description
    summary, found, facts = f"\n\n{rest}\n".rpartition(f"\n\n{_LINE}\n")
    text = summary if found else facts
    return Parts(head[1] if head else "", text.strip("\n"), facts.strip("\n") if found else "")
