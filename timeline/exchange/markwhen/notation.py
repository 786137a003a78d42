"""Text that markwhen would take for something else, and how it is kept from doing so.

Markwhen has no escape. An invisible word joiner (U+2060) before or within what it looks
for changes no letter and leaves it text; a reader takes the joiners out again.
"""

import json
import re
from collections.abc import Iterable
from typing import Final

import msgspec

from timeline.text import escaped, fold

JOINER: Final = "\u2060"

# Tags, ids, links: after the first sign of each a joiner makes it text. No class of
# markwhen's includes one, and it is no blank.
_WITHIN: Final = re.compile(
    r"(?:(?<=\s)|(?<=^))#(?=[A-Za-z0-9_])|!(?=[A-Za-z0-9_])|\](?=\()|(?<![A-Za-z0-9_])\.(?=start|end)"
)
# What a line of text must not begin with: anything that could be a date, a property,
# a section, a comment, a list, a checkbox, a quotation of these.
_BEGINNING: Final = re.compile(
    r"\s*(?:#{1,6}\s|//|---|-\s|\[[xX ]?\]|(?:group|section)\b|end\s*(?:group|section)\b|≈)"
    r"|[^:]*:",
    re.IGNORECASE,
)

LINE: Final = re.compile(r"(?!-)\s*(?P<key>[\w.-]+):(?:\s+(?P<value>.*))?$", re.ASCII)
"""A property of an event or a section, as markwhen has it."""

_BETWEEN: Final = " · "


def guarded(text: str) -> str:
    """Return *text* such that markwhen finds no tag, id or link in it."""
    return _WITHIN.sub(lambda found: found[0] + JOINER, text)


def guarded_line(text: str) -> str:
    """Return *text* such that it is a line of text, and neither event nor property."""
    line = guarded(text)
    if _BEGINNING.match(text):
        return JOINER + line
    return line


def bare(text: str) -> str:
    """Return *text* without joiners."""
    return text.replace(JOINER, "")


def values(text: str) -> list[str]:
    """Return the texts that a value is: several for `[a, "b c"]`, none for nothing."""
    text = text.strip()
    if not text:
        return []
    if not (text.startswith("[") and text.endswith("]")):
        return [value(text)]
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = list(map(value, text[1:-1].split(",")))
    if not _is_flat(found):
        return [text]
    return [str(each) for each in found if each not in {"", None}]


def value(text: str) -> str:
    """Return the one text that a value is, without its quotation marks."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    if len(text) > 1 and text[0] == text[-1] == '"':
        try:
            return str(json.loads(text))
        except (ValueError, RecursionError):
            return text[1:-1]
    return text


def written(value: str | Iterable[str]) -> str:
    """Return a text, or a list of texts, as a value: in ASCII signs, quoted and on one line.

    A `#` is written as an escape: markwhen would look for a colour in it.
    """
    given = value if isinstance(value, str) else list(value)
    return escaped(json.dumps(given, ensure_ascii=False)).replace("#", r"\u0023")


def _is_flat(found: object) -> bool:
    return isinstance(found, list) and not any(isinstance(each, list | dict) for each in found)


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
    if not words.line:
        return text
    return text.removesuffix(words.line).rstrip()


def signed(tag: str) -> str:
    """Return *tag* as markwhen has it behind `#`: one word; "" where nothing is left of it."""
    sign = tag
    if not re.fullmatch(r"\w+", tag, re.ASCII):
        sign = re.sub(r"\W+", "_", fold(tag), flags=re.ASCII).strip("_")
    return "" if sign.isdigit() else sign
