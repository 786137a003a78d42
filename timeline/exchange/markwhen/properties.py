"""The lines `key: value` of a header, a section or an event: a little of YAML, no more.

A value is the rest of its line: plain, in quotation marks, or a list in brackets.
"""

import json
import re
from collections.abc import Iterable
from typing import Final

from timeline.text import escaped

LINE: Final = re.compile(r"(?!-)\s*(?P<key>[\w.-]+):(?:\s+(?P<value>.*))?$", re.ASCII)
"""A property of an event or a section, as markwhen has it."""


def values(text: str) -> list[str]:
    """Return the texts that a value is: several for `[a, "b c"]`, none for nothing."""
    text = text.strip()
    if not (text.startswith("[") and text.endswith("]")):
        return [value(text)] if text else []
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = [value(part.strip()) for part in text[1:-1].split(",")]
    return [str(each) for each in found if each not in {"", None}] if _is_flat(found) else [text]


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
