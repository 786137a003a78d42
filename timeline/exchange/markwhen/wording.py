"""What the text of an event says in words beside its properties, and its text without them."""

import re
from typing import Final

import msgspec

from timeline.text import fold

_BETWEEN: Final = " · "


class Words(msgspec.Struct, frozen=True):
    """A date that markwhen cannot hold, as people say it; the status; the kind."""

    date: str = ""
    status: str = ""
    kind: str = ""

    @property
    def line(self) -> str:
        """All of it on one line, "" for nothing."""
        told = (("Date", self.date), ("Status", self.status), ("Kind", self.kind))
        return _BETWEEN.join(f"{label}: {said}" for label, said in told if said)


def parted(text: str, words: Words) -> str:
    """Return *text* without the line of *words* at its end."""
    return text.removesuffix(words.line).rstrip() if words.line else text


def signed(tag: str) -> str:
    """Return *tag* as markwhen has it behind `#`: one word; "" where nothing is left of it."""
    if re.fullmatch(r"\w+", tag, re.ASCII):
        return "" if tag.isdigit() else tag
    sign = re.sub(r"\W+", "_", fold(tag), flags=re.ASCII).strip("_")
    return "" if sign.isdigit() else sign
